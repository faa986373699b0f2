package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.RecordedCall;
import io.robotocore.Signatures;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Requests that get no further than the gateway: how they are answered, and what is kept of them.
 */
final class RefusalsTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Emulator EMULATOR =
      Emulator.builder().maxBodySize(1_000).signatures(Signatures.VERIFY).start();

  @BeforeAll
  static void answers() {
    assertThat(EMULATOR.client(SqsClient.class).listQueues().queueUrls()).isEmpty();
  }

  @AfterAll
  static void close() {
    EMULATOR.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3      | PUT  | /b?policy                | 400 | <Error><Code>EntityTooLarge</Code>",
        "route53 | POST | /2013-04-01/hostedzone   | 413 | <ErrorResponse xmlns=",
        "sts     | POST | /?Action=GetSessionToken | 413 | <ErrorResponse xmlns=",
        "ec2     | POST | /?Action=DescribeVpcs    | 413 | <Response><Errors><Error><Code>Request",
        "lambda  | POST | /2015-03-31/functions    | 413 | {\"message\":\"Request body is too large\"}",
      })
  void body_tooLarge_isRefusedInTheProtocolOfTheService(
      String service, String method, String uri, int status, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(EMULATOR.endpoint().resolve(uri))
            .header("Authorization", authorization(service))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString("x".repeat(2_000)))
            .build();
    HttpResponse<String> response = send(request);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body().replaceFirst("<\\?xml.*\\?>\n", "")).startsWith(body);
  }

  @Test
  void request_forNoOperation_isKeptWithWhatIsKnown() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(EMULATOR.endpoint())
            .header("Authorization", authorization("sqs"))
            .header("X-Amz-Target", "AmazonSQS.NoSuchThing")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    HttpResponse<String> response = send(request);
    assertThat(last())
        .returns("sqs", RecordedCall::service)
        .returns("", RecordedCall::operation)
        .returns("222222222222", RecordedCall::account)
        .returns("eu-west-1", RecordedCall::region)
        .returns(
            response.headers().firstValue("x-amzn-RequestId").orElseThrow(),
            RecordedCall::requestId);
    assertThat(last().toString())
        .endsWith("400 UnknownOperationException: Unknown operation: NoSuchThing")
        .contains(" sqs (no operation) (222222222222, eu-west-1) ");
  }

  @Test
  void request_forNoService_isKeptToo() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(EMULATOR.endpoint())
            .header("X-Amz-Target", "NoSuchService.DoIt")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    assertThat(send(request).statusCode()).isEqualTo(400);
    assertThat(last().toString())
        .contains(" (no service) (no operation) (123456789012, us-east-1)");
  }

  @Test
  void request_withAWrongSignature_isKeptWithItsOperation() {
    try (SqsClient sqs =
        SqsClient.builder()
            .endpointOverride(EMULATOR.endpoint())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create("222222222222", "not the secret")))
            .build()) {
      assertThatThrownBy(() -> sqs.createQueue(queue -> queue.queueName("q")))
          .isInstanceOf(SqsException.class);
    }
    assertThat(last())
        .returns("CreateQueue", RecordedCall::operation)
        .returns("222222222222", RecordedCall::account)
        .extracting(call -> call.error().orElseThrow())
        .returns(403, RecordedCall.Failure::status)
        .returns("SignatureDoesNotMatch", RecordedCall.Failure::code);
  }

  private static RecordedCall last() {
    return EMULATOR.calls().get(EMULATOR.calls().size() - 1);
  }

  private static String authorization(String service) {
    return "AWS4-HMAC-SHA256 Credential=222222222222/20261122/eu-west-1/"
        + service
        + "/aws4_request, SignedHeaders=host, Signature=00";
  }

  private static HttpResponse<String> send(HttpRequest request)
      throws IOException, InterruptedException {
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
