package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.schema;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupInUseException;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.DestinationStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReplicaStatus;
import software.amazon.awssdk.services.dynamodb.model.ReplicationGroupUpdate;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.s3.S3Client;

/** What is made, changed and deleted takes its time by the emulator's clock. */
@AwsEmulator(transitionTime = "PT30S")
final class TransitionsTest {

  private static final String IN_USE = "Attempt to change a resource which is still in use: ";
  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/changes";

  private final DynamoDbClient dynamo;
  private final S3Client s3;
  private final Emulator emulator;

  TransitionsTest(DynamoDbClient dynamo, S3Client s3, Emulator emulator) {
    this.dynamo = dynamo;
    this.s3 = s3;
    this.emulator = emulator;
  }

  @BeforeEach
  void createTable() {
    emulator.clock().freeze();
    dynamo.createTable(
        table("things", "id:S").globalSecondaryIndexes(Given.global("byId", "id")).build());
  }

  private void pass() {
    emulator.clock().advance(Duration.ofSeconds(30));
  }

  private TableDescription described(DynamoDbClient client, String name) {
    return client.describeTable(in -> in.tableName(name)).table();
  }

  private TableDescription things() {
    return described(dynamo, "things");
  }

  private TableDescription update(Consumer<UpdateTableRequest.Builder> change) {
    return dynamo
        .updateTable(in -> in.tableName("things").applyMutation(change))
        .tableDescription();
  }

  private void put(String id) {
    dynamo.putItem(in -> in.tableName("things").item(item("id", s(id), "kind", s("k"))));
  }

  private void delete() {
    dynamo.deleteTable(in -> in.tableName("things"));
  }

  private TableDescription addIndex() {
    return update(
        in ->
            in.attributeDefinitions(attributes("id:S", "kind:S"))
                .globalSecondaryIndexUpdates(
                    GlobalSecondaryIndexUpdate.builder()
                        .create(
                            index ->
                                index
                                    .indexName("byKind")
                                    .keySchema(schema("kind"))
                                    .projection(to -> to.projectionType(ProjectionType.ALL)))
                        .build()));
  }

