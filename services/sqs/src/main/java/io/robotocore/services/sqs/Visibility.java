package io.robotocore.services.sqs;

import java.time.Instant;

/** Whether a message can be received. */
sealed interface Visibility {

  /**
   * It can.
   *
   * @param turn its turn among the visible messages of a standard queue
   */
  record Visible(long turn) implements Visibility {}

  /** Not yet: its delay is not over. */
  record Delayed(Instant until) implements Visibility {}

  /** Not now: somebody has received it and has time to delete it. */
  record InFlight(Instant until) implements Visibility {}
}
