package io.robotocore.signature;

import io.robotocore.model.QueryString;
import io.robotocore.signature.Rejected.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A signature of version 2 as S3 takes it, in the {@code Authorization} header or in a presigned
 * URL.
 *
 * @param accessKeyId the access key
 * @param value the signature itself
 * @param expires when the URL's time is over, as it says itself; empty if it is in the header
 * @param token the session token in the query string
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTAuthentication.html">Signing
 *     and authenticating REST requests</a>
 */
record S3SignatureV2(
    String accessKeyId, String value, Optional<String> expires, Optional<String> token)
    implements Signature {

  private static final String TOKEN = "x-amz-security-token";

  /** The query fields that say what of a bucket or an object is meant, or how it is to be sent. */
  private static final Set<String> SIGNED_FIELDS =
      Set.of(
          ("accelerate acl analytics cors defaultObjectAcl delete encryption intelligent-tiering"
                  + " inventory legal-hold lifecycle location logging metrics notification"
                  + " object-lock ownershipControls partNumber policy policyStatus"
                  + " publicAccessBlock replication requestPayment"
                  + " response-cache-control response-content-disposition"
                  + " response-content-encoding response-content-language response-content-type"
                  + " response-expires restore retention select select-type storageClass tagging"
                  + " torrent uploadId uploads versionId versioning versions website")
              .split(" "));

  static S3SignatureV2 inHeader(String authorization, SignedRequest signed) {
    String credentials = authorization.substring("AWS ".length()).trim();
    int colon = credentials.lastIndexOf(':');
    if (colon < 1) {
      throw new Rejected(
          Reason.UNSUPPORTED,
          "AWS authorization header is invalid.  Expected AwsAccessKeyId:signature",
          Map.of("ArgumentName", "Authorization", "ArgumentValue", authorization));
    }
    return new S3SignatureV2(
        credentials.substring(0, colon),
        credentials.substring(colon + 1),
        Optional.empty(),
        signed.request().headers().first(TOKEN));
  }

  static S3SignatureV2 inQuery(QueryString query) {
    return new S3SignatureV2(
        query.first("AWSAccessKeyId").orElse(""),
        query.first("Signature").orElse(""),
        Optional.of(query.first("Expires").orElse("")),
        query.first(TOKEN));
  }

  @Override
  public Optional<String> sessionToken() {
    return token;
  }

  @Override
  public void checkTime(SignedRequest signed, Instant now) {
    if (expires.isPresent()) {
      Instant until =
          Presigned.ofEpoch(expires.get())
              .orElseThrow(
                  () ->
                      new Rejected(Reason.UNDATED, "Invalid date (should be seconds since epoch)"));
      Presigned.ofV2(until).check(signed, now);
      return;
    }
    Instant time =
        Times.parseHeader(signed.request().headers().firstOr("x-amz-date", signed.header("Date")))
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.UNDATED,
                        "AWS authentication requires a valid Date or x-amz-date header"));
    if (Duration.between(time, now).abs().compareTo(TOLERANCE) > 0) {
      throw SignatureV4.skewed(time, now);
    }
  }

  @Override
  public void checkSecret(SignedRequest signed, String secret) {
    String toSign =
        String.join(
                "\n",
                signed.request().method(),
                signed.header("Content-MD5"),
                signed.header("Content-Type"),
                expires.orElseGet(() -> date(signed)),
                "")
            + amazonHeaders(signed)
            + resource(signed);
    byte[] signature = Digests.hmac("HmacSHA1", secret.getBytes(StandardCharsets.UTF_8), toSign);
    if (!Base64.getEncoder().encodeToString(signature).equals(value)) {
      throw Mismatch.of(new Mismatch.Proof(accessKeyId, value, toSign));
    }
  }

  private static String date(SignedRequest signed) {
    return signed.request().headers().contains("x-amz-date") ? "" : signed.header("Date");
  }

  private static String amazonHeaders(SignedRequest signed) {
    Map<String, String> headers = new TreeMap<>();
    signed
        .request()
        .headers()
        .forEach(
            (name, value) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.startsWith("x-amz-")) {
                headers.merge(lower, value.trim(), (some, more) -> some + "," + more);
              }
            });
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    return lines.toString();
  }

  private static String resource(SignedRequest signed) {
    List<Parameters.Field> fields =
        Parameters.of(signed.request().query()).named(SIGNED_FIELDS::contains).fields();
    String query =
        fields.stream()
            .sorted(Comparator.comparing(Parameters.Field::name))
            .map(field -> field.assigned() ? field.name() + "=" + field.value() : field.name())
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? signed.resource() : signed.resource() + "?" + query;
  }
}
