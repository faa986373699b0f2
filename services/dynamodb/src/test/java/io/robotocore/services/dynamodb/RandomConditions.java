package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.bool;
import static io.robotocore.services.dynamodb.Given.l;
import static io.robotocore.services.dynamodb.Given.m;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.ns;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.ss;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes random items and conditions, each condition together with what it means, in terms of the
 * SDK's values only.
 */
final class RandomConditions {

  private static final List<String> NAMES = List.of("aa", "bb", "cc", "dd");

  private final Random random;
  private final Map<String, AttributeValue> values = new LinkedHashMap<>();

  RandomConditions(Random random) {
    this.random = random;
  }

  /** A condition as it is written and what it means. */
  record Meaning(String text, Predicate<Map<String, AttributeValue>> test) {
    private Meaning grouped() {
      return new Meaning("(" + text + ")", test);
    }
  }

  private record Operand(
      String text, Function<Map<String, AttributeValue>, Optional<AttributeValue>> value) {}

  /** The values of the placeholders of all conditions made so far. */
  Map<String, AttributeValue> values() {
    return values;
  }

  /** Some placeholders belong to conditions that were made and left out again. */
  static Map<String, AttributeValue> used(Map<String, AttributeValue> values, String condition) {
    Map<String, AttributeValue> used = new HashMap<>(values);
    used.keySet().removeIf(name -> !condition.matches("(?s).*" + name + "\\b.*"));
    return used;
  }

  private int pick(int bound) {
    return random.nextInt(bound);
  }

  AttributeValue scalar() {
    return switch (pick(3)) {
      case 0 -> n(new BigDecimal(pick(21) - 10).movePointLeft(pick(3)));
      case 1 -> s("xyzxyz".substring(pick(3), 3 + pick(3)));
      default -> bool(pick(2) == 0);
    };
  }

  AttributeValue value() {
    return switch (pick(7)) {
      case 0 -> l(scalar(), scalar());
      case 1 -> m("kk", scalar());
      case 2 -> ss("x", "y" + pick(3));
      case 3 -> ns(pick(3), 5 + pick(3));
      default -> scalar();
    };
  }

  /** An item's attributes besides its key. */
  Map<String, AttributeValue> attributes() {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (String name : NAMES) {
      if (pick(4) > 0) {
        attributes.put(name, value());
      }
    }
    return attributes;
  }

  private String placeholder(AttributeValue value) {
    String name = ":v" + values.size();
    values.put(name, value);
    return name;
  }

  private Operand path() {
    String name = NAMES.get(pick(NAMES.size()));
    return switch (pick(5)) {
      case 0 ->
          new Operand(
              name + ".kk",
              item ->
                  Optional.ofNullable(item.get(name)).map(v -> v.hasM() ? v.m().get("kk") : null));
      case 1 ->
          new Operand(
              name + "[1]",
              item ->
                  Optional.ofNullable(item.get(name))
                      .map(v -> v.hasL() && v.l().size() > 1 ? v.l().get(1) : null));
      default -> new Operand(name, item -> Optional.ofNullable(item.get(name)));
    };
  }

  private Operand literal(AttributeValue value) {
    return new Operand(placeholder(value), item -> Optional.of(value));
  }

  /** A random condition. */
  Meaning condition(int depth) {
    if (depth == 0) {
      return atom();
    }
    Meaning one = condition(depth - 1);
    Meaning other = condition(depth - 1);
    return switch (pick(4)) {
      case 0 ->
          new Meaning(
                  one.text + " AND " + other.text,
                  item -> one.test.test(item) && other.test.test(item))
              .grouped();
      case 1 ->
          new Meaning(
                  one.text + " OR " + other.text,
                  item -> one.test.test(item) || other.test.test(item))
              .grouped();
      case 2 -> new Meaning("NOT " + one.text, item -> !one.test.test(item)).grouped();
      default -> one;
    };
  }

