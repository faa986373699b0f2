package io.robotocore.services.sqs;

import io.robotocore.services.sqs.MoveTask.Progress;
import io.robotocore.services.sqs.MoveTask.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a message move task. */
final class Redrive {

  private static final String NO_SOURCE = "CouldNotDetermineMessageSource";
  private static final String NO_DESTINATION = "AWS.SimpleQueueService.NonExistentQueue";

  private final SqsView view;
  private final MoveTask task;
  private final Map<QueueId, Queue> destinations = new HashMap<>();
  private Queue source;
  private Progress progress;

  private Redrive(SqsView view, Queue source, MoveTask task) {
    this.view = view;
    this.task = task;
    this.source = source;
    this.progress = task.progress();
  }

  /** Moves as many messages as a task may move at a time, and gives the task as it is then. */
  static MoveTask step(SqsView view, Queue source, MoveTask task) {
    return new Redrive(view, source, task).run();
  }

  private MoveTask run() {
    if (progress.status() == Status.CANCELLING) {
      progress = progress.is(Status.CANCELLED);
    }
    int left = task.order().perSecond().orElse(Integer.MAX_VALUE);
    while (progress.status() == Status.RUNNING && left > 0 && moveOne()) {
      left--;
    }
    destinations.forEach((id, queue) -> view.state().queues().put(id.name(), queue));
    MoveTask after = task.with(progress);
    Queue changed = source.with(source.moves().with(source.moves().indexOf(task), after));
    view.state().queues().put(changed.id().name(), changed);
    return after;
  }

  /** Moves the next message; false when the task has come to its end. */
  private boolean moveOne() {
    List<QueuedMessage> next = source.backlog().first(1);
    if (next.isEmpty() || progress.moved() >= task.order().toMove()) {
      progress = progress.is(Status.COMPLETED);
      return false;
    }
    QueuedMessage message = next.get(0);
    Optional<QueueId> id =
        task.order().destination().or(() -> message.deadLetterSource().flatMap(QueueId::ofArn));
    Optional<Queue> destination = id.flatMap(this::destination);
    if (destination.isEmpty()) {
      progress = progress.failed(id.isEmpty() ? NO_SOURCE : NO_DESTINATION);
      return false;
    }
    Queue queue = destination.get();
    QueuedMessage moved =
        QueuedMessage.fresh(
            message.content().renamed(view.call().random().uuid()),
            view.now(),
            new Visibility.Visible(0));
    destinations.put(queue.id(), queue.with(queue.backlog().plus(moved)));
    source = source.with(source.backlog().minus(message));
    progress = progress.oneMore();
    if (progress.moved() >= task.order().toMove()) {
      progress = progress.is(Status.COMPLETED);
    }
    return true;
  }

  private Optional<Queue> destination(QueueId id) {
    return Optional.ofNullable(destinations.get(id)).or(() -> view.find(id));
  }
}
