package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.table.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.RestoreSummary;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableFromBackupRequest;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * How a restored table differs from the one that it was.
 *
 * @param name its name
 * @param billing another billing mode
 * @param throughput another throughput
 * @param onDemand other limits
 * @param encryption another encryption
 * @param global only some of the global indexes
 * @param local only some of the local indexes
 */
record Restored(
    String name,
    Optional<BillingMode> billing,
    Optional<ProvisionedThroughput> throughput,
    Optional<OnDemandThroughput> onDemand,
    Optional<SSESpecification> encryption,
    Optional<List<GlobalSecondaryIndex>> global,
    Optional<List<LocalSecondaryIndex>> local) {

  static Restored of(RestoreTableFromBackupRequest in) {
    return new Restored(
        in.targetTableName(),
        Optional.ofNullable(in.billingModeOverride()),
        Optional.ofNullable(in.provisionedThroughputOverride()),
        Optional.ofNullable(in.onDemandThroughputOverride()),
        Optional.ofNullable(in.sseSpecificationOverride()),
        in.hasGlobalSecondaryIndexOverride()
            ? Optional.of(in.globalSecondaryIndexOverride())
            : Optional.empty(),
        in.hasLocalSecondaryIndexOverride()
            ? Optional.of(in.localSecondaryIndexOverride())
            : Optional.empty());
  }

  static Restored of(RestoreTableToPointInTimeRequest in) {
    return new Restored(
        in.targetTableName(),
        Optional.ofNullable(in.billingModeOverride()),
        Optional.ofNullable(in.provisionedThroughputOverride()),
        Optional.ofNullable(in.onDemandThroughputOverride()),
        Optional.ofNullable(in.sseSpecificationOverride()),
        in.hasGlobalSecondaryIndexOverride()
            ? Optional.of(in.globalSecondaryIndexOverride())
            : Optional.empty(),
        in.hasLocalSecondaryIndexOverride()
            ? Optional.of(in.localSecondaryIndexOverride())
            : Optional.empty());
  }

  /** The request that would make the restored table, empty. */
  private CreateTableRequest request(DynamoTable source) {
    CreateTableRequest.Builder request = Copies.request(source, name).toBuilder();
    billing.ifPresent(
        mode -> {
          request.billingMode(mode);
          if (mode == BillingMode.PAY_PER_REQUEST) {
            request.provisionedThroughput((ProvisionedThroughput) null);
          }
        });
    throughput.ifPresent(request::provisionedThroughput);
    onDemand.ifPresent(request::onDemandThroughput);
    encryption.ifPresent(request::sseSpecification);
    global.ifPresent(indexes -> request.globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
    local.ifPresent(indexes -> request.localSecondaryIndexes(indexes.isEmpty() ? null : indexes));
    return request.build();
  }

  /** The table that a backup, or the past of another, becomes. */
  DynamoTable table(
      DynamoTable source, Content content, DynamoDbView view, RestoreSummary summary) {
    Instant now = view.now();
    CreateTableRequest request = request(source);
    String arn = view.call().arn("dynamodb", "table/" + name);
    TableDescription description =
        Descriptions.of(request, arn, now).toBuilder()
            .tableId(view.call().random().uuid())
            .restoreSummary(summary)
            .build();
    DynamoTable empty = DynamoTable.of(description);
    return empty.with(content.expiringBy(Optional.empty()).with(empty.schema()));
  }
}
