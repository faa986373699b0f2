package io.robotocore.signature;

import static io.robotocore.signature.SdkSigner.CREDENTIALS;
import static io.robotocore.signature.SdkSigner.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.robotocore.signature.Rejected.Reason;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Version 4, with AWS's published test cases and with requests that the AWS SDK has signed. */
final class SignatureV4Test {

  private static final byte[] BODY = "{\"QueueName\":\"orders\"}".getBytes(StandardCharsets.UTF_8);
  private static final Verifier VERIFIER =
      new Verifier(
          id ->
              id.equals(CREDENTIALS.accessKeyId())
                  ? Optional.of(new Verifier.Key(CREDENTIALS.secretAccessKey(), Optional.empty()))
                  : Optional.empty());

  private static void accept(SignedRequest signed) {
    VERIFIER.verify(signed, TIME);
  }

  private static AbstractObjectAssert<?, Rejected> assertRejected(SignedRequest signed) {
    return assertRejected(signed, TIME);
  }

  private static AbstractObjectAssert<?, Rejected> assertRejected(
      SignedRequest signed, Instant now) {
    return assertThatThrownBy(() -> VERIFIER.verify(signed, now))
        .asInstanceOf(type(Rejected.class));
  }

  private static SdkHttpRequest post(String uri) {
    return SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(uri)).build();
  }

  private static SignedRequest changed(SignedRequest signed, HttpRequest request) {
    return new SignedRequest(request, signed.service(), signed.resource(), false);
  }

  /**
   * The cases of AWS's test suite for version 4 that have a query or a header of interest, with the
   * signatures that it publishes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
   *     a signed AWS API request</a>
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
        "POST / 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        "GET /?Param2=value2&Param1=value1"
            + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
        "GET /?Param1=value2&Param1=Value1"
            + " eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1",
        "GET /\u1234 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"
      })
  void verify_caseOfTheTestSuite_hasThePublishedSignature(String published) {
    String[] words = published.split(" ");
    String[] uri = words[1].split("\\?");
    Headers headers =
        Headers.of("Host", "example.amazonaws.com", "X-Amz-Date", "20150830T123600Z")
            .with(
                "Authorization",
                "AWS4-HMAC-SHA256"
                    + " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature="
                    + words[2]);
    HttpRequest request =
        new HttpRequest(
            words[0],
            UriEncoding.encodePath(uri[0]),
            uri.length == 1 ? "" : uri[1],
            headers,
            Body.EMPTY);
    // The suite signs paths as they are, which of all services only S3 does.
    String service = uri[0].equals("/") ? "service" : "s3";
    SignedRequest signed = new SignedRequest(request, service, uri[0], false);
    SignatureV4 signature = (SignatureV4) Signature.of(signed).orElseThrow();
    String canonical =
        String.join(
            "\n",
            words[0],
            UriEncoding.encodePath(uri[0]),
            Parameters.of(request.query()).canonical(),
            "host:example.amazonaws.com",
            "x-amz-date:20150830T123600Z",
            "",
            "host;x-amz-date",
            Digests.sha256(""));
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            "20150830T123600Z",
            "20150830/us-east-1/service/aws4_request",
            Digests.sha256(canonical));
    assertThat(
            SigningKey.of("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", signature.scope())
                .sign(toSign))
        .isEqualTo(words[2]);
    if (service.equals("service")) {
      assertThat(CanonicalRequest.of(signed, signature).text()).isEqualTo(canonical);
    }
  }

  @Test
  void verify_randomRequestsOfTheSdk_letsThemIn() {
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      String service = random.nextBoolean() ? "s3" : "sqs";
      SdkHttpRequest request = random(random, service);
      byte[] body = new byte[random.nextInt(200)];
      random.nextBytes(body);
      SdkSigner signer = SdkSigner.of(service);
      SignedRequest signed =
          random.nextBoolean()
              ? signer.sign(request, body)
              : signer
                  .presigned(Duration.ofMinutes(1))
                  .sign(request, service.equals("s3") ? body : new byte[0]);
      assertThatCode(() -> accept(signed))
          .as("%s %s", service, signed.request())
          .doesNotThrowAnyException();
    }
  }

  private static SdkHttpRequest random(Random random, String service) {
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(random.nextBoolean() ? SdkHttpMethod.GET : SdkHttpMethod.PUT)
            .protocol("https")
            .host("localhost")
            .port(4566);
    StringBuilder path = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      path.append('/').append(UriEncoding.encode(text(random)));
    }
    if (service.equals("s3") && random.nextInt(4) == 0) {
      path.append("//./a/../b/");
    }
    request.encodedPath(path.toString());
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = text(random);
      for (int j = random.nextInt(3); j >= 0; j--) {
        request.appendRawQueryParameter(name, text(random));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      String name = "x-amz-meta-" + random.nextInt(5);
      request.appendHeader(name, "  a   b " + random.nextInt() + " ");
    }
    return request.build();
  }

  private static String text(Random random) {
    String alphabet = "aZ09-._~ !*'();:@&=+$,/?#[]%\"<>\\^`{|}é漢";
    StringBuilder text = new StringBuilder("k");
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  @Test
  void verify_mutatedRequests_areLetInOrRejectedAndNothingElse() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      boolean presigned = random.nextBoolean();
      SignedRequest signed = presigned ? PRESIGNED : SIGNED;
      HttpRequest sent = signed.request();
      String authorization = signed.header("Authorization");
      HttpRequest mutated =
          new HttpRequest(
              sent.method(),
              sent.path(),
              presigned ? mutated(random, sent.query()) : "",
              presigned
                  ? sent.headers()
                  : sent.headers()
                      .without("Authorization")
                      .with("Authorization", mutated(random, authorization)),
              sent.body());
      try {
        accept(changed(signed, mutated));
      } catch (Rejected e) {
        assertThat(e.reason()).isNotNull();
      }
      try {
        Presigned.checkUntil(changed(signed, mutated), TIME.plus(Duration.ofDays(9)));
      } catch (Rejected e) {
        assertThat(e.reason()).isIn(Reason.URL_EXPIRED, Reason.EXPIRED);
      }
    }
  }

  private static final SignedRequest SIGNED =
      SdkSigner.of("sqs").sign(post("http://localhost/"), BODY);
  private static final SignedRequest PRESIGNED =
      SdkSigner.of("s3")
          .presigned(Duration.ofHours(1))
          .sign(post("https://localhost/b/k?acl"), new byte[0]);

  private static String mutated(Random random, String text) {
    StringBuilder mutated = new StringBuilder(text);
    String alphabet = "%&=+,;/ -:09azAZ\u00e9\u0000";
    for (int i = random.nextInt(4); i >= 0 && mutated.length() > 1; i--) {
      int at = random.nextInt(mutated.length());
      switch (random.nextInt(4)) {
        case 0 -> mutated.deleteCharAt(at);
        case 1 -> mutated.insert(at, alphabet.charAt(random.nextInt(alphabet.length())));
        case 2 -> mutated.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
        default -> mutated.setLength(Math.max(1, at));
      }
    }
    return mutated.toString();
  }

  @Test
  void verify_pathWithDots_isNormalisedUnlessItIsOfS3() {
    SdkHttpRequest request = post("http://localhost/a/./b//c/../d%20e/");
    accept(SdkSigner.of("lambda").sign(request, BODY));
    accept(SdkSigner.of("s3").sign(request, BODY));
    assertRejected(SdkSigner.of("s3").sign(request, BODY, "lambda"))
        .returns(Reason.MISMATCH, Rejected::reason);
  }

  @Test
  void verify_chunksAndTrailersOfTheSdk_areVerified() {
    byte[] body = new byte[300_000];
    new Random(1).nextBytes(body);
    SdkHttpRequest request =
        post("http://localhost/bucket/key").toBuilder().method(SdkHttpMethod.PUT).build();
    SdkSigner chunked =
        SdkSigner.of("s3")
            .with(
                sign ->
                    sign.putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, true)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, true));
    SdkSigner trailing =
        chunked.with(
            sign ->
                sign.putProperty(
                    AwsV4HttpSigner.CHECKSUM_ALGORITHM, DefaultChecksumAlgorithm.CRC32));
    for (SdkSigner signer : new SdkSigner[] {chunked, trailing}) {
      SignedRequest signed = signer.sign(request, body);
      assertThat(signed.header("x-amz-content-sha256")).startsWith("STREAMING-AWS4-HMAC-SHA256");
      accept(signed);
      for (int position : new int[] {200, 140_000, signed.request().body().bytes().length - 6}) {
        byte[] tampered = signed.request().body().bytes().clone();
        tampered[position] ^= 1;
        assertRejected(changed(signed, signed.request().withBody(Body.of(tampered))))
            .extracting(Rejected::reason)
            .isIn(Reason.MISMATCH, Reason.BROKEN_BODY);
      }
    }
  }

  @Test
  void verify_unsignedPayload_isForS3AndForOperationsThatAllowIt() {
    SdkSigner unsigned =
        SdkSigner.of("s3")
            .with(sign -> sign.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false));
    SignedRequest s3 = unsigned.sign(post("https://localhost/bucket"), BODY);
    assertThat(s3.header("x-amz-content-sha256")).isEqualTo("UNSIGNED-PAYLOAD");
    accept(changed(s3, s3.request().withBody(Body.of("another"))));
    SdkSigner other =
        SdkSigner.of("sqs")
            .with(sign -> sign.putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false));
    SignedRequest sqs = other.sign(post("https://localhost/"), BODY);
    assertRejected(sqs).returns(Reason.MISMATCH, Rejected::reason);
    accept(new SignedRequest(sqs.request(), sqs.service(), "/", true));
  }

  @Test
  void verify_bodyChanged_isRejected() {
    SignedRequest sqs = SdkSigner.of("sqs").sign(post("http://localhost/"), BODY);
    assertRejected(changed(sqs, sqs.request().withBody(Body.of("{}"))))
        .returns(Reason.MISMATCH, Rejected::reason);
    SignedRequest s3 = SdkSigner.of("s3").sign(post("http://localhost/"), BODY);
    assertRejected(changed(s3, s3.request().withBody(Body.of("{}"))))
        .returns(Reason.OTHER_BODY, Rejected::reason)
        .extracting(Rejected::details)
        .extracting("S3ComputedContentSHA256")
        .isEqualTo(Digests.sha256("{}"));
  }

  @Test
  void verify_wrongSecret_tellsWhatShouldHaveBeenSigned() {
    SignedRequest signed = SdkSigner.of("sqs").sign(post("http://localhost/"), BODY);
    Verifier other = new Verifier(id -> Optional.of(new Verifier.Key("other", Optional.empty())));
    assertThatThrownBy(() -> other.verify(signed, TIME))
        .asInstanceOf(type(Rejected.class))
        .satisfies(
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(Reason.MISMATCH);
              assertThat(rejected.message())
                  .contains("The Canonical String for this request should have been\n'POST\n/\n")
                  .contains("The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n20150830T");
              assertThat(rejected.details())
                  .containsEntry("AWSAccessKeyId", "123456789012")
                  .containsKeys("CanonicalRequest", "StringToSign", "SignatureProvided")
                  .hasEntrySatisfying(
                      "StringToSignBytes", bytes -> assertThat(bytes).startsWith("41 57 53 34 2d"));
            });
  }

  @Test
  void verify_keyThatNobodyHas_isRejected() {
    SdkSigner stranger =
        SdkSigner.of("sqs")
            .with(
                sign ->
                    sign.identity(
                        AwsSessionCredentialsIdentity.create("AKIASTRANGER", "secret", "token")));
    assertRejected(stranger.sign(post("http://localhost/"), BODY))
        .returns(Reason.UNKNOWN_KEY, Rejected::reason);
  }

  @Test
  void verify_sessionToken_mustBeThatOfTheKey() {
    Verifier temporary =
        new Verifier(id -> Optional.of(new Verifier.Key("secret", Optional.of("token"))));
    assertThatCode(() -> temporary.verify(session("token"), TIME)).doesNotThrowAnyException();
    assertThatThrownBy(() -> temporary.verify(session("other"), TIME))
        .asInstanceOf(type(Rejected.class))
        .returns(Reason.INVALID_TOKEN, Rejected::reason);
    assertRejected(
            SdkSigner.of("sqs")
                .with(
                    sign ->
                        sign.identity(
                            AwsSessionCredentialsIdentity.create(
                                CREDENTIALS.accessKeyId(), CREDENTIALS.secretAccessKey(), "token")))
                .sign(post("http://localhost/"), BODY))
        .returns(Reason.INVALID_TOKEN, Rejected::reason);
  }

  private static SignedRequest session(String token) {
    return SdkSigner.of("sqs")
        .with(
            sign -> sign.identity(AwsSessionCredentialsIdentity.create("ASIAKEY", "secret", token)))
        .sign(post("http://localhost/"), BODY);
  }

  @Test
  void verify_clocksApart_isToleratedForAQuarterOfAnHour() {
    SignedRequest signed = SdkSigner.of("sqs").sign(post("http://localhost/"), BODY);
    VERIFIER.verify(signed, TIME.plus(Duration.ofMinutes(15)));
    VERIFIER.verify(signed, TIME.minus(Duration.ofMinutes(15)));
    assertRejected(signed, TIME.plusSeconds(901))
        .returns(Reason.SKEWED, Rejected::reason)
        .returns(
            "Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z"
                + " (20150830T125101Z - 15 min.)",
            Rejected::message);
    assertRejected(signed, TIME.minusSeconds(901))
        .returns(
            "Signature not yet current: 20150830T123600Z is still later than 20150830T123559Z"
                + " (20150830T122059Z + 15 min.)",
            Rejected::message);
  }

  @Test
  void verify_presigned_isGoodForItsTime() {
    SignedRequest signed =
        SdkSigner.of("s3")
            .presigned(Duration.ofHours(2))
            .sign(post("https://localhost/b/k"), new byte[0]);
    VERIFIER.verify(signed, TIME.plus(Duration.ofHours(2)));
    assertRejected(signed, TIME.plusSeconds(7_201))
        .returns(Reason.URL_EXPIRED, Rejected::reason)
        .extracting(Rejected::details)
        .hasToString(
            "{X-Amz-Expires=7200, Expires=2015-08-30T14:36:00Z, ServerTime=2015-08-30T14:36:01Z}");
    assertRejected(signed, TIME.minus(Duration.ofDays(1)))
        .returns(Reason.URL_NOT_YET_VALID, Rejected::reason);
  }

  /** AWS STS gives a presigned URL 15 minutes, whatever it says of itself. */
  @Test
  void verify_presignedForSts_isGoodForAQuarterOfAnHour() {
    SignedRequest signed =
        SdkSigner.of("sts")
            .presigned(Duration.ofMinutes(1))
            .sign(post("http://localhost/?Action=GetCallerIdentity"), new byte[0]);
    VERIFIER.verify(signed, TIME.plus(Duration.ofMinutes(15)));
    assertRejected(signed, TIME.plusSeconds(901)).returns(Reason.URL_EXPIRED, Rejected::reason);
  }

  @Test
  void verify_otherService_isRejected() {
    assertRejected(SdkSigner.of("sqs").sign(post("http://localhost/"), BODY, "sns"))
        .returns("Credential should be scoped to correct service: 'sns'. ", Rejected::message);
  }

  @Test
  void verify_amazonHeaderAddedForS3_isRejected() {
    SignedRequest signed = SdkSigner.of("s3").sign(post("http://localhost/b/k"), BODY);
    HttpRequest sent = signed.request();
    HttpRequest added =
        new HttpRequest(
            sent.method(),
            sent.path(),
            sent.query(),
            sent.headers().with("X-Amz-Acl", "public-read"),
            sent.body());
    assertRejected(changed(signed, added))
        .returns(Reason.UNSIGNED_HEADERS, Rejected::reason)
        .extracting(Rejected::details)
        .hasToString("{HeadersNotSigned=x-amz-acl}");
  }

  @Test
  void verify_version4a_isBelievedIfTheKeyIsKnown() {
    accept(
        unsigned(
            "sqs",
            "AWS4-ECDSA-P256-SHA256 Credential=123456789012/20150830/sqs/aws4_request"
                + ", SignedHeaders=host, Signature=00"));
    assertRejected(
            unsigned(
                "sqs",
                "AWS4-ECDSA-P256-SHA256 Credential=x/20150830/sqs/aws4_request"
                    + ", SignedHeaders=host, Signature=00"))
        .returns(Reason.UNKNOWN_KEY, Rejected::reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS4-HMAC-SHA256",
        "AWS4-HMAC-SHA256 Credential=a/20150830/us-east-1/sqs/aws4_request",
        "AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=0",
        "AWS4-HMAC-SHA256 Credential= a/b, SignedHeaders=host, Signature=0",
        "Bearer token",
        ","
      })
  void verify_headerThatLacksSomething_isIncomplete(String authorization) {
    assertRejected(unsigned("sqs", authorization)).returns(Reason.INCOMPLETE, Rejected::reason);
  }

  @Test
  void verify_withoutSignature_isMissing() {
    assertRejected(unsigned("sqs", "")).returns(Reason.MISSING, Rejected::reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2F20150830%2Fus-east-1%2Fs3%2F"
            + "aws4_request&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Signature=0",
        "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2F20150830%2Fus-east-1%2Fs3%2F"
            + "aws4_request&X-Amz-Date=20150830T123600Z&X-Amz-SignedHeaders=host&X-Amz-Signature=0"
            + "&X-Amz-Expires=604801"
      })
  void verify_queryThatLacksSomething_isIncomplete(String query) {
    HttpRequest request =
        new HttpRequest("GET", "/b/k", query, Headers.of("Host", "localhost"), Body.EMPTY);
    assertRejected(new SignedRequest(request, "s3", "/b/k", false))
        .returns(Reason.INCOMPLETE_QUERY, Rejected::reason);
  }

  private static SignedRequest unsigned(String service, String authorization) {
    Headers headers = Headers.of("Host", "localhost", "X-Amz-Date", "20150830T123600Z");
    return new SignedRequest(
        new HttpRequest(
            "POST",
            "/",
            "",
            authorization.isEmpty() ? headers : headers.with("Authorization", authorization),
            Body.EMPTY),
        service,
        "/",
        false);
  }
}
