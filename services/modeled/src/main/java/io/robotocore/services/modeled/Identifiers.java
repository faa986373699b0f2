package io.robotocore.services.modeled;

import io.robotocore.model.Constraints;
import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.Shape;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.service.Call;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that a service gives to what it creates.
 *
 * @param call the call that creates
 * @param service the service
 */
record Identifiers(Call call, ServiceModel service) {

  private static final int ATTEMPTS = 8;

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String HEX = "0123456789abcdef";
  private static final String DIGITS = "123456789";

  /** An id in the form that the shapes want which are to hold it. */
  String id(List<Constraints> wanted) {
    return Stream.of(
            call.random().uuid(),
            call.random().text(17, HEX),
            call.random().text(10, LETTERS),
            call.random().text(13, LETTERS).toUpperCase(java.util.Locale.ROOT),
            call.random().text(12, DIGITS),
            call.random().text(32, HEX),
            call.random().text(8, LETTERS),
            call.random().text(26, LETTERS))
        .filter(id -> fits(id, wanted))
        .findFirst()
        .or(() -> generated(wanted))
        .orElseGet(() -> call.random().uuid());
  }

  /** The ARN of a thing: what it belongs to, its noun, and its name. */
  String arn(Resource resource, String scope, String id, List<Constraints> wanted) {
    String noun = Names.dashed(resource.noun());
    String path =
        Stream.concat(Stream.of(scope.split("/")).filter(this::isTold), Stream.of(id))
            .collect(Collectors.joining("/"));
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
        .filter(arn -> fits(arn, wanted))
        .findFirst()
        .or(() -> generated(wanted))
        .orElseGet(() -> call.arn(namespace(), noun + "/" + path));
  }

  /** An ARN tells of what a thing belongs to, but of the account only in its place. */
  private boolean isTold(String owner) {
    return !owner.isEmpty() && !owner.equals(call.account());
  }

  private static boolean fits(String text, List<Constraints> wanted) {
    return wanted.stream().allMatch(constraints -> Values.fits(text, constraints));
  }

  /** A text of one of the patterns that fits all, or else as many as can be. */
  private Optional<String> generated(List<Constraints> wanted) {
    Values values = new Values(call.random(), call.now(), 0);
    List<String> texts = new ArrayList<>();
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      for (Constraints constraints : wanted) {
        values.matching(constraints, pattern -> ArnPattern.at(call, pattern)).ifPresent(texts::add);
      }
    }
    return texts.stream()
        .max(
            Comparator.<String>comparingLong(
                    text -> wanted.stream().filter(one -> Values.fits(text, one)).count())
                .thenComparing(String::length, Comparator.reverseOrder()));
  }

  private String global(String rest) {
    return "arn:" + call.partition() + ":" + namespace() + "::" + call.account() + ":" + rest;
  }

  private String namespace() {
    return service.signingName();
  }

  /**
   * What all members of a service want that hold a name of a resource with one of these endings.
   *
   * @param own the operations upon the resource, where members need not be called after it
   */
  static List<Constraints> wanted(
      ServiceModel service, Resource resource, List<String> ends, Predicate<String> own) {
    return service.operationNames().stream()
        .map(name -> service.operation(name).orElseThrow())
        .flatMap(
            operation ->
                Stream.concat(
                        operation.input().members().stream(), told(operation.output(), resource))
                    .filter(member -> isNamed(member, resource, own.test(operation.name()))))
        .filter(member -> ends.stream().anyMatch(Names.canonical(member.name())::endsWith))
        .map(member -> member.target().constraints())
        .filter(constraints -> !constraints.equals(Constraints.NONE))
        .distinct()
        .toList();
  }

  /** The members of an answer, and of structures in it that are about a resource. */
  private static Stream<Member> told(StructureShape output, Resource resource) {
    return Stream.concat(
        output.members().stream(),
        output.members().stream()
            .flatMap(member -> inside(member.target()).stream())
            .filter(inner -> Names.canonical(inner.name()).contains(resource.lastWord()))
            .flatMap(inner -> inner.members().stream()));
  }

  private static boolean isNamed(Member member, Resource resource, boolean own) {
    String name = Names.canonical(member.name());
    int score = Identity.score(name, resource.canonicalNoun(), resource.lastWord());
    boolean sure = name.startsWith(resource.canonicalNoun()) && score >= 95;
    return member.target().type() == ShapeType.STRING
        && (sure || (own && (name.equals(resource.key()) || score > 55)));
  }

  private static Optional<StructureShape> inside(Shape shape) {
    Shape target = shape instanceof ListShape list ? list.member().target() : shape;
    return target instanceof StructureShape structure ? Optional.of(structure) : Optional.empty();
  }
}
