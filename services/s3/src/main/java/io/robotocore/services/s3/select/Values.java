package io.robotocore.services.s3.select;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Values, and what becomes of them: texts, numbers, truth values and times.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-select-sql-reference-data-types.html">data
 *     types</a>
 */
final class Values {

  private static final Pattern MINUTES = Pattern.compile(".*T\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");

  private Values() {}

  /** A value as a text. */
  static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.scale() < 0 ? number.toPlainString() : number.toString();
    }
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value.toString();
  }

  /** The number that a value is, or that stands in a text. */
  static Optional<BigDecimal> number(Object value) {
    if (value instanceof BigDecimal number) {
      return Optional.of(number);
    }
    try {
      return value instanceof String text
          ? Optional.of(new BigDecimal(text.strip()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The number that a value has to be. */
  static BigDecimal needNumber(Object value) {
    return number(value).orElseThrow(SelectError::incomparable);
  }

  /** The time that a value is, or that stands in a text. */
  static Optional<OffsetDateTime> time(Object value) {
    if (value instanceof OffsetDateTime time) {
      return Optional.of(time);
    }
    try {
      return value instanceof String text ? Optional.of(parse(text.strip())) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Times may end with the year, the month, the day, the minute or the second. */
  private static OffsetDateTime parse(String text) {
    if (text.matches("\\d{4}T")) {
      return Year.parse(text.substring(0, 4)).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    if (text.matches("\\d{4}-\\d\\dT")) {
      return YearMonth.parse(text.substring(0, 7)).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    if (text.matches("\\d{4}-\\d\\d-\\d\\dT?")) {
      return LocalDate.parse(text.substring(0, 10)).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    return OffsetDateTime.parse(
        MINUTES.matcher(text).matches()
            ? text.substring(0, 16) + ":00" + text.substring(16)
            : text);
  }

  /** The time that a value has to be. */
  static OffsetDateTime needTime(Object value) {
    return time(value).orElseThrow(SelectError::incomparable);
  }

  /** How two values that are there are ordered; empty if they cannot be compared. */
  static Optional<Integer> compare(Object one, Object other) {
    if (one instanceof Boolean || other instanceof Boolean) {
      return Optional.of(
          text(one).toLowerCase(Locale.ROOT).compareTo(text(other).toLowerCase(Locale.ROOT)));
    }
    if (one instanceof OffsetDateTime || other instanceof OffsetDateTime) {
      return time(one).flatMap(a -> time(other).map(b -> a.toInstant().compareTo(b.toInstant())));
    }
    if (one instanceof BigDecimal || other instanceof BigDecimal) {
      return number(one).flatMap(a -> number(other).map(a::compareTo));
    }
    return one instanceof String a && other instanceof String b
        ? Optional.of(Integer.signum(a.compareTo(b)))
        : Optional.empty();
  }

  /** Whether two values are the same. */
  static boolean same(Object one, Object other) {
    return compare(one, other).map(order -> order == 0).orElseGet(() -> one.equals(other));
  }

  /** A value as one of another type. */
  static Object cast(Object value, String type) {
    return Absent.is(value)
        ? value
        : switch (type.toUpperCase(Locale.ROOT)) {
          case "INT", "INTEGER" -> {
            BigDecimal number = number(value).orElseThrow(SelectError::castFailed);
            yield number.setScale(0, RoundingMode.DOWN);
          }
          case "FLOAT", "DOUBLE", "DECIMAL", "NUMERIC" ->
              number(value).orElseThrow(SelectError::castFailed);
          case "STRING", "VARCHAR", "CHAR" -> text(value);
          case "BOOL", "BOOLEAN" -> truth(value);
          case "TIMESTAMP" -> time(value).orElseThrow(SelectError::castFailed);
          default -> throw SelectError.unsupported();
        };
  }

  private static Object truth(Object value) {
    return switch (text(value).toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw SelectError.castFailed();
    };
  }

  /** What an arithmetic operator makes of two numbers. */
  static BigDecimal compute(String operator, BigDecimal one, BigDecimal other) {
    if (other.signum() == 0 && "/%".contains(operator)) {
      throw SelectError.incomparable();
    }
    return switch (operator) {
      case "+" -> one.add(other);
      case "-" -> one.subtract(other);
      case "*" -> one.multiply(other);
      case "/" -> divide(one, other);
      case "%" -> one.remainder(other);
      default -> throw SelectError.unsupported();
    };
  }

  /** Integers are divided as integers. */
  private static BigDecimal divide(BigDecimal one, BigDecimal other) {
    return one.scale() <= 0 && other.scale() <= 0
        ? one.divide(other, 0, RoundingMode.DOWN)
        : one.divide(other, MathContext.DECIMAL64);
  }
}
