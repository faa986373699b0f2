package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Queues that are full: limits, and snapshots of them. */
@AwsEmulator
final class ManyMessagesTest {

  private static final int MAX_IN_FLIGHT = 120_000;

  private final Emulator emulator;
  private final SqsClient sqs;

  /** A client that neither signs nor digests nor opens a socket, because there is so much to do. */
  ManyMessagesTest(Emulator emulator) {
    this.emulator = emulator;
    this.sqs =
        SqsClient.builder()
            .httpClient(emulator.httpClient())
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .checksumValidationEnabled(false)
            .build();
  }

  @BeforeEach
  void createQueues() {
    sqs.createQueue(in -> in.queueName("orders"));
    sqs.createQueue(
        in -> in.queueName("orders.fifo").attributesWithStrings(Map.of("FifoQueue", "true")));
  }

  @AfterEach
  void close() {
    sqs.close();
  }

  /** Sends ten messages at a time, to a FIFO queue as a group. */
  private void send(String queue, int times) {
    boolean fifo = queue.endsWith(".fifo");
    for (int i = 0; i < times; i++) {
      String time = "t" + i;
      List<SendMessageBatchRequestEntry> ten =
          IntStream.range(0, 10)
              .mapToObj(
                  j ->
                      SendMessageBatchRequestEntry.builder()
                          .id("e" + j)
                          .messageBody("m" + j)
                          .messageGroupId(fifo ? time : null)
                          .messageDeduplicationId(fifo ? time + "-" + j : null)
                          .build())
              .toList();
      sqs.sendMessageBatch(in -> in.queueUrl(queue).entries(ten));
    }
  }

  private int receive(String queue, int times) {
    return IntStream.range(0, times)
        .map(
            i ->
                sqs.receiveMessage(
                        in -> in.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(43_200))
                    .messages()
                    .size())
        .sum();
  }

  @Test
  void receiveMessage_limitOfMessagesInFlight_isOverLimit() {
    send("orders", MAX_IN_FLIGHT / 10 + 1);
    assertThat(receive("orders", MAX_IN_FLIGHT / 10)).isEqualTo(MAX_IN_FLIGHT);

    assertRefused(
        () -> sqs.receiveMessage(in -> in.queueUrl("orders")),
        OverLimitException.class,
        "The maximum number of in flight messages is reached.");
    assertThat(
            sqs.getQueueAttributes(
                    in -> in.queueUrl("orders").attributeNames(QueueAttributeName.ALL))
                .attributesAsStrings())
        .containsEntry("ApproximateNumberOfMessages", "10")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "120000");
  }

  @Test
  void snapshot_ofManyMessages_bringsThemAllBack() {
    send("orders.fifo", 500);
    Snapshot full = emulator.snapshot();
    assertThat(receive("orders.fifo", 500)).isEqualTo(5_000);
    emulator.clock().advance(Duration.ofDays(5));
    assertThat(receive("orders.fifo", 1)).isZero();

    emulator.restore(full);
    assertThat(receive("orders.fifo", 500)).isEqualTo(5_000);
  }
}
