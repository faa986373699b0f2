package io.robotocore.gateway;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.Shape;
import io.robotocore.protocol.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Walks through one input and collects everything in it that the model does not allow. */
final class Violations {

  private final ValueConstraints values;
  private final List<String> found = new ArrayList<>();

  Violations(ValueConstraints values) {
    this.values = values;
  }

  /** All violations in an input, in the order of the model's members. */
  List<String> of(Binding binding, Object input) {
    structure("", binding, input);
    return found;
  }

  private void structure(String path, Binding binding, Object structure) {
    for (Member member : binding.shape().members()) {
      String name = member.name();
      String at = path + Character.toLowerCase(name.charAt(0)) + name.substring(1);
      Optional<Object> value = binding.get(structure, member);
      if (value.isPresent()) {
        value(at, member, binding.of(member), value.get());
      } else if (member.required() && !member.streaming()) {
        add("Value null", at, "Member must not be null");
      }
    }
  }

  private void value(String at, Member member, Binding inside, Object value) {
    String shown = member.target().sensitive() ? "Value" : quoted(value);
    values.violated(member, value).forEach(constraint -> add(shown, at, constraint));
    switch (member.target().type()) {
      case STRUCTURE -> structure(at + ".", inside, value);
      case LIST -> list(at, ((ListShape) member.target()).member(), inside, (List<?>) value);
      case MAP -> map(at, (MapShape) member.target(), inside, (Map<?, ?>) value);
      default -> {}
    }
  }

  private void list(String at, Member element, Binding inside, List<?> list) {
    if (isSimple(element.target())) {
      firstOf(element, list)
          .ifPresent(
              violated -> add(quoted(list), at, "Member must satisfy constraint: " + violated));
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      value(at + "." + (i + 1) + ".member", element, inside, list.get(i));
    }
  }

  private void map(String at, MapShape shape, Binding inside, Map<?, ?> map) {
    firstOf(shape.key(), map.keySet())
        .ifPresent(
            violated -> add(quoted(map), at, "Map keys must satisfy constraint: " + violated));
    if (isSimple(shape.value().target())) {
      firstOf(shape.value(), map.values())
          .ifPresent(
              violated -> add(quoted(map), at, "Map value must satisfy constraint: " + violated));
      return;
    }
    map.forEach((key, value) -> value(at + "." + key + ".member", shape.value(), inside, value));
  }

  /** What the first element violates that violates anything. */
  private Optional<List<String>> firstOf(Member element, Iterable<?> elements) {
    for (Object value : elements) {
      List<String> violated = values.violated(element, Objects.requireNonNull(value));
      if (!violated.isEmpty()) {
        return Optional.of(violated);
      }
    }
    return Optional.empty();
  }

  private static boolean isSimple(Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE, LIST, MAP -> false;
      default -> true;
    };
  }

  private static String quoted(Object value) {
    return "Value '" + ValueConstraints.shown(value) + "'";
  }

  private void add(String value, String at, String constraint) {
    found.add(value + " at '" + at + "' failed to satisfy constraint: " + constraint);
  }
}
