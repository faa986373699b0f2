package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A delivery of everything that a stream has gathered.
 *
 * @param call of the service itself
 * @param state where the records are
 * @param name the stream's name
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html">Understand data
 *     delivery</a>
 */
record FirehoseDelivery(Call call, ModeledState state, String name) implements Runnable {

  /** How long Firehose tries to deliver a record. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  /** AWS does not say how often it tries. */
  private static final Duration BREAK = Duration.ofMinutes(1);

  @Override
  public void run() {
    FirehoseBuffer buffer = new FirehoseBuffer(state, name);
    List<Entity> records = buffer.take();
    Optional<Entity> stream = state.get(new EntityKey("deliverystream", "", name));
    Optional<FirehoseDestination> destination = stream.flatMap(FirehoseDestination::of);
    if (records.isEmpty() || destination.isEmpty()) {
      return;
    }
    FirehoseObject object =
        new FirehoseObject(name, stream.orElseThrow(), destination.get(), records);
    if (!call.offers("s3") || !FirehoseBucket.put(call, object)) {
      tryAgain(buffer, records);
    }
  }

  private void tryAgain(FirehoseBuffer buffer, List<Entity> records) {
    Instant now = call.now();
    List<Entity> young =
        records.stream()
            .filter(record -> record.life().created().plus(PATIENCE).isAfter(now))
            .toList();
    state.run(
        () -> {
          buffer.putBack(young, now);
          if (!young.isEmpty()) {
            state.plan(buffer.key(), now.plus(BREAK));
          }
        });
  }
}
