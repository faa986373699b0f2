package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidBatchEntryIdException;
import software.amazon.awssdk.services.sqs.model.InvalidMessageContentsException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

@AwsEmulator
final class SendingTest {

  private static final int MIB = 1_048_576;

  private final SqsClient sqs;
  private String url = "";

  SendingTest(SqsClient sqs) {
    this.sqs = sqs;
  }

  @BeforeEach
  void createQueue() {
    url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private static MessageAttributeValue text(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  private SendMessageBatchResponse sendBatch(SendMessageBatchRequestEntry... entries) {
    return sqs.sendMessageBatch(in -> in.queueUrl(url).entries(entries));
  }

  private Message received() {
    return sqs.receiveMessage(
            in ->
                in.queueUrl(url)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages()
        .get(0);
  }

  @Test
  void sendMessage_text_isReceivedWithItsDigest() {
    SendMessageResponse sent = sqs.sendMessage(in -> in.queueUrl(url).messageBody("msg"));

    assertThat(sent.md5OfMessageBody()).isEqualTo("6e2baaf3b97dbeef01c0043275f9a0e7");
    assertThat(sent.sequenceNumber()).isNull();
    assertThat(sent.md5OfMessageAttributes()).isNull();
    Message received = received();
    assertThat(received.messageId()).isEqualTo(sent.messageId());
    assertThat(received.body()).isEqualTo("msg");
    assertThat(received.md5OfBody()).isEqualTo("6e2baaf3b97dbeef01c0043275f9a0e7");
  }

  @Test
  void sendMessage_everyAllowedKindOfCharacter_arrives() {
    String body = "\t\n\r <&>\"' \uD7FF\uE000\uFFFD \uD83D\uDE00 \u0085\u2028";
    sqs.sendMessage(in -> in.queueUrl(url).messageBody(body));

    assertThat(received().body()).isEqualTo(body);
  }

  @ParameterizedTest
  @CsvSource({"'\u0000', 0", "'\u000B', B", "'\uFFFF', FFFF"})
  void sendMessage_forbiddenCharacter_isRefused(String character, String hex) {
    assertRefused(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("a" + character)),
        InvalidMessageContentsException.class,
        "Invalid binary character '#x"
            + hex
            + "' was found in the message body, the set of allowed characters is #x9 | #xA | #xD |"
            + " [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF].");
  }

  @Test
  void sendMessage_withoutBody_isRefused() {
    assertRefused(
        () -> sqs.sendMessage(in -> in.queueUrl(url)),
        "MissingParameter",
        "The request must contain the parameter MessageBody.");
    assertRefused(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("")),
        "MissingParameter",
        "The request must contain the parameter MessageBody.");
  }

  @Test
  void sendMessage_withoutQueueUrl_isRefused() {
    assertRefused(
        () -> sqs.sendMessage(in -> in.messageBody("hello")),
        "MissingParameter",
        "The request must contain the parameter QueueUrl.");
  }

  /** A MiB since August 2025, in bytes of UTF-8. */
  @Test
  void sendMessage_oneMebibyte_isTheLimit() {
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("x".repeat(MIB)));
    assertThat(received().body()).hasSize(MIB);

    String tooLong =
        "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.";
    assertInvalid(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("x".repeat(MIB + 1))), tooLong);
    assertInvalid(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("é".repeat(MIB / 2) + "x")),
        tooLong);
  }

  @Test
  void sendMessage_attributes_countForTheSize() {
    assertInvalid(
        () ->
            sqs.sendMessage(
                in ->
                    in.queueUrl(url)
                        .messageBody("x".repeat(MIB - 12))
                        .messageAttributes(Map.of("name", text("String", "val")))),
        "One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.");
    sqs.sendMessage(
        in ->
            in.queueUrl(url)
                .messageBody("x".repeat(MIB - 13))
                .messageAttributes(Map.of("name", text("String", "val"))));
    assertThat(received().messageAttributes()).containsKey("name");
  }

  /** The digests are those that AWS gives for these attributes. */
  @Test
  void sendMessage_attributes_haveAwsDigests() {
    SendMessageResponse sent =
        sqs.sendMessage(
            in ->
                in.queueUrl(url)
                    .messageBody("msg")
                    .messageAttributes(
                        Map.of(
                            "Hello", text("String", "There"),
                            "General", text("String", "Kenobi"),
                            "Help.Me", text("String", "Me"))));

    assertThat(sent.md5OfMessageAttributes()).isEqualTo("4c360f3fdafd970e05fae2f149d997f5");
    assertThat(received().md5OfMessageAttributes()).isEqualTo("4c360f3fdafd970e05fae2f149d997f5");
  }

  @Test
  void sendMessage_binaryAttribute_hasAwsDigestAndArrives() {
    SdkBytes value =
        SdkBytes.fromUtf8String(
            "traceparent\u001e00-774062d6c37081a5a0b9b5b88e30627c-2d2482211f6489da-01");
    SendMessageResponse sent =
        sqs.sendMessage(
            in ->
                in.queueUrl(url)
                    .messageBody("test")
                    .messageAttributes(
                        Map.of(
                            "attr1",
                            MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(value)
                                .build())));

    assertThat(sent.md5OfMessageAttributes()).isEqualTo("8cbe4db156db8a94db8b801b7addb984");
    assertThat(received().messageAttributes().get("attr1").binaryValue()).isEqualTo(value);
  }

  @Test
  void sendMessage_customTypes_areKept() {
    SendMessageResponse sent =
        sqs.sendMessage(
            in ->
                in.queueUrl(url)
                    .messageBody("Test Message")
                    .messageAttributes(
                        Map.of("UserId", text("Number.bigint", "1234567890123456789012"))));

    assertThat(sent.md5OfMessageAttributes()).isEqualTo("797ab158d73dcb5242dedc4412c8e855");
    assertThat(received().messageAttributes().get("UserId").dataType()).isEqualTo("Number.bigint");
  }

  @Test
  void sendMessage_traceHeader_hasDigestOfItsOwnAndArrives() {
    SendMessageResponse sent =
        sqs.sendMessage(
            in ->
                in.queueUrl(url)
                    .messageBody("Test Message")
                    .messageSystemAttributes(
                        Map.of(
                            MessageSystemAttributeNameForSends.AWS_TRACE_HEADER,
                            MessageSystemAttributeValue.builder()
                                .dataType("String")
                                .stringValue("some-trace-id")
                                .build())));

    assertThat(sent.md5OfMessageSystemAttributes()).isEqualTo("fdce4f2818803f2f73becc09a54792c0");
    assertThat(received().attributesAsStrings()).containsEntry("AWSTraceHeader", "some-trace-id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"Hello | String | StringListValues", "Other | String | x"})
  void sendMessage_unknownSystemAttribute_isRefused(String name, String type, String value) {
    assertInvalid(
        () ->
            sqs.sendMessage(
                in ->
                    in.queueUrl(url)
                        .messageBody("x")
                        .messageSystemAttributesWithStrings(
                            Map.of(
                                name,
                                MessageSystemAttributeValue.builder()
                                    .dataType(type)
                                    .stringValue(value)
                                    .build()))),
        "Message system attribute name '" + name + "' is invalid.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Hello | Number | world | Can't cast the value of message (user) attribute 'Hello' to a"
            + " number.",
        "Hello | String | `` | Message (user) attribute 'Hello' must contain a non-empty value of"
            + " type 'String'.",
        "Hello | Binary | x | Message (user) attribute 'Hello' must contain a non-empty value of"
            + " type 'Binary'.",
        "`` | String | x | The request must contain non-empty message (user) attribute names.",
        "Hello | Text | x | The type of message (user) attribute 'Hello' is invalid. You must use"
            + " only the following supported type prefixes: Binary, Number, String.",
        "AWS.Hello | String | x | You can't use message attribute names beginning with 'AWS.' or"
            + " 'Amazon'. These strings are reserved for internal use.",
        "amazon.Hello | String | x | You can't use message attribute names beginning with 'AWS.'"
            + " or 'Amazon'. These strings are reserved for internal use.",
      })
  void sendMessage_wrongAttribute_isRefused(
      String name, String type, String value, String message) {
    assertInvalid(
        () ->
            sqs.sendMessage(
                in ->
                    in.queueUrl(url)
                        .messageBody("x")
                        .messageAttributes(Map.of(name, text(type, value)))),
        message);
  }

  @ParameterizedTest
  @ValueSource(strings = {".a", "a.", "a..b"})
  void sendMessage_attributeNameWithStrayPeriod_isRefused(String name) {
    assertInvalid(
        () ->
            sqs.sendMessage(
                in ->
                    in.queueUrl(url)
                        .messageBody("x")
                        .messageAttributes(Map.of(name, text("String", "x")))),
        "You can't use message attribute names beginning or ending with a period or with"
            + " successive periods.");
  }

  @Test
  void sendMessage_attributeWithoutValue_isRefused() {
    assertInvalid(
        () ->
            sqs.sendMessage(
                in ->
                    in.queueUrl(url)
                        .messageBody("x")
                        .messageAttributes(
                            Map.of("Hello", MessageAttributeValue.builder().build()))),
        "The message (user) attribute 'Hello' must contain a non-empty message attribute value.");
  }

  @Test
  void sendMessage_listAttribute_isRefused() {
    assertInvalid(
        () ->
            sqs.sendMessage(
                in ->
                    in.queueUrl(url)
                        .messageBody("x")
                        .messageAttributes(
                            Map.of(
                                "Hello",
                                MessageAttributeValue.builder()
                                    .dataType("StringList")
                                    .stringListValues("a")
                                    .build()))),
        "Message attribute list values in SendMessage operation are not supported.");
  }

  @Test
  void sendMessage_elevenAttributes_areRefused() {
    Map<String, MessageAttributeValue> eleven =
        IntStream.range(0, 11)
            .boxed()
            .collect(Collectors.toMap(i -> "a" + i, i -> text("String", "x")));

    assertInvalid(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("x").messageAttributes(eleven)),
        "Number of message attributes [11] exceeds the allowed maximum [10].");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 901})
  void sendMessage_delayOutOfRange_isRefused(int delay) {
    assertInvalid(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("x").delaySeconds(delay)),
        "Value "
            + delay
            + " for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <="
            + " 900.");
  }

  /** Since July 2025 a group on a standard queue names a tenant of a fair queue. */
  @Test
  void sendMessage_groupOnStandardQueue_isKept() {
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("x").messageGroupId("tenant-1"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("y").messageGroupId("tenant-1"));

    assertThat(received().attributesAsStrings()).containsEntry("MessageGroupId", "tenant-1");
    assertThat(received().body()).isEqualTo("y");
  }

  @Test
  void sendMessage_deduplicationOnStandardQueue_isRefused() {
    assertInvalid(
        () ->
            sqs.sendMessage(in -> in.queueUrl(url).messageBody("x").messageDeduplicationId("once")),
        "The request include parameter MessageDeduplicationId which is not valid for this queue"
            + " type");
  }

  @Test
  void sendMessageBatch_messages_areSentInOrder() {
    SendMessageBatchResponse sent = sendBatch(entry("a", "msg"), entry("b", "test"));

    assertThat(sent.successful())
        .extracting(SendMessageBatchResultEntry::id, SendMessageBatchResultEntry::md5OfMessageBody)
        .containsExactly(
            tuple("a", "6e2baaf3b97dbeef01c0043275f9a0e7"),
            tuple("b", "098f6bcd4621d373cade4e832627b4f6"));
    assertThat(sent.hasFailed()).isFalse();
    assertThat(sqs.receiveMessage(in -> in.queueUrl(url).maxNumberOfMessages(10)).messages())
        .extracting(Message::body)
        .containsExactly("msg", "test");
  }

  @Test
  void sendMessageBatch_someWrong_sendsTheOthers() {
    sqs.setQueueAttributes(
        in -> in.queueUrl(url).attributes(Map.of(QueueAttributeName.MAXIMUM_MESSAGE_SIZE, "1024")));
    SendMessageBatchResponse sent =
        sendBatch(
            entry("good", "fine"),
            SendMessageBatchRequestEntry.builder().id("empty").build(),
            entry("long", "x".repeat(1025)),
            entry("strange", "\u0001"),
            SendMessageBatchRequestEntry.builder()
                .id("late")
                .messageBody("x")
                .delaySeconds(901)
                .build());

    assertThat(sent.successful())
        .extracting(SendMessageBatchResultEntry::id)
        .containsExactly("good");
    assertThat(sent.failed())
        .allSatisfy(failed -> assertThat(failed.senderFault()).isTrue())
        .extracting(BatchResultErrorEntry::id, BatchResultErrorEntry::code)
        .containsExactly(
            tuple("empty", "MissingParameter"),
            tuple("long", "InvalidParameterValue"),
            tuple("strange", "InvalidMessageContents"),
            tuple("late", "InvalidParameterValue"));
    assertThat(sent.failed().get(0).message())
        .isEqualTo(
            "The request must contain the parameter"
                + " SendMessageBatchRequestEntry.2.MessageBody.");
  }

  @Test
  void sendMessageBatch_empty_isRefused() {
    assertRefused(
        () -> sqs.sendMessageBatch(in -> in.queueUrl(url).entries(List.of())),
        EmptyBatchRequestException.class,
        "There should be at least one SendMessageBatchRequestEntry in the request.");
  }

  @Test
  void sendMessageBatch_eleven_areRefused() {
    List<SendMessageBatchRequestEntry> eleven =
        IntStream.range(0, 11).mapToObj(i -> entry("e" + i, "x")).toList();

    assertRefused(
        () -> sqs.sendMessageBatch(in -> in.queueUrl(url).entries(eleven)),
        TooManyEntriesInBatchRequestException.class,
        "Maximum number of entries per request are 10. You have sent 11.");
  }

  @Test
  void sendMessageBatch_sameIds_areRefused() {
    assertRefused(
        () -> sendBatch(entry("a", "x"), entry("b", "y"), entry("a", "z")),
        BatchEntryIdsNotDistinctException.class,
        "Id a repeated.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "invalid:id",
        "é",
        "a b",
        "012345678901234567890123456789012345678901234567890123456789012345678901234567890"
      })
  void sendMessageBatch_wrongId_isRefused(String id) {
    assertRefused(
        () -> sendBatch(entry(id, "x")),
        InvalidBatchEntryIdException.class,
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It"
            + " can be at most 80 letters long.");
  }

  @Test
  void sendMessageBatch_withoutId_isRefused() {
    assertRefused(
        () -> sendBatch(entry("a", "x"), SendMessageBatchRequestEntry.builder().build()),
        "MissingParameter",
        "The request must contain the parameter SendMessageBatchRequestEntry.2.Id.");
  }

  @Test
  void sendMessageBatch_moreThanOneMebibyteInAll_isRefused() {
    assertRefused(
        () -> sendBatch(entry("a", "x".repeat(MIB - 10)), entry("b", "y".repeat(11))),
        BatchRequestTooLongException.class,
        "Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.");
    assertThat(sendBatch(entry("a", "x".repeat(MIB - 10)), entry("b", "y".repeat(10))).successful())
        .hasSize(2);
  }
}
