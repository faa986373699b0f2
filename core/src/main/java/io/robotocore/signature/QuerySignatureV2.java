package io.robotocore.signature;

import io.robotocore.signature.Rejected.Reason;
import io.robotocore.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A signature of version 2 among the parameters of a query, as SimpleDB, SQS and others take it.
 *
 * @param parameters all parameters, the signature among them
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/HMACAuth.html">HMAC-SHA
 *     signature</a>
 */
record QuerySignatureV2(Parameters parameters) implements Signature {

  private static final String FORM = "application/x-www-form-urlencoded";

  static QuerySignatureV2 of(Parameters parameters) {
    return new QuerySignatureV2(parameters);
  }

  /** The signature in the form that a request posts. */
  static Optional<Signature> inForm(HttpRequest request) {
    if (!request.mediaType().equalsIgnoreCase(FORM)) {
      return Optional.empty();
    }
    String form = new String(request.body().bytes(), StandardCharsets.UTF_8);
    QuerySignatureV2 signature = of(Parameters.of(request.query()).and(Parameters.of(form)));
    return signature.value("Signature").isEmpty() || signature.accessKeyId().isEmpty()
        ? Optional.empty()
        : Optional.of(signature);
  }

  private String value(String name) {
    return parameters.first(name).orElse("");
  }

  @Override
  public String accessKeyId() {
    return value("AWSAccessKeyId");
  }

  @Override
  public Optional<String> sessionToken() {
    return parameters.first("SecurityToken");
  }

  @Override
  public void checkTime(SignedRequest signed, Instant now) {
    Optional<Instant> expires = Times.parseExtended(value("Expires"));
    if (expires.isPresent()) {
      Presigned.ofV2(expires.get()).check(signed, now);
      return;
    }
    Instant time =
        Times.parseExtended(value("Timestamp"))
            .orElseThrow(
                () ->
                    new Rejected(
                        Reason.INCOMPLETE,
                        "Request must contain either a valid Timestamp or a valid Expires"));
    if (Duration.between(time, now).abs().compareTo(TOLERANCE) > 0) {
      throw new Rejected(
          Reason.EXPIRED, "Request has expired. Timestamp date is " + value("Timestamp") + ".");
    }
  }

  @Override
  public void checkSecret(SignedRequest signed, String secret) {
    HttpRequest request = signed.request();
    String toSign =
        String.join(
            "\n",
            request.method(),
            request.host().toLowerCase(Locale.ROOT),
            request.path(),
            parameters.named(name -> !name.equals("Signature")).canonical());
    byte[] signature = Digests.hmac(algorithm(), secret.getBytes(StandardCharsets.UTF_8), toSign);
    if (!Base64.getEncoder().encodeToString(signature).equals(value("Signature"))) {
      throw Mismatch.of(new Mismatch.Proof(accessKeyId(), value("Signature"), toSign));
    }
  }

  private String algorithm() {
    String method = value("SignatureMethod");
    if (!value("SignatureVersion").equals("2") || !method.matches("HmacSHA(1|256)")) {
      throw new Rejected(
          Reason.INCOMPLETE,
          "SignatureVersion must be 2, and SignatureMethod HmacSHA256 or HmacSHA1");
    }
    return method;
  }
}
