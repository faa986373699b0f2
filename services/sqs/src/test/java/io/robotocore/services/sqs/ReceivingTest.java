package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@AwsEmulator
final class ReceivingTest {

  private final SqsClient sqs;
  private final Emulator emulator;
  private String url = "";

  ReceivingTest(SqsClient sqs, Emulator emulator) {
    this.sqs = sqs;
    this.emulator = emulator;
  }

  @BeforeEach
  void createQueue() {
    emulator.clock().freeze();
    emulator.clock().set(Instant.parse("2026-03-01T12:00:00.123Z"));
    url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private void send(String body) {
    sqs.sendMessage(in -> in.queueUrl(url).messageBody(body));
  }

  private List<Message> receive(int max) {
    return sqs.receiveMessage(in -> in.queueUrl(url).maxNumberOfMessages(max)).messages();
  }

  private List<String> bodies(int max) {
    return receive(max).stream().map(Message::body).toList();
  }

  private Map<String, String> counts() {
    return sqs.getQueueAttributes(in -> in.queueUrl(url).attributeNames(QueueAttributeName.ALL))
        .attributesAsStrings();
  }

  @Test
  void receiveMessage_emptyQueue_givesNone() {
    assertThat(sqs.receiveMessage(in -> in.queueUrl(url)).hasMessages()).isFalse();
  }

  @Test
  void receiveMessage_many_givesOneByDefaultAndTenAtMost() {
    IntStream.range(0, 12).forEach(i -> send("m" + i));

    assertThat(sqs.receiveMessage(in -> in.queueUrl(url)).messages())
        .extracting(Message::body)
        .containsExactly("m0");
    assertThat(bodies(10))
        .containsExactly("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9", "m10");
    assertThat(bodies(10)).containsExactly("m11");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 11})
  void receiveMessage_numberOutOfRange_isRefused(int max) {
    assertInvalid(
        () -> receive(max),
        "Value "
            + max
            + " for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10,"
            + " if provided.");
  }

  @Test
  void receiveMessage_waitOrTimeoutOutOfRange_isRefused() {
    assertInvalid(
        () -> sqs.receiveMessage(in -> in.queueUrl(url).waitTimeSeconds(21)),
        "Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if"
            + " provided.");
    assertInvalid(
        () -> sqs.receiveMessage(in -> in.queueUrl(url).visibilityTimeout(43_201)),
        "Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be >= 0 and <="
            + " 43200, if provided.");
  }

  @Test
  void receiveMessage_attemptIdOnStandardQueue_isRefused() {
    assertInvalid(
        () -> sqs.receiveMessage(in -> in.queueUrl(url).receiveRequestAttemptId("try-1")),
        "The request include parameter ReceiveRequestAttemptId which is not valid for this queue"
            + " type");
  }

  @Test
  void receiveMessage_received_isHiddenForTheQueuesTimeout() {
    send("hello");
    assertThat(bodies(1)).containsExactly("hello");
    emulator.clock().advance(Duration.ofMillis(29_999));
    assertThat(bodies(1)).isEmpty();

    emulator.clock().advance(Duration.ofMillis(1));
    assertThat(bodies(1)).containsExactly("hello");
  }

  @Test
  void receiveMessage_timeoutOfItsOwn_countsInsteadOfTheQueues() {
    send("hello");
    sqs.receiveMessage(in -> in.queueUrl(url).visibilityTimeout(5));
    emulator.clock().advance(Duration.ofSeconds(5));

    assertThat(bodies(1)).containsExactly("hello");
  }

  @Test
  void receiveMessage_timeoutOfZero_leavesMessageVisible() {
    send("a");
    send("b");
    sqs.receiveMessage(in -> in.queueUrl(url).visibilityTimeout(0));

    assertThat(counts()).containsEntry("ApproximateNumberOfMessages", "2");
    assertThat(bodies(10)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void receiveMessage_again_givesAnotherReceiptHandle() {
    send("hello");
    Message first = receive(1).get(0);
    emulator.clock().advance(Duration.ofSeconds(30));
    Message second = receive(1).get(0);

    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(second.receiptHandle()).isNotEqualTo(first.receiptHandle());
  }

  @Test
  void receiveMessage_becameVisibleAgain_comesAfterThoseThatWere() {
    send("a");
    receive(1);
    send("b");
    emulator.clock().advance(Duration.ofSeconds(30));

    assertThat(bodies(2)).containsExactly("b", "a");
  }

  @Test
  void receiveMessage_delayedByMessage_comesWhenDelayIsOver() {
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("late").delaySeconds(10));
    send("now");
    assertThat(counts())
        .containsEntry("ApproximateNumberOfMessages", "1")
        .containsEntry("ApproximateNumberOfMessagesDelayed", "1")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    assertThat(bodies(10)).containsExactly("now");

    emulator.clock().advance(Duration.ofSeconds(10));
    assertThat(bodies(10)).containsExactly("late");
    assertThat(counts())
        .containsEntry("ApproximateNumberOfMessages", "0")
        .containsEntry("ApproximateNumberOfMessagesDelayed", "0")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "2");
  }

