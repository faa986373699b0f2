package io.robotocore.services.sqs;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;

/**
 * A message that somebody wants to send, alone or in a batch.
 *
 * @param body the text, empty if there is none
 * @param attributes the message attributes
 * @param systemAttributes the system attributes, of which there is only one
 * @param delaySeconds the delay of this message
 * @param tokens the message group id and the deduplication id
 */
record Outgoing(
    String body,
    Map<String, MessageAttributeValue> attributes,
    Map<String, MessageSystemAttributeValue> systemAttributes,
    Optional<Integer> delaySeconds,
    Content.Tokens tokens) {

  static final String TRACE_HEADER = "AWSTraceHeader";

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!-/:-@\\[-`{-~]{1,128}");
  private static final int MAX_DELAY = 900;

  static Outgoing of(SendMessageRequest in) {
    return new Outgoing(
        in.messageBody(),
        in.messageAttributes(),
        in.messageSystemAttributesAsStrings(),
        Optional.ofNullable(in.delaySeconds()),
        new Content.Tokens(
            Optional.ofNullable(in.messageGroupId()),
            Optional.ofNullable(in.messageDeduplicationId())));
  }

  static Outgoing of(SendMessageBatchRequestEntry in) {
    return new Outgoing(
        Optional.ofNullable(in.messageBody()).orElse(""),
        in.messageAttributes(),
        in.messageSystemAttributesAsStrings(),
        Optional.ofNullable(in.delaySeconds()),
        new Content.Tokens(
            Optional.ofNullable(in.messageGroupId()),
            Optional.ofNullable(in.messageDeduplicationId())));
  }

  /**
   * How large the message is, in bytes: the body and the message attributes count, system
   * attributes do not.
   */
  int size() {
    return body.getBytes(StandardCharsets.UTF_8).length + MessageAttributes.size(attributes);
  }

  /** Refuses a message that cannot be sent to a queue. */
  void check(Settings settings) {
    MessageAttributes.checkCharacters(body, "the message body");
    MessageAttributes.check(attributes);
    checkSystemAttributes();
    int max = settings.number(Setting.MAXIMUM_MESSAGE_SIZE);
    if (size() > max) {
      throw SqsError.invalidParameter(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + max
              + " bytes.");
    }
    if (settings.fifo()) {
      checkForFifo(settings);
    } else {
      checkForStandard();
    }
  }

  private void checkSystemAttributes() {
    systemAttributes.forEach(
        (name, value) -> {
          if (!name.equals(TRACE_HEADER)) {
            throw SqsError.invalidParameter(
                "Message system attribute name '" + name + "' is invalid.");
          }
          if (!"String".equals(value.dataType())) {
            throw SqsError.invalidParameter(
                "The type of message (system) attribute '"
                    + name
                    + "' is invalid. You must use only the following supported type prefixes: String.");
          }
          if (value.stringValue() == null || value.stringValue().isEmpty()) {
            throw SqsError.invalidParameter(
                "Message (system) attribute '"
                    + name
                    + "' must contain a non-empty value of type 'String'.");
          }
        });
  }

  private void checkForFifo(Settings settings) {
    delaySeconds
        .filter(delay -> delay != 0)
        .ifPresent(
            delay -> {
              throw SqsError.invalidParameter(
                  "DelaySeconds",
                  delay,
                  "The request include parameter that is not valid for this queue type.");
            });
    checkToken(
        "MessageGroupId",
        tokens.group().orElseThrow(() -> SqsError.missingParameter("MessageGroupId")));
    tokens.deduplication().ifPresent(id -> checkToken("MessageDeduplicationId", id));
    if (tokens.deduplication().isEmpty() && !settings.deduplicatesByContent()) {
      throw SqsError.invalidParameter(
          "The queue should either have ContentBasedDeduplication enabled "
              + "or MessageDeduplicationId provided explicitly");
    }
  }

  private void checkForStandard() {
    if (tokens.deduplication().isPresent()) {
      throw SqsError.invalidParameter(
          "The request include parameter MessageDeduplicationId which is not valid for this queue type");
    }
    tokens.group().ifPresent(group -> checkToken("MessageGroupId", group));
    delaySeconds
        .filter(delay -> delay < 0 || delay > MAX_DELAY)
        .ifPresent(
            delay -> {
              throw SqsError.invalidParameter(
                  "DelaySeconds", delay, "DelaySeconds must be >= 0 and <= 900.");
            });
  }

  static void checkToken(String name, String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw SqsError.invalidParameter(
          name,
          token,
          name + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
    }
  }

  /** How long the message is delayed in a queue. */
  Duration delay(Settings settings) {
    return settings.fifo()
        ? settings.duration(Setting.DELAY_SECONDS)
        : delaySeconds
            .map(Duration::ofSeconds)
            .orElseGet(() -> settings.duration(Setting.DELAY_SECONDS));
  }

  /** The deduplication id that the message has in a FIFO queue. */
  String deduplicationId() {
    return tokens.deduplication().orElseGet(() -> Digest.sha256(body));
  }

  /** The message as the queue keeps it. */
  Content content(String messageId, String senderId, Settings settings) {
    return new Content(
        messageId,
        senderId,
        body,
        Map.copyOf(attributes),
        Optional.ofNullable(systemAttributes.get(TRACE_HEADER))
            .map(MessageSystemAttributeValue::stringValue),
        settings.fifo()
            ? new Content.Tokens(tokens.group(), Optional.of(deduplicationId()))
            : tokens);
  }

  /** The digest of the system attributes, unless there are none. */
  Optional<String> systemAttributesMd5() {
    return Optional.ofNullable(systemAttributes.get(TRACE_HEADER))
        .map(
            value ->
                MessageAttributeValue.builder()
                    .dataType("String")
                    .stringValue(value.stringValue())
                    .build())
        .flatMap(value -> MessageAttributes.md5(Map.of(TRACE_HEADER, value)));
  }
}
