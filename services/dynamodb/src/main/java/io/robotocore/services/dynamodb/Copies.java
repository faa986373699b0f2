package io.robotocore.services.dynamodb;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableClassSummary;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Requests that would make a table like one that there is. */
final class Copies {

  private Copies() {}

  static BillingMode mode(TableDescription table) {
    return Optional.ofNullable(table.billingModeSummary())
        .map(BillingModeSummary::billingMode)
        .orElse(BillingMode.PROVISIONED);
  }

  static CreateTableRequest request(DynamoTable table, String name) {
    TableDescription description = table.description();
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .attributeDefinitions(description.attributeDefinitions())
            .keySchema(description.keySchema())
            .billingMode(mode(description))
            .onDemandThroughput(description.onDemandThroughput());
    if (mode(description) == BillingMode.PROVISIONED) {
      request.provisionedThroughput(throughput(description.provisionedThroughput()));
    }
    Optional.ofNullable(description.tableClassSummary())
        .map(TableClassSummary::tableClass)
        .ifPresent(request::tableClass);
    if (description.hasLocalSecondaryIndexes()) {
      request.localSecondaryIndexes(
          description.localSecondaryIndexes().stream()
              .map(
                  index ->
                      LocalSecondaryIndex.builder()
                          .indexName(index.indexName())
                          .keySchema(index.keySchema())
                          .projection(index.projection())
                          .build())
              .toList());
    }
    if (description.hasGlobalSecondaryIndexes()) {
      request.globalSecondaryIndexes(
          description.globalSecondaryIndexes().stream()
              .map(index -> global(index, mode(description)))
              .toList());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex global(
      GlobalSecondaryIndexDescription index, BillingMode mode) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.indexName())
        .keySchema(index.keySchema())
        .projection(index.projection())
        .onDemandThroughput(index.onDemandThroughput())
        .provisionedThroughput(
            mode == BillingMode.PROVISIONED ? throughput(index.provisionedThroughput()) : null)
        .build();
  }

  static ProvisionedThroughput throughput(ProvisionedThroughputDescription description) {
    return ProvisionedThroughput.builder()
        .readCapacityUnits(Math.max(1, description.readCapacityUnits()))
        .writeCapacityUnits(Math.max(1, description.writeCapacityUnits()))
        .build();
  }
}
