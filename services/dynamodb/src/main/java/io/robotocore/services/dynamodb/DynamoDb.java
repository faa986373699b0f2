package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import io.robotocore.service.Constraints;
import io.robotocore.service.Service;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Amazon DynamoDB. */
record DynamoDb(Call call, DynamoDbState state)
    implements Exports,
        Imports,
        TableUpdates,
        GlobalTableVersions,
        Scaling,
        Items,
        Queries,
        Batches,
        StatementBatches,
        Lifetimes,
        Destinations,
        Policies,
        Insights,
        Tags {

  static final Service<DynamoDbClient, DynamoDbState> SERVICE =
      Service.of(DynamoDbClient.class, DynamoDbState::new, DynamoDb::new)
          .checks(Constraints.ALL)
          .takesLong("ExportTableToPointInTime", "ImportTable")
          .onDue(DynamoDbState::due, (call, state, due) -> new DynamoDb(call, state).happen(due));

  private void happen(DynamoDbState.Due due) {
    if (due instanceof DynamoDbState.Deletion deletion) {
      remove(deletion);
    } else {
      sweep((DynamoDbState.Sweep) due);
    }
  }
}
