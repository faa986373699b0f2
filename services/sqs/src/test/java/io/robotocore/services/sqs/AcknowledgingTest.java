package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

/** Deleting messages and changing their visibility timeouts. */
@AwsEmulator
final class AcknowledgingTest {

  private final SqsClient sqs;
  private final Emulator emulator;
  private String url = "";

  AcknowledgingTest(SqsClient sqs, Emulator emulator) {
    this.sqs = sqs;
    this.emulator = emulator;
  }

  @BeforeEach
  void createQueue() {
    emulator.clock().freeze();
    url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private void useFifo() {
    url =
        sqs.createQueue(
                in ->
                    in.queueName("orders.fifo")
                        .attributesWithStrings(
                            Map.of("FifoQueue", "true", "ContentBasedDeduplication", "true")))
            .queueUrl();
  }

  private String sendAndReceive() {
    String group = url.endsWith(".fifo") ? "g" : null;
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello").messageGroupId(group));
    return receive().get(0).receiptHandle();
  }

  private List<Message> receive() {
    return sqs.receiveMessage(in -> in.queueUrl(url).maxNumberOfMessages(10)).messages();
  }

  private void delete(String handle) {
    sqs.deleteMessage(in -> in.queueUrl(url).receiptHandle(handle));
  }

  private void hide(String handle, int seconds) {
    sqs.changeMessageVisibility(
        in -> in.queueUrl(url).receiptHandle(handle).visibilityTimeout(seconds));
  }

  private void pass(long seconds) {
    emulator.clock().advance(Duration.ofSeconds(seconds));
  }

  private Map<String, String> counts() {
    return sqs.getQueueAttributes(in -> in.queueUrl(url).attributeNamesWithStrings("All"))
        .attributesAsStrings();
  }

  @Test
  void deleteMessage_received_isGoneForGood() {
    delete(sendAndReceive());
    pass(30);

    assertThat(receive()).isEmpty();
    assertThat(counts()).containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
  }

  @Test
  void deleteMessage_twice_isFine() {
    String handle = sendAndReceive();
    delete(handle);
    delete(handle);

    assertThat(receive()).isEmpty();
  }

  @Test
  void deleteMessage_timeoutOver_stillDeletesFromStandardQueue() {
    String handle = sendAndReceive();
    pass(30);
    delete(handle);

    assertThat(receive()).isEmpty();
  }

  /** A request with an old handle succeeds, and the message stays. */
  @Test
  void deleteMessage_receivedAgainMeanwhile_staysInStandardQueue() {
    String old = sendAndReceive();
    pass(30);
    String current = receive().get(0).receiptHandle();
    delete(old);
    assertThat(counts()).containsEntry("ApproximateNumberOfMessagesNotVisible", "1");

    delete(current);
    assertThat(counts()).containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
  }

  @Test
  void deleteMessage_timeoutOverInFifoQueue_isRefused() {
    useFifo();
    String handle = sendAndReceive();
    pass(30);

    assertInvalid(
        () -> delete(handle),
        "Value "
            + handle
            + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
    assertThat(receive()).hasSize(1);
  }

  @Test
  void deleteMessage_deletedFromFifoQueueBefore_isFine() {
    useFifo();
    String handle = sendAndReceive();
    delete(handle);
    delete(handle);

    assertThat(counts()).containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "AQEB", "AQEBnonsense", "", "ÄÖÜ"})
  void deleteMessage_noReceiptHandle_isRefused(String handle) {
    assertRefused(
        () -> delete(handle),
        ReceiptHandleIsInvalidException.class,
        "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
  }

  @Test
  void deleteMessage_handleOfOtherQueue_isRefused() {
    String handle = sendAndReceive();
    url = sqs.createQueue(in -> in.queueName("others")).queueUrl();

    assertRefused(
        () -> delete(handle),
        ReceiptHandleIsInvalidException.class,
        "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
  }

  @Test
  void deleteMessageBatch_someWrong_deletesTheOthers() {
    String handle = sendAndReceive();
    DeleteMessageBatchResponse deleted =
        sqs.deleteMessageBatch(
            in ->
                in.queueUrl(url)
                    .entries(
                        DeleteMessageBatchRequestEntry.builder()
                            .id("good")
                            .receiptHandle(handle)
                            .build(),
                        DeleteMessageBatchRequestEntry.builder()
                            .id("bad")
                            .receiptHandle("nonsense")
                            .build(),
                        DeleteMessageBatchRequestEntry.builder().id("none").build()));

    assertThat(deleted.successful())
        .extracting(DeleteMessageBatchResultEntry::id)
        .containsExactly("good");
    assertThat(deleted.failed())
        .extracting(
            BatchResultErrorEntry::id,
            BatchResultErrorEntry::code,
            BatchResultErrorEntry::message,
            BatchResultErrorEntry::senderFault)
        .containsExactly(
            tuple(
                "bad",
                "ReceiptHandleIsInvalid",
                "The input receipt handle \"nonsense\" is not a valid receipt handle.",
                true),
            tuple(
                "none",
                "MissingParameter",
                "The request must contain the parameter ReceiptHandle.",
                true));
  }

  @Test
  void deleteMessageBatch_emptyOrTooLong_isRefused() {
    List<DeleteMessageBatchRequestEntry> eleven =
        IntStream.range(0, 11)
            .mapToObj(
                i ->
                    DeleteMessageBatchRequestEntry.builder().id("e" + i).receiptHandle("x").build())
            .toList();

    assertRefused(
        () -> sqs.deleteMessageBatch(in -> in.queueUrl(url).entries(List.of())),
        EmptyBatchRequestException.class,
        "There should be at least one DeleteMessageBatchRequestEntry in the request.");
    assertRefused(
        () -> sqs.deleteMessageBatch(in -> in.queueUrl(url).entries(eleven)),
        TooManyEntriesInBatchRequestException.class,
        "Maximum number of entries per request are 10. You have sent 11.");
  }

  @Test
  void changeMessageVisibility_longer_hidesFromNowOn() {
    String handle = sendAndReceive();
    pass(20);
    hide(handle, 60);
    pass(59);
    assertThat(receive()).isEmpty();

    pass(1);
    assertThat(receive()).hasSize(1);
  }

  @Test
  void changeMessageVisibility_zero_showsAtOnce() {
    hide(sendAndReceive(), 0);

    assertThat(counts()).containsEntry("ApproximateNumberOfMessages", "1");
    assertThat(receive()).hasSize(1);
  }

  @Test
  void changeMessageVisibility_once_isForgottenWithTheNextReceive() {
    hide(sendAndReceive(), 5);
    pass(5);
    receive();
    pass(29);
    assertThat(receive()).isEmpty();

    pass(1);
    assertThat(receive()).hasSize(1);
  }

  @Test
  void changeMessageVisibility_endedBefore_isNotInFlight() {
    String handle = sendAndReceive();
    hide(handle, 0);

    assertRefused(
        () -> hide(handle, 10),
        MessageNotInflightException.class,
        "The specified message isn't in flight.");
  }

  /** As recorded from AWS: only a receive by somebody else makes the handle worthless. */
  @Test
  void changeMessageVisibility_timeoutOver_hidesAgainInStandardQueue() {
    String handle = sendAndReceive();
    pass(30);
    hide(handle, 10);

    assertThat(receive()).isEmpty();
  }

  @Test
  void changeMessageVisibility_timeoutOverInFifoQueue_isRefused() {
    useFifo();
    String handle = sendAndReceive();
    pass(30);

    assertInvalid(
        () -> hide(handle, 10),
        "Value "
            + handle
            + " for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.");
  }

  @Test
  void changeMessageVisibility_deletedOrReceivedAgain_isRefused() {
    String old = sendAndReceive();
    pass(30);
    String current = receive().get(0).receiptHandle();
    String reason =
        " for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not"
            + " available for visibility timeout change.";

    assertInvalid(() -> hide(old, 10), "Value " + old + reason);
    delete(current);
    assertInvalid(() -> hide(current, 10), "Value " + current + reason);
  }

  @Test
  void changeMessageVisibility_twelveHoursInAll_isTheLimit() {
    String handle = sendAndReceive();
    hide(handle, 43_200);
    pass(10);

    assertInvalid(
        () -> hide(handle, 43_191),
        "Value 43191 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout"
            + " for the message is beyond the limit [43200 seconds]");
    hide(handle, 43_190);
    pass(43_189);
    assertThat(receive()).isEmpty();
    pass(1);
    assertThat(receive()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 43_201})
  void changeMessageVisibility_outOfRange_isRefused(int seconds) {
    String handle = sendAndReceive();

    assertInvalid(
        () -> hide(handle, seconds),
        "Value "
            + seconds
            + " for parameter VisibilityTimeout is invalid. Reason: Must be between 0 and 43200.");
  }

  @Test
  void changeMessageVisibility_withoutTimeout_isRefused() {
    String handle = sendAndReceive();

    assertRefused(
        () -> sqs.changeMessageVisibility(in -> in.queueUrl(url).receiptHandle(handle)),
        "MissingParameter",
        "The request must contain the parameter VisibilityTimeout.");
  }

  @Test
  void changeMessageVisibilityBatch_someWrong_changesTheOthers() {
    String handle = sendAndReceive();
    ChangeMessageVisibilityBatchResponse changed =
        sqs.changeMessageVisibilityBatch(
            in ->
                in.queueUrl(url)
                    .entries(
                        ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id("good")
                            .receiptHandle(handle)
                            .visibilityTimeout(0)
                            .build(),
                        ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id("bad")
                            .receiptHandle("nonsense")
                            .visibilityTimeout(0)
                            .build(),
                        ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id("long")
                            .receiptHandle(handle)
                            .visibilityTimeout(-85)
                            .build(),
                        ChangeMessageVisibilityBatchRequestEntry.builder()
                            .id("none")
                            .receiptHandle(handle)
                            .build()));

    assertThat(changed.successful())
        .extracting(ChangeMessageVisibilityBatchResultEntry::id)
        .containsExactly("good");
    assertThat(changed.failed())
        .extracting(
            BatchResultErrorEntry::id, BatchResultErrorEntry::code, BatchResultErrorEntry::message)
        .containsExactly(
            tuple(
                "bad",
                "ReceiptHandleIsInvalid",
                "The input receipt handle \"nonsense\" is not a valid receipt handle."),
            tuple(
                "long",
                "InvalidParameterValue",
                "Value -85 for parameter VisibilityTimeout is invalid. Reason: VisibilityTimeout"
                    + " must be an integer between 0 and 43200."),
            tuple(
                "none",
                "MissingParameter",
                "The request must contain the parameter"
                    + " ChangeMessageVisibilityBatchRequestEntry.4.VisibilityTimeout."));
    assertThat(receive()).hasSize(1);
  }
}
