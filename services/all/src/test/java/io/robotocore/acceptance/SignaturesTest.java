package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.robotocore.Emulator;
import io.robotocore.Signatures;
import io.robotocore.junit5.AwsEmulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Signatures as clients meet them when they are verified, and when they are not. */
@AwsEmulator(signatures = Signatures.VERIFY)
final class SignaturesTest {

  private static final String LIST = "/?Action=ListQueues&Version=2012-11-05";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static SqsClient sqs(Emulator emulator, AwsCredentialsProvider credentials) {
    return SqsClient.builder()
        .endpointOverride(emulator.endpoint())
        .region(Region.US_EAST_1)
        .credentialsProvider(credentials)
        .build();
  }

  private static AwsCredentialsProvider key(String id, String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(id, secret));
  }

  private static StaticCredentialsProvider session(Credentials issued, String token) {
    return StaticCredentialsProvider.create(
        AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), token));
  }

  private static AbstractObjectAssert<?, AwsServiceException> assertRefused(
      Emulator emulator, AwsCredentialsProvider credentials) {
    try (SqsClient sqs = sqs(emulator, credentials)) {
      return assertThatThrownBy(() -> sqs.listQueues())
          .asInstanceOf(type(AwsServiceException.class));
    }
  }

  @Test
  void call_withTheSecretOfTheAccount_isLetIn(Emulator emulator, SqsClient injected) {
    injected.createQueue(queue -> queue.queueName("orders"));
    AwsCredentials credentials = emulator.as("222222222222").credentials();
    try (SqsClient own = sqs(emulator, StaticCredentialsProvider.create(credentials))) {
      assertThat(own.createQueue(queue -> queue.queueName("q")).queueUrl())
          .contains("/222222222222/");
    }
    assertThat(injected.listQueues().queueUrls()).hasSize(1);
  }

  @Test
  void call_withAnotherSecret_isRefusedWithWhatShouldHaveBeenSigned(Emulator emulator) {
    assertRefused(emulator, key("123456789012", "another"))
        .returns(403, AwsServiceException::statusCode)
        .extracting(AwsServiceException::awsErrorDetails)
        .satisfies(
            details -> {
              assertThat(details.errorCode()).isEqualTo("SignatureDoesNotMatch");
              assertThat(details.errorMessage())
                  .startsWith("The request signature we calculated does not match")
                  .contains("The Canonical String for this request should have been\n'POST\n/\n")
                  .contains("The String-to-Sign should have been\n'AWS4-HMAC-SHA256\n");
            });
  }

  @Test
  void call_withAKeyThatNobodyHas_isRefused(Emulator emulator) {
    assertRefused(emulator, key("AKIAIOSFODNN7EXAMPLE", "secret"))
        .returns(403, AwsServiceException::statusCode)
        .extracting(AwsServiceException::awsErrorDetails)
        .returns("InvalidClientTokenId", details -> details.errorCode())
        .returns(
            "The security token included in the request is invalid.",
            details -> details.errorMessage());
  }

  @Test
  void call_withoutSignature_isRefused(Emulator emulator) {
    assertRefused(emulator, AnonymousCredentialsProvider.create())
        .returns(403, AwsServiceException::statusCode)
        .extracting(details -> details.awsErrorDetails().errorCode())
        .isEqualTo("MissingAuthenticationToken");
  }

  @Test
  void session_untilItExpires_isLetIn(Emulator emulator, StsClient sts) {
    Credentials issued = sts.getSessionToken(get -> get.durationSeconds(900)).credentials();
    StaticCredentialsProvider right = session(issued, issued.sessionToken());
    try (SqsClient sqs = sqs(emulator, right)) {
      assertThat(sqs.listQueues().queueUrls()).isEmpty();
    }
    assertRefused(emulator, session(issued, "another"))
        .extracting(details -> details.awsErrorDetails().errorCode())
        .isEqualTo("InvalidClientTokenId");
    assertRefused(emulator, key(issued.accessKeyId(), issued.secretAccessKey()))
        .extracting(details -> details.awsErrorDetails().errorCode())
        .isEqualTo("InvalidClientTokenId");
    emulator.clock().advance(Duration.ofMinutes(16));
    assertRefused(emulator, right)
        .returns(403, AwsServiceException::statusCode)
        .extracting(AwsServiceException::awsErrorDetails)
        .returns("ExpiredToken", details -> details.errorCode())
        .returns(
            "The security token included in the request is expired",
            details -> details.errorMessage());
  }

  @Test
  void clock_aDayAhead_isFoundOutBySdkClients(Emulator emulator, SqsClient sqs) {
    emulator.clock().advance(Duration.ofDays(1));
    assertThat(sqs.createQueue(queue -> queue.queueName("orders")).queueUrl()).endsWith("orders");
  }

  /** A request that the SDK has signed, to be sent as it is or changed. */
  private static SdkHttpRequest signed(Emulator emulator, String uri, Duration presigned) {
    AwsCredentials credentials = emulator.scope().credentials();
    AwsCredentialsIdentity identity =
        AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey());
    return AwsV4HttpSigner.create()
        .sign(
            sign -> {
              sign.identity(identity)
                  .request(
                      SdkHttpRequest.builder()
                          .method(presigned.isZero() ? SdkHttpMethod.POST : SdkHttpMethod.GET)
                          .uri(emulator.endpoint().resolve(uri))
                          .build())
                  .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "sqs")
                  .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                  .putProperty(
                      HttpSigner.SIGNING_CLOCK,
                      Clock.fixed(emulator.clock().instant(), ZoneOffset.UTC));
              if (!presigned.isZero()) {
                sign.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, presigned);
              }
            })
        .request();
  }

  private static HttpResponse<String> get(URI uri) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  @Test
  void presignedUrl_untilItExpires_isLetIn(Emulator emulator, SqsClient sqs) throws Exception {
    sqs.createQueue(queue -> queue.queueName("orders"));
    URI url = signed(emulator, LIST, Duration.ofHours(1)).getUri();
    assertThat(get(url).body()).contains("/orders</QueueUrl>");
    HttpResponse<String> other = get(URI.create(url + "&QueueNamePrefix=x"));
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body()).contains("<Code>SignatureDoesNotMatch</Code>");
    emulator.clock().advance(Duration.ofMinutes(59));
    assertThat(get(url).statusCode()).isEqualTo(200);
    emulator.clock().advance(Duration.ofMinutes(2));
    HttpResponse<String> late = get(url);
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.body())
        .contains("<Code>SignatureDoesNotMatch</Code>")
        .contains("<Message>Signature expired: ");
  }

  @Test
  void body_changedAfterSigning_isRefused(Emulator emulator) throws Exception {
    SdkHttpRequest signed = signed(emulator, "/", Duration.ZERO);
    HttpResponse<String> answer =
        post(signed.getUri(), signed.headers(), "Action=ListQueues&Version=2012-11-05");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>SignatureDoesNotMatch</Code>");
  }

  private static HttpResponse<String> post(URI uri, Map<String, List<String>> headers, String form)
      throws Exception {
    var request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    headers.forEach(
        (name, values) -> {
          if (!name.equalsIgnoreCase("Host")) {
            values.forEach(value -> request.header(name, value));
          }
        });
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void header_thatLacksTheSignature_isIncomplete(Emulator emulator) throws Exception {
    HttpResponse<String> answer =
        post(
            emulator.endpoint(),
            Map.of(
                "Authorization",
                List.of(
                    "AWS4-HMAC-SHA256 Credential=123456789012/20150830/us-east-1/sqs/aws4_request")),
            "Action=ListQueues&Version=2012-11-05");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("<Code>IncompleteSignature</Code>")
        .contains("Authorization header requires 'Signature' parameter.");
  }

  /** AWS takes it without a signature, for who calls it has no key yet. */
  @Test
  void unsignedOperation_isOpen(Emulator emulator) {
    try (StsClient anonymous =
        StsClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      assertThatThrownBy(
              () ->
                  anonymous.assumeRoleWithWebIdentity(
                      assume ->
                          assume
                              .roleArn("arn:aws:iam::123456789012:role/reader")
                              .roleSessionName("session")
                              .webIdentityToken("no token")))
          .asInstanceOf(type(AwsServiceException.class))
          .extracting(details -> details.awsErrorDetails().errorCode())
          .isEqualTo("InvalidIdentityToken");
    }
  }

  private static AbstractObjectAssert<?, AwsServiceException> assertPutFails(
      Emulator emulator, String secret) {
    try (S3Client s3 =
        S3Client.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .forcePathStyle(true)
            .credentialsProvider(key("123456789012", secret))
            .build()) {
      return assertThatThrownBy(
              () ->
                  s3.putObject(
                      put ->
                          put.bucket("bucket")
                              .key("a key+/ü")
                              .contentType("text/plain")
                              .metadata(Map.of("of", "a  test")),
                      RequestBody.fromBytes(new byte[200_000])))
          .asInstanceOf(type(AwsServiceException.class));
    }
  }

  /** The SDK signs each chunk of the body, and the checksum behind it. */
  @Test
  void s3_bodyInSignedChunks_isVerified(Emulator emulator) {
    assertPutFails(emulator, emulator.scope().credentials().secretAccessKey())
        .extracting(failure -> failure.awsErrorDetails().errorCode())
        .isIn("NoSuchBucket", "NotImplemented");
    assertPutFails(emulator, "another")
        .returns(403, AwsServiceException::statusCode)
        .extracting(failure -> failure.awsErrorDetails().errorCode())
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void s3_wrongSignature_isAnsweredWithWhatShouldHaveBeenSigned(Emulator emulator)
      throws Exception {
    HttpResponse<String> answer =
        get(
            emulator
                .endpoint()
                .resolve("/bucket/key?AWSAccessKeyId=123456789012&Signature=x&Expires=4102444800"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("<Code>SignatureDoesNotMatch</Code>")
        .contains("Check your key and signing method.</Message>")
        .contains("<AWSAccessKeyId>123456789012</AWSAccessKeyId>")
        .contains("<StringToSign>GET\n\n\n4102444800\n/bucket/key</StringToSign>")
        .contains("<SignatureProvided>x</SignatureProvided>")
        .contains("<StringToSignBytes>47 45 54 0a ");
  }

  /** S3 has words and fields of its own, and needs no code to refuse a request. */
  @Test
  void s3_expiredUrl_isRefusedInItsWords(Emulator emulator) throws Exception {
    HttpResponse<String> answer =
        get(
            emulator
                .endpoint()
                .resolve("/bucket/key?AWSAccessKeyId=123456789012&Signature=x&Expires=1440941760"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("<Code>AccessDenied</Code>")
        .contains("<Message>Request has expired</Message>")
        .contains("<Expires>2015-08-30T13:36:00Z</Expires>")
        .contains("<ServerTime>");
  }

  @Test
  void ignored_callWithAnySecret_isLetIn() {
    try (Emulator emulator = Emulator.start();
        SqsClient sqs = sqs(emulator, key("123456789012", "another"))) {
      assertThat(sqs.listQueues().queueUrls()).isEmpty();
    }
  }

  @Test
  void ignored_presignedUrlWhoseTimeIsOver_isRefused() throws Exception {
    try (Emulator emulator = Emulator.start()) {
      URI url = signed(emulator, LIST, Duration.ofHours(1)).getUri();
      assertThat(get(URI.create(url + "&QueueNamePrefix=x")).statusCode()).isEqualTo(200);
      emulator.clock().advance(Duration.ofMinutes(61));
      assertThat(get(url).statusCode()).isEqualTo(403);
    }
  }
}