  private Meaning atom() {
    Operand path = path();
    switch (pick(7)) {
      case 0 -> {
        return new Meaning(
            "attribute_exists(" + path.text + ")", item -> path.value.apply(item).isPresent());
      }
      case 1 -> {
        String prefix = "xyz".substring(0, pick(4));
        return new Meaning(
            "begins_with(" + path.text + ", " + placeholder(s(prefix)) + ")",
            item ->
                path.value
                    .apply(item)
                    .filter(v -> v.s() != null && v.s().startsWith(prefix))
                    .isPresent());
      }
      case 2 -> {
        AttributeValue part = scalar();
        return new Meaning(
            "contains(" + path.text + ", " + placeholder(part) + ")",
            item -> path.value.apply(item).filter(v -> contains(v, part)).isPresent());
      }
      case 3 -> {
        List<Operand> others = List.of(literal(scalar()), literal(value()), literal(scalar()));
        return new Meaning(
            path.text
                + " IN ("
                + String.join(", ", others.stream().map(Operand::text).toList())
                + ")",
            item -> others.stream().anyMatch(other -> compares("=", path, other, item)));
      }
      case 4 -> {
        int low = pick(10) - 8;
        Operand from = literal(n(low));
        Operand to = literal(n(low + pick(6)));
        return new Meaning(
            path.text + " BETWEEN " + from.text + " AND " + to.text,
            item -> compares(">=", path, from, item) && compares("<=", path, to, item));
      }
      default -> {
        String operator = List.of("=", "<>", "<", "<=", ">", ">=").get(pick(6));
        boolean ordered = !operator.equals("=") && !operator.equals("<>");
        AttributeValue value = ordered ? pick(2) == 0 ? n(pick(9)) : s("y") : value();
        Operand other = literal(value);
        return new Meaning(
            path.text + " " + operator + " " + other.text,
            item -> compares(operator, path, other, item));
      }
    }
  }

  private static boolean compares(
      String operator, Operand left, Operand right, Map<String, AttributeValue> item) {
    Optional<AttributeValue> one = left.value.apply(item);
    Optional<AttributeValue> other = right.value.apply(item);
    if (one.isEmpty() || other.isEmpty()) {
      return operator.equals("<>");
    }
    boolean equal = normal(one.get()).equals(normal(other.get()));
    return switch (operator) {
      case "=" -> equal;
      case "<>" -> !equal;
      default ->
          order(one.get(), other.get()).filter(order -> ordered(operator, order)).isPresent();
    };
  }

  private static boolean ordered(String operator, int order) {
    return switch (operator) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Optional<Integer> order(AttributeValue one, AttributeValue other) {
    if (one.n() != null && other.n() != null) {
      return Optional.of(new BigDecimal(one.n()).compareTo(new BigDecimal(other.n())));
    }
    return one.s() != null && other.s() != null
        ? Optional.of(one.s().compareTo(other.s()))
        : Optional.empty();
  }

  private static boolean contains(AttributeValue value, AttributeValue part) {
    if (value.s() != null) {
      return part.s() != null && value.s().contains(part.s());
    } else if (value.hasSs()) {
      return part.s() != null && value.ss().contains(part.s());
    } else if (value.hasNs()) {
      return part.n() != null
          && value.ns().stream()
              .anyMatch(n -> new BigDecimal(n).compareTo(new BigDecimal(part.n())) == 0);
    }
    return value.hasL()
        && value.l().stream().map(RandomConditions::normal).anyMatch(normal(part)::equals);
  }

  /** A value in a form in which equal values are equal: numbers without trailing zeros. */
  static Object normal(AttributeValue value) {
    if (value.n() != null) {
      return new BigDecimal(value.n()).stripTrailingZeros();
    } else if (value.hasL()) {
      return value.l().stream().map(RandomConditions::normal).toList();
    } else if (value.hasM()) {
      Map<String, Object> map = new LinkedHashMap<>();
      value.m().forEach((name, member) -> map.put(name, normal(member)));
      return map;
    } else if (value.hasSs()) {
      return value.ss().stream().sorted().toList().toString();
    } else if (value.hasNs()) {
      return "numbers" + value.ns().stream().sorted().toList();
    }
    return value.s() != null ? value.s() : value.bool();
  }
}
