package io.robotocore.services.s3;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A copy of an archived object that can be read for some days.
 *
 * @param ready when it can be read
 * @param expires when it is gone again
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html">retrieval
 *     options</a>
 */
record Restoration(Instant ready, Instant expires) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** A copy that was asked for now. It goes at the midnight that comes after its days are over. */
  static Restoration begun(Instant now, Duration takes, int days) {
    Instant ready = now.plus(takes);
    return new Restoration(ready, expiry(ready, days));
  }

  /** This copy, to be kept for some days from now on. */
  Restoration prolonged(Instant now, int days) {
    return new Restoration(ready, expiry(now, days));
  }

  /** The midnight after some days are over. */
  static Instant expiry(Instant from, int days) {
    Instant end = from.plus(Duration.ofDays(days));
    Instant midnight = end.truncatedTo(ChronoUnit.DAYS);
    return end.equals(midnight) ? end : midnight.plus(Duration.ofDays(1));
  }

  boolean isOngoing(Instant now) {
    return now.isBefore(ready);
  }

  boolean isReadable(Instant now) {
    return !isOngoing(now) && now.isBefore(expires);
  }

  /** What the header {@code x-amz-restore} says. */
  String header(Instant now) {
    return isOngoing(now)
        ? "ongoing-request=\"true\""
        : "ongoing-request=\"false\", expiry-date=\"" + DATE.format(expires) + '"';
  }
}
