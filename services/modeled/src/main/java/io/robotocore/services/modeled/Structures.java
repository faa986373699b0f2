package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;

/** Reads what documents hold, where code tells what it is. */
final class Structures {

  private Structures() {}

  /** A text of a structure; empty if it has none. */
  static String text(Map<?, ?> structure, String member) {
    return structure.get(member) instanceof String text ? text : "";
  }

  /** What is known of a thing, as a text; empty if nothing is. */
  static String text(Entity entity, String attribute) {
    return entity.attribute(attribute).map(String::valueOf).orElse("");
  }

  /** The structures in a list of a structure; none if it has no list. */
  static List<Map<?, ?>> list(Map<?, ?> structure, String member) {
    return structure.get(member) instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList()
        : List.of();
  }
}
