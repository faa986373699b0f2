package io.robotocore.services.dynamodb;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.IncrementalExportSpecification;
import software.amazon.awssdk.utils.Md5Utils;

/** What is written beside the data of an export. */
final class ExportManifests {

  private static final String VERSION = "2020-06-30";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private ExportManifests() {}

  /** The line that names a file of data. */
  static String file(String key, String tag, long items, byte[] content) {
    return DynamoDbJson.text(
            json -> {
              json.writeStartObject();
              json.writeNumberField("itemCount", items);
              json.writeStringField("md5Checksum", Md5Utils.md5AsBase64(content));
              json.writeStringField("etag", tag);
              json.writeStringField("dataFileS3Key", key);
              json.writeEndObject();
            })
        + "\n";
  }

  /** What the export was. */
  static String summary(ExportDescription export, String files) {
    return DynamoDbJson.text(
        json -> {
          json.writeStartObject();
          json.writeStringField("version", VERSION);
          json.writeStringField("exportArn", export.exportArn());
          json.writeStringField("startTime", time(export.startTime()));
          json.writeStringField("endTime", time(export.endTime()));
          json.writeStringField("tableArn", export.tableArn());
          json.writeStringField("tableId", export.tableId());
          if (export.incrementalExportSpecification() == null) {
            json.writeStringField("exportTime", time(export.exportTime()));
          } else {
            writePeriod(export.incrementalExportSpecification(), json);
          }
          json.writeStringField("s3Bucket", export.s3Bucket());
          json.writeStringField("s3Prefix", export.s3Prefix());
          json.writeStringField("s3SseAlgorithm", export.s3SseAlgorithmAsString());
          json.writeStringField("s3SseKmsKeyId", export.s3SseKmsKeyId());
          json.writeStringField("manifestFilesS3Key", files);
          json.writeNumberField("billedSizeBytes", export.billedSizeBytes());
          json.writeNumberField("itemCount", export.itemCount());
          json.writeStringField("outputFormat", export.exportFormatAsString());
          if (export.exportType() != null) {
            json.writeStringField("exportType", export.exportTypeAsString());
          }
          json.writeEndObject();
        });
  }

  private static void writePeriod(IncrementalExportSpecification period, JsonGenerator json)
      throws IOException {
    json.writeStringField("exportFromTime", time(period.exportFromTime()));
    json.writeStringField("exportToTime", time(period.exportToTime()));
    json.writeStringField("outputView", period.exportViewTypeAsString());
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
