package io.robotocore.signature;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** The ways in which signatures write times. */
final class Times {

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  /** A time as {@code 20150830T123600Z}. */
  static String basic(Instant time) {
    return BASIC.format(time);
  }

  /** A time as {@code 2015-08-30T12:36:00Z}. */
  static String extended(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A time written as {@code 20150830T123600Z}. */
  static Optional<Instant> parseBasic(String text) {
    return parse(BASIC, text);
  }

  /** A time in a header: {@code Sun, 30 Aug 2015 12:36:00 GMT}, or as signatures write it. */
  static Optional<Instant> parseHeader(String text) {
    return parseBasic(text).or(() -> parse(DateTimeFormatter.RFC_1123_DATE_TIME, text));
  }

  /**
   * A time as queries of version 2 have it: {@code 2015-08-30T12:36:00Z}, the zone often absent.
   */
  static Optional<Instant> parseExtended(String text) {
    String zoned = text.matches(".*T.*(Z|[+-][0-9]{2}:?[0-9]{2})") ? text : text + "Z";
    return parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME, zoned);
  }

  private static Optional<Instant> parse(DateTimeFormatter format, String text) {
    try {
      TemporalAccessor parsed = format.parse(text);
      return Optional.of(Instant.from(parsed));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
