package io.robotocore.services.sqs;

import io.robotocore.service.Call;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What the operations of SQS share: one call, and the queues of its account and region. */
interface SqsView extends SqsClient {

  Call call();

  SqsState state();

  default Instant now() {
    return call().now();
  }

  /** The queue that has, or would have, a name in this account and region. */
  default QueueId id(String name) {
    return new QueueId(call().partition(), call().region(), call().account(), name);
  }

  default String url(QueueId id) {
    return id.url(call().home());
  }

  /** The queue of this account at a URL, as time has left it. */
  default Queue queue(String url) {
    QueueUrl parsed = QueueUrl.parse(url);
    if (parsed.owner().filter(owner -> !owner.equals(call().account())).isPresent()) {
      throw SqsError.accessDenied("Access to the resource " + url + " is denied.");
    }
    return find(parsed.name()).orElseThrow(SqsError::noSuchQueue);
  }

  /** The queue of a name, as time has left it. */
  default Optional<Queue> find(String name) {
    return state().queues().get(name).map(queue -> queue.at(now()));
  }

  /** The queue of an ARN, as time has left it. */
  default Optional<Queue> find(QueueId id) {
    return find(id.name()).filter(queue -> queue.id().equals(id));
  }

  /** Changes the queue at a URL. */
  default void alter(String url, UnaryOperator<Queue> change) {
    change(url, queue -> new Changed<>(change.apply(queue), true));
  }

  /** Changes the queue at a URL, and gives what else came out of it. */
  default <T> T change(String url, Function<Queue, Changed<T>> change) {
    return state()
        .atomically(
            () -> {
              Queue old = queue(url);
              Changed<T> changed = change.apply(old);
              state().queues().put(old.id().name(), changed.queue());
              return changed.result();
            });
  }

  /** A queue after a change, and what else came out of it. */
  record Changed<T>(Queue queue, T result) {}

  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
