package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.table.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How items are written, by whatever operation. */
interface Writing extends DynamoDbView {

  /** Makes a write if its condition is fulfilled. */
  default Written write(Write write) {
    Written written =
        state()
            .atomically(
                () -> {
                  DynamoTable table = table(write.table());
                  Document target = write.check(table.schema());
                  Key key = table.schema().key().keyOf(target);
                  Optional<Document> old = table.content().get(key);
                  if (!write.condition().test(old)) {
                    throw DynamoDbError.unfulfilled(old.filter(item -> write.condition().shown()));
                  }
                  return stored(table, write, target);
                });
    announce(List.of(written));
    return written;
  }

  /** Stores what a write makes of an item, whose condition is fulfilled. */
  default Written stored(DynamoTable table, Write write, Document target) {
    Key key = table.schema().key().keyOf(target);
    Optional<Document> old = table.content().get(key);
    Optional<Document> item = write.mutation().apply(table.schema(), target, old);
    Written written = new Written(table, key, old, item, now());
    if (written.changedSomething()) {
      store(written);
    }
    return written;
  }

  private void store(Written written) {
    DynamoTable table = written.table();
    Content content =
        written
            .item()
            .map(item -> table.content().with(written.key(), item))
            .orElseGet(() -> table.content().without(written.key()));
    Instant now = written.at();
    DynamoTable changed = table.with(content);
    if (table.features().recovery().isPresent()) {
      UnaryOperator<Features> remembering =
          features -> features.with(features.recovery().map(past -> past.with(now, content)));
      changed = changed.with(remembering);
    }
    state().tables().put(table.name(), changed);
    written
        .item()
        .flatMap(content.expiry()::timeOf)
        .ifPresent(at -> planSweep(table.name(), content));
    table.streamArn().ifPresent(arn -> Changes.append(this, arn, written));
  }

  /** Plans when the next item of a table expires. */
  default void planSweep(String table, Content content) {
    content
        .expiry()
        .first()
        .flatMap(content::get)
        .flatMap(content.expiry()::timeOf)
        .ifPresentOrElse(
            at -> state().sweeps().plan(table, at, new DynamoDbState.Sweep(table)),
            () -> state().sweeps().cancel(table));
  }

  /** Tells others of what was written: replicas and Kinesis data streams. */
  default void announce(List<Written> written) {}
}
