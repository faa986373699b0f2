package io.robotocore.services.sqs;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.junit5.AwsEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues that are full: limits, and snapshots of them. */
@AwsEmulator
final class ManyMessagesTest {

  private static final int MAX_IN_FLIGHT = 120_000;

  private final Emulator emulator;
  private final SqsClient sqs;

  ManyMessagesTest(Emulator emulator, SqsClient sqs) {
    this.emulator = emulator;
    this.sqs = sqs;
  }

  /** Makes a call without all that an SDK client does for it, because there are so many. */
  private void call(String operation, String json) throws IOException {
    try (SdkHttpClient http = emulator.httpClient()) {
      int status =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(
                          SdkHttpRequest.builder()
                              .method(SdkHttpMethod.POST)
                              .uri(emulator.endpoint())
                              .encodedPath("/")
                              .putHeader("Content-Type", "application/x-amz-json-1.0")
                              .putHeader("X-Amz-Target", "AmazonSQS." + operation)
                              .build())
                      .contentStreamProvider(
                          () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                      .build())
              .call()
              .httpResponse()
              .statusCode();
      assertThat(status).isEqualTo(200);
    }
  }

  /** Sends ten messages at a time, to a FIFO queue as a group. */
  private void send(String queue, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      String tokens =
          queue.endsWith(".fifo")
              ? ",'MessageGroupId':'" + i + "','MessageDeduplicationId':'" + i + "-"
              : ",'MessageGroupId':'";
      String entries =
          IntStream.range(0, 10)
              .mapToObj(j -> "{'Id':'" + j + "','MessageBody':'m'" + tokens + j + "'}")
              .collect(Collectors.joining(","));
      call(
          "SendMessageBatch",
          ("{'QueueUrl':'" + queue + "','Entries':[" + entries + "]}").replace('\'', '"'));
    }
  }

  private void receive(String queue, int times) throws IOException {
    String json = "{'QueueUrl':'" + queue + "','MaxNumberOfMessages':10,'VisibilityTimeout':43200}";
    for (int i = 0; i < times; i++) {
      call("ReceiveMessage", json.replace('\'', '"'));
    }
  }

  private Map<String, String> counts(String queue) {
    return sqs.getQueueAttributes(in -> in.queueUrl(queue).attributeNames(QueueAttributeName.ALL))
        .attributesAsStrings();
  }

  @Test
  void receiveMessage_limitOfMessagesInFlight_isOverLimit() throws IOException {
    sqs.createQueue(in -> in.queueName("orders"));
    send("orders", MAX_IN_FLIGHT / 10 + 1);
    receive("orders", MAX_IN_FLIGHT / 10);
    assertThat(counts("orders"))
        .containsEntry("ApproximateNumberOfMessages", "10")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "120000");

    assertRefused(
        () -> sqs.receiveMessage(in -> in.queueUrl("orders")),
        OverLimitException.class,
        "The maximum number of in flight messages is reached.");
    assertThat(sqs.receiveMessage(in -> in.queueUrl("orders").waitTimeSeconds(1)).messages())
        .isEmpty();
  }

  @Test
  void snapshot_ofManyMessages_bringsThemAllBack() throws IOException {
    sqs.createQueue(
        in -> in.queueName("orders.fifo").attributesWithStrings(Map.of("FifoQueue", "true")));
    send("orders.fifo", 500);
    Snapshot full = emulator.snapshot();
    receive("orders.fifo", 500);
    assertThat(counts("orders.fifo")).containsEntry("ApproximateNumberOfMessages", "0");
    emulator.clock().advance(Duration.ofDays(5));
    assertThat(counts("orders.fifo")).containsEntry("ApproximateNumberOfMessagesNotVisible", "0");

    emulator.restore(full);
    assertThat(counts("orders.fifo")).containsEntry("ApproximateNumberOfMessages", "5000");
    receive("orders.fifo", 500);
    assertThat(counts("orders.fifo"))
        .containsEntry("ApproximateNumberOfMessages", "0")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "5000");
  }
}
