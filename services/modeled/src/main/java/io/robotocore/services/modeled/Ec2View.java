package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.service.DocumentError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operations of EC2 share: how they find, make and change things.
 *
 * @param scene the call
 */
record Ec2View(Scene scene) {

  Resource resource(String noun) {
    return scene.design().resource(Names.canonical(noun)).orElseThrow();
  }

  Stream<Entity> all(String noun) {
    return scene.state().all(Names.canonical(noun));
  }

  /** The things of a noun that an attribute connects with another. */
  Stream<Entity> all(String noun, String attribute, String value) {
    return all(noun).filter(entity -> Structures.text(entity, attribute).equals(value));
  }

  Optional<Entity> find(String noun, String id) {
    return scene.state().get(new EntityKey(Names.canonical(noun), "", id));
  }

  /**
   * The thing of an id.
   *
   * @throws DocumentError if it is not there
   */
  Entity need(String noun, String id) {
    return find(noun, id).orElseThrow(() -> new Errors(scene).missing(resource(noun), id));
  }

  /** A new thing with attributes by canonical name. */
  Entity make(String noun, Map<String, Object> attributes) {
    return new Creation(scene, resource(noun)).make(attributes);
  }

  /** A new thing of what the request says. */
  Entity create(String noun) {
    return new Creation(scene, resource(noun)).create();
  }

  /** A new thing with attributes by canonical name, and with the tags of the request. */
  Entity create(String noun, Map<String, Object> attributes) {
    Entity made = make(noun, attributes).withTags(new Tagging(scene).given());
    scene.state().put(made);
    return made;
  }

  /** Changes a thing; what has only just been created is still that. */
  Entity change(Entity entity, Map<String, Object> changes) {
    boolean isNew = entity.life().created().equals(scene.call().now());
    String verb = isNew ? entity.life().verb() : "Modify";
    Entity changed = entity.with(changes, verb, scene.call().now());
    scene.state().put(changed);
    return changed;
  }

  void remove(Entity entity) {
    scene.state().remove(entity);
  }

  /** What the answer of the operation shows of a thing. */
  Map<String, Object> shown(String noun, Entity entity) {
    return new Creation(scene, resource(noun)).shown(entity);
  }

  /** The answer of an operation that has done what it was to do. */
  Map<String, Object> done() {
    Optional<Member> success =
        scene.operation().output().members().stream()
            .filter(member -> member.name().equals("Return"))
            .findFirst();
    return success.isPresent() ? Map.of("Return", true) : Map.of();
  }

  /** A text of the request; empty if it has none. */
  String input(String member) {
    return scene.input().get(member) instanceof String text ? text : "";
  }

  /** The structures of a list of the request. */
  List<Map<?, ?>> structures(String member) {
    return structures(Optional.ofNullable(scene.input().get(member)));
  }

  static List<Map<?, ?>> structures(Entity entity, String attribute) {
    return structures(entity.attribute(attribute));
  }

  private static List<Map<?, ?>> structures(Optional<?> value) {
    return value.filter(List.class::isInstance).map(list -> (List<?>) list).stream()
        .flatMap(List::stream)
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(element -> (Map<?, ?>) element)
        .toList();
  }

  /** The texts of a list of the request. */
  List<String> texts(String member) {
    return scene.input().get(member) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A new id: {@code rtbassoc-} and seventeen hexadecimal digits. */
  String newId(String prefix) {
    return prefix + scene.call().random().hex(17);
  }

  String account() {
    return scene.call().account();
  }

  String region() {
    return scene.call().region();
  }

  static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of());
  }

  /** The error for what cannot go because something needs it. */
  static DocumentError hasDependencies(String noun, Entity entity) {
    return error(
        "DependencyViolation",
        "The " + noun + " '" + entity.key().id() + "' has dependencies and cannot be deleted.");
  }

  static DocumentError missing(String parameter) {
    return error("MissingParameter", "The request must contain the parameter " + parameter);
  }
}
