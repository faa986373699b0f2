package io.robotocore.signature;

import io.robotocore.model.QueryString;
import io.robotocore.signature.Rejected.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From when until when a presigned URL can be used.
 *
 * @param from when it was signed
 * @param until when its time is over
 * @param seconds for how long it was signed, as it says itself; empty in version 2
 */
public record Presigned(Instant from, Instant until, Optional<String> seconds) {

  private static final long WEEK = Duration.ofDays(7).toSeconds();

  /**
   * Refuses a request whose URL is presigned and whose time is over; all others are let through,
   * whether their signature is right or not.
   *
   * @throws Rejected if the time is over
   */
  public static void checkUntil(SignedRequest signed, Instant now) {
    String text = signed.request().query();
    if (text.contains("Expires=") && signed.header("Authorization").isEmpty()) {
      QueryString query = new QueryString(text);
      ofV4(query, signed)
          .or(() -> ofV2(query, signed))
          .ifPresent(presigned -> presigned.checkUntilBy(signed, now));
    }
  }

  private static Optional<Presigned> ofV4(QueryString query, SignedRequest signed) {
    return query
        .first("X-Amz-Expires")
        .filter(Presigned::isNumber)
        .flatMap(
            seconds ->
                query
                    .first("X-Amz-Date")
                    .flatMap(Times::parseBasic)
                    .map(time -> of(time, seconds, signed)));
  }

  private static Optional<Presigned> ofV2(QueryString query, SignedRequest signed) {
    return query
        .first("Expires")
        .filter(expires -> query.has("AWSAccessKeyId") && query.has("Signature"))
        .flatMap(expires -> signed.likeS3() ? ofEpoch(expires) : Times.parseExtended(expires))
        .map(Presigned::ofV2);
  }

  /** The validity of a URL of version 2, which does not say when it was signed. */
  static Presigned ofV2(Instant until) {
    return new Presigned(Instant.MIN, until, Optional.empty());
  }

  /** A number of seconds since 1970. */
  static Optional<Instant> ofEpoch(String seconds) {
    return isNumber(seconds)
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }

  private static boolean isNumber(String text) {
    return text.matches("[0-9]{1,10}");
  }

  /**
   * The validity that a URL of version 4 claims.
   *
   * @throws Rejected if it claims one that it cannot have
   */
  static Presigned of(QueryString query, Instant time, SignedRequest signed) {
    String seconds = query.first("X-Amz-Expires").orElse("");
    if (seconds.isEmpty() && !signed.likeS3()) {
      return of(time, Long.toString(Signature.TOLERANCE.toSeconds()), signed);
    }
    if (!isNumber(seconds)) {
      throw new Rejected(
          Reason.INCOMPLETE_QUERY,
          seconds.startsWith("-")
              ? "X-Amz-Expires must be non-negative"
              : "X-Amz-Expires should be a number");
    }
    if (Long.parseLong(seconds) > WEEK) {
      throw new Rejected(
          Reason.INCOMPLETE_QUERY,
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than 604800 seconds");
    }
    return of(time, seconds, signed);
  }

  /**
   * AWS STS does not look at the time that a URL claims: it is good for 15 minutes, as any other
   * request (see <a href="https://github.com/aws/aws-sdk-go/issues/2167">aws-sdk-go 2167</a>).
   */
  private static Presigned of(Instant time, String seconds, SignedRequest signed) {
    Duration length =
        signed.service().equals("sts")
            ? Signature.TOLERANCE
            : Duration.ofSeconds(Long.parseLong(seconds));
    return new Presigned(time, time.plus(length), Optional.of(seconds));
  }

  /** Refuses the URL when its time is over or has not come. */
  void check(SignedRequest signed, Instant now) {
    checkUntilBy(signed, now);
    if (from.isAfter(now.plus(Signature.TOLERANCE))) {
      Map<String, String> details = new LinkedHashMap<>();
      details.put("X-Amz-Date", Long.toString(from.toEpochMilli()));
      details.putAll(times(now));
      throw new Rejected(Reason.URL_NOT_YET_VALID, SignatureV4.skew(from, now), details);
    }
  }

  private void checkUntilBy(SignedRequest signed, Instant now) {
    if (!now.isAfter(until)) {
      return;
    }
    Map<String, String> details = new LinkedHashMap<>();
    seconds.ifPresent(given -> details.put("X-Amz-Expires", given));
    details.putAll(times(now));
    if (seconds.isEmpty() && !signed.likeS3()) {
      throw new Rejected(
          Reason.EXPIRED,
          "Request has expired. Expires date is " + Times.extended(until) + ".",
          details);
    }
    throw new Rejected(
        Reason.URL_EXPIRED,
        "Signature expired: %s is now earlier than %s"
            .formatted(Times.basic(until), Times.basic(now)),
        details);
  }

  private Map<String, String> times(Instant now) {
    Map<String, String> times = new LinkedHashMap<>();
    times.put("Expires", Times.extended(until));
    times.put("ServerTime", Times.extended(now));
    return times;
  }
}
