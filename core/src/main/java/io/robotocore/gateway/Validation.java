package io.robotocore.gateway;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.Shape;
import io.robotocore.protocol.Binding;
import io.robotocore.protocol.WireException;
import io.robotocore.service.Constraints;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/** Checks input against the model's constraints, in the words that AWS uses for it. */
final class Validation {

  private final ConcurrentMap<String, Optional<Pattern>> patterns = new ConcurrentHashMap<>();

  /**
   * Checks an input.
   *
   * @throws WireException if it is not valid
   */
  void check(Constraints constraints, ServiceModel service, Binding binding, Object input) {
    switch (constraints) {
      case NONE -> {
        return;
      }
      case REQUIRED -> missing(binding, input);
      case ALL -> {
        List<String> violations = new ArrayList<>();
        structure("", binding, input, violations);
        if (!violations.isEmpty()) {
          throw new WireException(codeOf(service), message(violations));
        }
      }
    }
  }

  private static void missing(Binding binding, Object input) {
    for (Member member : binding.shape().members()) {
      if (member.required() && binding.get(input, member).isEmpty()) {
        throw new WireException(
            "MissingParameter", "The request must contain the parameter " + member.name() + ".");
      }
    }
  }

  private static String codeOf(ServiceModel service) {
    return service.protocols().get(0) == ProtocolId.AWS_QUERY
        ? "ValidationError"
        : "ValidationException";
  }

  private static String message(List<String> violations) {
    return violations.size()
        + (violations.size() == 1
            ? " validation error detected: "
            : " validation errors detected: ")
        + String.join("; ", violations);
  }

  private void structure(String path, Binding binding, Object structure, List<String> violations) {
    for (Member member : binding.shape().members()) {
      String at =
          path + Character.toLowerCase(member.name().charAt(0)) + member.name().substring(1);
      Optional<Object> value = binding.get(structure, member);
      if (value.isPresent()) {
        value(at, member, binding.of(member), value.get(), violations);
      } else if (member.required()) {
        violations.add(
            "Value null at '" + at + "' failed to satisfy constraint: Member must not be null");
      }
    }
  }

  private void value(
      String at, Member member, Binding inside, Object value, List<String> violations) {
    for (String constraint : violated(member, value)) {
      String shown = member.target().sensitive() ? "Value" : "Value '" + shown(value) + "'";
      violations.add(shown + " at '" + at + "' failed to satisfy constraint: " + constraint);
    }
    switch (member.target().type()) {
      case STRUCTURE -> structure(at + ".", inside, value, violations);
      case LIST ->
          list(at, ((ListShape) member.target()).member(), inside, (List<?>) value, violations);
      case MAP -> map(at, (MapShape) member.target(), inside, (Map<?, ?>) value, violations);
      default -> {}
    }
  }

  private void list(
      String at, Member element, Binding inside, List<?> list, List<String> violations) {
    if (isSimple(element.target())) {
      within(
          at,
          list,
          "Member must satisfy constraint: ",
          elementViolations(element, list),
          violations);
      return;
    }
    for (int i = 0; i < list.size(); i++) {
      value(at + "." + (i + 1) + ".member", element, inside, list.get(i), violations);
    }
  }

  private void map(
      String at, MapShape shape, Binding inside, Map<?, ?> map, List<String> violations) {
    within(
        at,
        map,
        "Map keys must satisfy constraint: ",
        elementViolations(shape.key(), map.keySet()),
        violations);
    if (isSimple(shape.value().target())) {
      within(
          at,
          map,
          "Map value must satisfy constraint: ",
          elementViolations(shape.value(), map.values()),
          violations);
      return;
    }
    map.forEach(
        (key, value) ->
            value(at + "." + key + ".member", shape.value(), inside, value, violations));
  }

  private static boolean isSimple(Shape shape) {
    return switch (shape.type()) {
      case STRUCTURE, LIST, MAP -> false;
      default -> true;
    };
  }

  private List<String> elementViolations(Member element, Iterable<?> values) {
    for (Object value : values) {
      List<String> violated = violated(element, Objects.requireNonNull(value));
      if (!violated.isEmpty()) {
        return violated;
      }
    }
    return List.of();
  }

  private static void within(
      String at, Object whole, String words, List<String> inside, List<String> violations) {
    if (!inside.isEmpty()) {
      violations.add(
          "Value '"
              + shown(whole)
              + "' at '"
              + at
              + "' failed to satisfy constraint: "
              + words
              + inside);
    }
  }

  private List<String> violated(Member member, Object value) {
    io.robotocore.model.Constraints constraints = member.target().constraints();
    if (constraints == io.robotocore.model.Constraints.NONE && member.enumValues().isEmpty()) {
      return List.of();
    }
    List<String> violated = new ArrayList<>(1);
    if (value instanceof Number number) {
      limits("value", new BigDecimal(number.toString()), constraints, violated);
    } else {
      length(value).ifPresent(length -> limits("length", length, constraints, violated));
    }
    if (value instanceof String text) {
      text(member, text, constraints, violated);
    }
    return violated;
  }

  private void text(
      Member member,
      String text,
      io.robotocore.model.Constraints constraints,
      List<String> violated) {
    if (violated.isEmpty()
        && constraints.pattern().filter(pattern -> !matches(pattern, text)).isPresent()) {
      violated.add(
          "Member must satisfy regular expression pattern: " + constraints.pattern().get());
    }
    if (!member.enumValues().isEmpty() && !member.enumValues().contains(text)) {
      violated.add("Member must satisfy enum value set: " + member.enumValues());
    }
  }

  /** Whether a text matches; a pattern that Java does not understand matches everything. */
  private boolean matches(String pattern, String text) {
    return patterns
        .computeIfAbsent(pattern, Validation::compiled)
        .map(compiled -> compiled.matcher(text).matches())
        .orElse(true);
  }

  private static Optional<Pattern> compiled(String pattern) {
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static void limits(
      String what,
      BigDecimal actual,
      io.robotocore.model.Constraints constraints,
      List<String> violated) {
    if (constraints.min().filter(min -> actual.compareTo(min) < 0).isPresent()) {
      violated.add(
          "Member must have "
              + what
              + " greater than or equal to "
              + constraints.min().get().toPlainString());
    }
    if (constraints.max().filter(max -> actual.compareTo(max) > 0).isPresent()) {
      violated.add(
          "Member must have "
              + what
              + " less than or equal to "
              + constraints.max().get().toPlainString());
    }
  }

  private static Optional<BigDecimal> length(Object value) {
    if (value instanceof String text) {
      return Optional.of(BigDecimal.valueOf(text.codePointCount(0, text.length())));
    } else if (value instanceof SdkBytes bytes) {
      return Optional.of(BigDecimal.valueOf(bytes.asByteArrayUnsafe().length));
    } else if (value instanceof List<?> list) {
      return Optional.of(BigDecimal.valueOf(list.size()));
    }
    return value instanceof Map<?, ?> map
        ? Optional.of(BigDecimal.valueOf(map.size()))
        : Optional.empty();
  }

  private static String shown(Object value) {
    if (value instanceof Iterable<?> list) {
      List<String> elements = new ArrayList<>();
      list.forEach(element -> elements.add(shown(element)));
      return elements.toString();
    } else if (value instanceof SdkBytes bytes) {
      return "java.nio.HeapByteBuffer[pos=0 lim=%1$d cap=%1$d]"
          .formatted(bytes.asByteArrayUnsafe().length);
    } else if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + "=" + shown(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value.toString();
  }
}
