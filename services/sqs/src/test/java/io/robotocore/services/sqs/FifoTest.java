package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Order, groups and deduplication of FIFO queues. */
@AwsEmulator
final class FifoTest {

  private final SqsClient sqs;
  private final Emulator emulator;
  private String url = "";

  FifoTest(SqsClient sqs, Emulator emulator) {
    this.sqs = sqs;
    this.emulator = emulator;
  }

  @BeforeEach
  void createQueue() {
    emulator.clock().freeze();
    url =
        sqs.createQueue(
                in ->
                    in.queueName("orders.fifo").attributesWithStrings(Map.of("FifoQueue", "true")))
            .queueUrl();
  }

  private void set(Map<String, String> attributes) {
    sqs.setQueueAttributes(in -> in.queueUrl(url).attributesWithStrings(attributes));
  }

  private SendMessageResponse send(String group, String body) {
    return send(group, body, body);
  }

  private SendMessageResponse send(String group, String body, String deduplicationId) {
    return sqs.sendMessage(
        in ->
            in.queueUrl(url)
                .messageBody(body)
                .messageGroupId(group)
                .messageDeduplicationId(deduplicationId));
  }

  private List<Message> receive(int max) {
    return sqs.receiveMessage(
            in ->
                in.queueUrl(url)
                    .maxNumberOfMessages(max)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private List<String> bodies(int max) {
    return receive(max).stream().map(Message::body).toList();
  }

  private void delete(Message message) {
    sqs.deleteMessage(in -> in.queueUrl(url).receiptHandle(message.receiptHandle()));
  }

  private void hide(Message message, int seconds) {
    sqs.changeMessageVisibility(
        in -> in.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
  }

  private void pass(long seconds) {
    emulator.clock().advance(Duration.ofSeconds(seconds));
  }

  @Test
  void receiveMessage_oneGroup_comesAsSent() {
    send("g", "1");
    send("g", "2");
    send("g", "3");

    assertThat(bodies(10)).containsExactly("1", "2", "3");
  }

  @Test
  void receiveMessage_groupInFlight_waitsUntilAllAreDeleted() {
    send("g", "1");
    send("g", "2");
    send("g", "3");
    List<Message> first = receive(2);
    assertThat(first).extracting(Message::body).containsExactly("1", "2");
    assertThat(bodies(10)).isEmpty();

    delete(first.get(0));
    assertThat(bodies(10)).isEmpty();
    delete(first.get(1));
    assertThat(bodies(10)).containsExactly("3");
  }

  @Test
  void receiveMessage_groupInFlight_othersGoOn() {
    send("a", "a1");
    send("b", "b1");
    send("a", "a2");
    send("b", "b2");
    assertThat(bodies(1)).containsExactly("a1");

    assertThat(bodies(1)).containsExactly("b1");
    assertThat(bodies(10)).isEmpty();
  }

  /** As many as possible of one group first, then those of others. */
  @Test
  void receiveMessage_manyGroups_comeGroupByGroup() {
    send("a", "a1");
    send("b", "b1");
    send("a", "a2");
    send("c", "c1");
    send("b", "b2");

    assertThat(bodies(4)).containsExactly("a1", "a2", "b1", "b2");
    assertThat(bodies(4)).containsExactly("c1");
  }

  @Test
  void receiveMessage_timeoutOver_comesInOldOrder() {
    send("g", "1");
    send("g", "2");
    send("g", "3");
    receive(2);
    pass(30);

    assertThat(bodies(10)).containsExactly("1", "2", "3");
  }

  @Test
  void changeMessageVisibility_zeroForOneOfTwo_groupWaitsForTheOther() {
    send("g", "1");
    send("g", "2");
    List<Message> both = receive(2);
    hide(both.get(0), 0);
    assertThat(bodies(10)).isEmpty();

    hide(both.get(1), 0);
    assertThat(bodies(10)).containsExactly("1", "2");
  }

  @Test
  void sendMessage_queueDelay_holdsTheGroupInOrder() {
    set(Map.of("DelaySeconds", "10"));
    send("g", "1");
    pass(5);
    send("g", "2");
    pass(5);
    assertThat(bodies(10)).containsExactly("1");
    pass(5);
    assertThat(bodies(10)).isEmpty();

    pass(25);
    assertThat(bodies(10)).containsExactly("1", "2");
  }

  /** The delay of a FIFO queue is for messages that are there already as well. */
  @Test
  void setQueueAttributes_otherDelay_movesWaitingMessages() {
    set(Map.of("DelaySeconds", "600"));
    send("g", "1");
    assertThat(bodies(10)).isEmpty();
    set(Map.of("DelaySeconds", "10"));
    pass(9);
    assertThat(bodies(10)).isEmpty();
    pass(1);
    assertThat(bodies(10)).containsExactly("1");

    send("h", "2");
    set(Map.of("DelaySeconds", "0"));
    assertThat(bodies(10)).containsExactly("2");
  }

  @Test
  void sendMessage_delayOfItsOwn_isRefused() {
    assertInvalid(
        () ->
            sqs.sendMessage(
                in ->
                    in.queueUrl(url)
                        .messageBody("x")
                        .messageGroupId("g")
                        .messageDeduplicationId("d")
                        .delaySeconds(2)),
        "Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter that"
            + " is not valid for this queue type.");
  }

  @Test
  void sendMessage_sequenceNumbers_haveTwentyDigitsAndIncrease() {
    String first = send("a", "1").sequenceNumber();
    String second = send("b", "2").sequenceNumber();
    String third = send("a", "3").sequenceNumber();

    assertThat(List.of(first, second, third)).isSorted().doesNotHaveDuplicates();
    assertThat(List.of(first, second, third)).allMatch(number -> number.matches("\\d{20}"));
    assertThat(receive(1).get(0).attributesAsStrings())
        .containsEntry("SequenceNumber", first)
        .containsEntry("MessageGroupId", "a")
        .containsEntry("MessageDeduplicationId", "1");
  }

  @Test
  void sendMessage_withoutGroup_isRefused() {
    assertRefused(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("x").messageDeduplicationId("d")),
        "MissingParameter",
        "The request must contain the parameter MessageGroupId.");
  }

  @Test
  void sendMessage_withoutDeduplication_isRefused() {
    assertInvalid(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("x").messageGroupId("g")),
        "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId"
            + " provided explicitly");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a b",
        "é",
        "x1234567890123456789012345678901234567890123456789012345678901234567890123456789012345"
            + "67890123456789012345678901234567890123456789"
      })
  void sendMessage_wrongGroup_isRefused(String group) {
    assertInvalid(
        () -> send(group, "x"),
        "Value "
            + group
            + " for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include"
            + " alphanumeric and punctuation characters. 1 to 128 in length.");
    assertInvalid(
        () -> send("g", "x", group),
        "Value "
            + group
            + " for parameter MessageDeduplicationId is invalid. Reason: MessageDeduplicationId"
            + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
  }

  @Test
  void sendMessage_everyPunctuation_isGoodForTokens() {
    send("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "x");

    assertThat(bodies(1)).containsExactly("x");
  }

  @Test
  void sendMessage_sameDeduplicationId_isOneMessage() {
    SendMessageResponse first = send("g", "first", "once");
    SendMessageResponse second = send("g", "another", "once");

    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber());
    assertThat(second.md5OfMessageBody()).isNotEqualTo(first.md5OfMessageBody());
    assertThat(bodies(10)).containsExactly("first");
  }

  @Test
  void sendMessage_deletedMeanwhile_isStillDeduplicated() {
    send("g", "first", "once");
    delete(receive(1).get(0));
    send("g", "first", "once");

    assertThat(bodies(10)).isEmpty();
  }

  @Test
  void sendMessage_fiveMinutesLater_isAnotherMessage() {
    send("g", "first", "once");
    pass(299);
    send("g", "second", "once");
    pass(1);
    send("g", "third", "once");

    assertThat(bodies(10)).containsExactly("first", "third");
  }

  @Test
  void sendMessage_contentBased_isDeduplicatedByBody() {
    set(Map.of("ContentBasedDeduplication", "true"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("same").messageGroupId("a"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("same").messageGroupId("b"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("other").messageGroupId("b"));
    List<Message> received = receive(10);

    assertThat(received).extracting(Message::body).containsExactly("same", "other");
    assertThat(received.get(0).attributesAsStrings())
        .containsEntry(
            "MessageDeduplicationId",
            "0967115f2813a3541eaef77de9d9d5773f1c0c04314b0bbfe4ff3b3b1c55b5d5");
  }

  @Test
  void sendMessage_contentBasedAndIdOfItsOwn_idCounts() {
    set(Map.of("ContentBasedDeduplication", "true"));
    send("g", "same", "1");
    send("g", "same", "2");

    assertThat(bodies(10)).containsExactly("same", "same");
  }

  @Test
  void sendMessage_scopeOfGroup_deduplicatesWithinTheGroup() {
    set(Map.of("DeduplicationScope", "messageGroup", "FifoThroughputLimit", "perMessageGroupId"));
    send("a", "a1", "once");
    send("b", "b1", "once");
    send("a", "a2", "once");

    assertThat(bodies(10)).containsExactly("a1", "b1");
  }

  @Test
  void sendMessageBatch_messages_keepTheirOrder() {
    SendMessageBatchResponse sent =
        sqs.sendMessageBatch(
            in -> in.queueUrl(url).entries(entry("a", "g", "1"), entry("b", "g", "2")));

    assertThat(sent.successful()).extracting(result -> result.sequenceNumber()).isSorted();
    assertThat(bodies(10)).containsExactly("1", "2");
  }

  @Test
  void sendMessageBatch_oneWithoutGroup_sendsNone() {
    assertInvalid(
        () ->
            sqs.sendMessageBatch(
                in -> in.queueUrl(url).entries(entry("a", "g", "1"), entry("b", null, "2"))),
        "The request must contain the parameter MessageGroupId.");
    assertThat(bodies(10)).isEmpty();
  }

  @Test
  void sendMessageBatch_oneWithoutDeduplication_sendsNone() {
    assertInvalid(
        () ->
            sqs.sendMessageBatch(
                in ->
                    in.queueUrl(url)
                        .entries(
                            entry("a", "g", "1"),
                            entry("b", "g", "2").toBuilder().messageDeduplicationId(null).build())),
        "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId"
            + " provided explicitly");
    assertThat(bodies(10)).isEmpty();
  }

  private static SendMessageBatchRequestEntry entry(String id, String group, String body) {
    return SendMessageBatchRequestEntry.builder()
        .id(id)
        .messageBody(body)
        .messageGroupId(group)
        .messageDeduplicationId(body)
        .build();
  }

  private List<Message> attempt(String id) {
    return sqs.receiveMessage(
            in ->
                in.queueUrl(url)
                    .maxNumberOfMessages(10)
                    .receiveRequestAttemptId(id)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  @Test
  void receiveMessage_sameAttempt_givesSameMessagesAndHandles() {
    send("g", "1");
    send("g", "2");
    List<Message> first = attempt("try-1");
    send("h", "3");

    assertThat(attempt("try-1")).isEqualTo(first);
    assertThat(attempt("try-2")).extracting(Message::body).containsExactly("3");
  }

  @Test
  void receiveMessage_sameAttempt_hidesAnew() {
    send("g", "1");
    attempt("try-1");
    pass(20);
    attempt("try-1");
    pass(20);
    assertThat(bodies(10)).isEmpty();

    pass(10);
    assertThat(bodies(10)).containsExactly("1");
  }

  @Test
  void receiveMessage_sameAttemptAfterDeleteOrChange_isAnother() {
    send("g", "1");
    Message first = attempt("try-1").get(0);
    hide(first, 100);
    assertThat(attempt("try-1")).isEmpty();

    delete(first);
    send("g", "2");
    assertThat(attempt("try-1")).extracting(Message::body).containsExactly("2");
  }

  @Test
  void receiveMessage_sameAttemptAfterFiveMinutes_isAnother() {
    set(Map.of("VisibilityTimeout", "600"));
    send("g", "1");
    attempt("try-1");
    pass(299);
    assertThat(attempt("try-1")).hasSize(1);
    pass(1);

    assertThat(attempt("try-1")).isEmpty();
  }
}
