package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.table.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.BackupDescription;
import software.amazon.awssdk.services.dynamodb.model.BackupDetails;
import software.amazon.awssdk.services.dynamodb.model.BackupInUseException;
import software.amazon.awssdk.services.dynamodb.model.BackupNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.BackupStatus;
import software.amazon.awssdk.services.dynamodb.model.BackupSummary;
import software.amazon.awssdk.services.dynamodb.model.BackupType;
import software.amazon.awssdk.services.dynamodb.model.BackupTypeFilter;
import software.amazon.awssdk.services.dynamodb.model.CreateBackupRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateBackupResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteBackupRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteBackupResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeBackupRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeBackupResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexInfo;
import software.amazon.awssdk.services.dynamodb.model.ListBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexInfo;
import software.amazon.awssdk.services.dynamodb.model.RestoreSummary;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableFromBackupRequest;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableFromBackupResponse;
import software.amazon.awssdk.services.dynamodb.model.SourceTableDetails;
import software.amazon.awssdk.services.dynamodb.model.SourceTableFeatureDetails;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The operations on backups: each holds a table as it was, and costs nothing. */
interface Backups extends Tables {

  int MAX_LISTED_BACKUPS = 100;

  @Override
  default CreateBackupResponse createBackup(CreateBackupRequest in) {
    String name = TableName.of(in.tableName(), call());
    DynamoTable table =
        state().tables().get(name).orElseThrow(() -> DynamoDbError.tableNotFound(name));
    BackupDetails details =
        BackupDetails.builder()
            .backupArn(
                table.arn()
                    + "/backup/%014d-%s".formatted(now().toEpochMilli(), call().random().hex(8)))
            .backupName(in.backupName())
            .backupSizeBytes(table.content().bytes())
            .backupStatus(BackupStatus.AVAILABLE)
            .backupType(BackupType.USER)
            .backupCreationDateTime(now())
            .build();
    BackupDescription description =
        BackupDescription.builder()
            .backupDetails(details)
            .sourceTableDetails(source(table))
            .sourceTableFeatureDetails(features(table))
            .build();
    settle(details.backupArn());
    state().backups().put(details.backupArn(), new Backup(description, table));
    return CreateBackupResponse.builder()
        .backupDetails(details.toBuilder().backupStatus(BackupStatus.CREATING).build())
        .build();
  }

  private static SourceTableDetails source(DynamoTable table) {
    TableDescription description = table.description();
    return SourceTableDetails.builder()
        .tableName(table.name())
        .tableArn(table.arn())
        .tableId(description.tableId())
        .tableSizeBytes(table.content().bytes())
        .itemCount((long) table.content().items().size())
        .keySchema(description.keySchema())
        .tableCreationDateTime(description.creationDateTime())
        .billingMode(Copies.mode(description))
        .onDemandThroughput(description.onDemandThroughput())
        .provisionedThroughput(Copies.throughput(description.provisionedThroughput()))
        .build();
  }

  private static SourceTableFeatureDetails features(DynamoTable table) {
    TableDescription description = table.description();
    SourceTableFeatureDetails.Builder features =
        SourceTableFeatureDetails.builder()
            .streamDescription(description.streamSpecification())
            .sseDescription(description.sseDescription());
    features.applyMutation(shown -> indexes(description, shown));
    table
        .content()
        .expiry()
        .attribute()
        .map(
            attribute ->
                TimeToLiveDescription.builder()
                    .attributeName(attribute)
                    .timeToLiveStatus(TimeToLiveStatus.ENABLED)
                    .build())
        .ifPresent(features::timeToLiveDescription);
    return features.build();
  }

  private static void indexes(
      TableDescription description, SourceTableFeatureDetails.Builder features) {
    if (description.hasLocalSecondaryIndexes()) {
      features.localSecondaryIndexes(
          description.localSecondaryIndexes().stream()
              .map(
                  index ->
                      LocalSecondaryIndexInfo.builder()
                          .indexName(index.indexName())
                          .keySchema(index.keySchema())
                          .projection(index.projection())
                          .build())
              .toList());
    }
    if (description.hasGlobalSecondaryIndexes()) {
      features.globalSecondaryIndexes(
          description.globalSecondaryIndexes().stream()
              .map(
                  index ->
                      GlobalSecondaryIndexInfo.builder()
                          .indexName(index.indexName())
                          .keySchema(index.keySchema())
                          .projection(index.projection())
                          .provisionedThroughput(Copies.throughput(index.provisionedThroughput()))
                          .build())
              .toList());
    }
  }

