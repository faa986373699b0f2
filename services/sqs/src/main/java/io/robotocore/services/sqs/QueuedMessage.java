package io.robotocore.services.sqs;

import io.robotocore.services.sqs.Receives.Receipt;
import java.time.Instant;
import java.util.Optional;

/**
 * A message in a queue.
 *
 * @param number its number in this queue, higher than that of every message before it
 * @param sent when it was sent, which its retention is counted from
 * @param content what was sent
 * @param visibility whether it can be received
 * @param receives how often it was received
 * @param deadLetterSource the ARN of the queue that it came from as a dead letter
 */
record QueuedMessage(
    long number,
    Instant sent,
    Content content,
    Visibility visibility,
    Receives receives,
    Optional<String> deadLetterSource) {

  private static final long FIRST_SEQUENCE = 100_000_000_000_000_256L;

  /** A message that was never received; its number is given when it is put into a queue. */
  static QueuedMessage fresh(Content content, Instant sent, Visibility visibility) {
    return new QueuedMessage(0, sent, content, visibility, Receives.NONE, Optional.empty());
  }

  /** Where it is found among the messages of its queue. */
  Moment key() {
    return new Moment(sent, number);
  }

  /** The number as clients see it: twenty digits that only ever increase. */
  String sequenceNumber() {
    return "188" + Long.toString(FIRST_SEQUENCE + number * 256).substring(1);
  }

  /** The message group id, empty without one. */
  String group() {
    return content.tokens().group().orElse("");
  }

  QueuedMessage numbered(long newNumber) {
    return new QueuedMessage(newNumber, sent, content, visibility, receives, deadLetterSource);
  }

  QueuedMessage with(Visibility newVisibility) {
    return new QueuedMessage(number, sent, content, newVisibility, receives, deadLetterSource);
  }

  QueuedMessage received(Receipt receipt, Instant hiddenUntil) {
    Visibility inFlight = new Visibility.InFlight(hiddenUntil);
    return new QueuedMessage(
        number, sent, content, inFlight, receives.plus(receipt), deadLetterSource);
  }

  /**
   * The same after its consumer has changed the visibility timeout; a timeout that is over at once
   * has ended.
   */
  QueuedMessage hidden(Instant until, Instant now) {
    Visibility inFlight = new Visibility.InFlight(until);
    Receives touched = receives.touched(!until.isAfter(now));
    return new QueuedMessage(number, sent, content, inFlight, touched, deadLetterSource);
  }

  /**
   * The dead letter that this message becomes.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/setting-up-dead-letter-queue-retention.html">how
   *     long dead letters are kept</a>: standard queues go on counting from when the message was
   *     sent, FIFO queues start anew
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html">what
   *     becomes of the deduplication id</a>: it is replaced by the message id
   */
  QueuedMessage deadLetter(QueueId source, Instant now) {
    Visibility visible = new Visibility.Visible(0);
    Optional<String> from = Optional.of(source.arn());
    return source.fifo()
        ? new QueuedMessage(
            0,
            now,
            content.deduplicatedBy(content.messageId()),
            visible,
            receives.elsewhere(),
            from)
        : new QueuedMessage(0, sent, content, visible, receives.elsewhere(), from);
  }
}
