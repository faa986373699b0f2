package io.robotocore.gateway;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.Shape;
import io.robotocore.protocol.Binding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Walks through one input and collects everything in it that the model does not allow. Most inputs
 * are as they should be, so nothing is made of texts before something is found.
 */
final class Violations {

  private final ValueConstraints values;
  private final List<Violation> found = new ArrayList<>();

  Violations(ValueConstraints values) {
    this.values = values;
  }

  /** All violations in an input, in the order of the model's members. */
  List<String> of(Binding binding, Object input) {
    structure(binding, input);
    return found.stream().map(Violation::text).toList();
  }

  private void structure(Binding binding, Object structure) {
    for (Member member : binding.shape().members()) {
      int before = found.size();
      Optional<Object> value = binding.get(structure, member);
      if (value.isPresent()) {
        value(member, binding.of(member), value.get());
      } else if (member.required() && !member.streaming()) {
        found.add(new Violation("Value null", "", "Member must not be null"));
      }
      if (found.size() > before) {
        String name = member.name();
        enclose(before, Character.toLowerCase(name.charAt(0)) + name.substring(1));
      }
    }
  }

  private void value(Member member, Binding inside, Object value) {
    for (String constraint : values.violated(member, value)) {
      String shown = member.target().sensitive() ? "Value" : quoted(value);
      found.add(new Violation(shown, "", constraint));
    }
    switch (member.target().type()) {
      case STRUCTURE -> structure(inside, value);
      case LIST -> list(((ListShape) member.target()).member(), inside, (List<?>) value);
      case MAP -> map((MapShape) member.target(), inside, (Map<?, ?>) value);
      default -> {}
    }
  }

  private void list(Member element, Binding inside, List<?> list) {
    if (isSimple(element.target())) {
      checkAll(element, list, list, "Member must satisfy constraint: ");
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      int before = found.size();
      value(element, inside, list.get(i));
      if (found.size() > before) {
        enclose(before, (i + 1) + ".member");
      }
    }
  }

  private void map(MapShape shape, Binding inside, Map<?, ?> map) {
    checkAll(shape.key(), map.keySet(), map, "Map keys must satisfy constraint: ");
    if (isSimple(shape.value().target())) {
      checkAll(shape.value(), map.values(), map, "Map value must satisfy constraint: ");
      return;
    }
    map.forEach(
        (key, value) -> {
          int before = found.size();
          value(shape.value(), inside, value);
          if (found.size() > before) {
            enclose(before, key + ".member");
          }
        });
  }

  /** Tells what the first element violates that violates anything. */
  private void checkAll(Member element, Collection<?> elements, Object whole, String constraint) {
    for (Object value : elements) {
      List<String> violated = values.violated(element, Objects.requireNonNull(value));
      if (!violated.isEmpty()) {
        found.add(new Violation(quoted(whole), "", constraint + violated));
        return;
      }
    }
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

  /** Tells of the violations found since then where their structure, list or map is. */
  private void enclose(int before, String step) {
    found.subList(before, found.size()).replaceAll(inner -> inner.within(step));
  }

  /**
   * Something that is not allowed.
   *
   * @param value the value, as AWS shows it
   * @param path the way to it from where it was found
   */
  private record Violation(String value, String path, String constraint) {

    private Violation within(String step) {
      return new Violation(value, path.isEmpty() ? step : step + "." + path, constraint);
    }

    private String text() {
      return value + " at '" + path + "' failed to satisfy constraint: " + constraint;
    }
  }
}
