package io.robotocore.services.sqs;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;

/** The operations that make, find, empty and delete queues. */
interface Queues extends SqsView {

  /** How long a name stays taken after its queue was deleted, and how long a purge may take. */
  Duration SETTLING = Duration.ofSeconds(60);

  Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  /**
   * Creates a queue, or gives the one that is there already.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html">CreateQueue</a>
   */
  @Override
  default CreateQueueResponse createQueue(CreateQueueRequest in) {
    Map<String, String> attributes = in.attributesAsStrings();
    boolean fifo = checkName(in.queueName(), Optional.ofNullable(attributes.get("FifoQueue")));
    Settings settings = Settings.of(fifo).with(attributes);
    TreePMap<String, String> tags = Tags.added(TreePMap.empty(), in.tags(), in.queueName());
    Queue queue =
        state()
            .atomically(
                () ->
                    find(in.queueName())
                        .map(existing -> unchanged(existing, attributes))
                        .orElseGet(() -> create(id(in.queueName()), settings, tags)));
    return CreateQueueResponse.builder().queueUrl(url(queue.id())).build();
  }

  /** Refuses a name that is none, and says whether it is that of a FIFO queue. */
  private static boolean checkName(String name, Optional<String> fifoQueue) {
    if (name.isEmpty()) {
      throw SqsError.invalidParameter("Queue name cannot be empty");
    }
    if (fifoQueue.filter("false"::equals).isPresent()) {
      throw SqsError.unknownAttribute("FifoQueue");
    }
    boolean fifo = fifoQueue.filter("true"::equals).isPresent();
    if (fifo
        && !(name.length() <= 80
            && name.endsWith(".fifo")
            && isName(name.substring(0, name.length() - 5)))) {
      throw SqsError.invalidParameter(
          "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, "
              + "must end with .fifo suffix and be 1 to 80 in length.");
    }
    if (!fifo && !isName(name)) {
      throw SqsError.invalidParameter(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    return fifo;
  }

  private static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static Queue unchanged(Queue existing, Map<String, String> wanted) {
    existing
        .settings()
        .difference(wanted)
        .ifPresent(
            attribute -> {
              throw SqsError.queueExists(attribute);
            });
    return existing;
  }

  private Queue create(QueueId id, Settings settings, TreePMap<String, String> tags) {
    Instant now = now();
    if (state()
        .deleted()
        .get(id.name())
        .filter(at -> now.isBefore(at.plus(SETTLING)))
        .isPresent()) {
      throw SqsError.deletedRecently();
    }
    DeadLetters.check(this, settings, id);
    Queue queue = Queue.created(id, settings, now).tagged(none -> tags);
    state().deleted().remove(id.name());
    state().queues().put(id.name(), queue);
    return queue;
  }

  @Override
  default DeleteQueueResponse deleteQueue(DeleteQueueRequest in) {
    state()
        .run(
            () -> {
              Queue queue = queue(in.queueUrl());
              queue.moves().forEach(task -> state().steps().cancel(task.id()));
              state().queues().remove(queue.id().name());
              state().deleted().put(queue.id().name(), now());
            });
    return DeleteQueueResponse.builder().build();
  }

  @Override
  default GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest in) {
    Queue queue = find(in.queueName()).orElseThrow(SqsError::noSuchQueue);
    return GetQueueUrlResponse.builder().queueUrl(url(queue.id())).build();
  }

  @Override
  default ListQueuesResponse listQueues(ListQueuesRequest in) {
    String prefix = Optional.ofNullable(in.queueNamePrefix()).orElse("");
    Page page =
        Page.of(
            state().queues().asMap().tailMap(prefix, true).values().stream()
                .takeWhile(queue -> queue.id().name().startsWith(prefix)),
            Optional.ofNullable(in.maxResults()),
            Optional.ofNullable(in.nextToken()));
    ListQueuesResponse.Builder out = ListQueuesResponse.builder();
    if (!page.queues().isEmpty()) {
      out.queueUrls(page.queues().stream().map(queue -> url(queue.id())).toList());
    }
    page.nextToken().ifPresent(out::nextToken);
    return out.build();
  }

  @Override
  default PurgeQueueResponse purgeQueue(PurgeQueueRequest in) {
    alter(
        in.queueUrl(),
        queue -> {
          if (queue.about().purged().filter(at -> now().isBefore(at.plus(SETTLING))).isPresent()) {
            throw SqsError.purgeInProgress(queue.id().name());
          }
          return queue.purged(now());
        });
    return PurgeQueueResponse.builder().build();
  }
}
