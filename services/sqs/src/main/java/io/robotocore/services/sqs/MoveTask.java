package io.robotocore.services.sqs;

import java.time.Instant;
import java.util.Optional;

/**
 * A message move task, which belongs to the queue that it takes messages from.
 *
 * @param id tells it apart from all others
 * @param started when it was started
 * @param order what it was told to do
 * @param progress how far it has come
 */
record MoveTask(String id, Instant started, Assignment order, Progress progress) {

  boolean active() {
    return progress.status == Status.RUNNING || progress.status == Status.CANCELLING;
  }

  MoveTask with(Progress newProgress) {
    return new MoveTask(id, started, order, newProgress);
  }

  /**
   * What a task is to do.
   *
   * @param destination where the messages go; back to where they came from, if empty
   * @param perSecond how many move in a second; all at once, if empty
   * @param toMove how many there were to move when the task was started
   */
  record Assignment(Optional<QueueId> destination, Optional<Integer> perSecond, int toMove) {}

  /**
   * How far a task has come.
   *
   * @param moved how many messages it has moved
   * @param status whether it goes on
   * @param failure why it does not
   */
  record Progress(int moved, Status status, Optional<String> failure) {

    static final Progress NONE = new Progress(0, Status.RUNNING, Optional.empty());

    Progress is(Status newStatus) {
      return new Progress(moved, newStatus, Optional.empty());
    }

    Progress failed(String reason) {
      return new Progress(moved, Status.FAILED, Optional.of(reason));
    }

    Progress oneMore() {
      return new Progress(moved + 1, status, failure);
    }
  }

  /** Whether a task goes on, and if not, why. */
  enum Status {
    RUNNING,
    COMPLETED,
    CANCELLING,
    CANCELLED,
    FAILED
  }
}
