package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import java.time.Instant;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the operations of DynamoDB share: one call, and the tables of its account and region. */
interface DynamoDbView extends DynamoDbClient {

  Call call();

  DynamoDbState state();

  default Instant now() {
    return call().now();
  }

  /** The table that a request names, by its name or its ARN. */
  default DynamoTable table(String nameOrArn) {
    return state()
        .tables()
        .get(TableName.of(nameOrArn, call()))
        .orElseThrow(DynamoDbError::noSuchResource);
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
