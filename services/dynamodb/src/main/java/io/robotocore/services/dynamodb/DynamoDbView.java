package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import io.robotocore.services.dynamodb.item.Invalid;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** What the operations of DynamoDB share: one call, and the tables of its account and region. */
interface DynamoDbView extends DynamoDbClient {

  Call call();

  DynamoDbState state();

  default Instant now() {
    return call().now();
  }

  /** The table whose items a request is about, by its name or its ARN. */
  default DynamoTable table(String nameOrArn) {
    return state()
        .tables()
        .get(TableName.of(nameOrArn, call()))
        .filter(table -> table.last().isEmpty() || hasItems(table))
        .orElseThrow(DynamoDbError::noSuchResource);
  }

  /** There are no items in a table that is being created, except for its replicas. */
  private boolean hasItems(DynamoTable table) {
    return Replication.isReplicating(call()) || !table.is(TableStatus.CREATING, now());
  }

  /** A table as its description shows it now. */
  default TableDescription shown(DynamoTable table) {
    TableDescription counted = Descriptions.counted(table);
    return table.transition(now()).map(transition -> transition.shown(counted)).orElse(counted);
  }

  /** Refuses to read an index that is not filled yet. */
  default void checkFilled(DynamoTable table, Optional<String> index) {
    index
        .filter(name -> table.schema().index(name).isPresent())
        .filter(
            name -> table.transition(now()).filter(change -> change.isFilling(name)).isPresent())
        .ifPresent(
            name -> {
              throw Invalid.because("Cannot read from backfilling global secondary index: " + name);
            });
  }

  /** A table that becomes what it is from now on, if that takes time. */
  default DynamoTable becoming(TableStatus status, DynamoTable table, TableDescription from) {
    return call().transitionTime().isZero()
        ? table
        : table.with(new Transition(status, from, now().plus(call().transitionTime())));
  }

  /** Lets something take its time to become what it is described as. */
  default void settle(String what) {
    if (!call().transitionTime().isZero()) {
      state().settling().put(what, now().plus(call().transitionTime()));
    }
  }

  /** Whether something is not yet what it is described as. */
  default boolean isSettling(String what) {
    return state().settling().get(what).filter(end -> end.isAfter(now())).isPresent();
  }

  /** The table that an administrative request names. */
  default DynamoTable describedTable(String nameOrArn) {
    String name = TableName.of(nameOrArn, call());
    return state().tables().get(name).orElseThrow(() -> DynamoDbError.noSuchTable(name));
  }

  /** Changes a table. */
  default DynamoTable alter(String nameOrArn, UnaryOperator<DynamoTable> change) {
    return state()
        .atomically(
            () -> {
              DynamoTable changed = change.apply(describedTable(nameOrArn));
              state().tables().put(changed.name(), changed);
              return changed;
            });
  }

  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
