package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.global;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BackupNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.InvalidRestoreTimeException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.TableAlreadyExistsException;

/** Tables that come back as they were. */
@AwsEmulator
final class BackupsTest {

  private final DynamoDbClient dynamo;
  private final Emulator emulator;

  BackupsTest(DynamoDbClient dynamo, Emulator emulator) {
    this.dynamo = dynamo;
    this.emulator = emulator;
  }

  @BeforeEach
  void createTable() {
    dynamo.createTable(
        table("things", "id:S")
            .attributeDefinitions(attributes("id:S", "g:S"))
            .globalSecondaryIndexes(global("byG", "g:S"))
            .build());
    put("a", 1);
  }

  private void put(String id, int value) {
    dynamo.putItem(
        in -> in.tableName("things").item(item("id", s(id), "v", n(value), "g", s("x"))));
  }

  private List<String> values(String table) {
    return dynamo.scan(in -> in.tableName(table)).items().stream()
        .map(one -> one.get("v").n())
        .sorted()
        .toList();
  }

  private String backup(String name) {
    return dynamo
        .createBackup(in -> in.tableName("things").backupName(name))
        .backupDetails()
        .backupArn();
  }

  @Test
  void restoreTableFromBackup_changedMeanwhile_bringsTheOldItems() {
    String backup = backup("first");
    put("a", 2);
    put("b", 3);
    dynamo.restoreTableFromBackup(in -> in.targetTableName("again").backupArn(backup));

    assertThat(values("again")).containsExactly("1");
    assertThat(
            dynamo
                .query(
                    in ->
                        in.tableName("again")
                            .indexName("byG")
                            .keyConditionExpression("g = :g")
                            .expressionAttributeValues(Map.of(":g", s("x"))))
                .count())
        .isEqualTo(1);
    assertThat(
            dynamo
                .describeTable(in -> in.tableName("again"))
                .table()
                .restoreSummary()
                .sourceBackupArn())
        .isEqualTo(backup);
    assertRefused(
        () -> dynamo.restoreTableFromBackup(in -> in.targetTableName("again").backupArn(backup)),
        TableAlreadyExistsException.class,
        "Table already exists: again");
  }

  @Test
  void restoreTableFromBackup_withoutIndexes_hasNone() {
    String backup = backup("first");
    dynamo.restoreTableFromBackup(
        in ->
            in.targetTableName("bare")
                .backupArn(backup)
                .globalSecondaryIndexOverride(new GlobalSecondaryIndex[0]));

    assertThat(dynamo.describeTable(in -> in.tableName("bare")).table().hasGlobalSecondaryIndexes())
        .isFalse();
    assertThat(values("bare")).containsExactly("1");
  }

  @Test
  void backups_ofDeletedTable_stayUntilTheyAreDeleted() {
    String backup = backup("first");
    backup("second");
    dynamo.deleteTable(in -> in.tableName("things"));

    assertThat(dynamo.listBackups(in -> in.tableName("things")).backupSummaries())
        .extracting(one -> one.backupName())
        .containsExactlyInAnyOrder("first", "second");
    assertThat(
            dynamo
                .describeBackup(in -> in.backupArn(backup))
                .backupDescription()
                .sourceTableDetails()
                .itemCount())
        .isEqualTo(1);
    dynamo.deleteBackup(in -> in.backupArn(backup));
    assertRefused(
        () -> dynamo.describeBackup(in -> in.backupArn(backup)),
        BackupNotFoundException.class,
        "Backup not found: " + backup);
  }

  @Test
  void restoreTableToPointInTime_anySecond_bringsWhatWasThere() {
    emulator.clock().freeze();
    assertRefused(
        () ->
            dynamo.restoreTableToPointInTime(
                in ->
                    in.sourceTableName("things")
                        .targetTableName("again")
                        .useLatestRestorableTime(true)),
        PointInTimeRecoveryUnavailableException.class,
        "Point in time recovery is not enabled for table 'things'");
    dynamo.updateContinuousBackups(
        in ->
            in.tableName("things")
                .pointInTimeRecoverySpecification(on -> on.pointInTimeRecoveryEnabled(true)));
    assertThat(
            dynamo
                .describeContinuousBackups(in -> in.tableName("things"))
                .continuousBackupsDescription()
                .pointInTimeRecoveryDescription()
                .pointInTimeRecoveryStatus())
        .isEqualTo(PointInTimeRecoveryStatus.ENABLED);

    Instant start = emulator.clock().instant();
    emulator.clock().advance(Duration.ofMinutes(1));
    put("b", 2);
    Instant between = emulator.clock().instant();
    emulator.clock().advance(Duration.ofMinutes(1));
    put("c", 3);

    restore("first", start);
    restore("second", between);
    dynamo.restoreTableToPointInTime(
        in -> in.sourceTableName("things").targetTableName("latest").useLatestRestorableTime(true));
    assertThat(values("first")).containsExactly("1");
    assertThat(values("second")).containsExactly("1", "2");
    assertThat(values("latest")).containsExactly("1", "2", "3");
    assertRefused(
        () -> restore("early", start.minusSeconds(60)),
        InvalidRestoreTimeException.class,
        "The specified restore time is not within the restorable period of table: things");
  }

  private void restore(String target, Instant at) {
    dynamo.restoreTableToPointInTime(
        in -> in.sourceTableName("things").targetTableName(target).restoreDateTime(at));
  }
}
