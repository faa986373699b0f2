package io.robotocore.services.dynamodb;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportSummary;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ExportType;

/**
 * An export of a table.
 *
 * @param request how it was asked for
 * @param description what is said of it
 */
record Export(ExportTableToPointInTimeRequest request, ExportDescription description)
    implements Job {

  @Override
  public String arn() {
    return description.exportArn();
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
  Export inProgress() {
    return new Export(
        request,
        description.toBuilder()
            .exportStatus(ExportStatus.IN_PROGRESS)
            .endTime(null)
            .exportManifest(null)
            .itemCount(null)
            .billedSizeBytes(null)
            .failureCode(null)
            .failureMessage(null)
            .build());
  }

  ExportSummary summary() {
    return ExportSummary.builder()
        .exportArn(arn())
        .exportStatus(description.exportStatus())
        .exportType(Optional.ofNullable(description.exportType()).orElse(ExportType.FULL_EXPORT))
        .build();
  }
}
