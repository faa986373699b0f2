package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.table.Content;
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
                  Written evaluated = evaluated(table, write);
                  if (evaluated.changedSomething()) {
                    state().tables().put(table.name(), stored(table, evaluated));
                    recorded(evaluated);
                  }
                  return evaluated;
                });
    announce(List.of(written));
    return written;
  }

  /**
   * What a write would do.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if it cannot, or its
   *     condition is not fulfilled
   */
  default Written evaluated(DynamoTable table, Write write) {
    Document target = write.check(table.schema());
    Key key = table.schema().key().keyOf(target);
    Optional<Document> old = table.content().get(key);
    if (!write.condition().test(old)) {
      throw DynamoDbError.unfulfilled(old.filter(item -> write.condition().shown()));
    }
    Optional<Document> item = write.mutation().apply(table.schema(), target, old);
    return new Written(table, key, old, item, now());
  }

  /** A table after a write. */
  default DynamoTable stored(DynamoTable table, Written written) {
    Content content =
        written
            .item()
            .map(item -> table.content().with(written.key(), item))
            .orElseGet(() -> table.content().without(written.key()));
    DynamoTable changed = table.with(content);
    if (table.features().recovery().isPresent()) {
      UnaryOperator<Features> remembering =
          features ->
              features.with(features.recovery().map(past -> past.with(written.at(), content)));
      changed = changed.with(remembering);
    }
    written
        .item()
        .flatMap(content.expiry()::timeOf)
        .ifPresent(at -> planSweep(table.name(), content));
    return changed;
  }

  /** Writes into the stream of a table what was written to an item. */
  default void recorded(Written written) {
    written.table().streamArn().ifPresent(arn -> Changes.append(this, arn, written));
  }

  /** Plans when the next item of a table expires. */
  default void planSweep(String table, Content content) {
    DynamoDbState.Sweep sweep = new DynamoDbState.Sweep(table);
    content
        .expiry()
        .first()
        .flatMap(content::get)
        .flatMap(content.expiry()::timeOf)
        .ifPresentOrElse(
            at -> state().due().plan(sweep.id(), at, sweep),
            () -> state().due().cancel(sweep.id()));
  }

  /** Tells others of what was written: replicas and Kinesis data streams. */
  default void announce(List<Written> written) {}
}
