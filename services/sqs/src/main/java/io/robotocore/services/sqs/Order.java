package io.robotocore.services.sqs;

import java.util.List;

/** Which of a queue's messages a receive gets first. */
sealed interface Order permits StandardOrder, FifoOrder {

  static Order of(boolean fifo) {
    return fifo ? FifoOrder.EMPTY : StandardOrder.EMPTY;
  }

  /** This order with one message more. */
  Order with(QueuedMessage message);

  /** This order without a message that is in it just so. */
  Order without(QueuedMessage message);

  /** The keys of the messages that a receive would get now, at most so many. */
  List<Moment> first(int max);
}
