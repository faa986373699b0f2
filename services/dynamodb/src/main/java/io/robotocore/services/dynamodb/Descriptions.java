package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.table.Content;
import io.robotocore.services.dynamodb.table.Index;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableClassSummary;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** How tables and indexes are described. */
final class Descriptions {

  private static final long WARM_READS = 12_000;
  private static final long WARM_WRITES = 4_000;

  private Descriptions() {}

  /** What a table will be that somebody wants to make. */
  static TableDescription of(CreateTableRequest in, String arn, Instant now) {
    boolean onDemand = in.billingMode() == BillingMode.PAY_PER_REQUEST;
    TableDescription.Builder table =
        TableDescription.builder()
            .tableName(in.tableName())
            .tableArn(arn)
            .tableStatus(TableStatus.ACTIVE)
            .creationDateTime(now)
            .attributeDefinitions(in.attributeDefinitions())
            .keySchema(in.keySchema())
            .deletionProtectionEnabled(Boolean.TRUE.equals(in.deletionProtectionEnabled()))
            .provisionedThroughput(throughput(Optional.ofNullable(in.provisionedThroughput())))
            .warmThroughput(warm(in))
            .onDemandThroughput(in.onDemandThroughput());
    if (onDemand) {
      table.billingModeSummary(billing(BillingMode.PAY_PER_REQUEST, now));
    }
    if (in.tableClass() != null) {
      table.tableClassSummary(TableClassSummary.builder().tableClass(in.tableClass()).build());
    }
    encryption(Optional.ofNullable(in.sseSpecification()), arn).ifPresent(table::sseDescription);
    if (in.hasLocalSecondaryIndexes()) {
      table.localSecondaryIndexes(local(in.localSecondaryIndexes(), arn));
    }
    if (in.hasGlobalSecondaryIndexes()) {
      table.globalSecondaryIndexes(
          in.globalSecondaryIndexes().stream().map(index -> global(index, arn)).toList());
    }
    return table.build();
  }

  static BillingModeSummary billing(BillingMode mode, Instant now) {
    BillingModeSummary.Builder summary = BillingModeSummary.builder().billingMode(mode);
    if (mode == BillingMode.PAY_PER_REQUEST) {
      summary.lastUpdateToPayPerRequestDateTime(now);
    }
    return summary.build();
  }

  static ProvisionedThroughputDescription throughput(Optional<ProvisionedThroughput> given) {
    return ProvisionedThroughputDescription.builder()
        .numberOfDecreasesToday(0L)
        .readCapacityUnits(given.map(ProvisionedThroughput::readCapacityUnits).orElse(0L))
        .writeCapacityUnits(given.map(ProvisionedThroughput::writeCapacityUnits).orElse(0L))
        .build();
  }

  private static TableWarmThroughputDescription warm(CreateTableRequest in) {
    return warm(
        Optional.ofNullable(in.warmThroughput()), Optional.ofNullable(in.provisionedThroughput()));
  }

  static TableWarmThroughputDescription warm(
      Optional<WarmThroughput> given, Optional<ProvisionedThroughput> throughput) {
    return TableWarmThroughputDescription.builder()
        .readUnitsPerSecond(reads(given, throughput))
        .writeUnitsPerSecond(writes(given, throughput))
        .status(TableStatus.ACTIVE)
        .build();
  }

  static GlobalSecondaryIndexWarmThroughputDescription warmIndex(
      Optional<WarmThroughput> given, Optional<ProvisionedThroughput> throughput) {
    return GlobalSecondaryIndexWarmThroughputDescription.builder()
        .readUnitsPerSecond(reads(given, throughput))
        .writeUnitsPerSecond(writes(given, throughput))
        .status(IndexStatus.ACTIVE)
        .build();
  }

  private static long reads(
      Optional<WarmThroughput> given, Optional<ProvisionedThroughput> throughput) {
    return given
        .map(WarmThroughput::readUnitsPerSecond)
        .or(() -> throughput.map(ProvisionedThroughput::readCapacityUnits))
        .orElse(WARM_READS);
  }

