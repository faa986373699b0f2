package io.robotocore.signature;

import io.robotocore.model.QueryString;
import io.robotocore.model.SigningScope;
import io.robotocore.signature.Rejected.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A signature of version 4, or one of version 4a, which is not verified.
 *
 * @param algorithm how it was made
 * @param scope the key, and what the signature is for
 * @param time when it was made
 * @param presignedFor for how long it is good, if it is in a query string that says so
 * @param signedHeaders the headers that it covers, in lower case and sorted
 * @param value the signature itself
 * @param sessionToken the token of temporary credentials
 */
record SignatureV4(
    String algorithm,
    SigningScope scope,
    Instant time,
    Optional<Presigned> presignedFor,
    List<String> signedHeaders,
    String value,
    Optional<String> sessionToken)
    implements Signature {

  static final String HMAC = "AWS4-HMAC-SHA256";
  private static final String TOKEN = "X-Amz-Security-Token";

  static SignatureV4 inHeader(String authorization, SignedRequest signed) {
    AuthorizationV4 parsed = AuthorizationV4.of(authorization, signed);
    return new SignatureV4(
        parsed.algorithm(),
        scope(signed, Reason.INCOMPLETE),
        parsed.time(),
        Optional.empty(),
        headers(parsed.signedHeaders()),
        parsed.signature(),
        signed.request().headers().first(TOKEN));
  }

  static SignatureV4 inQuery(SignedRequest signed, QueryString query) {
    AuthorizationV4 parsed = AuthorizationV4.of(query, signed);
    return new SignatureV4(
        parsed.algorithm(),
        scope(signed, Reason.INCOMPLETE_QUERY),
        parsed.time(),
        Optional.of(Presigned.of(query, parsed.time(), signed)),
        headers(parsed.signedHeaders()),
        parsed.signature(),
        query.first(TOKEN).or(() -> signed.request().headers().first(TOKEN)));
  }

  private static SigningScope scope(SignedRequest signed, Reason otherwise) {
    return SigningScope.of(signed.request())
        .orElseThrow(
            () ->
                new Rejected(
                    otherwise,
                    "Credential must have exactly 5 slash-delimited elements, e.g."
                        + " keyid/date/region/service/term"));
  }

  private static List<String> headers(String semicolons) {
    return Stream.of(semicolons.toLowerCase(Locale.ROOT).split(";")).sorted().toList();
  }

  @Override
  public String accessKeyId() {
    return scope.accessKeyId();
  }

  /** What the signature is for: {@code 20150830/us-east-1/iam/aws4_request}. */
  String scopeText() {
    return scope.date() + "/" + scope.region() + "/" + scope.service() + "/aws4_request";
  }

  @Override
  public void checkTime(SignedRequest signed, Instant now) {
    if (presignedFor.isPresent()) {
      presignedFor.get().check(signed, now);
      return;
    }
    if (Duration.between(time, now).abs().compareTo(TOLERANCE) > 0) {
      throw skewed(time, now);
    }
  }

  /** Refuses a request that was made too long before or after this moment. */
  static Rejected skewed(Instant time, Instant now) {
    return new Rejected(
        Reason.SKEWED,
        skew(time, now),
        Map.of(
            "RequestTime", Times.basic(time),
            "ServerTime", Times.extended(now),
            "MaxAllowedSkewMilliseconds", Long.toString(TOLERANCE.toMillis())));
  }

  /** Says how far apart two times are, as AWS does. */
  static String skew(Instant time, Instant now) {
    return time.isBefore(now)
        ? "Signature expired: %s is now earlier than %s (%s - 15 min.)"
            .formatted(Times.basic(time), Times.basic(now.minus(TOLERANCE)), Times.basic(now))
        : "Signature not yet current: %s is still later than %s (%s + 15 min.)"
            .formatted(Times.basic(time), Times.basic(now.plus(TOLERANCE)), Times.basic(now));
  }

  @Override
  public void checkSecret(SignedRequest signed, String secret) {
    if (!algorithm.equals(HMAC)) {
      return;
    }
    checkScope(signed);
    UnsignedHeaders.check(signed, signedHeaders);
    CanonicalRequest canonical = CanonicalRequest.of(signed, this);
    String toSign =
        String.join("\n", HMAC, Times.basic(time), scopeText(), Digests.sha256(canonical.text()));
    SigningKey key = SigningKey.of(secret, scope);
    if (!key.sign(toSign).equals(value)) {
      throw Mismatch.of(new Mismatch.Proof(accessKeyId(), value, toSign), canonical);
    }
    Payload.of(signed, this).check(new ChunkSignatures(key, time, scopeText(), value));
  }

  /** Has the scope be for this day and service. */
  private void checkScope(SignedRequest signed) {
    String day = Times.basic(time).substring(0, 8);
    if (!scope.date().equals(day)) {
      throw new Rejected(
          Reason.MISMATCH,
          "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
              + " HTTP: '%s' != '%s', from '%s'.".formatted(scope.date(), day, Times.basic(time)));
    }
    if (!signed.likeS3() && !scope.service().equals(signed.service())) {
      throw new Rejected(
          Reason.MISMATCH,
          "Credential should be scoped to correct service: '%s'. ".formatted(signed.service()));
    }
  }
}
