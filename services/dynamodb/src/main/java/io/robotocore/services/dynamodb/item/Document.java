package io.robotocore.services.dynamodb.item;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Names with their values: an item, or a map within one. Two sorted arrays, because there may be
 * millions of items.
 *
 * @param names the names, sorted
 * @param values the value of each name
 */
public record Document(String[] names, Value[] values) implements Value {

  /** A document without attributes. */
  public static final Document EMPTY = new Document(new String[0], new Value[0]);

  /** The document that holds what a map does. */
  public static Document of(Map<String, ? extends Value> map) {
    Map<String, Value> sorted = new TreeMap<>(map);
    return new Document(
        sorted.keySet().toArray(String[]::new), sorted.values().toArray(Value[]::new));
  }

  @Override
  public Type type() {
    return Type.M;
  }

  /** The number of attributes. */
  public int size() {
    return names.length;
  }

  /** The value of an attribute. */
  public Optional<Value> get(String name) {
    int at = Arrays.binarySearch(names, name);
    return at < 0 ? Optional.empty() : Optional.of(values[at]);
  }

  /** Whether there is an attribute. */
  public boolean has(String name) {
    return Arrays.binarySearch(names, name) >= 0;
  }

  /** This document with an attribute set. */
  public Document with(String name, Value value) {
    int at = Arrays.binarySearch(names, name);
    if (at >= 0) {
      Value[] changed = values.clone();
      changed[at] = value;
      return new Document(names, changed);
    }
    Map<String, Value> map = asMap();
    map.put(name, value);
    return of(map);
  }

  /** This document without an attribute. */
  public Document without(String name) {
    if (!has(name)) {
      return this;
    }
    Map<String, Value> map = asMap();
    map.remove(name);
    return of(map);
  }

  /** This document with those attributes only of which it is told, as far as it has them. */
  public Document only(Iterable<String> wanted) {
    Map<String, Value> map = new TreeMap<>();
    wanted.forEach(name -> get(name).ifPresent(value -> map.put(name, value)));
    return of(map);
  }

  /** A copy that can be changed, in the order of the names. */
  public Map<String, Value> asMap() {
    Map<String, Value> map = new LinkedHashMap<>();
    forEach(map::put);
    return map;
  }

  /** Hands over each attribute. */
  public void forEach(BiConsumer<String, Value> consumer) {
    for (int i = 0; i < names.length; i++) {
      consumer.accept(names[i], values[i]);
    }
  }

  /** The values in the order of their names. */
  public Iterator<Value> iterator() {
    return List.of(values).iterator();
  }

  /** This document with the names of another if they are the same, so that both share them. */
  public Document sharingNames(Document other) {
    return names != other.names && Arrays.equals(names, other.names)
        ? new Document(other.names, values)
        : this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Document that
        && Arrays.equals(names, that.names)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
