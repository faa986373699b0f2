package io.robotocore.services.sqs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * A queue.
 *
 * @param id which one
 * @param settings its attributes
 * @param about what its owner knows of it besides
 * @param backlog its messages
 * @param memory what a FIFO queue remembers of calls of the last minutes
 * @param moves its message move tasks, the latest first
 */
record Queue(
    QueueId id,
    Settings settings,
    About about,
    Backlog backlog,
    Memory memory,
    PVector<MoveTask> moves) {

  static Queue created(QueueId id, Settings settings, Instant now) {
    About about = new About(TreePMap.empty(), now, now, Optional.empty());
    return new Queue(
        id, settings, about, Backlog.empty(id.fifo()), Memory.NOTHING, TreePVector.empty());
  }

  /** This queue as time has left it. */
  Queue at(Instant now) {
    return with(backlog.at(now, settings.duration(Setting.MESSAGE_RETENTION_PERIOD)))
        .with(new Memory(memory.sent.at(now), memory.attempts.at(now)));
  }

  /** This queue with other attributes, set at a time. */
  Queue with(Settings newSettings, Instant now) {
    boolean delayedAnew =
        id.fifo()
            && newSettings.number(Setting.DELAY_SECONDS) != settings.number(Setting.DELAY_SECONDS);
    Backlog newBacklog =
        delayedAnew ? backlog.delayedBy(newSettings.duration(Setting.DELAY_SECONDS), now) : backlog;
    About newAbout = new About(about.tags, about.created, now, about.purged);
    return new Queue(id, newSettings, newAbout, newBacklog, memory, moves);
  }

  Queue with(Backlog newBacklog) {
    return new Queue(id, settings, about, newBacklog, memory, moves);
  }

  Queue with(Memory newMemory) {
    return new Queue(id, settings, about, backlog, newMemory, moves);
  }

  /** This queue after a message was sent that it will know again. */
  Queue remembering(String deduplication, Sent message, Instant now) {
    return with(new Memory(memory.sent.plus(deduplication, message, now), memory.attempts));
  }

  /** This queue after an attempt to receive that it will know again. */
  Queue remembering(String attemptId, Attempt attempt, Instant now) {
    return with(new Memory(memory.sent, memory.attempts.plus(attemptId, attempt, now)));
  }

  Queue with(PVector<MoveTask> newMoves) {
    return new Queue(id, settings, about, backlog, memory, newMoves);
  }

  Queue tagged(UnaryOperator<TreePMap<String, String>> change) {
    About newAbout =
        new About(change.apply(about.tags), about.created, about.modified, about.purged);
    return new Queue(id, settings, newAbout, backlog, memory, moves);
  }

  Queue purged(Instant now) {
    About newAbout = new About(about.tags, about.created, about.modified, Optional.of(now));
    return new Queue(id, settings, newAbout, backlog.purged(id.fifo()), memory, moves);
  }

  /**
   * What the owner of a queue knows of it.
   *
   * @param tags its cost allocation tags
   * @param created when it was created
   * @param modified when its attributes were last set
   * @param purged when it was last purged
   */
  record About(
      TreePMap<String, String> tags, Instant created, Instant modified, Optional<Instant> purged) {}

  /**
   * What a FIFO queue remembers.
   *
   * @param sent the messages of the last five minutes, by deduplication id
   * @param attempts the receives of the last five minutes, by receive request attempt id
   */
  record Memory(Recent<Sent> sent, Recent<Attempt> attempts) {

    static final Memory NOTHING = new Memory(Recent.nothing(), Recent.nothing());
  }

  /** What the producer of a message was told. */
  record Sent(String messageId, Optional<String> sequenceNumber) {}

  /** What a consumer received at one attempt: the messages, and the nonce of their receipts. */
  record Attempt(List<Moment> messages, long nonce) {}
}
