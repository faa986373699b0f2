package io.robotocore.services.modeled;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Members of a structure of SWF, without those that are not there.
 *
 * @param members the members by name
 */
record SwfFacts(Map<String, Object> members) {

  static final SwfFacts NONE = new SwfFacts(Map.of());

  static SwfFacts of(Map<?, ?> structure) {
    Map<String, Object> members = new LinkedHashMap<>();
    structure.forEach((name, value) -> members.put((String) name, value));
    return new SwfFacts(Collections.unmodifiableMap(members));
  }

  /** The only member of a structure. */
  static SwfFacts of(String name, Object value) {
    return new SwfFacts(Map.of(name, value));
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** A text; empty if there is none. */
  String text(String name) {
    return members.get(name) instanceof String text ? text : "";
  }

  /** A number; zero if there is none. */
  long number(String name) {
    return members.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** Whether a time has come. */
  boolean isPast(String name, Instant now) {
    return members.get(name) instanceof Instant at && !at.isAfter(now);
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  /** A structure; empty if there is none. */
  SwfFacts structure(String name) {
    return members.get(name) instanceof Map<?, ?> structure ? of(structure) : NONE;
  }

  /** The structures of a list. */
  List<SwfFacts> structures(String name) {
    return members.get(name) instanceof List<?> list
        ? list.stream().map(one -> of((Map<?, ?>) one)).toList()
        : List.of();
  }

  /** This with another value of a member. */
  SwfFacts and(String name, Object value) {
    return and(of(name, value));
  }

  /** This with other values of some members. */
  SwfFacts and(SwfFacts others) {
    Map<String, Object> all = new LinkedHashMap<>(members);
    all.putAll(others.members);
    return new SwfFacts(Collections.unmodifiableMap(all));
  }

  /** Some of the members. */
  SwfFacts only(String... names) {
    Map<String, Object> some = new LinkedHashMap<>();
    Stream.of(names)
        .filter(members::containsKey)
        .forEach(name -> some.put(name, java.util.Objects.requireNonNull(members.get(name))));
    return new SwfFacts(Collections.unmodifiableMap(some));
  }
}
