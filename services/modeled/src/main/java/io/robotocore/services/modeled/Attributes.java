package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a request says of a thing. */
final class Attributes {

  private Attributes() {}

  /** The members of a request by canonical name, with those of a structure that describes it. */
  static Map<String, Object> of(Scene scene, Resource resource) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (Member member : scene.shape().members()) {
      Object value = scene.input().get(member.name());
      if (value == null || isToken(member)) {
        continue;
      }
      if (value instanceof Map<?, ?> structure
          && member.target() instanceof StructureShape shape
          && describes(member, shape, scene.shape(), resource)) {
        structure.forEach(
            (name, inner) -> attributes.putIfAbsent(Names.canonical((String) name), inner));
      }
      attributes.put(Names.canonical(member.name()), value);
    }
    return attributes;
  }

  /** Whether a member says that a request is the same as another; a thing may keep such a name. */
  static boolean isToken(Member member) {
    return member.idempotencyToken() && !Names.canonical(member.name()).equals("creationtoken");
  }

  /** Whether a structure holds what elsewhere is held by the input itself. */
  private static boolean describes(
      Member member, StructureShape shape, StructureShape input, Resource resource) {
    String name = Names.canonical(member.name());
    String noun = resource.canonicalNoun();
    boolean named = name.startsWith(noun) || name.startsWith(resource.lastWord());
    boolean typed = Names.canonical(shape.name()).startsWith(noun);
    boolean only =
        input.members().stream().filter(other -> other.target() instanceof StructureShape).count()
            == 1;
    boolean names = resource.ownMember(shape).isPresent();
    return (named || typed || (only && names)) && !shape.union();
  }
}
