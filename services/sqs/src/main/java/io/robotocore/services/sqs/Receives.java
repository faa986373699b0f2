package io.robotocore.services.sqs;

import java.time.Instant;
import java.util.Optional;

/**
 * How often a message has been received.
 *
 * @param total how often across all queues that it was in
 * @param here how often from the queue that it is in, which is what the redrive policy counts
 * @param first when it was first received
 * @param last the receipt that was given out last, the only one that is good for anything
 */
record Receives(int total, int here, Optional<Instant> first, Optional<Receipt> last) {

  static final Receives NONE = new Receives(0, 0, Optional.empty(), Optional.empty());

  Receives plus(Receipt receipt) {
    return new Receives(
        total + 1, here + 1, first.or(() -> Optional.of(receipt.at)), Optional.of(receipt));
  }

  /** The same after the visibility timeout was changed for the last receipt. */
  Receives touched(boolean ended) {
    return new Receives(total, here, first, last.map(receipt -> receipt.touched(ended)));
  }

  /** What is left of it when the message has moved to a dead-letter queue. */
  Receives elsewhere() {
    return new Receives(total, 0, first, Optional.empty());
  }

  boolean lastWas(long nonce) {
    return last.filter(receipt -> receipt.nonce == nonce).isPresent();
  }

  /**
   * What somebody got with a message.
   *
   * @param nonce tells it apart from the other receipts of the same message
   * @param at when the message was received
   * @param changed whether the visibility timeout was changed since
   * @param ended whether it was changed to zero, which ends it
   */
  record Receipt(long nonce, Instant at, boolean changed, boolean ended) {

    static Receipt fresh(long nonce, Instant at) {
      return new Receipt(nonce, at, false, false);
    }

    private Receipt touched(boolean nowEnded) {
      return new Receipt(nonce, at, true, nowEnded);
    }
  }
}
