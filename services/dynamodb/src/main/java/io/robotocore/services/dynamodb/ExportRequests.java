package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ExportType;
import software.amazon.awssdk.services.dynamodb.model.ExportViewType;
import software.amazon.awssdk.services.dynamodb.model.IncrementalExportSpecification;
import software.amazon.awssdk.services.dynamodb.model.InvalidExportTimeException;
import software.amazon.awssdk.services.dynamodb.model.S3SseAlgorithm;

/** What is checked of a request for an export. */
final class ExportRequests {

  private static final Pattern ARN =
      Pattern.compile("arn:[^:]+:dynamodb:([^:]+):(\\d{12}):table/([^/]+)(/.*)?");
  private static final Duration MIN = Duration.ofMinutes(15);
  private static final Duration MAX = Duration.ofHours(24);

  private ExportRequests() {}

  /** The table that is to be exported. */
  static DynamoTable table(DynamoDbView view, String arn) {
    Matcher parts = ARN.matcher(arn);
    if (!parts.matches()) {
      throw Invalid.parameter("tableArn is not a valid ARN");
    }
    if (!parts.group(2).equals(view.call().account())) {
      throw DynamoDbError.accessDenied("Access is denied");
    }
    if (parts.group(4) != null) {
      throw Invalid.because("Invalid Request: Table ARN is invalid.");
    }
    return view.state()
        .tables()
        .get(parts.group(3))
        .filter(table -> table.arn().equals(arn))
        .orElseThrow(() -> DynamoDbError.tableNotFound(arn));
  }

  /** Checks that what is given fits together. */
  static void check(ExportTableToPointInTimeRequest in) {
    boolean specified = in.incrementalExportSpecification() != null;
    if (specified && in.exportType() == null) {
      throw invalid(
          "Export Type expected to be Incremental Export when incremental export specification is provided");
    }
    if (specified && in.exportType() == ExportType.FULL_EXPORT) {
      throw invalid(
          "When Export Type is Full Export , Incremental Export Specification should not be provided");
    }
    if (!specified && in.exportType() == ExportType.INCREMENTAL_EXPORT) {
      throw invalid(
          "Incremental Export Specification expected when export type is set as Incremental Export");
    }
    if (specified && in.incrementalExportSpecification().exportFromTime() == null) {
      throw invalid("ExportFromTime must be provided in IncrementalExportSpecification");
    }
    if (in.s3SseKmsKeyId() != null && in.s3SseAlgorithm() != S3SseAlgorithm.KMS) {
      throw invalid("KMS Key Id is not supported for this encryption type");
    }
  }

  private static DynamoDbException invalid(String message) {
    return Invalid.because("Invalid Request: " + message);
  }

  /** The time as of which a table is exported. */
  static Instant time(ExportTableToPointInTimeRequest in, Recovery recovery, Instant now) {
    Instant at = Optional.ofNullable(in.exportTime()).orElse(now);
    if (at.isAfter(now) || at.getEpochSecond() < recovery.earliest(now).getEpochSecond()) {
      throw invalidTime("Export Time is invalid");
    }
    return at;
  }

  /** The period whose changes are exported, complete. */
  static IncrementalExportSpecification period(
      IncrementalExportSpecification given, DynamoTable table, Instant now) {
    Instant from = given.exportFromTime();
    Instant to = Optional.ofNullable(given.exportToTime()).orElse(now);
    if (from.isBefore(table.description().creationDateTime().truncatedTo(ChronoUnit.SECONDS))) {
      throw invalidTime(
          "Incremental export period from time cannot be less than the table creation time : "
              + from);
    }
    if (to.isAfter(now)) {
      throw invalidTime(
          "Incremental export period to time cannot be greater than the current time : " + to);
    }
    Duration length = Duration.between(from, to);
    if (length.compareTo(MIN) < 0) {
      throw invalidTime(
          "Difference between export period from time and export period to time is less than 15 minutes");
    }
    if (length.compareTo(MAX) > 0) {
      throw invalidTime(
          "Difference between export period from time and export period to time is greater than 24 hours");
    }
    return given.toBuilder()
        .exportToTime(to)
        .exportViewType(
            Optional.ofNullable(given.exportViewType()).orElse(ExportViewType.NEW_AND_OLD_IMAGES))
        .build();
  }

  /** Checks that the past is known since the beginning of a period. */
  static void checkRecoverable(
      IncrementalExportSpecification period, Recovery recovery, Instant now) {
    if (period.exportFromTime().getEpochSecond() < recovery.earliest(now).getEpochSecond()) {
      throw invalidTime("Point in Time Recovery is not available for specified export time");
    }
  }

  private static DynamoDbException invalidTime(String message) {
    return (DynamoDbException)
        DynamoDbError.with(InvalidExportTimeException.builder(), message).build();
  }
}
