package io.robotocore.gateway;

import io.robotocore.model.Constraints;
import io.robotocore.model.Member;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/** The constraints of single values: length, range, pattern, enum. */
final class ValueConstraints {

  /** A longer text is not matched: some patterns of AWS need time that grows with its square. */
  private static final int LONGEST_MATCHED = 4_096;

  private final ConcurrentMap<String, Optional<Pattern>> patterns = new ConcurrentHashMap<>();

  /** What a value violates, in AWS's words. */
  List<String> violated(Member member, Object value) {
    Constraints constraints = member.target().constraints();
    if (constraints == Constraints.NONE && member.enumValues().isEmpty()) {
      return List.of();
    }
    List<String> violated = new ArrayList<>(1);
    if (value instanceof Number number) {
      limits("value", new BigDecimal(number.toString()), constraints).ifPresent(violated::add);
    } else {
      length(value)
          .flatMap(length -> limits("length", length, constraints))
          .ifPresent(violated::add);
    }
    if (constraints.uniqueItems() && value instanceof List<?> list && hasEqual(list)) {
      violated.add("Member must have unique values");
    }
    if (value instanceof String text) {
      if (violated.isEmpty()) {
        pattern(constraints, text).ifPresent(violated::add);
      }
      if (!member.enumValues().isEmpty() && !member.enumValues().contains(text)) {
        violated.add("Member must satisfy enum value set: " + member.enumValues());
      }
    }
    return violated;
  }

  private static boolean hasEqual(List<?> list) {
    return new HashSet<>(list).size() < list.size();
  }

  private Optional<String> pattern(Constraints constraints, String text) {
    return constraints
        .pattern()
        .filter(pattern -> !matches(pattern, text))
        .map(pattern -> "Member must satisfy regular expression pattern: " + pattern);
  }

  /** Whether a text matches; a pattern that Java does not understand matches everything. */
  private boolean matches(String pattern, String text) {
    return text.length() > LONGEST_MATCHED
        || patterns
            .computeIfAbsent(pattern, ValueConstraints::compiled)
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

  private static Optional<String> limits(String what, BigDecimal actual, Constraints constraints) {
    Optional<String> tooLittle =
        constraints
            .min()
            .filter(min -> actual.compareTo(min) < 0)
            .map(min -> "Member must have " + what + " greater than or equal to " + plain(min));
    return tooLittle.or(
        () ->
            constraints
                .max()
                .filter(max -> actual.compareTo(max) > 0)
                .map(max -> "Member must have " + what + " less than or equal to " + plain(max)));
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
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

  /** A value as AWS shows it in its messages. */
  static String shown(Object value) {
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