  @Test
  void receiveMessage_delayedByQueue_messageCanSayOtherwise() {
    sqs.setQueueAttributes(
        in -> in.queueUrl(url).attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "10")));
    send("late");
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("now").delaySeconds(0));
    assertThat(bodies(10)).containsExactly("now");

    emulator.clock().advance(Duration.ofSeconds(10));
    assertThat(bodies(10)).containsExactly("late");
  }

  /** The delay of a standard queue is for messages sent later only. */
  @Test
  void setQueueAttributes_otherDelayOfStandardQueue_leavesOldMessages() {
    send("before");
    sqs.setQueueAttributes(
        in -> in.queueUrl(url).attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "10")));

    assertThat(bodies(10)).containsExactly("before");
  }

  @Test
  void receiveMessage_allSystemAttributes_tellTheMessagesStory() {
    send("hello");
    emulator.clock().advance(Duration.ofSeconds(1));
    receive(1);
    emulator.clock().advance(Duration.ofSeconds(30));
    Message again =
        sqs.receiveMessage(
                in -> in.queueUrl(url).messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages()
            .get(0);

    assertThat(again.attributesAsStrings())
        .isEqualTo(
            Map.of(
                "SenderId", "123456789012",
                "SentTimestamp", "1772366400123",
                "ApproximateReceiveCount", "2",
                "ApproximateFirstReceiveTimestamp", "1772366401123"));
  }

  @Test
  void receiveMessage_systemAttributesByName_givesThese() {
    send("hello");

    assertThat(
            sqs.receiveMessage(
                    in ->
                        in.queueUrl(url)
                            .messageSystemAttributeNames(
                                MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
                                MessageSystemAttributeName.SEQUENCE_NUMBER))
                .messages()
                .get(0)
                .attributesAsStrings())
        .isEqualTo(Map.of("ApproximateReceiveCount", "1"));
  }

  @Test
  @SuppressWarnings("deprecation")
  void receiveMessage_olderAttributeNames_areUnderstood() {
    send("hello");

    assertThat(
            sqs.receiveMessage(in -> in.queueUrl(url).attributeNamesWithStrings("SenderId"))
                .messages()
                .get(0)
                .attributesAsStrings())
        .isEqualTo(Map.of("SenderId", "123456789012"));
  }

  @Test
  void receiveMessage_unknownSystemAttribute_isRefused() {
    assertRefused(
        () ->
            sqs.receiveMessage(
                in -> in.queueUrl(url).messageSystemAttributeNamesWithStrings("Colour")),
        InvalidAttributeNameException.class,
        "Unknown Attribute Colour.");
  }

  /** The digests are those that AWS gives, which cover the attributes that are asked for. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "All             | 4c360f3fdafd970e05fae2f149d997f5 | General,Hello,Help.Me",
        ".*              | 4c360f3fdafd970e05fae2f149d997f5 | General,Hello,Help.Me",
        "*               | 4c360f3fdafd970e05fae2f149d997f5 | General,Hello,Help.Me",
        "General,Hello   | fca026605781cb4126a1e9044df24232 | General,Hello",
        "Foo,Hello       | a311262e065454b75da111d535b8dacd | Hello",
        "Hel.*           | 83fee93c1bcd8b9a5a923ffacdc636c7 | Hello,Help.Me",
        "Foo             | none                             | ''",
        "AWS.            | none                             | ''",
      })
  void receiveMessage_messageAttributeNames_selectAttributes(
      String names, String digest, String selected) {
    sqs.sendMessage(
        in ->
            in.queueUrl(url)
                .messageBody("msg")
                .messageAttributes(
                    Map.of(
                        "Hello", text("There"), "General", text("Kenobi"), "Help.Me", text("Me"))));
    Message message =
        sqs.receiveMessage(in -> in.queueUrl(url).messageAttributeNames(names.split(",")))
            .messages()
            .get(0);

    assertThat(String.join(",", message.messageAttributes().keySet().stream().sorted().toList()))
        .isEqualTo(selected);
    assertThat(message.md5OfMessageAttributes()).isEqualTo(digest);
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  @Test
  void receiveMessage_withoutNames_givesNoAttributes() {
    sqs.sendMessage(
        in -> in.queueUrl(url).messageBody("msg").messageAttributes(Map.of("a", text("b"))));
    Message message = receive(1).get(0);

    assertThat(message.hasAttributes()).isFalse();
    assertThat(message.hasMessageAttributes()).isFalse();
    assertThat(message.md5OfMessageAttributes()).isNull();
  }
}
