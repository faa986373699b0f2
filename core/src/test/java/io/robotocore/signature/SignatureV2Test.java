package io.robotocore.signature;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.robotocore.signature.Rejected.Reason;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Version 2, with requests that botocore has signed. */
final class SignatureV2Test {

  private static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
  private static final Headers HOST = Headers.of("Host", "localhost:4566");
  private static final Verifier VERIFIER =
      new Verifier(id -> Optional.of(new Verifier.Key("secret-of-" + id, Optional.empty())));
  private static final String FORM =
      "Action=ListQueues&Version=2012-11-05&QueueNamePrefix=a+b~%2A%2B%2F"
          + "&AWSAccessKeyId=123456789012&SignatureVersion=2&SignatureMethod=HmacSHA256"
          + "&Timestamp=2015-08-30T12%3A36%3A00Z&Signature=";
  private static final String GET_SIGNATURE = "D%2FETdP45kTXjQDqYEQemz2oDy7k0I7JVNQwv7U7jFTo%3D";
  private static final String POST_SIGNATURE = "dPJYFUbxKyfFiCtuucLPqUWnvJJ%2F%2BRU6Z83vaqvsI8o%3D";

  private static void assertAccepted(SignedRequest signed, Instant now) {
    assertThatCode(() -> VERIFIER.verify(signed, now)).doesNotThrowAnyException();
  }

  private static void assertRejected(Reason reason, SignedRequest signed, Instant now) {
    assertThatThrownBy(() -> VERIFIER.verify(signed, now))
        .asInstanceOf(type(Rejected.class))
        .returns(reason, Rejected::reason);
  }

  private static SignedRequest put(String acl) {
    Headers headers =
        HOST.with("Content-Type", "text/plain")
            .with("Content-MD5", "rL0Y20zC+Fzt72VPzMSk2A==")
            .with("Date", "Sun, 30 Aug 2015 12:36:00 GMT")
            .with("x-amz-meta-b", "2")
            .with("X-Amz-Acl", acl)
            .with("Authorization", "AWS 123456789012:lBU1XLhWfbcUZmcwMyDESzPMKoU=");
    return new SignedRequest(
        new HttpRequest(
            "PUT",
            "/bucket/a%20key",
            "foo=1&response-content-type=text%2Fplain&acl",
            headers,
            Body.EMPTY),
        "s3",
        "/bucket/a%20key",
        false);
  }

  @Test
  void verify_headerOfS3_coversAmazonHeadersAndSubresources() {
    assertAccepted(put("private"), TIME);
    assertRejected(Reason.MISMATCH, put("public-read"), TIME);
    assertRejected(Reason.SKEWED, put("private"), TIME.plusSeconds(901));
  }

  private static SignedRequest presigned(String version) {
    String query =
        "versionId="
            + version
            + "&AWSAccessKeyId=123456789012&Signature=4PfIitBomvka4O5Pm0W0MVOCymQ%3D"
            + "&Expires=1440941760";
    return new SignedRequest(
        new HttpRequest("GET", "/a%20key", query, HOST, Body.EMPTY),
        "s3",
        "/bucket/a%20key",
        false);
  }

  @Test
  void verify_presignedUrlOfS3_isGoodUntilItExpires() {
    assertAccepted(presigned("7"), TIME);
    assertAccepted(presigned("7"), TIME.plus(Duration.ofHours(1)));
    assertRejected(Reason.MISMATCH, presigned("8"), TIME);
    assertRejected(Reason.URL_EXPIRED, presigned("7"), TIME.plusSeconds(3_601));
  }

  private static SignedRequest query(String query) {
    return new SignedRequest(
        new HttpRequest("GET", "/", query, HOST, Body.EMPTY), "sqs", "/", false);
  }

  private static SignedRequest form(String form) {
    Headers headers = HOST.with("Content-Type", "application/x-www-form-urlencoded");
    return new SignedRequest(
        new HttpRequest("POST", "/", "", headers, Body.of(form)), "sqs", "/", false);
  }

  @Test
  void verify_parametersOfAQuery_areAllSigned() {
    assertAccepted(query(FORM + GET_SIGNATURE), TIME);
    assertRejected(Reason.MISMATCH, query(FORM + GET_SIGNATURE + "&more=1"), TIME);
    assertRejected(Reason.EXPIRED, query(FORM + GET_SIGNATURE), TIME.plusSeconds(901));
    assertRejected(
        Reason.INCOMPLETE,
        query((FORM + GET_SIGNATURE).replace("SignatureVersion=2", "SignatureVersion=1")),
        TIME);
  }

  @Test
  void verify_parametersOfAForm_areAllSigned() {
    assertAccepted(form(FORM + POST_SIGNATURE), TIME);
    assertRejected(Reason.MISMATCH, form(FORM + GET_SIGNATURE), TIME);
    assertRejected(Reason.MISSING, form("Action=ListQueues"), TIME);
  }

  @Test
  void checkUntil_urlWhoseTimeIsOver_isRejectedWhateverItsSignature() {
    assertThatCode(() -> Presigned.checkUntil(presigned("8"), TIME)).doesNotThrowAnyException();
    assertThatThrownBy(() -> Presigned.checkUntil(presigned("8"), TIME.plusSeconds(3_601)))
        .isInstanceOf(Rejected.class);
    assertThatCode(() -> Presigned.checkUntil(query("Expires=1"), TIME)).doesNotThrowAnyException();
  }
}
