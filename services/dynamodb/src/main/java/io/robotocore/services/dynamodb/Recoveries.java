package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.table.Content;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsStatus;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InvalidRestoreTimeException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.RestoreSummary;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.RestoreTableToPointInTimeResponse;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;

/**
 * The operations of point-in-time recovery, to the second.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html">point-in-time
 *     recovery</a>
 */
interface Recoveries extends Backups {

  @Override
  default UpdateContinuousBackupsResponse updateContinuousBackups(
      UpdateContinuousBackupsRequest in) {
    if (recoverable(in.tableName()).is(TableStatus.CREATING, now())) {
      throw (RuntimeException)
          DynamoDbError.with(
                  ContinuousBackupsUnavailableException.builder(),
                  "Backups are being enabled for the table: %s. Please retry later"
                      .formatted(TableName.of(in.tableName(), call())))
              .build();
    }
    boolean enabled = in.pointInTimeRecoverySpecification().pointInTimeRecoveryEnabled();
    int days =
        Optional.ofNullable(in.pointInTimeRecoverySpecification().recoveryPeriodInDays())
            .orElse(Recovery.MAX_DAYS);
    DynamoTable table =
        alter(
            in.tableName(),
            current -> {
              Recovery fresh = Recovery.from(now(), days, current.content());
              UnaryOperator<Features> change =
                  features ->
                      features.with(
                          enabled
                              ? Optional.of(
                                  features.recovery().map(past -> past.keeping(days)).orElse(fresh))
                              : Optional.<Recovery>empty());
              return current.with(change);
            });
    return UpdateContinuousBackupsResponse.builder()
        .continuousBackupsDescription(described(table))
        .build();
  }

  private DynamoTable recoverable(String nameOrArn) {
    String name = TableName.of(nameOrArn, call());
    return state().tables().get(name).orElseThrow(() -> DynamoDbError.tableNotFound(name));
  }

  @Override
  default DescribeContinuousBackupsResponse describeContinuousBackups(
      DescribeContinuousBackupsRequest in) {
    return DescribeContinuousBackupsResponse.builder()
        .continuousBackupsDescription(described(recoverable(in.tableName())))
        .build();
  }

  private ContinuousBackupsDescription described(DynamoTable table) {
    PointInTimeRecoveryDescription.Builder description =
        PointInTimeRecoveryDescription.builder()
            .pointInTimeRecoveryStatus(PointInTimeRecoveryStatus.DISABLED);
    table
        .features()
        .recovery()
        .ifPresent(
            past ->
                description
                    .pointInTimeRecoveryStatus(PointInTimeRecoveryStatus.ENABLED)
                    .recoveryPeriodInDays(past.days())
                    .earliestRestorableDateTime(past.earliest(now()))
                    .latestRestorableDateTime(now()));
    return ContinuousBackupsDescription.builder()
        .continuousBackupsStatus(ContinuousBackupsStatus.ENABLED)
        .pointInTimeRecoveryDescription(description.build())
        .build();
  }

  @Override
  default RestoreTableToPointInTimeResponse restoreTableToPointInTime(
      RestoreTableToPointInTimeRequest in) {
    Optional<String> source =
        Optional.ofNullable(in.sourceTableName())
            .or(() -> Optional.ofNullable(in.sourceTableArn()));
    DynamoTable table =
        recoverable(
            source.orElseThrow(
                () -> Invalid.because("Either SourceTableName or SourceTableArn is required")));
    boolean latest = Boolean.TRUE.equals(in.useLatestRestorableTime());
    if (latest == (in.restoreDateTime() != null)) {
      throw Invalid.because(
          "Either RestoreDateTime or UseLatestRestorableTime must be specified, and not both");
    }
    Instant at = latest ? now() : in.restoreDateTime();
    RestoreSummary summary =
        RestoreSummary.builder()
            .sourceTableArn(table.arn())
            .restoreDateTime(at)
            .restoreInProgress(false)
            .build();
    return RestoreTableToPointInTimeResponse.builder()
        .tableDescription(restored(Restored.of(in), table, past(table, at), summary))
        .build();
  }

  /** What was in a table at a time. */
  default Content past(DynamoTable table, Instant at) {
    Recovery recovery = recovery(table);
    if (at.isAfter(now()) || at.getEpochSecond() < recovery.earliest(now()).getEpochSecond()) {
      throw DynamoDbError.with(
              InvalidRestoreTimeException.builder(),
              "The specified restore time is not within the restorable period of table: "
                  + table.name())
          .build();
    }
    return recovery.at(at).orElse(table.content());
  }

  default Recovery recovery(DynamoTable table) {
    return table.features().recovery().orElseThrow(() -> unavailable(table));
  }

  private static DynamoDbException unavailable(DynamoTable table) {
    return (DynamoDbException)
        DynamoDbError.with(
                PointInTimeRecoveryUnavailableException.builder(),
                "Point in time recovery is not enabled for table '" + table.name() + "'")
            .build();
  }
}
