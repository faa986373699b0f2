package io.robotocore.services.sqs;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;

/** Dead-letter queues: who may have which one, and how messages get there. */
interface DeadLetters extends SqsView {

  @Override
  default ListDeadLetterSourceQueuesResponse listDeadLetterSourceQueues(
      ListDeadLetterSourceQueuesRequest in) {
    QueueId target = queue(in.queueUrl()).id();
    Page page =
        Page.of(
            state().queues().asMap().values().stream().filter(source -> isSource(source, target)),
            Optional.ofNullable(in.maxResults()),
            Optional.ofNullable(in.nextToken()));
    ListDeadLetterSourceQueuesResponse.Builder out =
        ListDeadLetterSourceQueuesResponse.builder()
            .queueUrls(page.queues().stream().map(queue -> url(queue.id())).toList());
    page.nextToken().ifPresent(out::nextToken);
    return out.build();
  }

  /** Whether a queue has another one as its dead-letter queue. */
  static boolean isSource(Queue source, QueueId target) {
    return source
        .settings()
        .redrive()
        .filter(redrive -> redrive.target().equals(target))
        .isPresent();
  }

  /** Refuses a redrive policy with a dead-letter queue that the source queue cannot have. */
  static void check(SqsView view, Settings settings, QueueId source) {
    settings
        .redrive()
        .ifPresent(
            redrive -> {
              String text = settings.get(Setting.REDRIVE_POLICY);
              Queue target =
                  view.find(redrive.target())
                      .orElseThrow(
                          () -> RedrivePolicy.invalid(text, "Dead letter target does not exist."));
              if (target.id().fifo() != source.fifo()) {
                throw RedrivePolicy.invalid(
                    text, "Dead-letter queue must be same type of queue as the source.");
              }
              if (target
                  .settings()
                  .redriveAllow()
                  .filter(allow -> !allow.allows(source))
                  .isPresent()) {
                throw RedrivePolicy.invalid(
                    text,
                    "The redrive allow policy of the dead-letter queue does not allow this source queue.");
              }
            });
  }

  /** Moves messages of a queue to its dead-letter queue, and gives the queue without them. */
  default Queue buried(Queue queue, Queue target, List<QueuedMessage> exhausted) {
    Backlog left = queue.backlog();
    Backlog dead = target.backlog();
    for (QueuedMessage message : exhausted) {
      left = left.minus(message);
      dead = dead.plus(message.deadLetter(queue.id(), now()));
    }
    state().queues().put(target.id().name(), target.with(dead));
    return queue.with(left);
  }
}
