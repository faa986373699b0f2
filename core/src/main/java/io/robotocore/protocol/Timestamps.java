package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The three ways in which AWS writes a time. */
enum Timestamps {
  /** {@code 2026-01-31T12:00:00Z}, with milliseconds if there are any. */
  ISO_8601 {
    @Override
    String format(Instant time) {
      int millis = time.get(ChronoField.MILLI_OF_SECOND);
      return (millis == 0 ? SECONDS : MILLIS).format(time);
    }

    @Override
    Instant parse(String text) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
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
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.precision() - seconds.scale() > 12) {
        throw new DateTimeException("out of range: " + text);
      }
      BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
      return Instant.ofEpochSecond(seconds.longValue(), nanos.longValue());
    }
  };

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
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

  /** A time as text. */
  abstract String format(Instant time);

  /**
   * A text as time.
   *
   * @throws DateTimeException if it is not one
   * @throws NumberFormatException if it is not a number and should be one
   */
  abstract Instant parse(String text);
}
