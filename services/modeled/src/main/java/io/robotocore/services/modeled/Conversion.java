package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import io.robotocore.service.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/**
 * Brings a value that one shape had into the form of another: members find each other by name.
 *
 * @param values what is put where something must be and nothing is known
 */
record Conversion(Values values) {

  private static final int DEEPEST = 12;

  /** The value as a member's shape has it; empty if it cannot be brought into that form. */
  Optional<Object> to(Member member, Object value) {
    return to(member, value, 0);
  }

  private Optional<Object> to(Member member, Object value, int depth) {
    if (depth > DEEPEST) {
      return Optional.empty();
    }
    return switch (member.target().type()) {
      case STRUCTURE ->
          value instanceof Map<?, ?> map
              ? Optional.of(structure((StructureShape) member.target(), map, depth + 1))
              : Optional.empty();
      case LIST -> list((ListShape) member.target(), value, depth + 1);
      case MAP -> map((MapShape) member.target(), value, depth + 1);
      case DOCUMENT -> document(value);
      case STRING -> text(member, value, depth);
      case BOOLEAN -> value instanceof Boolean ? Optional.of(value) : Optional.empty();
      case BYTE -> number(value).map(Number::byteValue);
      case SHORT -> number(value).map(Number::shortValue);
      case INTEGER -> number(value).map(Number::intValue);
      case LONG -> number(value).map(Number::longValue);
      case FLOAT -> number(value).map(Number::floatValue);
      case DOUBLE -> number(value).map(Number::doubleValue);
      case TIMESTAMP -> value instanceof Instant ? Optional.of(value) : Optional.empty();
      case BLOB -> value instanceof SdkBytes ? Optional.of(value) : Optional.empty();
    };
  }

  /**
   * A text. Whether it is one of those that the model lists tells of a value itself that it is
   * meant; within structures it is, and AWS has more values than its models: attachments of
   * internet gateways are {@code available}.
   */
  private static Optional<Object> text(Member member, Object value, int depth) {
    if (value instanceof Instant || value instanceof Document) {
      return text(member, written(value), depth);
    }
    if (!(value instanceof String text)) {
      return Optional.empty();
    }
    List<String> allowed = member.enumValues();
    return depth > 0 || allowed.isEmpty() || allowed.contains(text)
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A time or a document as a text. */
  private static Object written(Object value) {
    return value instanceof Document document
        ? new String(Json.write(document), StandardCharsets.UTF_8)
        : value.toString();
  }

  /** A document, which a request may have written as a text. */
  private static Optional<Object> document(Object value) {
    return value instanceof String text
        ? Json.read(text.getBytes(StandardCharsets.UTF_8)).map(read -> read)
        : Optional.of(value).filter(Document.class::isInstance);
  }

  private static Optional<Number> number(Object value) {
    return value instanceof Number number ? Optional.of(number) : Optional.empty();
  }

  private Optional<Object> list(ListShape shape, Object value, int depth) {
    if (!(value instanceof List<?> list)) {
      return Optional.empty();
    }
    List<Object> converted = new ArrayList<>(list.size());
    for (Object element : list) {
      Optional.ofNullable(element)
          .flatMap(present -> to(shape.member(), present, depth))
          .ifPresent(converted::add);
    }
    return converted.size() == list.size() ? Optional.of(converted) : Optional.empty();
  }

  private Optional<Object> map(MapShape shape, Object value, int depth) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, Object> converted = new LinkedHashMap<>();
    map.forEach(
        (key, content) ->
            to(shape.value(), content, depth).ifPresent(made -> converted.put((String) key, made)));
    return converted.size() == map.size() ? Optional.of(converted) : Optional.empty();
  }

  /** Whether all names are those of the shape itself. */
  private static boolean isOf(StructureShape shape, Map<?, ?> map) {
    return map.keySet().stream().allMatch(name -> shape.member((String) name).isPresent());
  }

  private static Map<String, Object> canonical(Map<?, ?> map) {
    Map<String, Object> canonical = new LinkedHashMap<>();
    map.forEach((name, value) -> canonical.put(Names.canonical((String) name), value));
    return canonical;
  }

  private Map<String, Object> structure(StructureShape shape, Map<?, ?> map, int depth) {
    Map<?, ?> byName = isOf(shape, map) ? map : canonical(map);
    Map<String, Object> converted = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      String name = byName == map ? member.name() : Names.canonical(member.name());
      Optional<Object> value =
          Optional.<Object>ofNullable(byName.get(name)).flatMap(found -> to(member, found, depth));
      if (value.isPresent()) {
        converted.put(member.name(), value.get());
      } else if (member.required() && !shape.union()) {
        converted.put(member.name(), values.of(member));
      }
    }
    return shape.union() && converted.isEmpty() ? values.structure(shape, 0) : converted;
  }
}
