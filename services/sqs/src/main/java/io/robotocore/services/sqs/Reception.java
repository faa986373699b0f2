package io.robotocore.services.sqs;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;

/**
 * What a consumer asks for.
 *
 * @param max how many messages at most
 * @param patience how long to wait for the first
 * @param visibilityTimeout how long they are hidden from others
 * @param attemptId the receive request attempt id
 * @param wanted which attributes to give with the messages
 */
record Reception(
    int max,
    Duration patience,
    Duration visibilityTimeout,
    Optional<String> attemptId,
    Wanted wanted) {

  private static final int MAX_MESSAGES = 10;
  private static final int MAX_WAIT = 20;
  private static final int MAX_VISIBILITY = 43_200;

  /** Reads and checks a request to receive from a queue. */
  static Reception of(ReceiveMessageRequest in, Settings settings) {
    int max = Optional.ofNullable(in.maxNumberOfMessages()).orElse(1);
    if (max < 1 || max > MAX_MESSAGES) {
      throw SqsError.invalidParameter(
          "MaxNumberOfMessages", max, "Must be between 1 and 10, if provided.");
    }
    int wait =
        Optional.ofNullable(in.waitTimeSeconds())
            .orElseGet(() -> settings.number(Setting.RECEIVE_MESSAGE_WAIT_TIME_SECONDS));
    if (wait < 0 || wait > MAX_WAIT) {
      throw SqsError.invalidParameter(
          "WaitTimeSeconds", wait, "Must be >= 0 and <= 20, if provided.");
    }
    int visibility =
        Optional.ofNullable(in.visibilityTimeout())
            .orElseGet(() -> settings.number(Setting.VISIBILITY_TIMEOUT));
    if (visibility < 0 || visibility > MAX_VISIBILITY) {
      throw SqsError.invalidParameter(
          "VisibilityTimeout", visibility, "Must be >= 0 and <= 43200, if provided.");
    }
    Optional<String> attemptId = Optional.ofNullable(in.receiveRequestAttemptId());
    attemptId.ifPresent(id -> Outgoing.checkToken("ReceiveRequestAttemptId", id));
    if (attemptId.isPresent() && !settings.fifo()) {
      throw SqsError.invalidParameter(
          "The request include parameter ReceiveRequestAttemptId which is not valid for this queue type");
    }
    return new Reception(
        max, Duration.ofSeconds(wait), Duration.ofSeconds(visibility), attemptId, Wanted.of(in));
  }

  /** A message as its consumer gets it. */
  Message shown(QueuedMessage message, QueueId queue) {
    Content content = message.content();
    long nonce = message.receives().last().orElseThrow().nonce();
    Message.Builder out =
        Message.builder()
            .messageId(content.messageId())
            .receiptHandle(new ReceiptHandle(message.key(), nonce).text(queue))
            .body(content.body())
            .md5OfBody(Digest.md5(content.body()));
    Map<MessageSystemAttributeName, String> system = wanted.of(message, queue);
    if (!system.isEmpty()) {
      out.attributes(system);
    }
    Map<String, MessageAttributeValue> user =
        MessageAttributes.selected(content.attributes(), wanted.user);
    if (!user.isEmpty()) {
      out.messageAttributes(user);
    }
    MessageAttributes.md5(user).ifPresent(out::md5OfMessageAttributes);
    return out.build();
  }

  /**
   * Which attributes a consumer wants with the messages.
   *
   * @param system the names of system attributes
   * @param user the names of message attributes, and prefixes of such names
   */
  record Wanted(Set<MessageSystemAttributeName> system, Collection<String> user) {

    private static Wanted of(ReceiveMessageRequest in) {
      Set<MessageSystemAttributeName> system =
          Stream.concat(
                  in.attributeNamesAsStrings().stream(),
                  in.messageSystemAttributeNamesAsStrings().stream())
              .map(Wanted::known)
              .collect(Collectors.toCollection(HashSet::new));
      return new Wanted(system, in.messageAttributeNames());
    }

    private static MessageSystemAttributeName known(String name) {
      MessageSystemAttributeName known = MessageSystemAttributeName.fromValue(name);
      if (known == MessageSystemAttributeName.UNKNOWN_TO_SDK_VERSION) {
        throw SqsError.unknownAttribute(name);
      }
      return known;
    }

    private Map<MessageSystemAttributeName, String> of(QueuedMessage message, QueueId queue) {
      if (system.isEmpty()) {
        return Map.of();
      }
      Map<MessageSystemAttributeName, String> attributes = all(message, queue);
      if (!system.contains(MessageSystemAttributeName.ALL)) {
        attributes.keySet().retainAll(system);
      }
      return attributes;
    }

    private static Map<MessageSystemAttributeName, String> all(
        QueuedMessage message, QueueId queue) {
      Map<MessageSystemAttributeName, String> all = new EnumMap<>(MessageSystemAttributeName.class);
      Content content = message.content();
      all.put(MessageSystemAttributeName.SENDER_ID, content.senderId());
      all.put(
          MessageSystemAttributeName.SENT_TIMESTAMP, Long.toString(message.sent().toEpochMilli()));
      all.put(
          MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT,
          Integer.toString(message.receives().total()));
      message
          .receives()
          .first()
          .ifPresent(
              first ->
                  all.put(
                      MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP,
                      Long.toString(first.toEpochMilli())));
      content
          .traceHeader()
          .ifPresent(header -> all.put(MessageSystemAttributeName.AWS_TRACE_HEADER, header));
      content
          .tokens()
          .group()
          .ifPresent(group -> all.put(MessageSystemAttributeName.MESSAGE_GROUP_ID, group));
      content
          .tokens()
          .deduplication()
          .ifPresent(id -> all.put(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID, id));
      if (queue.fifo()) {
        all.put(MessageSystemAttributeName.SEQUENCE_NUMBER, message.sequenceNumber());
      }
      message
          .deadLetterSource()
          .ifPresent(arn -> all.put(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, arn));
      return all;
    }
  }
}