  private GlobalSecondaryIndexDescription index(String name) {
    return things().globalSecondaryIndexes().stream()
        .filter(index -> index.indexName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private int kinds() {
    return dynamo
        .query(
            in ->
                in.tableName("things")
                    .indexName("byKind")
                    .keyConditionExpression("kind = :k")
                    .expressionAttributeValues(item(":k", s("k"))))
        .count();
  }

  @Test
  void createTable_untilTheTimeIsOver_isCreatingAndHasNoItems() {
    assertThat(things().tableStatus()).isEqualTo(TableStatus.CREATING);
    assertThat(index("byId").indexStatus()).isEqualTo(IndexStatus.CREATING);
    assertThat(index("byId").backfilling()).isNull();
    assertRefused(() -> put("a"), ResourceNotFoundException.class, "Requested resource not found");
    assertRefused(
        () -> dynamo.scan(in -> in.tableName("things")),
        ResourceNotFoundException.class,
        "Requested resource not found");
    String inUse = IN_USE + "Table is being created: things";
    assertRefused(
        () -> update(in -> in.deletionProtectionEnabled(true)),
        ResourceInUseException.class,
        inUse);
    assertRefused(this::delete, ResourceInUseException.class, inUse);
    assertRefused(
        () ->
            dynamo.updateContinuousBackups(
                in ->
                    in.tableName("things")
                        .pointInTimeRecoverySpecification(
                            to -> to.pointInTimeRecoveryEnabled(true))),
        ContinuousBackupsUnavailableException.class,
        "Backups are being enabled for the table: things. Please retry later");
    emulator.clock().advance(Duration.ofSeconds(29));
    assertThat(things().tableStatus()).isEqualTo(TableStatus.CREATING);

    emulator.clock().advance(Duration.ofSeconds(1));

    assertThat(things().tableStatus()).isEqualTo(TableStatus.ACTIVE);
    assertThat(index("byId").indexStatus()).isEqualTo(IndexStatus.ACTIVE);
    put("a");
    assertThat(dynamo.scan(in -> in.tableName("things")).count()).isEqualTo(1);
  }

  @Test
  void waiter_whenTheTimeHasPassed_isContent() {
    pass();

    assertThat(
            dynamo
                .waiter()
                .waitUntilTableExists(in -> in.tableName("things"))
                .matched()
                .response()
                .orElseThrow()
                .table()
                .tableStatus())
        .isEqualTo(TableStatus.ACTIVE);
    delete();
    pass();
    assertThat(
            dynamo
                .waiter()
                .waitUntilTableNotExists(in -> in.tableName("things"))
                .matched()
                .exception())
        .isPresent();
  }

  @Test
  void updateTable_untilTheTimeIsOver_cannotBeRepeatedAndItemsCanBeUsed() {
    pass();
    update(in -> in.deletionProtectionEnabled(true));

    assertThat(things().tableStatus()).isEqualTo(TableStatus.UPDATING);
    String inUse = IN_USE + "Table is being updated: things";
    assertRefused(
        () -> update(in -> in.deletionProtectionEnabled(false)),
        ResourceInUseException.class,
        inUse);
    put("a");
    assertThat(dynamo.scan(in -> in.tableName("things")).count()).isEqualTo(1);
    pass();
    assertThat(things().tableStatus()).isEqualTo(TableStatus.ACTIVE);
    update(in -> in.deletionProtectionEnabled(false));
    assertRefused(this::delete, ResourceInUseException.class, inUse);
  }

  @Test
  void createIndex_untilTheTimeIsOver_isFilledAndCannotBeRead() {
    pass();
    put("a");
    TableDescription updating = addIndex();

    assertThat(updating.tableStatus()).isEqualTo(TableStatus.UPDATING);
    assertThat(index("byKind").indexStatus()).isEqualTo(IndexStatus.CREATING);
    assertThat(index("byKind").backfilling()).isTrue();
    assertThat(index("byId").indexStatus()).isEqualTo(IndexStatus.ACTIVE);
    String filling = "Cannot read from backfilling global secondary index: byKind";
    assertInvalid(this::kinds, filling);
    assertInvalid(() -> dynamo.scan(in -> in.tableName("things").indexName("byKind")), filling);
    assertInvalid(
        () -> dynamo.executeStatement(in -> in.statement("SELECT * FROM things.byKind")), filling);
    assertRefused(
        this::delete,
        ResourceInUseException.class,
        IN_USE + "Cannot delete table while indexes are being created, updated, or deleted.");
    pass();
    assertThat(index("byKind").indexStatus()).isEqualTo(IndexStatus.ACTIVE);
    assertThat(index("byKind").backfilling()).isNull();
    assertThat(kinds()).isEqualTo(1);
  }

  @Test
  void deleteIndex_untilTheTimeIsOver_isDeletingAndThenGone() {
    pass();
    update(
        in ->
            in.globalSecondaryIndexUpdates(
                GlobalSecondaryIndexUpdate.builder()
                    .delete(index -> index.indexName("byId"))
                    .build()));

    assertThat(index("byId").indexStatus()).isEqualTo(IndexStatus.DELETING);
    pass();
    assertThat(things().hasGlobalSecondaryIndexes()).isFalse();
  }

  @Test
  void deleteTable_untilTheTimeIsOver_isDeletingAndThenGone() {
    pass();
    delete();

    assertThat(things().tableStatus()).isEqualTo(TableStatus.DELETING);
    assertThat(dynamo.listTables().tableNames()).containsExactly("things");
    assertRefused(
        this::delete, ResourceInUseException.class, IN_USE + "Table is being deleted: things");
    assertRefused(
        () -> dynamo.createTable(table("things", "id:S").build()),
        ResourceInUseException.class,
        "Table already exists: things");
    pass();
    assertThat(dynamo.listTables().tableNames()).isEmpty();
    assertRefused(
        this::things,
        ResourceNotFoundException.class,
        "Requested resource not found: Table: things not found");
    dynamo.createTable(table("things", "id:S").build());
    pass();
    assertThat(things().tableStatus()).isEqualTo(TableStatus.ACTIVE);
  }

  @Test
  void createBackup_untilTheTimeIsOver_cannotBeRestored() {
    pass();
    put("a");
    String arn =
        dynamo
            .createBackup(in -> in.tableName("things").backupName("one"))
            .backupDetails()
            .backupArn();

    assertThat(backup(arn)).isEqualTo(BackupStatus.CREATING);
    assertThat(dynamo.listBackups().backupSummaries().get(0).backupStatus())
        .isEqualTo(BackupStatus.CREATING);
    assertRefused(
        () -> dynamo.deleteBackup(in -> in.backupArn(arn)),
        BackupInUseException.class,
        "Backup is being created: " + arn);
    pass();
    assertThat(backup(arn)).isEqualTo(BackupStatus.AVAILABLE);
    dynamo.restoreTableFromBackup(in -> in.backupArn(arn).targetTableName("again"));
    assertThat(described(dynamo, "again").tableStatus()).isEqualTo(TableStatus.CREATING);
    assertThat(described(dynamo, "again").restoreSummary().restoreInProgress()).isTrue();
    pass();
    assertThat(described(dynamo, "again").restoreSummary().restoreInProgress()).isFalse();
    assertThat(dynamo.scan(in -> in.tableName("again")).count()).isEqualTo(1);
  }

  private BackupStatus backup(String arn) {
    return dynamo
        .describeBackup(in -> in.backupArn(arn))
        .backupDescription()
        .backupDetails()
        .backupStatus();
  }

  @Test
  void updateTimeToLive_untilTheTimeIsOver_cannotBeRepeated() {
    pass();
    timeToLive(true);

    assertThat(timeToLive()).isEqualTo(TimeToLiveStatus.ENABLING);
    assertInvalid(
        () -> timeToLive(false),
        "Time to live has been modified multiple times within a fixed interval");
    pass();
    assertThat(timeToLive()).isEqualTo(TimeToLiveStatus.ENABLED);
    timeToLive(false);
    assertThat(timeToLive()).isEqualTo(TimeToLiveStatus.DISABLING);
    pass();
    assertThat(timeToLive()).isEqualTo(TimeToLiveStatus.DISABLED);
  }

  private void timeToLive(boolean enabled) {
    dynamo.updateTimeToLive(
        in ->
            in.tableName("things")
                .timeToLiveSpecification(to -> to.enabled(enabled).attributeName("end")));
  }

  private TimeToLiveStatus timeToLive() {
    return dynamo
        .describeTimeToLive(in -> in.tableName("things"))
        .timeToLiveDescription()
        .timeToLiveStatus();
  }

  @Test
  void createReplica_untilTheTimeIsOver_isCreatingAndGetsTheItems() {
    pass();
    put("a");
    DynamoDbClient there = emulator.in("eu-west-1").client(DynamoDbClient.class);
    update(
        in ->
            in.replicaUpdates(
                ReplicationGroupUpdate.builder().create(to -> to.regionName("eu-west-1")).build()));

    assertThat(things().tableStatus()).isEqualTo(TableStatus.UPDATING);
    assertThat(things().replicas().get(0).replicaStatus()).isEqualTo(ReplicaStatus.CREATING);
    assertThat(described(there, "things").tableStatus()).isEqualTo(TableStatus.CREATING);
    put("b");
    emulator.awaitIdle(Duration.ofSeconds(10));
    pass();
    assertThat(things().replicas().get(0).replicaStatus()).isEqualTo(ReplicaStatus.ACTIVE);
    assertThat(there.scan(in -> in.tableName("things")).count()).isEqualTo(2);
    update(
        in ->
            in.replicaUpdates(
                ReplicationGroupUpdate.builder()
                    .delete(from -> from.regionName("eu-west-1"))
                    .build()));
    assertThat(things().replicas().get(0).replicaStatus()).isEqualTo(ReplicaStatus.DELETING);
    assertThat(described(there, "things").tableStatus()).isEqualTo(TableStatus.DELETING);
    pass();
    assertThat(things().replicas()).isEmpty();
    assertThat(there.listTables().tableNames()).isEmpty();
  }

  @Test
  void enableKinesisStreamingDestination_untilTheTimeIsOver_isEnabling() {
    pass();
    dynamo.enableKinesisStreamingDestination(in -> in.tableName("things").streamArn(STREAM));

    assertThat(destination().destinationStatus()).isEqualTo(DestinationStatus.ENABLING);
    pass();
    assertThat(destination().destinationStatus()).isEqualTo(DestinationStatus.ACTIVE);
    dynamo.disableKinesisStreamingDestination(in -> in.tableName("things").streamArn(STREAM));
    assertThat(destination().destinationStatus()).isEqualTo(DestinationStatus.DISABLING);
    pass();
    assertThat(destination().destinationStatus()).isEqualTo(DestinationStatus.DISABLED);
  }

  private KinesisDataStreamDestination destination() {
    return dynamo
        .describeKinesisStreamingDestination(in -> in.tableName("things"))
        .kinesisDataStreamDestinations()
        .get(0);
  }

  @Test
  void exportTable_untilTheTimeIsOver_isInProgress() {
    pass();
    s3.createBucket(in -> in.bucket("exports"));
    dynamo.updateContinuousBackups(
        in ->
            in.tableName("things")
                .pointInTimeRecoverySpecification(to -> to.pointInTimeRecoveryEnabled(true)));
    String arn =
        dynamo
            .exportTableToPointInTime(in -> in.tableArn(things().tableArn()).s3Bucket("exports"))
            .exportDescription()
            .exportArn();

    ExportDescription running = export(arn);
    assertThat(running.exportStatus()).isEqualTo(ExportStatus.IN_PROGRESS);
    assertThat(running.endTime()).isNull();
    pass();
    assertThat(export(arn).exportStatus()).isEqualTo(ExportStatus.COMPLETED);
    assertThat(export(arn).itemCount()).isZero();
  }

  private ExportDescription export(String arn) {
    return dynamo.describeExport(in -> in.exportArn(arn)).exportDescription();
  }
}
