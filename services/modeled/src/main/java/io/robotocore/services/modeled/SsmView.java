package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operations of Systems Manager share: things with a history, of which each version is a
 * structure.
 *
 * @param scene the call
 */
record SsmView(Scene scene) {

  static final String PARAMETER = "Parameter";
  static final String DOCUMENT = "Document";

  private static final String VERSIONS = "versions";

  Resource resource(String noun) {
    return scene.design().resource(Names.canonical(noun)).orElseThrow();
  }

  Optional<Entity> find(String noun, String name) {
    return new Finder(scene).named(resource(noun), name);
  }

  /**
   * The thing of a name.
   *
   * @throws DocumentError if it is not there
   */
  Entity need(String noun, String name) {
    return find(noun, name).orElseThrow(() -> new Errors(scene).missing(resource(noun), name));
  }

  Entity parameter() {
    return need(PARAMETER, input("Name"));
  }

  Entity document() {
    return need(DOCUMENT, input("Name"));
  }

  /** A new thing with its first version. */
  Entity make(String noun, Map<String, Object> attributes, Map<String, Object> version) {
    Map<String, Object> all = new LinkedHashMap<>(attributes);
    all.put(VERSIONS, List.of(version));
    Entity made = new Creation(scene, resource(noun)).make(all);
    return keep(made.withTags(new Tagging(scene).given()));
  }

  /** A thing with other versions. */
  Entity change(Entity entity, List<Map<String, Object>> versions) {
    return change(entity, Map.of(VERSIONS, List.copyOf(versions)));
  }

  Entity change(Entity entity, Map<String, Object> changes) {
    return keep(entity.with(changes, scene.verb(), scene.call().now()));
  }

  private Entity keep(Entity entity) {
    scene.state().put(entity);
    return entity;
  }

  /** The versions of a thing, the oldest first. */
  static List<Map<String, Object>> versions(Entity entity) {
    List<Map<String, Object>> versions = new ArrayList<>();
    if (entity.attribute(VERSIONS).orElse(List.of()) instanceof List<?> all) {
      for (Object one : all) {
        if (one instanceof Map<?, ?> facts) {
          Map<String, Object> version = new LinkedHashMap<>();
          facts.forEach((name, value) -> version.put((String) name, value));
          versions.add(version);
        }
      }
    }
    return versions;
  }

  static Map<String, Object> latest(Entity entity) {
    List<Map<String, Object>> versions = versions(entity);
    return versions.get(versions.size() - 1);
  }

  /** A text of the request; empty if it has none. */
  String input(String member) {
    return Structures.text(scene.input(), member);
  }

  boolean isSet(String member) {
    return Boolean.TRUE.equals(scene.input().get(member));
  }

  /** The texts of a list of the request. */
  List<String> texts(String member) {
    return texts(scene.input(), member);
  }

  static List<String> texts(Map<?, ?> structure, String member) {
    return structure.get(member) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The structures of lists of the request. */
  Stream<Map<?, ?>> structures(String... members) {
    return Stream.of(members)
        .flatMap(
            member ->
                scene.input().get(member) instanceof List<?> list ? list.stream() : Stream.empty())
        .map(element -> (Map<?, ?>) element);
  }

  /** A structure with some of the members of another. */
  static Map<String, Object> some(Map<String, Object> all, List<String> members) {
    Map<String, Object> some = new LinkedHashMap<>(all);
    some.keySet().retainAll(members);
    return some;
  }

  static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of());
  }

  static DocumentError invalid(String message) {
    return error("ValidationException", message);
  }
}
