package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Reset;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Requests that no SDK would send. */
@AwsEmulator(reset = Reset.NEVER)
class BadInputTest {

  private static final int REQUESTS = 100_000;
  private static final int CONNECTIONS = 4;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AmazonSQS.CreateQueue | {\"QueueName\":              | 400 | SerializationException",
        "AmazonSQS.CreateQueue | {\"QueueName\":1}            | 400 | SerializationException",
        "AmazonSQS.CreateQueue | {}                           | 400 | MissingParameter",
        "AmazonSQS.NoSuchThing | {}                           | 400 | UnknownOperationException",
        "NoSuchService.DoIt    | {}                           | 400 | UnknownOperationException",
      })
  void json_thatIsWrong_isRefusedWithAwsError(
      String target, String body, int status, String code, Emulator emulator, SqsClient sqs)
      throws Exception {
    HttpResponse<String> response =
        post(emulator, "application/x-amz-json-1.0", Map.of("X-Amz-Target", target), body);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(code);
    assertThat(sqs.listQueues().queueUrls()).doesNotContainNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Action=NoSuchThing&Version=2012-11-05               | 400 | InvalidAction",
        "Action=CreateQueue&Version=2012-11-05               | 400 | MissingParameter",
        "Action=AssumeRole&Version=2011-06-15&DurationSeconds=x | 400 | MalformedInput",
        "Action=AssumeRole&Version=2011-06-15                | 400 | ValidationError",
        "Action=CreateQueue                                  | 400 | InvalidAction",
      })
  void query_thatIsWrong_isRefusedWithAwsError(
      String form, int status, String code, Emulator emulator, SqsClient sqs) throws Exception {
    HttpResponse<String> response =
        post(emulator, "application/x-www-form-urlencoded", Map.of(), form);
    assertThat(response.body()).contains(code);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(sqs.listQueues().queueUrls()).doesNotContainNull();
  }

  @Test
  void signature_whoseScopeMakesNoSense_isOfTheDefaultAccount(Emulator emulator, SqsClient sqs)
      throws Exception {
    sqs.createQueue(queue -> queue.queueName("scopes"));
    for (String authorization :
        List.of(
            "AWS4-HMAC-SHA256 Credential=",
            "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=, Signature=",
            "AWS4-HMAC-SHA256 Credential=////aws4_request",
            "Bearer x",
            "AWS4-HMAC-SHA256")) {
      HttpResponse<String> response =
          post(
              emulator,
              "application/x-amz-json-1.0",
              Map.of("X-Amz-Target", "AmazonSQS.ListQueues", "Authorization", authorization),
              "{}");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("/123456789012/scopes");
    }
  }

  @Test
  void requests_atRandom_areAnsweredAndLeaveTheEmulatorWorking(Emulator emulator, SqsClient sqs) {
    String url = sqs.createQueue(queue -> queue.queueName("random")).queueUrl();
    List<CompletableFuture<Map<Integer, Integer>>> connections =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> statuses(emulator, url, i)))
            .toList();
    Map<Integer, Integer> statuses = new TreeMap<>();
    connections.forEach(
        connection ->
            connection.join().forEach((status, n) -> statuses.merge(status, n, Integer::sum)));
    assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REQUESTS);
    assertThat(statuses.keySet())
        .as("statuses and how often: %s", statuses)
        .contains(200, 400, 404, 501)
        .allMatch(status -> status < 500 || status == 501);
    String after = sqs.createQueue(queue -> queue.queueName("after")).queueUrl();
    sqs.sendMessage(message -> message.queueUrl(after).messageBody("still here"));
    assertThat(sqs.receiveMessage(receive -> receive.queueUrl(after)).messages()).hasSize(1);
  }

  private static Map<Integer, Integer> statuses(Emulator emulator, String queueUrl, long seed) {
    RandomRequests requests = new RandomRequests(seed, queueUrl);
    Map<Integer, Integer> statuses = new TreeMap<>();
    try (RawConnection connection = new RawConnection(emulator.endpoint())) {
      for (int i = 0; i < REQUESTS / CONNECTIONS; i++) {
        statuses.merge(connection.status(requests.next()), 1, Integer::sum);
      }
      return statuses;
    } catch (IOException e) {
      throw new AssertionError("a request broke the connection: " + requests.last(), e);
    }
  }

  private HttpResponse<String> post(
      Emulator emulator, String type, Map<String, String> headers, String body)
      throws IOException, InterruptedException {
    URI uri = emulator.endpoint().resolve("/");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
