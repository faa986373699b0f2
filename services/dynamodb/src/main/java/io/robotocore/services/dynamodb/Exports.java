package io.robotocore.services.dynamodb;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.DescribeExportRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeExportResponse;
import software.amazon.awssdk.services.dynamodb.model.ExportConflictException;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeRequest;
import software.amazon.awssdk.services.dynamodb.model.ExportTableToPointInTimeResponse;
import software.amazon.awssdk.services.dynamodb.model.IncrementalExportSpecification;
import software.amazon.awssdk.services.dynamodb.model.ListExportsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListExportsResponse;
import software.amazon.awssdk.services.dynamodb.model.S3SseAlgorithm;

/**
 * The operations on exports to S3, which are in the bucket when the operation answers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport.HowItWorks.html">export
 *     to Amazon S3</a>
 */
interface Exports extends Recoveries {

  private Jobs<Export> exports() {
    return new Jobs<>(Jobs.Kind.EXPORT, state().exports());
  }

  @Override
  default ExportTableToPointInTimeResponse exportTableToPointInTime(
      ExportTableToPointInTimeRequest in) {
    DynamoTable table = ExportRequests.table(this, in.tableArn());
    Optional<Export> before = exports().of(Optional.ofNullable(in.clientToken()), now());
    if (before.isPresent()) {
      return answer(same(before.get(), in).description());
    }
    ExportRequests.check(in);
    ExportDescription started = started(table, in);
    Stream<String> lines = lines(table, started);
    state().exports().put(started.exportArn(), new Export(in, started));
    settle(started.exportArn());
    ExportDescription ended = ExportFiles.put(call(), started, lines);
    state().exports().put(started.exportArn(), new Export(in, ended));
    return answer(started);
  }

  private static ExportTableToPointInTimeResponse answer(ExportDescription export) {
    return ExportTableToPointInTimeResponse.builder().exportDescription(export).build();
  }

  private static Export same(Export before, ExportTableToPointInTimeRequest in) {
    if (!before.request().equals(in)) {
      throw DynamoDbError.with(
              ExportConflictException.builder(),
              "Export conflict: Duplicate request detected with conflicting parameters")
          .build();
    }
    return before;
  }

  private ExportDescription started(DynamoTable table, ExportTableToPointInTimeRequest in) {
    Instant now = now();
    Optional<IncrementalExportSpecification> period =
        Optional.ofNullable(in.incrementalExportSpecification())
            .map(given -> ExportRequests.period(given, table, now));
    Recovery recovery = recovery(table);
    ExportDescription.Builder export =
        ExportDescription.builder()
            .exportArn(Jobs.arn(Jobs.Kind.EXPORT, table.arn(), call()))
            .exportStatus(ExportStatus.IN_PROGRESS)
            .startTime(now)
            .tableArn(table.arn())
            .tableId(table.description().tableId())
            .clientToken(Optional.ofNullable(in.clientToken()).orElseGet(call().random()::uuid))
            .s3Bucket(in.s3Bucket())
            .s3BucketOwner(in.s3BucketOwner())
            .s3Prefix(in.s3Prefix())
            .s3SseAlgorithm(Optional.ofNullable(in.s3SseAlgorithm()).orElse(S3SseAlgorithm.AES256))
            .s3SseKmsKeyId(in.s3SseKmsKeyId())
            .exportFormat(Optional.ofNullable(in.exportFormat()).orElse(ExportFormat.DYNAMODB_JSON))
            .exportType(in.exportType());
    if (period.isPresent()) {
      ExportRequests.checkRecoverable(period.get(), recovery, now);
      return export.incrementalExportSpecification(period.get()).build();
    }
    return export.exportTime(ExportRequests.time(in, recovery, now)).build();
  }

  private Stream<String> lines(DynamoTable table, ExportDescription export) {
    Recovery recovery = recovery(table);
    ItemFormat format = ItemFormat.of(export.exportFormat());
    if (export.incrementalExportSpecification() != null) {
      return new PeriodOfChanges(
              table.schema().key(), recovery, export.incrementalExportSpecification())
          .changes()
          .map(format::line);
    }
    return recovery.at(export.exportTime()).orElse(table.content()).items().values().stream()
        .map(format::line);
  }

  @Override
  default DescribeExportResponse describeExport(DescribeExportRequest in) {
    return DescribeExportResponse.builder()
        .exportDescription(shown(exports().get(in.exportArn(), call())).description())
        .build();
  }

  private Export shown(Export export) {
    return isSettling(export.arn()) ? export.inProgress() : export;
  }

  /** A list for one table shows nothing of a table of that name that is gone. */
  @Override
  default ListExportsResponse listExports(ListExportsRequest in) {
    Jobs.Page<Export> page =
        exports()
            .page(
                export -> in.tableArn() == null || isOf(in.tableArn(), export),
                Optional.ofNullable(in.maxResults()).orElse(Jobs.MAX_LISTED),
                Optional.ofNullable(in.nextToken()),
                now());
    return ListExportsResponse.builder()
        .exportSummaries(page.jobs().stream().map(export -> shown(export).summary()).toList())
        .nextToken(page.next().orElse(null))
        .build();
  }

  private boolean isOf(String tableArn, Export export) {
    return export.description().tableArn().equals(tableArn)
        && state()
            .tables()
            .get(TableName.of(tableArn, call()))
            .filter(table -> table.description().tableId().equals(export.description().tableId()))
            .isPresent();
  }
}
