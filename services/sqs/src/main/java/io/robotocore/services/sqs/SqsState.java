package io.robotocore.services.sqs;

import io.robotocore.state.State;
import io.robotocore.state.Table;
import io.robotocore.state.Timetable;
import java.time.Instant;

/** The queues of an account in a region. */
final class SqsState extends State {

  private final Table<String, Queue> queues = table();
  private final Table<String, Instant> deleted = table();
  private final Timetable<MoveStep> steps = timetable();

  /** The queues by name. */
  Table<String, Queue> queues() {
    return queues;
  }

  /** When queues were deleted, by name. */
  Table<String, Instant> deleted() {
    return deleted;
  }

  /** When message move tasks go on. */
  Timetable<MoveStep> steps() {
    return steps;
  }

  /** The task that goes on, and the queue that it takes messages from. */
  record MoveStep(String queue, String taskId) {}
}
