package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The ways in which AWS writes a time. */
enum Timestamps {
  /** {@code 2026-01-31T12:00:00Z}, with milliseconds if there are any. */
  ISO_8601 {
    @Override
    String format(Instant time) {
      return iso(time, time.get(ChronoField.MILLI_OF_SECOND) != 0);
    }

    @Override
    Instant parse(String text) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
    }

    @Override
    boolean isExact(String text) {
      return text.length() >= "2026-01-31T12:00:00Z".length() && text.endsWith("Z");
    }
  },
  /** {@code 2026-01-31T12:00:00.000Z}, always with milliseconds. */
  ISO_8601_MILLIS {
    @Override
    String format(Instant time) {
      return iso(time, true);
    }

    @Override
    Instant parse(String text) {
      return ISO_8601.parse(text);
    }
  },
  /** {@code Sat, 31 Jan 2026 12:00:00 GMT}. */
  RFC_822 {
    @Override
    String format(Instant time) {
      return HTTP_DATE.format(time);
    }

    @Override
    Instant parse(String text) {
      return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    }
  },
  /** {@code 1769860800.123}, in seconds. */
  UNIX {
    @Override
    String format(Instant time) {
      int millis = time.get(ChronoField.MILLI_OF_SECOND);
      if (millis == 0) {
        return Long.toString(time.getEpochSecond());
      }
      return BigDecimal.valueOf(time.toEpochMilli(), 3).stripTrailingZeros().toPlainString();
    }

    @Override
    Instant parse(String text) {
      return ofSeconds(new BigDecimal(text));
    }
  };

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** How a member's times are written, where the protocol's way is the given one. */
  static Timestamps of(Member member, TimestampFormat ofProtocol) {
    TimestampFormat format = member.timestampFormat();
    return switch (format == TimestampFormat.OF_PROTOCOL ? ofProtocol : format) {
      case ISO8601 -> ISO_8601;
      case RFC822 -> RFC_822;
      case UNIX, OF_PROTOCOL -> UNIX;
    };
  }

  /**
   * The time so many seconds after the epoch.
   *
   * @throws DateTimeException if no clock shows it
   */
  static Instant ofSeconds(BigDecimal seconds) {
    if (seconds.precision() - seconds.scale() > 12 || Math.abs(seconds.scale()) > 50) {
      throw new DateTimeException("out of range");
    }
    BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
    return Instant.ofEpochSecond(seconds.longValue(), nanos.longValue());
  }

  /** A time as text. */
  abstract String format(Instant time);

  /**
   * A text as time.
   *
   * @throws DateTimeException if it is not one
   * @throws NumberFormatException if it is not a number and should be one
   */
  abstract Instant parse(String text);

  /** Whether a text that is a time is one exactly as AWS's documentation has it. */
  boolean isExact(String text) {
    return true;
  }

  /**
   * A text as time, if it is one exactly as AWS's documentation has it.
   *
   * @throws DateTimeException if it is not
   * @throws NumberFormatException if it is not a number and should be one
   */
  Instant parseExactly(String text) {
    if (!isExact(text)) {
      throw new DateTimeException(text);
    }
    return parse(text);
  }

  /** Written out by hand, since lists hold a time for each of their entries. */
  private static String iso(Instant time, boolean millis) {
    LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
    if (utc.getYear() < 0 || utc.getYear() > 9999) {
      return DateTimeFormatter.ISO_INSTANT.format(time);
    }
    StringBuilder text = new StringBuilder(24);
    two(two(text, utc.getYear() / 100), utc.getYear() % 100);
    two(text.append('-'), utc.getMonthValue());
    two(text.append('-'), utc.getDayOfMonth());
    two(text.append('T'), utc.getHour());
    two(text.append(':'), utc.getMinute());
    two(text.append(':'), utc.getSecond());
    if (millis) {
      int fraction = time.get(ChronoField.MILLI_OF_SECOND);
      two(text.append('.'), fraction / 10).append((char) ('0' + fraction % 10));
    }
    return text.append('Z').toString();
  }

  /** A number of two digits. To divide by a constant takes a fraction of the time. */
  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
