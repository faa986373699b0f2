package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableClassSummary;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;

/**
 * The operation that changes tables; new indexes are filled when it answers, or when the time is
 * over that it takes.
 */
interface TableUpdates extends GlobalTables {

  @Override
  default UpdateTableResponse updateTable(UpdateTableRequest in) {
    check(in);
    boolean replicating = Replication.isReplicating(call());
    DynamoTable before = describedTable(in.tableName());
    if (!replicating) {
      checkIdle(before);
    }
    if (in.hasReplicaUpdates()) {
      updateReplicas(in.tableName(), in.replicaUpdates());
    }
    DynamoTable updated =
        alter(
            in.tableName(),
            table ->
                replicating
                    ? updated(table, in)
                    : becoming(TableStatus.UPDATING, updated(table, in), before.description()));
    return UpdateTableResponse.builder()
        .tableDescription(shown(updated).toBuilder().tableStatus(TableStatus.UPDATING).build())
        .build();
  }

  private void checkIdle(DynamoTable table) {
    table
        .transition(now())
        .ifPresent(
            transition -> {
              throw transition.refusal();
            });
  }

  private static void check(UpdateTableRequest in) {
    boolean any =
        Stream.<Object>of(
                Optional.ofNullable(in.provisionedThroughput()),
                Optional.ofNullable(in.billingMode()),
                Optional.ofNullable(in.streamSpecification()),
                Optional.ofNullable(in.sseSpecification()),
                Optional.ofNullable(in.tableClass()),
                Optional.ofNullable(in.deletionProtectionEnabled()),
                Optional.ofNullable(in.onDemandThroughput()),
                Optional.ofNullable(in.warmThroughput()),
                Optional.ofNullable(in.multiRegionConsistency()))
            .anyMatch(given -> ((Optional<?>) given).isPresent());
    if (!any && in.globalSecondaryIndexUpdates().isEmpty() && !in.hasReplicaUpdates()) {
      throw Invalid.because(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    Optional.ofNullable(in.provisionedThroughput()).ifPresent(NewTable::checkBounds);
    checkIndexes(in.globalSecondaryIndexUpdates());
  }

  private static void checkIndexes(List<GlobalSecondaryIndexUpdate> updates) {
    Set<String> names = new HashSet<>();
    int online = 0;
    for (GlobalSecondaryIndexUpdate update : updates) {
      if (update.create() == null && update.update() == null && update.delete() == null) {
        throw Invalid.parameter(
            "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null");
      }
      if (!names.add(name(update))) {
        throw Invalid.parameter(
            "Only one global secondary index update per index is allowed simultaneously. Index: "
                + name(update));
      }
      online += update.update() == null ? 1 : 0;
    }
    if (online > 1) {
      throw DynamoDbError.limitExceeded(
          "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");
    }
  }

  private static String name(GlobalSecondaryIndexUpdate update) {
    if (update.create() != null) {
      return update.create().indexName();
    }
    return update.update() != null ? update.update().indexName() : update.delete().indexName();
  }

  private DynamoTable updated(DynamoTable table, UpdateTableRequest in) {
    List<Consumer<TableDescription.Builder>> changes = new ArrayList<>();
    throughput(table.description(), in, now()).ifPresent(changes::add);
    if (in.sseSpecification() != null) {
      SSEDescription encryption =
          Descriptions.encryption(Optional.of(in.sseSpecification()), table.arn()).orElse(null);
      changes.add(description -> description.sseDescription(encryption));
    }
    if (in.tableClass() != null) {
      TableClassSummary summary =
          TableClassSummary.builder().tableClass(in.tableClass()).lastUpdateDateTime(now()).build();
      changes.add(description -> description.tableClassSummary(summary));
    }
    if (in.deletionProtectionEnabled() != null) {
      changes.add(
          description -> description.deletionProtectionEnabled(in.deletionProtectionEnabled()));
    }
    if (in.onDemandThroughput() != null) {
      changes.add(description -> description.onDemandThroughput(in.onDemandThroughput()));
    }
    if (in.warmThroughput() != null) {
      changes.add(
          description ->
              description.warmThroughput(
                  Descriptions.warm(Optional.of(in.warmThroughput()), Optional.empty())));
    }
    DynamoTable described = table;
    for (Consumer<TableDescription.Builder> change : changes) {
      described = described.described(change);
    }
    DynamoTable indexed = indexed(described, in);
    return in.streamSpecification() == null
        ? indexed
        : streaming(indexed, in.streamSpecification());
  }

  private DynamoTable streaming(DynamoTable table, StreamSpecification wanted) {
    NewTable.checkStream(wanted.streamEnabled(), wanted.streamViewTypeAsString() != null);
    if (wanted.streamEnabled() && table.streamArn().isPresent()) {
      throw Invalid.because("Table already has an enabled stream: TableName: " + table.name());
    }
    if (!wanted.streamEnabled() && table.streamArn().isEmpty()) {
      throw Invalid.because("Table does not have a stream to disable: TableName: " + table.name());
    }
    return Changes.specified(this, table, wanted);
  }

  private static Optional<Consumer<TableDescription.Builder>> throughput(
      TableDescription table, UpdateTableRequest in, Instant now) {
    Optional<ProvisionedThroughput> wanted = Optional.ofNullable(in.provisionedThroughput());
    boolean onDemand =
        table.billingModeSummary() != null
            && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    if (in.billingMode() != null && (in.billingMode() == BillingMode.PAY_PER_REQUEST) != onDemand) {
      NewTable.checkThroughput(in.billingMode(), wanted);
      return Optional.of(
          description ->
              description
                  .billingModeSummary(Descriptions.billing(in.billingMode(), now))
                  .provisionedThroughput(Descriptions.throughput(wanted)));
    }
    if (wanted.isPresent() && onDemand) {
      NewTable.checkThroughput(BillingMode.PAY_PER_REQUEST, wanted);
    }
    return wanted.map(units -> throughput(table, units, now));
  }

  private static Consumer<TableDescription.Builder> throughput(
      TableDescription table, ProvisionedThroughput units, Instant now) {
    long reads = table.provisionedThroughput().readCapacityUnits();
    long writes = table.provisionedThroughput().writeCapacityUnits();
    if (reads == units.readCapacityUnits() && writes == units.writeCapacityUnits()) {
      throw Invalid.because(
          "The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: %1$d. Requested ReadCapacityUnits: %1$d. Current WriteCapacityUnits provisioned for the table: %2$d. Requested WriteCapacityUnits: %2$d. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."
              .formatted(reads, writes));
    }
    boolean less = units.readCapacityUnits() < reads || units.writeCapacityUnits() < writes;
    boolean more = units.readCapacityUnits() > reads || units.writeCapacityUnits() > writes;
    return description ->
        description.provisionedThroughput(
            table.provisionedThroughput().toBuilder()
                .readCapacityUnits(units.readCapacityUnits())
                .writeCapacityUnits(units.writeCapacityUnits())
                .applyMutation(
                    change -> {
                      if (less) {
                        change
                            .lastDecreaseDateTime(now)
                            .numberOfDecreasesToday(
                                table.provisionedThroughput().numberOfDecreasesToday() + 1);
                      }
                      if (more) {
                        change.lastIncreaseDateTime(now);
                      }
                    })
                .build());
  }

  private static DynamoTable indexed(DynamoTable table, UpdateTableRequest in) {
    DynamoTable indexed = table;
    for (GlobalSecondaryIndexUpdate update : in.globalSecondaryIndexUpdates()) {
      if (update.create() != null) {
        indexed = withIndex(indexed, in.attributeDefinitions(), update.create());
      } else if (update.delete() != null) {
        indexed = withoutIndex(indexed, update.delete().indexName());
      } else {
        indexed = withThroughput(indexed, update.update());
      }
    }
    return indexed;
  }

  private static DynamoTable withIndex(
      DynamoTable table,
      List<AttributeDefinition> definitions,
      CreateGlobalSecondaryIndexAction create) {
    if (table.schema().index(create.indexName()).isPresent()) {
      throw Invalid.because("Attempting to create an index which already exists");
    }
    List<AttributeDefinition> all =
        Stream.concat(table.description().attributeDefinitions().stream(), definitions.stream())
            .distinct()
            .toList();
    GlobalSecondaryIndex index =
        GlobalSecondaryIndex.builder()
            .indexName(create.indexName())
            .keySchema(create.keySchema())
            .projection(create.projection())
            .provisionedThroughput(create.provisionedThroughput())
            .onDemandThroughput(create.onDemandThroughput())
            .warmThroughput(create.warmThroughput())
            .build();
    new KeySchemas(all).checkGlobalIndexes(List.of(index));
    List<GlobalSecondaryIndexDescription> indexes =
        new ArrayList<>(table.description().globalSecondaryIndexes());
    indexes.add(Descriptions.global(index, table.arn()));
    return described(table, indexes, all);
  }

  private static DynamoTable withoutIndex(DynamoTable table, String name) {
    List<GlobalSecondaryIndexDescription> indexes =
        new ArrayList<>(table.description().globalSecondaryIndexes());
    if (!indexes.removeIf(index -> index.indexName().equals(name))) {
      throw DynamoDbError.noSuchResource();
    }
    return described(table, indexes, table.description().attributeDefinitions());
  }

  /** A table with other global indexes, and those attributes defined that are in some key. */
  private static DynamoTable described(
      DynamoTable table,
      List<GlobalSecondaryIndexDescription> indexes,
      List<AttributeDefinition> definitions) {
    Set<String> used = new HashSet<>();
    Stream.of(
            Stream.of(table.description().keySchema()),
            table.description().localSecondaryIndexes().stream()
                .map(LocalSecondaryIndexDescription::keySchema),
            indexes.stream().map(GlobalSecondaryIndexDescription::keySchema))
        .flatMap(schemas -> schemas)
        .forEach(schema -> schema.stream().map(KeySchemaElement::attributeName).forEach(used::add));
    return table.described(
        description ->
            description
                .attributeDefinitions(
                    definitions.stream()
                        .filter(definition -> used.contains(definition.attributeName()))
                        .toList())
                .globalSecondaryIndexes(indexes.isEmpty() ? null : indexes));
  }

  private static DynamoTable withThroughput(
      DynamoTable table, UpdateGlobalSecondaryIndexAction update) {
    if (table.schema().index(update.indexName()).isEmpty()) {
      throw DynamoDbError.noSuchResource();
    }
    List<GlobalSecondaryIndexDescription> indexes =
        table.description().globalSecondaryIndexes().stream()
            .map(
                index ->
                    index.indexName().equals(update.indexName())
                        ? withThroughput(index, update)
                        : index)
            .toList();
    return table.described(description -> description.globalSecondaryIndexes(indexes));
  }

  private static GlobalSecondaryIndexDescription withThroughput(
      GlobalSecondaryIndexDescription index, UpdateGlobalSecondaryIndexAction update) {
    GlobalSecondaryIndexDescription.Builder changed = index.toBuilder();
    if (update.provisionedThroughput() != null) {
      changed.provisionedThroughput(
          Descriptions.throughput(Optional.of(update.provisionedThroughput())));
    }
    if (update.onDemandThroughput() != null) {
      changed.onDemandThroughput(update.onDemandThroughput());
    }
    if (update.warmThroughput() != null) {
      changed.warmThroughput(
          Descriptions.warmIndex(Optional.of(update.warmThroughput()), Optional.empty()));
    }
    return changed.build();
  }
}
