package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An item: attributes, each with a set of values.
 *
 * @param name its name
 * @param attributes the values by the attributes' names, sorted
 */
record SdbItem(String name, Map<String, List<String>> attributes) {

  static SdbItem of(String name, Map<String, List<String>> attributes) {
    Map<String, List<String>> sorted = new TreeMap<>(attributes);
    sorted.values().removeIf(List::isEmpty);
    return new SdbItem(name, Collections.unmodifiableMap(sorted));
  }

  List<String> values(String attribute) {
    return attributes.getOrDefault(attribute, List.of());
  }

  /** How many pairs of an attribute and a value it has. */
  int size() {
    return attributes.values().stream().mapToInt(List::size).sum();
  }

  /** This with more values: those of an attribute that is to be replaced lose the old ones. */
  SdbItem with(Collection<Map<?, ?>> given) {
    Map<String, List<String>> changed = new LinkedHashMap<>(attributes);
    given.stream()
        .filter(one -> Boolean.TRUE.equals(one.get("Replace")))
        .forEach(one -> changed.remove(Structures.text(one, "Name")));
    for (Map<?, ?> one : given) {
      List<String> values =
          new ArrayList<>(changed.getOrDefault(Structures.text(one, "Name"), List.of()));
      if (!values.contains(Structures.text(one, "Value"))) {
        values.add(Structures.text(one, "Value"));
      }
      changed.put(Structures.text(one, "Name"), List.copyOf(values));
    }
    return of(name, changed);
  }

  /** This without some values, or without all if none are said. */
  SdbItem without(Collection<Map<?, ?>> given) {
    Map<String, List<String>> changed = new LinkedHashMap<>(attributes);
    if (given.isEmpty()) {
      changed.clear();
    }
    for (Map<?, ?> one : given) {
      changed.computeIfPresent(
          Structures.text(one, "Name"),
          (attribute, values) ->
              values.stream().filter(value -> !value.equals(one.get("Value"))).toList());
    }
    return of(name, changed);
  }

  /** The attributes as answers have them: all, or only those with some names. */
  List<Map<String, String>> told(Collection<String> names) {
    return attributes.entrySet().stream()
        .filter(attribute -> names.isEmpty() || names.contains(attribute.getKey()))
        .flatMap(
            attribute ->
                attribute.getValue().stream()
                    .map(value -> Map.of("Name", attribute.getKey(), "Value", value)))
        .toList();
  }
}
