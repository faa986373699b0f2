package io.robotocore.services.dynamodb;

import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportSummary;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;

/**
 * An import of a table.
 *
 * @param description what is said of it
 */
record Import(ImportTableDescription description) implements Job {

  @Override
  public String arn() {
    return description.importArn();
  }

  @Override
  public Instant start() {
    return description.startTime();
  }

  @Override
  public String token() {
    return description.clientToken();
  }

  /** This before it ended. */
  Import inProgress() {
    return new Import(
        description.toBuilder()
            .importStatus(ImportStatus.IN_PROGRESS)
            .endTime(null)
            .errorCount(null)
            .importedItemCount(null)
            .processedItemCount(null)
            .processedSizeBytes(null)
            .failureCode(null)
            .failureMessage(null)
            .build());
  }

  ImportSummary summary() {
    return ImportSummary.builder()
        .importArn(arn())
        .importStatus(description.importStatus())
        .tableArn(description.tableArn())
        .s3BucketSource(description.s3BucketSource())
        .cloudWatchLogGroupArn(description.cloudWatchLogGroupArn())
        .inputFormat(description.inputFormat())
        .startTime(description.startTime())
        .endTime(description.endTime())
        .build();
  }
}
