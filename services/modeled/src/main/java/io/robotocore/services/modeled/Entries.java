package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of a request for many things.
 *
 * @param scene the call
 * @param resource what the things are
 */
record Entries(Scene scene, Optional<Resource> resource) {

  /** Whether an operation names several of a resource, rather than one. */
  static boolean areIn(OperationModel operation, Resource resource) {
    return resource.ownMember(operation.input()).filter(Member::required).isEmpty()
        && operation.input().members().stream().anyMatch(member -> holds(member, resource));
  }

  /** Whether a member is a list of names of a resource, or of structures that have such. */
  private static boolean holds(Member member, Resource resource) {
    if (!(member.target() instanceof ListShape list) || TagForms.isOne(member)) {
      return false;
    }
    String name = Names.canonical(Names.singular(member.name()));
    String noun = resource.canonicalNoun();
    boolean called =
        Identity.score(name, noun, resource.lastWord()) >= 55
            || name.equals("create" + noun + "request")
            || name.equals(noun + "request");
    return list.member().target() instanceof StructureShape shape
        ? member.required()
            && (called || resource.ownMember(shape).filter(Member::required).isPresent())
        : called && list.member().target().type() == ShapeType.STRING;
  }

  /** The input once for each entry of the list that is about the resource, or else of the first. */
  List<Scene.Request> all() {
    List<Member> members = scene.operation().input().members();
    return members.stream()
        .filter(member -> resource.filter(found -> holds(member, found)).isPresent())
        .filter(member -> scene.input().get(member.name()) instanceof List<?>)
        .findFirst()
        .or(
            () ->
                members.stream()
                    .filter(member -> member.target() instanceof ListShape)
                    .filter(member -> !TagForms.isOne(member))
                    .filter(member -> scene.input().get(member.name()) instanceof List<?>)
                    .findFirst())
        .map(this::entries)
        .orElseGet(() -> List.of(scene.request()));
  }

  private List<Scene.Request> entries(Member member) {
    ListShape list = (ListShape) member.target();
    return scene.input().get(member.name()) instanceof List<?> values
        ? values.stream().map(value -> entry(list, (Object) value)).toList()
        : List.of();
  }

  private Scene.Request entry(ListShape list, Object value) {
    if (list.member().target() instanceof StructureShape shape && value instanceof Map<?, ?> map) {
      Map<String, Object> entry = new LinkedHashMap<>();
      map.forEach((name, inner) -> entry.put((String) name, inner));
      return new Scene.Request(scene.operation(), shape, entry, Optional.empty());
    }
    return new Scene.Request(
        scene.operation(), scene.shape(), scene.input(), Optional.of(String.valueOf(value)));
  }
}
