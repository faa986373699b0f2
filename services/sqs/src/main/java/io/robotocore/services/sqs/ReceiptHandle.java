package io.robotocore.services.sqs;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * What a consumer shows to delete a message or to change its visibility timeout.
 *
 * @param message which message of the queue
 * @param nonce which of the times that it was received
 */
record ReceiptHandle(Moment message, long nonce) {

  private static final String PREFIX = "AQEB";
  private static final int LENGTH = 2 * Integer.BYTES + 3 * Long.BYTES;

  /** The handle as a consumer of the queue gets it. */
  String text(QueueId queue) {
    Instant sent = message.at();
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.putInt(queue.arn().hashCode()).putLong(nonce).putLong(message.number());
    bytes.putLong(sent.getEpochSecond()).putInt(sent.getNano());
    return PREFIX + Base64.getEncoder().encodeToString(bytes.array());
  }

  /** Reads a handle; refuses one that this queue has never given out. */
  static ReceiptHandle parse(String text, QueueId queue) {
    try {
      ByteBuffer bytes =
          ByteBuffer.wrap(Base64.getDecoder().decode(text.substring(PREFIX.length())));
      if (text.startsWith(PREFIX)
          && bytes.remaining() == LENGTH
          && bytes.getInt() == queue.arn().hashCode()) {
        long nonce = bytes.getLong();
        long number = bytes.getLong();
        return new ReceiptHandle(
            new Moment(Instant.ofEpochSecond(bytes.getLong(), bytes.getInt()), number), nonce);
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      // not even the form of a handle: refused below
    }
    throw SqsError.invalidReceiptHandle(text);
  }
}
