package io.robotocore.services.modeled;

import io.robotocore.state.State;
import io.robotocore.state.Table;
import io.robotocore.state.Timetable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was created in a modeled service. */
final class ModeledState extends State {

  private final Table<EntityKey, Entity> entities = table();
  private final Table<EntityName, Boolean> names = table();
  private final Table<String, Boolean> begun = table();
  private final Table<EntityKey, Later> later = table();
  private final Timetable<EntityKey> planned = timetable();

  /** Says that what is there from the beginning is there; false if that was so before. */
  boolean begin() {
    boolean first = !begun.containsKey("");
    begun.put("", true);
    return first;
  }

  /** All entities, sorted. */
  Stream<Entity> all() {
    return entities.asMap().values().stream();
  }

  /** All entities of a noun, sorted. */
  Stream<Entity> all(String noun) {
    return entities.asMap().tailMap(EntityKey.first(noun), true).entrySet().stream()
        .takeWhile(entry -> entry.getKey().noun().equals(noun))
        .map(Map.Entry::getValue);
  }

  /** All entities of a noun that belong to something, sorted. */
  Stream<Entity> all(String noun, String scope) {
    EntityKey first = new EntityKey(noun, scope, "");
    return entities.asMap().tailMap(first, true).entrySet().stream()
        .takeWhile(entry -> entry.getKey().noun().equals(noun))
        .takeWhile(entry -> entry.getKey().scope().equals(scope))
        .map(Map.Entry::getValue);
  }

  Optional<Entity> get(EntityKey key) {
    return entities.get(key);
  }

  /** The entities that have a name, sorted: it may be the end of another name, as of an ARN. */
  Stream<Entity> named(String name) {
    return found(name).filter(entity -> entity.isNamed(name));
  }

  /** The entity that a client's token has made. */
  Optional<Entity> made(String noun, String token) {
    return found(token)
        .filter(entity -> entity.key().noun().equals(noun) && entity.life().token().equals(token))
        .findFirst();
  }

  private Stream<Entity> found(String name) {
    EntityName first = EntityName.first(name);
    return names.asMap().tailMap(first, true).keySet().stream()
        .takeWhile(found -> found.end().equals(first.end()))
        .flatMap(found -> get(found.key()).stream());
  }

  void put(Entity entity) {
    get(entity.key()).ifPresent(this::forget);
    entities.put(entity.key(), entity);
    names(entity).forEach(name -> names.put(name, true));
  }

  void remove(Entity entity) {
    get(entity.key()).ifPresent(this::forget);
    entities.remove(entity.key());
    later.remove(entity.key());
  }

  /** Says what becomes of an entity, unless something else does before. */
  void later(Entity entity, Later what) {
    later.put(entity.key(), what);
  }

  /** What has become of entities by now. */
  Map<Entity, Later> due(Instant now) {
    Map<Entity, Later> due = new LinkedHashMap<>();
    later
        .asMap()
        .forEach(
            (key, what) -> {
              if (!what.due().isAfter(now)) {
                due.put(entities.get(key).orElseThrow(), what);
              }
            });
    return due;
  }

  /**
   * Says that something is to happen to what is found here, at another time than was said before.
   */
  void plan(EntityKey key, Instant at) {
    planned.plan(key.toString(), at, key);
  }

  /** Says that nothing is to happen to what is found here. */
  void cancel(EntityKey key) {
    planned.cancel(key.toString());
  }

  /** Takes out what is to happen next, if its time has come. */
  Optional<EntityKey> takePlanned(Instant now) {
    return planned.takeDue(now);
  }

  /** All entities that have a tag and are still there, sorted. */
  Stream<Entity> tagged(Instant now) {
    return all()
        .filter(entity -> !entity.tags().isEmpty())
        .filter(
            entity ->
                later
                    .get(entity.key())
                    .filter(what -> what.gone() && !what.due().isAfter(now))
                    .isEmpty());
  }

  /** Keeps an entity of which nothing else becomes. */
  void settle(Entity entity) {
    later.remove(entity.key());
    put(entity);
  }

  /** Whether an entity will not be there any more. */
  boolean isLeaving(Entity entity) {
    return later.get(entity.key()).filter(Later::gone).isPresent();
  }

  private void forget(Entity entity) {
    names(entity).forEach(names::remove);
  }

  private static Set<EntityName> names(Entity entity) {
    return Stream.concat(entity.names(), Stream.of(entity.life().token()))
        .filter(name -> !name.isEmpty())
        .map(name -> EntityName.of(name, entity.key()))
        .collect(Collectors.toSet());
  }
}
