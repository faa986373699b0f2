package io.robotocore.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of a model file. A member that is missing reads as empty: models leave out what is
 * usual.
 */
final class JsonObject {

  static final JsonObject EMPTY = new JsonObject(Map.of());

  private final Map<String, Object> members;

  JsonObject(Map<String, Object> members) {
    this.members = members;
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Set<String> names() {
    return members.keySet();
  }

  Map<String, Object> members() {
    return members;
  }

  /** The text, or an empty one. */
  String text(String name) {
    return textOr(name, "");
  }

  String textOr(String name, String otherwise) {
    return members.get(name) instanceof String text ? text : otherwise;
  }

  Optional<String> optional(String name) {
    return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  Optional<BigDecimal> number(String name) {
    return members.get(name) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
  }

  int intOr(String name, int otherwise) {
    return members.get(name) instanceof BigDecimal number ? number.intValueExact() : otherwise;
  }

  JsonObject object(String name) {
    return members.get(name) instanceof JsonObject object ? object : EMPTY;
  }

  /** The texts of a list; a single text counts as a list of one. */
  List<String> texts(String name) {
    @Nullable Object value = members.get(name);
    if (value instanceof String text) {
      return List.of(text);
    }
    return all(value, String.class);
  }

  List<JsonObject> objects(String name) {
    return all(members.get(name), JsonObject.class);
  }

  private static <T> List<T> all(@Nullable Object list, Class<T> type) {
    if (!(list instanceof List<?> values)) {
      return List.of();
    }
    List<T> matching = new ArrayList<>(values.size());
    for (Object value : values) {
      matching.add(type.cast(value));
    }
    return List.copyOf(matching);
  }
}
