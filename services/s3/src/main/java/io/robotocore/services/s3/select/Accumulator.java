package io.robotocore.services.s3.select;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is computed of all rows together. */
final class Accumulator {

  private static final Set<String> KINDS = Set.of("AVG", "COUNT", "MAX", "MIN", "SUM");

  private final String kind;
  private final Term argument;
  private long count;
  private Object value = Absent.NULL;

  /**
   * An empty one.
   *
   * @param kind the function's name
   * @param argument what is computed for each row
   */
  Accumulator(String kind, Term argument) {
    this.kind = kind.toUpperCase(Locale.ROOT);
    this.argument = argument;
  }

  /** Whether there is such a function. */
  static boolean isOne(String name) {
    return KINDS.contains(name.toUpperCase(Locale.ROOT));
  }

  /** Takes a row into account; one without a value does not count. */
  void add(Row row) {
    Object next = argument.of(row);
    if (Absent.is(next)) {
      return;
    }
    count++;
    switch (kind) {
      case "SUM", "AVG" ->
          value =
              Absent.is(value)
                  ? Values.needNumber(next)
                  : Values.needNumber(value).add(Values.needNumber(next));
      case "MIN" -> value = Absent.is(value) || order(next) < 0 ? next : value;
      case "MAX" -> value = Absent.is(value) || order(next) > 0 ? next : value;
      default -> {}
    }
  }

  private int order(Object next) {
    Optional<Integer> order = Values.compare(next, value);
    return order.orElseThrow(SelectError::incomparable);
  }

  /** What has come of all rows. */
  Object value() {
    return switch (kind) {
      case "COUNT" -> BigDecimal.valueOf(count);
      case "AVG" ->
          Absent.is(value)
              ? value
              : Values.needNumber(value).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64);
      default -> value;
    };
  }
}
