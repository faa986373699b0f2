package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** What is checked of a table before it is made. */
final class NewTable {

  private static final long MAX_UNITS = 1_000_000_000_000L;

  private NewTable() {}

  static void check(CreateTableRequest in) {
    TableName.check(in.tableName());
    checkThroughput(in.billingMode(), Optional.ofNullable(in.provisionedThroughput()));
    if (in.billingMode() != BillingMode.PAY_PER_REQUEST && in.onDemandThroughput() != null) {
      throw Invalid.parameter(
          "MaxWriteRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.");
    }
    if (!in.hasKeySchema() || !in.hasAttributeDefinitions()) {
      throw Invalid.because(
          "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(in.hasKeySchema() ? "attributeDefinitions" : "keySchema"));
    }
    KeySchemas schemas = new KeySchemas(in.attributeDefinitions());
    schemas.checkTable(in.keySchema());
    if (!in.hasLocalSecondaryIndexes()
        && !in.hasGlobalSecondaryIndexes()
        && in.keySchema().size() != in.attributeDefinitions().size()) {
      throw Invalid.parameter(
          "Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions");
    }
    checkIndexes(in, schemas);
    checkStream(in);
  }

  private static void checkIndexes(CreateTableRequest in, KeySchemas schemas) {
    List<LocalSecondaryIndex> local = in.localSecondaryIndexes();
    List<GlobalSecondaryIndex> global = in.globalSecondaryIndexes();
    if (in.hasLocalSecondaryIndexes()) {
      checkNotEmpty("LocalSecondaryIndexes", local);
      schemas.checkLocal(local, in.keySchema());
    }
    if (in.hasGlobalSecondaryIndexes()) {
      checkNotEmpty("GlobalSecondaryIndexes", global);
      schemas.checkGlobalIndexes(global);
      global.forEach(index -> checkThroughput(in.billingMode(), index));
    }
    KeySchemas.checkNames(
        Stream.concat(
            local.stream().map(LocalSecondaryIndex::indexName),
            global.stream().map(GlobalSecondaryIndex::indexName)));
    KeySchemas.checkProjected(
        Stream.concat(
            local.stream().map(LocalSecondaryIndex::projection),
            global.stream().map(GlobalSecondaryIndex::projection)));
    Stream<List<KeySchemaElement>> ofIndexes =
        Stream.concat(
            local.stream().map(LocalSecondaryIndex::keySchema),
            global.stream().map(GlobalSecondaryIndex::keySchema));
    schemas.checkAllUsed(Stream.concat(Stream.of(in.keySchema()), ofIndexes));
  }

  private static void checkNotEmpty(String name, List<?> indexes) {
    if (indexes.isEmpty()) {
      throw Invalid.parameter("List of " + name + " is empty");
    }
  }

  private static void checkStream(CreateTableRequest in) {
    if (in.streamSpecification() != null) {
      checkStream(
          in.streamSpecification().streamEnabled(),
          in.streamSpecification().streamViewTypeAsString() != null);
    }
  }

  static void checkStream(boolean enabled, boolean hasView) {
    if (enabled && !hasView) {
      throw Invalid.parameter("StreamViewType is required when StreamEnabled is true");
    }
    if (!enabled && hasView) {
      throw Invalid.parameter("StreamViewType cannot be specified when StreamEnabled is false");
    }
  }

  static void checkThroughput(BillingMode mode, Optional<ProvisionedThroughput> throughput) {
    if (mode == BillingMode.PAY_PER_REQUEST) {
      if (throughput.isPresent()) {
        throw Invalid.parameter(
            "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
      }
      return;
    }
    ProvisionedThroughput given =
        throughput.orElseThrow(
            () ->
                Invalid.parameter(
                    "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"));
    checkBounds(given);
  }

  static void checkBounds(ProvisionedThroughput given) {
    if (given.readCapacityUnits() > MAX_UNITS) {
      throw Invalid.because(
          "Given value " + given.readCapacityUnits() + " for ReadCapacityUnits is out of bounds");
    }
    if (given.writeCapacityUnits() > MAX_UNITS) {
      throw Invalid.because(
          "Given value " + given.writeCapacityUnits() + " for WriteCapacityUnits is out of bounds");
    }
  }

  private static void checkThroughput(BillingMode mode, GlobalSecondaryIndex index) {
    boolean given = index.provisionedThroughput() != null;
    if (mode == BillingMode.PAY_PER_REQUEST && given) {
      throw Invalid.parameter(
          "ProvisionedThroughput should not be specified for index: %s when BillingMode is PAY_PER_REQUEST"
              .formatted(index.indexName()));
    }
    if (mode != BillingMode.PAY_PER_REQUEST && !given) {
      throw Invalid.parameter(
          "ProvisionedThroughput must be specified for index: " + index.indexName());
    }
  }
}
