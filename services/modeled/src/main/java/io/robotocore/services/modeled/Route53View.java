package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the operations of Route 53 share.
 *
 * @param scene the call
 */
record Route53View(Scene scene) {

  static final String ZONE = "hostedzone";
  static final String RECORDS = "resourcerecordset";
  private static final String CHANGE = "change";
  private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /**
   * The hosted zone that the request names, with or without what its id begins with.
   *
   * @throws DocumentError if it is not there
   */
  Entity zone(String member) {
    String id = bare(input(member));
    return find(ZONE, "/hostedzone/" + id)
        .orElseThrow(() -> error("NoSuchHostedZone", "No hosted zone found with ID: " + id));
  }

  /** An id without {@code /hostedzone/} or {@code /change/}. */
  static String bare(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private Optional<Entity> find(String noun, String id) {
    return scene.state().get(new EntityKey(noun, "", id));
  }

  Stream<Entity> zones() {
    return scene.state().all(ZONE);
  }

  /** Keeps something new. */
  Entity add(EntityKey key, Map<String, Object> attributes) {
    Instant now = scene.call().now();
    Entity entity =
        new Entity(key, Map.copyOf(attributes), Map.of(), new Entity.Life(now, now, "", ""));
    scene.state().put(entity);
    return entity;
  }

  Entity change(Entity entity, Map<String, Object> changes) {
    Entity changed = entity.with(changes, "", scene.call().now());
    scene.state().put(changed);
    return changed;
  }

  /** The record sets of a zone, in Route 53's order. */
  List<Map<?, ?>> records(Entity zone) {
    return scene
        .state()
        .all(RECORDS, zone.key().id())
        .<Map<?, ?>>map(entity -> (Map<?, ?>) entity.attributes().getOrDefault(RECORDS, Map.of()))
        .toList();
  }

  Optional<Map<?, ?>> record(Entity zone, Map<?, ?> like) {
    return scene
        .state()
        .get(recordKey(zone, like))
        .map(entity -> (Map<?, ?>) entity.attributes().getOrDefault(RECORDS, Map.of()));
  }

  void keep(Entity zone, Map<?, ?> set) {
    add(recordKey(zone, set), Map.of(RECORDS, set));
  }

  void remove(Entity zone, Map<?, ?> set) {
    scene.state().get(recordKey(zone, set)).ifPresent(scene.state()::remove);
  }

  private static EntityKey recordKey(Entity zone, Map<?, ?> set) {
    return new EntityKey(RECORDS, zone.key().id(), sortKey(set));
  }

  /** What sorts record sets as Route 53 does: by name, type and identifier. */
  static String sortKey(Map<?, ?> set) {
    String end = DomainName.BORDER.repeat(2);
    return new DomainName(Structures.text(set, "Name")).sortKey()
        + end
        + Structures.text(set, "Type")
        + end
        + Structures.text(set, "SetIdentifier");
  }

  /** Says that something has been changed: the answers tell of it until it is everywhere. */
  Map<String, Object> submitted(String comment) {
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("Id", "/change/C" + newId());
    info.put("Status", "PENDING");
    info.put("SubmittedAt", scene.call().now());
    if (!comment.isEmpty()) {
      info.put("Comment", comment);
    }
    add(new EntityKey(CHANGE, "", (String) info.get("Id")), Map.of("info", info));
    return info;
  }

  /** How a change is getting on. */
  Map<String, Object> change() {
    String id = bare(input("Id"));
    Entity change =
        find(CHANGE, "/change/" + id)
            .orElseThrow(() -> error("NoSuchChange", "Could not find resource with ID: " + id));
    Map<String, Object> info = new LinkedHashMap<>();
    ((Map<?, ?>) change.attributes().getOrDefault("info", Map.of()))
        .forEach((name, value) -> info.put((String) name, value));
    Instant done = change.life().created().plus(scene.call().transitionTime());
    if (!done.isAfter(scene.call().now())) {
      info.put("Status", "INSYNC");
    }
    return Map.of("ChangeInfo", info);
  }

  /** The end of a new id: nineteen capitals and digits. */
  String newId() {
    return scene.call().random().text(19, CAPITALS);
  }

  String input(String member) {
    return Structures.text(scene.input(), member);
  }

  /** How many things a page of the answer may have. */
  int limit(int usual) {
    String asked = input("MaxItems");
    return asked.matches("[0-9]{1,6}")
        ? Math.max(1, Math.min(usual, Integer.parseInt(asked)))
        : usual;
  }

  static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of("message", message));
  }
}
