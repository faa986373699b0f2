package io.robotocore.services.sqs;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * What a producer sent.
 *
 * @param messageId the id that SQS gave the message
 * @param senderId who sent it
 * @param body the text
 * @param attributes the message attributes
 * @param traceHeader the system attribute {@code AWSTraceHeader}
 * @param tokens the message group id and the deduplication id
 */
record Content(
    String messageId,
    String senderId,
    String body,
    Map<String, MessageAttributeValue> attributes,
    Optional<String> traceHeader,
    Tokens tokens) {

  /** This content as a message of its own, as after a redrive. */
  Content renamed(String newMessageId) {
    return new Content(newMessageId, senderId, body, attributes, traceHeader, tokens);
  }

  /** This content under another deduplication id. */
  Content deduplicatedBy(String deduplicationId) {
    Tokens other = new Tokens(tokens.group, Optional.of(deduplicationId));
    return new Content(messageId, senderId, body, attributes, traceHeader, other);
  }

  /**
   * The tokens that a producer may add to a message.
   *
   * @param group the message group id, which a message of a FIFO queue always has
   * @param deduplication the message deduplication id, which a message of a FIFO queue always has
   */
  record Tokens(Optional<String> group, Optional<String> deduplication) {}
}
