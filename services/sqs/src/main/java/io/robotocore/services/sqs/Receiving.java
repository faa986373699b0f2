package io.robotocore.services.sqs;

import io.robotocore.services.sqs.Queue.Attempt;
import io.robotocore.services.sqs.Receives.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;

/** The operation that gives messages out. */
interface Receiving extends DeadLetters {

  /**
   * How many messages of a queue may be in flight.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html">quotas
   *     of standard queues</a> and <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-fifo.html">of
   *     FIFO queues</a>: only a short poll of a standard queue is told that there are too many,
   *     everybody else gets none
   */
  int MAX_IN_FLIGHT = 120_000;

  @Override
  default ReceiveMessageResponse receiveMessage(ReceiveMessageRequest in) {
    Queue queue = queue(in.queueUrl());
    Reception reception = Reception.of(in, queue.settings());
    String name = queue.id().name();
    List<QueuedMessage> received =
        reception.patience().isZero()
            ? state().atomically(() -> received(name, reception))
            : state()
                .await(
                    name,
                    call().wait(reception.patience(), () -> nextShown(name)),
                    () ->
                        Optional.of(received(name, reception))
                            .filter(messages -> !messages.isEmpty()))
                .orElse(List.of());
    ReceiveMessageResponse.Builder out = ReceiveMessageResponse.builder();
    if (!received.isEmpty()) {
      out.messages(received.stream().map(message -> reception.shown(message, queue.id())).toList());
    }
    return out.build();
  }

  private Optional<Instant> nextShown(String name) {
    return state().queues().get(name).flatMap(queue -> queue.backlog().nextShown());
  }

  private List<QueuedMessage> received(String name, Reception reception) {
    Queue stored = state().queues().get(name).orElseThrow(SqsError::noSuchQueue);
    Queue queue = stored.at(now());
    Changed<List<QueuedMessage>> received =
        repeated(queue, reception)
            .orElseGet(() -> given(withoutDeadLetters(queue, reception), reception));
    if (!received.result().isEmpty() || received.queue().backlog().changedSince(stored.backlog())) {
      state().queues().put(name, received.queue());
    }
    return received.result();
  }

  /**
   * The messages of the same attempt before, if none of them was touched since; they are hidden
   * anew.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-receiverequestattemptid-request-parameter.html">receive
   *     request attempt id</a>
   */
  private Optional<Changed<List<QueuedMessage>>> repeated(Queue queue, Reception reception) {
    Optional<Attempt> before = reception.attemptId().flatMap(queue.memory().attempts()::find);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Attempt attempt = before.get();
    List<QueuedMessage> messages =
        attempt.messages().stream()
            .flatMap(key -> queue.backlog().find(key).stream())
            .filter(message -> isUntouched(message, attempt.nonce()))
            .toList();
    if (messages.size() < attempt.messages().size()) {
      return Optional.empty();
    }
    Visibility hidden = new Visibility.InFlight(now().plus(reception.visibilityTimeout()));
    Backlog backlog = queue.backlog();
    for (QueuedMessage message : messages) {
      backlog = backlog.replace(message, message.with(hidden));
    }
    return Optional.of(new Changed<>(queue.with(backlog), messages));
  }

  private static boolean isUntouched(QueuedMessage message, long nonce) {
    return message
        .receives()
        .last()
        .filter(receipt -> receipt.nonce() == nonce && !receipt.changed())
        .isPresent();
  }

  /**
   * The queue after those of the next messages that were received too often have gone to its
   * dead-letter queue.
   */
  private Queue withoutDeadLetters(Queue queue, Reception reception) {
    Optional<RedrivePolicy> redrive = queue.settings().redrive();
    Queue left = queue;
    while (redrive.isPresent()) {
      int max = redrive.get().maxReceiveCount();
      List<QueuedMessage> exhausted =
          left.backlog().first(reception.max()).stream()
              .filter(message -> message.receives().here() >= max)
              .toList();
      Optional<Queue> target =
          find(redrive.get().target()).filter(other -> !other.id().equals(queue.id()));
      if (exhausted.isEmpty() || target.isEmpty()) {
        return left;
      }
      left = buried(left, target.get(), exhausted);
    }
    return left;
  }

  private Changed<List<QueuedMessage>> given(Queue queue, Reception reception) {
    int free = MAX_IN_FLIGHT - queue.backlog().inFlight();
    if (free <= 0 && !queue.id().fifo() && reception.patience().isZero()) {
      throw SqsError.overLimit("The maximum number of in flight messages is reached.");
    }
    List<QueuedMessage> next = queue.backlog().first(Math.min(free, reception.max()));
    if (next.isEmpty()) {
      return new Changed<>(queue, List.of());
    }
    Instant now = now();
    long nonce = call().random().number(Long.MAX_VALUE);
    Backlog backlog = queue.backlog();
    List<QueuedMessage> given = new ArrayList<>(next.size());
    for (QueuedMessage message : next) {
      QueuedMessage received =
          message.received(Receipt.fresh(nonce, now), now.plus(reception.visibilityTimeout()));
      backlog = backlog.replace(message, received);
      given.add(received);
    }
    Queue after = queue.with(backlog);
    Attempt attempt = new Attempt(given.stream().map(QueuedMessage::key).toList(), nonce);
    return new Changed<>(
        reception.attemptId().map(id -> after.remembering(id, attempt, now)).orElse(after), given);
  }
}
