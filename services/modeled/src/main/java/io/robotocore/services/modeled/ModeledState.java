package io.robotocore.services.modeled;

import io.robotocore.state.State;
import io.robotocore.state.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was created in a modeled service. */
final class ModeledState extends State {

  private final Table<EntityKey, Entity> entities = table();
  private final Table<String, Boolean> begun = table();

  /** Says that what is there from the beginning is there; false if that was so before. */
  boolean begin() {
    boolean first = !begun.containsKey("");
    begun.put("", true);
    return first;
  }

  /** All entities of a noun, sorted. */
  Stream<Entity> all(String noun) {
    return entities.asMap().tailMap(EntityKey.first(noun), true).entrySet().stream()
        .takeWhile(entry -> entry.getKey().noun().equals(noun))
        .map(Map.Entry::getValue);
  }

  /** All entities. */
  Stream<Entity> all() {
    return entities.asMap().values().stream();
  }

  Optional<Entity> get(EntityKey key) {
    return entities.get(key);
  }

  void put(Entity entity) {
    entities.put(entity.key(), entity);
  }

  void remove(Entity entity) {
    entities.remove(entity.key());
  }

  /** The entities of several keys. */
  List<Entity> get(List<EntityKey> keys) {
    return keys.stream().flatMap(key -> get(key).stream()).toList();
  }
}
