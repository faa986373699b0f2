package io.robotocore.services.sqs;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** Waiting for messages. A poll that is not answered in time would take 20 seconds and fail. */
@AwsEmulator
@Timeout(15)
final class LongPollTest {

  private final SqsClient sqs;
  private final SqsAsyncClient async;
  private final Emulator emulator;
  private String url = "";

  LongPollTest(SqsClient sqs, SqsAsyncClient async, Emulator emulator) {
    this.sqs = sqs;
    this.async = async;
    this.emulator = emulator;
  }

  @BeforeEach
  void createQueue() {
    url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private CompletableFuture<ReceiveMessageResponse> poll() {
    return async.receiveMessage(in -> in.queueUrl(url).waitTimeSeconds(20));
  }

  private static List<String> bodies(CompletableFuture<ReceiveMessageResponse> poll)
      throws InterruptedException, ExecutionException, TimeoutException {
    return poll.get(10, TimeUnit.SECONDS).messages().stream().map(Message::body).toList();
  }

  @Test
  void receiveMessage_messageThere_isAnsweredAtOnce() throws Exception {
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello"));

    assertThat(bodies(poll())).containsExactly("hello");
  }

  @Test
  void receiveMessage_messageComes_wakesThePoll() throws Exception {
    CompletableFuture<ReceiveMessageResponse> poll = poll();
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello"));

    assertThat(bodies(poll)).containsExactly("hello");
  }

  @Test
  void receiveMessage_manyPollsAndMessages_eachMessageGoesToOne() throws Exception {
    List<CompletableFuture<ReceiveMessageResponse>> polls =
        IntStream.range(0, 8).mapToObj(i -> poll()).toList();
    IntStream.range(0, 8)
        .forEach(i -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("m" + i)));

    assertThat(polls.stream().map(CompletableFuture::join).flatMap(r -> r.messages().stream()))
        .extracting(Message::body)
        .containsExactlyInAnyOrder("m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7");
  }

  @Test
  void receiveMessage_clockPassesVisibilityTimeout_wakesThePoll() throws Exception {
    emulator.clock().freeze();
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello"));
    sqs.receiveMessage(in -> in.queueUrl(url).visibilityTimeout(10));
    CompletableFuture<ReceiveMessageResponse> poll = poll();
    emulator.clock().advance(Duration.ofSeconds(10));

    assertThat(bodies(poll)).containsExactly("hello");
  }

  @Test
  void receiveMessage_delayPassesByItself_wakesThePoll() throws Exception {
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello").delaySeconds(1));

    assertThat(bodies(poll())).containsExactly("hello");
  }

  @Test
  void receiveMessage_visibilityEnded_wakesThePoll() throws Exception {
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello"));
    Message message = sqs.receiveMessage(in -> in.queueUrl(url)).messages().get(0);
    CompletableFuture<ReceiveMessageResponse> poll = poll();
    sqs.changeMessageVisibility(
        in -> in.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(0));

    assertThat(bodies(poll)).containsExactly("hello");
  }

  @Test
  void receiveMessage_groupIsFree_wakesThePoll() throws Exception {
    url =
        sqs.createQueue(
                in ->
                    in.queueName("orders.fifo")
                        .attributesWithStrings(
                            Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true")))
            .queueUrl();
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("first").messageGroupId("g"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("second").messageGroupId("g"));
    Message first = sqs.receiveMessage(in -> in.queueUrl(url)).messages().get(0);
    CompletableFuture<ReceiveMessageResponse> poll = poll();
    sqs.deleteMessage(in -> in.queueUrl(url).receiptHandle(first.receiptHandle()));

    assertThat(bodies(poll)).containsExactly("second");
  }

  @Test
  void receiveMessage_deadLetterComes_wakesPollOfDeadLetterQueue() throws Exception {
    String dead = sqs.createQueue(in -> in.queueName("dead")).queueUrl();
    sqs.setQueueAttributes(
        in ->
            in.queueUrl(url)
                .attributesWithStrings(
                    Map.of(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\","
                            + "\"maxReceiveCount\":1}")));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("poison"));
    sqs.receiveMessage(in -> in.queueUrl(url).visibilityTimeout(0));
    CompletableFuture<ReceiveMessageResponse> poll =
        async.receiveMessage(in -> in.queueUrl(dead).waitTimeSeconds(20));
    sqs.receiveMessage(in -> in.queueUrl(url));

    assertThat(bodies(poll)).containsExactly("poison");
  }

  @Test
  void receiveMessage_waitOverByTheClock_givesNone() throws Exception {
    emulator.clock().freeze();
    CompletableFuture<ReceiveMessageResponse> poll = poll();
    // The poll may not have begun yet; time goes on until it has, and has ended.
    while (!poll.isDone()) {
      emulator.clock().advance(Duration.ofSeconds(20));
    }

    assertThat(bodies(poll)).isEmpty();
  }

  @Test
  void receiveMessage_waitOfTheQueue_countsWithoutOneOfItsOwn() throws Exception {
    sqs.setQueueAttributes(
        in ->
            in.queueUrl(url)
                .attributes(Map.of(QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS, "20")));
    CompletableFuture<ReceiveMessageResponse> poll = async.receiveMessage(in -> in.queueUrl(url));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello"));

    assertThat(bodies(poll)).containsExactly("hello");
    assertThat(sqs.receiveMessage(in -> in.queueUrl(url).waitTimeSeconds(0)).messages()).isEmpty();
  }

  @Test
  void receiveMessage_snapshotRestored_endsThePollWithNone() throws Exception {
    Snapshot before = emulator.snapshot();
    CompletableFuture<ReceiveMessageResponse> poll = poll();
    while (!poll.isDone()) {
      emulator.restore(before);
    }

    assertThat(bodies(poll)).isEmpty();
  }

  @Test
  void receiveMessage_queueDeletedMeanwhile_isRefused() {
    CompletableFuture<ReceiveMessageResponse> poll = poll();
    sqs.deleteQueue(in -> in.queueUrl(url));

    assertRefused(
        () -> {
          try {
            poll.get(10, TimeUnit.SECONDS);
          } catch (ExecutionException e) {
            throw e.getCause();
          }
        },
        "AWS.SimpleQueueService.NonExistentQueue",
        "The specified queue does not exist.");
  }
}