  private Backup backup(String arn) {
    return state()
        .backups()
        .get(arn)
        .orElseThrow(
            () ->
                (RuntimeException)
                    DynamoDbError.with(
                            BackupNotFoundException.builder(), "Backup not found: " + arn)
                        .build());
  }

  @Override
  default DescribeBackupResponse describeBackup(DescribeBackupRequest in) {
    return DescribeBackupResponse.builder()
        .backupDescription(shown(backup(in.backupArn())).description())
        .build();
  }

  private Backup shown(Backup backup) {
    return isSettling(backup.arn()) ? backup.as(BackupStatus.CREATING) : backup;
  }

  private Backup available(String arn) {
    Backup backup = backup(arn);
    if (isSettling(arn)) {
      throw (RuntimeException)
          DynamoDbError.with(BackupInUseException.builder(), "Backup is being created: " + arn)
              .build();
    }
    return backup;
  }

  @Override
  default DeleteBackupResponse deleteBackup(DeleteBackupRequest in) {
    Backup deleted = available(in.backupArn());
    state().backups().remove(in.backupArn());
    return DeleteBackupResponse.builder()
        .backupDescription(deleted.as(BackupStatus.DELETED).description())
        .build();
  }

  @Override
  default ListBackupsResponse listBackups(ListBackupsRequest in) {
    int limit = Optional.ofNullable(in.limit()).orElse(MAX_LISTED_BACKUPS);
    Optional<String> table =
        Optional.ofNullable(in.tableName()).map(name -> TableName.of(name, call()));
    List<Backup> backups =
        state()
            .backups()
            .asMap()
            .tailMap(Optional.ofNullable(in.exclusiveStartBackupArn()).orElse(""), false)
            .values()
            .stream()
            .filter(backup -> table.filter(name -> !name.equals(backup.table().name())).isEmpty())
            .filter(backup -> isWanted(in, backup.description().backupDetails()))
            .limit(limit + 1L)
            .toList();
    ListBackupsResponse.Builder out =
        ListBackupsResponse.builder()
            .backupSummaries(
                backups.stream().limit(limit).map(this::shown).map(Backups::summary).toList());
    if (backups.size() > limit) {
      out.lastEvaluatedBackupArn(backups.get(limit - 1).arn());
    }
    return out.build();
  }

  private static boolean isWanted(ListBackupsRequest in, BackupDetails backup) {
    Instant at = backup.backupCreationDateTime();
    boolean late = in.timeRangeLowerBound() == null || !at.isBefore(in.timeRangeLowerBound());
    boolean early = in.timeRangeUpperBound() == null || at.isBefore(in.timeRangeUpperBound());
    boolean type =
        in.backupType() == null
            || in.backupType() == BackupTypeFilter.ALL
            || in.backupType() == BackupTypeFilter.USER;
    return late && early && type;
  }

  private static BackupSummary summary(Backup backup) {
    BackupDetails details = backup.description().backupDetails();
    return BackupSummary.builder()
        .tableName(backup.table().name())
        .tableArn(backup.table().arn())
        .tableId(backup.table().description().tableId())
        .backupArn(details.backupArn())
        .backupName(details.backupName())
        .backupCreationDateTime(details.backupCreationDateTime())
        .backupStatus(details.backupStatus())
        .backupType(details.backupType())
        .backupSizeBytes(details.backupSizeBytes())
        .build();
  }

  @Override
  default RestoreTableFromBackupResponse restoreTableFromBackup(RestoreTableFromBackupRequest in) {
    Backup backup = available(in.backupArn());
    RestoreSummary summary =
        RestoreSummary.builder()
            .sourceBackupArn(backup.arn())
            .sourceTableArn(backup.table().arn())
            .restoreDateTime(backup.description().backupDetails().backupCreationDateTime())
            .restoreInProgress(false)
            .build();
    return RestoreTableFromBackupResponse.builder()
        .tableDescription(
            restored(Restored.of(in), backup.table(), backup.table().content(), summary))
        .build();
  }

  /** Makes a table out of what was in another. */
  default TableDescription restored(
      Restored wanted, DynamoTable source, Content content, RestoreSummary summary) {
    if (state().tables().containsKey(wanted.name())) {
      throw DynamoDbError.tableExists(wanted.name());
    }
    DynamoTable table = added(wanted.table(source, content, this, summary), Optional.empty());
    return Descriptions.creating(shown(table)).toBuilder()
        .restoreSummary(summary.toBuilder().restoreInProgress(true).build())
        .build();
  }
}
