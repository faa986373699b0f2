package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.Shape;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The forms that tags have in different services: maps, and lists of structures. */
final class TagForms {

  private static final Set<String> KEYS = Set.of("key", "tagkey", "k");
  private static final Set<String> VALUES = Set.of("value", "tagvalue", "v");

  private TagForms() {}

  /** Whether a member holds tags, by its name and its form. */
  static boolean isOne(Member member) {
    String name = Names.canonical(member.name());
    boolean named =
        name.startsWith("tags")
            || name.endsWith("tags")
            || name.endsWith("taglist")
            || name.endsWith("tagset")
            || name.endsWith("tagmap")
            || name.equals("tag");
    return named && (isMap(member.target()) || entry(list(member.target())).isPresent());
  }

  /** The list of tags that a shape is, or that is all that a structure holds. */
  private static Shape list(Shape shape) {
    return shape instanceof StructureShape structure && structure.members().size() == 1
        ? structure.members().get(0).target()
        : shape;
  }

  private static boolean isMap(Shape shape) {
    return shape instanceof MapShape map && map.value().target().type() == ShapeType.STRING;
  }

  /** The structure of a list's entries, if they have a key and a value. */
  private static Optional<StructureShape> entry(Shape shape) {
    return shape instanceof ListShape list
            && list.member().target() instanceof StructureShape structure
            && part(structure, KEYS).isPresent()
            && part(structure, VALUES).isPresent()
        ? Optional.of(structure)
        : Optional.empty();
  }

  private static Optional<Member> part(StructureShape structure, Set<String> names) {
    return structure.members().stream()
        .filter(member -> names.contains(Names.canonical(member.name())))
        .filter(member -> member.target().type() == ShapeType.STRING)
        .findFirst();
  }

  /** The tags that a request has. */
  static Map<String, String> in(StructureShape input, Map<String, Object> request) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Member member : input.members()) {
      if (request.containsKey(member.name()) && isOne(member)) {
        tags.putAll(read(member.target(), request.get(member.name())));
      } else if (Names.canonical(member.name()).contains("tag") || isAll(input, member)) {
        within(member.target(), request.get(member.name())).forEach(tags::putAll);
      }
    }
    return tags;
  }

  /** Whether a structure is what the whole body of a request is. */
  private static boolean isAll(StructureShape input, Member member) {
    return member.target() instanceof StructureShape
        && input.payload().filter(member::equals).isPresent();
  }

  /** The tags in structures that hold them among other things: tag specifications. */
  private static List<Map<String, String>> within(
      Shape shape, @org.jspecify.annotations.Nullable Object value) {
    if (shape instanceof ListShape list && value instanceof List<?> values) {
      return values.stream().flatMap(one -> within(list.member().target(), one).stream()).toList();
    }
    return shape instanceof StructureShape structure && value instanceof Map<?, ?> map
        ? List.of(in(structure, named(map)))
        : List.of();
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((name, content) -> named.put((String) name, content));
    return named;
  }

  private static Map<String, String> read(
      Shape shape, @org.jspecify.annotations.Nullable Object value) {
    Map<String, String> tags = new LinkedHashMap<>();
    if (shape instanceof StructureShape structure && value instanceof Map<?, ?> map) {
      Member only = structure.members().get(0);
      return read(only.target(), map.get(only.name()));
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, text) -> tags.put((String) key, String.valueOf(text)));
    } else if (value instanceof List<?> list) {
      StructureShape entry = entry(shape).orElseThrow();
      for (Object one : list) {
        if (one instanceof Map<?, ?> tag) {
          text(tag, part(entry, KEYS))
              .ifPresent(key -> tags.put(key, text(tag, part(entry, VALUES)).orElse("")));
        }
      }
    }
    return tags;
  }

  private static Optional<String> text(Map<?, ?> tag, Optional<Member> part) {
    return part.flatMap(member -> Optional.<Object>ofNullable(tag.get(member.name())))
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** The keys of the tags that a request takes off. */
  static Set<String> keys(StructureShape input, Map<String, Object> request) {
    Set<String> keys = new java.util.LinkedHashSet<>(in(input, request).keySet());
    for (Member member : input.members()) {
      String name = Names.canonical(member.name());
      if (name.contains("tag") || name.contains("key")) {
        Object value = request.get(member.name());
        if ((value instanceof Map<?, ?> map ? map.get("Items") : value) instanceof List<?> list) {
          list.forEach(entry -> key(entry).ifPresent(keys::add));
        } else if (request.get(member.name()) instanceof String key && name.endsWith("key")) {
          keys.add(key);
        }
      }
    }
    return keys;
  }

  /** A key, or the key that a structure has. */
  private static Optional<String> key(@org.jspecify.annotations.Nullable Object entry) {
    return entry instanceof Map<?, ?> tag
        ? tag.entrySet().stream()
            .filter(member -> KEYS.contains(Names.canonical((String) member.getKey())))
            .map(Map.Entry::getValue)
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .findFirst()
        : Optional.ofNullable(entry).filter(String.class::isInstance).map(String.class::cast);
  }

  /** Tags as a member holds them, or a structure in it; empty if it is for something else. */
  static Optional<Object> told(Member member, Map<String, String> tags) {
    if (isOne(member)) {
      return Optional.of(write(member, tags));
    }
    return member.target() instanceof StructureShape structure
        ? structure.members().stream()
            .filter(TagForms::isOne)
            .findFirst()
            .map(inner -> Map.of(inner.name(), write(inner, tags)))
        : Optional.empty();
  }

  /** Tags as a member holds them. */
  static Object write(Member member, Map<String, String> tags) {
    if (isMap(member.target())) {
      return Map.copyOf(tags);
    }
    if (member.target() instanceof StructureShape structure) {
      Member only = structure.members().get(0);
      return Map.of(only.name(), write(only, tags));
    }
    StructureShape entry = entry(member.target()).orElseThrow();
    return tags.entrySet().stream().map(tag -> write(entry, tag)).toList();
  }

  private static Map<String, Object> write(StructureShape entry, Map.Entry<String, String> tag) {
    Map<String, Object> written = new LinkedHashMap<>();
    part(entry, KEYS).ifPresent(member -> written.put(member.name(), tag.getKey()));
    part(entry, VALUES).ifPresent(member -> written.put(member.name(), tag.getValue()));
    return written;
  }
}