  private static long writes(
      Optional<WarmThroughput> given, Optional<ProvisionedThroughput> throughput) {
    return given
        .map(WarmThroughput::writeUnitsPerSecond)
        .or(() -> throughput.map(ProvisionedThroughput::writeCapacityUnits))
        .orElse(WARM_WRITES);
  }

  /** How a table is encrypted, unless with a key of AWS's that nobody sees. */
  static Optional<SSEDescription> encryption(Optional<SSESpecification> given, String tableArn) {
    return given
        .filter(sse -> Boolean.TRUE.equals(sse.enabled()))
        .map(
            sse ->
                SSEDescription.builder()
                    .status(SSEStatus.ENABLED)
                    .sseType(SSEType.KMS)
                    .kmsMasterKeyArn(
                        Optional.ofNullable(sse.kmsMasterKeyId())
                            .orElse(
                                tableArn.replaceFirst(":dynamodb:", ":kms:").split(":table/")[0]
                                    + ":alias/aws/dynamodb"))
                    .build());
  }

  private static List<LocalSecondaryIndexDescription> local(
      List<LocalSecondaryIndex> indexes, String arn) {
    return indexes.stream()
        .map(
            index ->
                LocalSecondaryIndexDescription.builder()
                    .indexName(index.indexName())
                    .indexArn(arn + "/index/" + index.indexName())
                    .keySchema(index.keySchema())
                    .projection(index.projection())
                    .build())
        .toList();
  }

  static GlobalSecondaryIndexDescription global(GlobalSecondaryIndex index, String arn) {
    return GlobalSecondaryIndexDescription.builder()
        .indexName(index.indexName())
        .indexArn(arn + "/index/" + index.indexName())
        .indexStatus(IndexStatus.ACTIVE)
        .keySchema(index.keySchema())
        .projection(index.projection())
        .provisionedThroughput(throughput(Optional.ofNullable(index.provisionedThroughput())))
        .onDemandThroughput(index.onDemandThroughput())
        .warmThroughput(
            warmIndex(
                Optional.ofNullable(index.warmThroughput()),
                Optional.ofNullable(index.provisionedThroughput())))
        .build();
  }

  /** A table with what is counted. */
  static TableDescription counted(DynamoTable table) {
    TableDescription description = table.description();
    Content content = table.content();
    TableDescription.Builder counted =
        description.toBuilder()
            .itemCount((long) content.items().size())
            .tableSizeBytes(content.bytes());
    if (description.hasLocalSecondaryIndexes()) {
      counted.localSecondaryIndexes(
          description.localSecondaryIndexes().stream()
              .map(
                  index -> {
                    Index known = content.schema().index(index.indexName()).orElseThrow();
                    return index.toBuilder()
                        .itemCount((long) content.of(known).size())
                        .indexSizeBytes(content.bytes(known))
                        .build();
                  })
              .toList());
    }
    if (description.hasGlobalSecondaryIndexes()) {
      counted.globalSecondaryIndexes(
          description.globalSecondaryIndexes().stream()
              .map(
                  index -> {
                    Index known = content.schema().index(index.indexName()).orElseThrow();
                    return index.toBuilder()
                        .itemCount((long) content.of(known).size())
                        .indexSizeBytes(content.bytes(known))
                        .build();
                  })
              .toList());
    }
    return counted.build();
  }

  /** A table as the answer to its creation shows it. */
  static TableDescription creating(TableDescription table) {
    TableDescription.Builder creating = table.toBuilder().tableStatus(TableStatus.CREATING);
    if (table.hasGlobalSecondaryIndexes()) {
      creating.globalSecondaryIndexes(
          table.globalSecondaryIndexes().stream()
              .map(index -> index.toBuilder().indexStatus(IndexStatus.CREATING).build())
              .toList());
    }
    return creating.build();
  }
}
