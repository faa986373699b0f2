package io.robotocore.services.s3.select;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.statement.select.AllColumns;

/**
 * The functions that a query may call for a row.
 *
 * @param now the time
 * @param accumulators what is computed of all rows together, to which calls add theirs
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-select-sql-reference-sql-functions.html">SQL
 *     functions</a>
 */
record Functions(OffsetDateTime now, List<Accumulator> accumulators) {

  /** A call of a function. */
  Term call(String name, List<Expression> arguments, Terms terms) {
    String function = name.toUpperCase(Locale.ROOT);
    if (function.equals("DATE_ADD") || function.equals("DATE_DIFF")) {
      return date(function, arguments, terms);
    }
    if (Accumulator.isOne(name)) {
      return accumulate(name, arguments, terms);
    }
    List<Term> values = arguments.stream().map(terms::of).toList();
    return switch (function) {
      case "LOWER" -> text(values, text -> text.toLowerCase(Locale.ROOT));
      case "UPPER" -> text(values, text -> text.toUpperCase(Locale.ROOT));
      case "TRIM" -> text(values, String::strip);
      case "CHAR_LENGTH", "CHARACTER_LENGTH" ->
          text(values, text -> BigDecimal.valueOf(text.codePointCount(0, text.length())));
      case "SUBSTRING" -> row -> substring(values, row);
      case "COALESCE" ->
          row ->
              values.stream()
                  .map(value -> value.of(row))
                  .filter(value -> !Absent.is(value))
                  .findFirst()
                  .orElse(Absent.NULL);
      case "NULLIF" -> nullIf(values);
      case "UTCNOW" -> row -> now;
      case "TO_TIMESTAMP" -> timestamp(values);
      case "TO_STRING" -> string(values);
      default -> throw SelectError.unsupportedFunction();
    };
  }

  private Term accumulate(String name, List<Expression> arguments, Terms terms) {
    if (arguments.size() != 1) {
      throw SelectError.wrongArguments();
    }
    boolean all = arguments.get(0) instanceof AllColumns;
    Accumulator accumulator = new Accumulator(name, all ? row -> true : terms.of(arguments.get(0)));
    accumulators.add(accumulator);
    return row -> accumulator.value();
  }

  private static Term only(List<Term> values) {
    if (values.size() != 1) {
      throw SelectError.wrongArguments();
    }
    return values.get(0);
  }

  private static Term text(List<Term> values, Function<String, Object> how) {
    Term value = only(values);
    return row -> {
      Object there = value.of(row);
      return Absent.is(there) ? there : how.apply(Values.text(there));
    };
  }

  /** Positions count from 1; those before it are there, and empty. */
  private static Object substring(List<Term> values, Row row) {
    Object there = values.get(0).of(row);
    if (Absent.is(there)) {
      return there;
    }
    String text = Values.text(there);
    long start = Values.needNumber(values.get(1).of(row)).longValue() - 1;
    long end =
        values.size() > 2
            ? start + Values.needNumber(values.get(2).of(row)).longValue()
            : text.length();
    int from = (int) Math.min(text.length(), Math.max(0, start));
    int to = (int) Math.max(from, Math.min(text.length(), end));
    return text.substring(from, to);
  }

  private static Term nullIf(List<Term> values) {
    if (values.size() != 2) {
      throw SelectError.wrongArguments();
    }
    return row -> {
      Object one = values.get(0).of(row);
      Object other = values.get(1).of(row);
      return Absent.is(one) || (!Absent.is(other) && Values.same(one, other)) ? Absent.NULL : one;
    };
  }

  private static Term timestamp(List<Term> values) {
    Term value = only(values);
    return row -> Values.cast(value.of(row), "TIMESTAMP");
  }

  private static Term string(List<Term> values) {
    if (values.size() != 2) {
      throw SelectError.wrongArguments();
    }
    return row ->
        DateTimeFormatter.ofPattern(
                Values.text(values.get(1).of(row)).replace("y", "u"), Locale.ENGLISH)
            .format(Values.needTime(values.get(0).of(row)));
  }

  /** {@code DATE_ADD(day, 1, s.time)} and {@code DATE_DIFF(day, s.from, s.to)}. */
  private static Term date(String function, List<Expression> arguments, Terms terms) {
    if (arguments.size() != 3) {
      throw SelectError.wrongArguments();
    }
    ChronoUnit unit = unit(arguments.get(0).toString());
    Term second = terms.of(arguments.get(1));
    Term third = terms.of(arguments.get(2));
    if (function.equals("DATE_ADD")) {
      return row ->
          Values.needTime(third.of(row)).plus(Values.needNumber(second.of(row)).longValue(), unit);
    }
    return row ->
        BigDecimal.valueOf(
            unit.between(Values.needTime(second.of(row)), Values.needTime(third.of(row))));
  }

  private static ChronoUnit unit(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "year" -> ChronoUnit.YEARS;
      case "month" -> ChronoUnit.MONTHS;
      case "day" -> ChronoUnit.DAYS;
      case "hour" -> ChronoUnit.HOURS;
      case "minute" -> ChronoUnit.MINUTES;
      case "second" -> ChronoUnit.SECONDS;
      default -> throw SelectError.unsupported();
    };
  }

  /** A part of a time, as {@code EXTRACT(YEAR FROM s.time)} has it. */
  static Object part(String name, OffsetDateTime time) {
    return BigDecimal.valueOf(
        switch (name.toLowerCase(Locale.ROOT)) {
          case "year" -> time.getYear();
          case "month" -> time.getMonthValue();
          case "day" -> time.getDayOfMonth();
          case "hour" -> time.getHour();
          case "minute" -> time.getMinute();
          case "second" -> time.getSecond();
          case "timezone_hour" -> time.getOffset().getTotalSeconds() / 3600;
          case "timezone_minute" -> time.getOffset().getTotalSeconds() % 3600 / 60;
          default -> throw SelectError.unsupported();
        });
  }
}
