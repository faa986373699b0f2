package io.robotocore.services.sqs;

import io.robotocore.services.sqs.MoveTask.Assignment;
import io.robotocore.services.sqs.MoveTask.Progress;
import io.robotocore.services.sqs.MoveTask.Status;
import io.robotocore.services.sqs.SqsState.MoveStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import software.amazon.awssdk.services.sqs.model.CancelMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.CancelMessageMoveTaskResponse;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksRequest;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResponse;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskRequest;
import software.amazon.awssdk.services.sqs.model.StartMessageMoveTaskResponse;

/**
 * The operations that move dead letters back.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html">dead-letter
 *     queue redrive</a>
 */
interface Moves extends DeadLetters {

  int MAX_TASKS = 10;
  int MAX_PER_SECOND = 500;
  Duration STEP = Duration.ofSeconds(1);

  @Override
  default StartMessageMoveTaskResponse startMessageMoveTask(StartMessageMoveTaskRequest in) {
    QueueId source = arn("SourceArn", in.sourceArn());
    Optional<QueueId> destination =
        Optional.ofNullable(in.destinationArn()).map(arn -> arn("DestinationArn", arn));
    Optional<Integer> perSecond = Optional.ofNullable(in.maxNumberOfMessagesPerSecond());
    if (perSecond.filter(rate -> rate < 1 || rate > MAX_PER_SECOND).isPresent()) {
      throw SqsError.invalidParameter(
          "Value for parameter MaxNumberOfMessagesPerSecond is invalid. "
              + "Reason: You must enter a number that's between 1 and 500.");
    }
    String taskId = call().random().uuid();
    state()
        .run(
            () -> {
              Queue queue = source(source);
              checkMove(queue, destination);
              Assignment order = new Assignment(destination, perSecond, queue.backlog().visible());
              start(queue, new MoveTask(taskId, now(), order, Progress.NONE));
            });
    return StartMessageMoveTaskResponse.builder()
        .taskHandle(new TaskHandle(taskId, source.arn()).text())
        .build();
  }

  private static QueueId arn(String parameter, String arn) {
    return QueueId.ofArn(arn)
        .orElseThrow(
            () ->
                SqsError.invalidParameter(
                    "You must use this format to specify the "
                        + parameter
                        + ": arn:<partition>:<service>:<region>:<account-id>:<resource-id>"));
  }

  private Queue source(QueueId id) {
    return find(id).orElseThrow(() -> noSuchResource("SourceArn"));
  }

  private static RuntimeException noSuchResource(String parameter) {
    return SqsError.noSuchResource(
        "The resource that you specified for the " + parameter + " parameter doesn't exist.");
  }

  private void checkMove(Queue source, Optional<QueueId> destination) {
    if (state().queues().asMap().values().stream()
        .noneMatch(queue -> DeadLetters.isSource(queue, source.id()))) {
      throw SqsError.invalidParameter("Source queue must be configured as a Dead Letter Queue.");
    }
    destination.ifPresent(
        id -> {
          if (id.equals(source.id())) {
            throw SqsError.invalidParameter(
                "Source queue arn and destination queue arn cannot be the same.");
          }
          if (find(id).isEmpty()) {
            throw noSuchResource("DestinationArn");
          }
          if (id.fifo() != source.id().fifo()) {
            throw SqsError.invalidParameter(
                "The source queue and destination queue must be of the same queue type.");
          }
        });
    if (source.moves().stream().anyMatch(MoveTask::active)) {
      throw SqsError.invalidParameter(
          "There is already a task running. "
              + "Only one active task is allowed for a source queue arn at a given time.");
    }
  }

  /** Without a rate all messages move at once; with one, the first of them move after a second. */
  private void start(Queue source, MoveTask task) {
    PVector<MoveTask> tasks = source.moves().plus(0, task);
    Queue queue =
        source.with(TreePVector.from(tasks.subList(0, Math.min(MAX_TASKS, tasks.size()))));
    state().queues().put(queue.id().name(), queue);
    if (task.order().perSecond().isEmpty()) {
      Redrive.step(this, queue, task);
    } else {
      plan(queue, task);
    }
  }

  private void plan(Queue source, MoveTask task) {
    state().steps().plan(task.id(), now().plus(STEP), new MoveStep(source.id().name(), task.id()));
  }

  /** Lets a task go on, which was planned for now. */
  default void step(MoveStep step) {
    state()
        .run(
            () -> {
              Optional<Queue> source = find(step.queue());
              Optional<MoveTask> task = source.flatMap(queue -> task(queue, step.taskId()));
              if (task.isPresent()
                  && Redrive.step(this, source.orElseThrow(), task.get()).active()) {
                plan(source.orElseThrow(), task.get());
              }
            });
  }

  private static Optional<MoveTask> task(Queue source, String id) {
    return source.moves().stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /** Cancels a task, which ends before its next step. */
  @Override
  default CancelMessageMoveTaskResponse cancelMessageMoveTask(CancelMessageMoveTaskRequest in) {
    TaskHandle handle = TaskHandle.parse(in.taskHandle());
    long moved =
        state()
            .atomically(
                () -> {
                  Queue source = QueueId.ofArn(handle.sourceArn()).map(this::source).orElseThrow();
                  MoveTask task =
                      task(source, handle.taskId())
                          .orElseThrow(() -> SqsError.noSuchResource("Task does not exist."));
                  if (task.progress().status() != Status.RUNNING) {
                    throw SqsError.invalidParameter("Only active tasks can be cancelled.");
                  }
                  MoveTask cancelling = task.with(task.progress().is(Status.CANCELLING));
                  int index = source.moves().indexOf(task);
                  Queue changed = source.with(source.moves().with(index, cancelling));
                  state().queues().put(changed.id().name(), changed);
                  return (long) task.progress().moved();
                });
    return CancelMessageMoveTaskResponse.builder().approximateNumberOfMessagesMoved(moved).build();
  }

  @Override
  default ListMessageMoveTasksResponse listMessageMoveTasks(ListMessageMoveTasksRequest in) {
    int max = Optional.ofNullable(in.maxResults()).orElse(1);
    if (max < 1 || max > MAX_TASKS) {
      throw SqsError.invalidParameter(
          "Value for parameter MaxResults is invalid. Reason: You must enter a number that's between 1 and 10.");
    }
    Queue source = source(arn("SourceArn", in.sourceArn()));
    List<ListMessageMoveTasksResultEntry> results =
        source.moves().stream().limit(max).map(task -> entry(source.id(), task)).toList();
    return ListMessageMoveTasksResponse.builder().results(results).build();
  }

  private static ListMessageMoveTasksResultEntry entry(QueueId source, MoveTask task) {
    ListMessageMoveTasksResultEntry.Builder entry =
        ListMessageMoveTasksResultEntry.builder()
            .status(task.progress().status().name())
            .sourceArn(source.arn())
            .startedTimestamp(task.started().toEpochMilli())
            .approximateNumberOfMessagesMoved((long) task.progress().moved())
            .approximateNumberOfMessagesToMove((long) task.order().toMove());
    if (task.progress().status() == Status.RUNNING) {
      entry.taskHandle(new TaskHandle(task.id(), source.arn()).text());
    }
    task.order().destination().ifPresent(id -> entry.destinationArn(id.arn()));
    task.order().perSecond().ifPresent(entry::maxNumberOfMessagesPerSecond);
    task.progress().failure().ifPresent(entry::failureReason);
    return entry.build();
  }
}
