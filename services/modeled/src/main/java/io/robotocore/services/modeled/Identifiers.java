package io.robotocore.services.modeled;

import io.robotocore.model.Constraints;
import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.Shape;
import io.robotocore.model.StructureShape;
import io.robotocore.service.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The names that a service gives to what it creates.
 *
 * @param call the call that creates
 * @param service the service
 */
record Identifiers(Call call, ServiceModel service) {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String HEX = "0123456789abcdef";
  private static final String DIGITS = "123456789";

  /** An id for a member, in the form that its shape wants. */
  String id(Constraints constraints) {
    return Stream.of(
            call.random().uuid(),
            call.random().text(17, HEX),
            call.random().text(10, LETTERS),
            call.random().text(13, LETTERS).toUpperCase(java.util.Locale.ROOT),
            call.random().text(12, DIGITS),
            call.random().text(32, HEX),
            call.random().text(8, LETTERS),
            call.random().text(26, LETTERS))
        .filter(id -> Values.fits(id, constraints))
        .findFirst()
        .or(() -> new Values(call.random(), call.now()).matching(constraints))
        .orElseGet(() -> call.random().uuid());
  }

  /** The ARN of a thing: what it belongs to, its noun, and its name. */
  String arn(Resource resource, String scope, String id, Constraints constraints) {
    String noun = Names.dashed(resource.noun());
    String path = scope.isEmpty() ? id : scope + "/" + id;
    String joined = Names.canonical(resource.noun());
    return Stream.of(
            noun + "/" + path,
            noun + ":" + path.replace('/', ':'),
            joined + "/" + path,
            joined + ":" + path.replace('/', ':'),
            resource.lastWord() + "/" + path,
            resource.lastWord() + ":" + path,
            path,
            "/" + joined + "s/" + path)
        .flatMap(rest -> Stream.of(call.arn(namespace(), rest), global(rest)))
        .filter(arn -> Values.fits(arn, constraints))
        .findFirst()
        .or(() -> new Values(call.random(), call.now()).matching(constraints))
        .orElseGet(() -> call.arn(namespace(), noun + "/" + path));
  }

  private String global(String rest) {
    return "arn:" + call.partition() + ":" + namespace() + "::" + call.account() + ":" + rest;
  }

  private String namespace() {
    return service.signingName();
  }

  /**
   * The member of an operation's answer that holds a name of the resource with one of these
   * endings.
   */
  static Optional<Member> member(OperationModel operation, Resource resource, List<String> ends) {
    return member(operation.output(), resource, ends, 0);
  }

  private static Optional<Member> member(
      StructureShape shape, Resource resource, List<String> ends, int depth) {
    Optional<Member> here =
        shape.members().stream()
            .filter(member -> member.target().type() == io.robotocore.model.ShapeType.STRING)
            .filter(member -> isNamed(Names.canonical(member.name()), resource, ends))
            .findFirst();
    return here.isPresent() || depth > 2
        ? here
        : shape.members().stream()
            .flatMap(member -> inside(member.target()).stream())
            .flatMap(inner -> member(inner, resource, ends, depth + 1).stream())
            .findFirst();
  }

  private static boolean isNamed(String name, Resource resource, List<String> ends) {
    return ends.stream().anyMatch(name::endsWith)
        && Identity.score(name, resource.canonicalNoun(), resource.lastWord()) >= 60;
  }

  private static Optional<StructureShape> inside(Shape shape) {
    Shape target = shape instanceof ListShape list ? list.member().target() : shape;
    return target instanceof StructureShape structure ? Optional.of(structure) : Optional.empty();
  }
}
