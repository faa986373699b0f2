package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExportConflictException;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;
import software.amazon.awssdk.services.dynamodb.model.ExportNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ExportStatus;
import software.amazon.awssdk.services.dynamodb.model.ExportSummary;
import software.amazon.awssdk.services.dynamodb.model.ExportType;
import software.amazon.awssdk.services.dynamodb.model.InvalidExportTimeException;
import software.amazon.awssdk.services.dynamodb.model.ListExportsResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.TableNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.utils.Md5Utils;

/** Tables that go to S3. */
@AwsEmulator
final class ExportsTest {

  private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/things";

  private final DynamoDbClient dynamo;
  private final S3Client s3;
  private final Emulator emulator;

  ExportsTest(DynamoDbClient dynamo, S3Client s3, Emulator emulator) {
    this.dynamo = dynamo;
    this.s3 = s3;
    this.emulator = emulator;
  }

  @BeforeEach
  void createTableAndBucket() {
    emulator.clock().freeze();
    dynamo.createTable(table("things", "id:S").build());
    s3.createBucket(in -> in.bucket("exports"));
    put("a", 1);
  }

  private void put(String id, int value) {
    dynamo.putItem(in -> in.tableName("things").item(item("id", s(id), "v", n(value))));
  }

  private void recoverable() {
    dynamo.updateContinuousBackups(
        in ->
            in.tableName("things")
                .pointInTimeRecoverySpecification(on -> on.pointInTimeRecoveryEnabled(true)));
  }

  private String export(String token) {
    return dynamo
        .exportTableToPointInTime(
            in -> in.tableArn(ARN).s3Bucket("exports").s3Prefix("p").clientToken(token))
        .exportDescription()
        .exportArn();
  }

  private ExportDescription described(String arn) {
    return dynamo.describeExport(in -> in.exportArn(arn)).exportDescription();
  }

  private List<String> keys() {
    return s3.listObjectsV2(in -> in.bucket("exports")).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private byte[] bytes(String key) {
    return s3.getObjectAsBytes(in -> in.bucket("exports").key(key)).asByteArray();
  }

  private String text(String key) {
    return new String(bytes(key), StandardCharsets.UTF_8);
  }

  private List<String> lines(String key) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes(key)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private String data() {
    return keys().stream().filter(key -> key.contains("/data/")).findFirst().orElseThrow();
  }

  @Test
  void exportTableToPointInTime_full_putsItemsAndManifests() throws IOException {
    recoverable();
    put("b", 2);
    String arn = export("t");

    String home = "p/AWSDynamoDB/" + arn.substring(arn.lastIndexOf('/') + 1) + "/";
    assertThat(keys())
        .containsExactlyInAnyOrder(
            home + "_started",
            data(),
            home + "manifest-files.json",
            home + "manifest-files.md5",
            home + "manifest-summary.json",
            home + "manifest-summary.md5");
    assertThat(data()).matches(home + "data/[0-9a-f]{26}\\.json\\.gz");
    assertThat(lines(data()))
        .containsExactlyInAnyOrder(
            "{\"Item\":{\"id\":{\"S\":\"a\"},\"v\":{\"N\":\"1\"}}}",
            "{\"Item\":{\"id\":{\"S\":\"b\"},\"v\":{\"N\":\"2\"}}}");
    assertThat(text(home + "manifest-files.json"))
        .contains("\"itemCount\":2")
        .contains("\"md5Checksum\":\"" + Md5Utils.md5AsBase64(bytes(data())))
        .contains("\"dataFileS3Key\":\"" + data());
    assertThat(text(home + "manifest-summary.md5"))
        .isEqualTo(Md5Utils.md5AsBase64(bytes(home + "manifest-summary.json")));
    assertThat(text(home + "manifest-summary.json"))
        .contains("\"exportArn\":\"" + arn, "\"itemCount\":2", home + "manifest-files.json");
    ExportDescription export = described(arn);
    assertThat(export.exportStatus()).isEqualTo(ExportStatus.COMPLETED);
    assertThat(export.itemCount()).isEqualTo(2);
    assertThat(export.exportManifest()).isEqualTo(home + "manifest-summary.json");
    assertThat(export.exportFormat()).isEqualTo(ExportFormat.DYNAMODB_JSON);
  }

  @Test
  void exportTableToPointInTime_timeOfThePast_hasTheItemsOfThatTime() throws IOException {
    recoverable();
    Instant before = emulator.clock().instant();
    emulator.clock().advance(Duration.ofMinutes(1));
    put("b", 2);
    dynamo.exportTableToPointInTime(in -> in.tableArn(ARN).s3Bucket("exports").exportTime(before));

    assertThat(lines(data())).hasSize(1);
    assertRefused(
        () ->
            dynamo.exportTableToPointInTime(
                in -> in.tableArn(ARN).s3Bucket("exports").exportTime(before.minusSeconds(3600))),
        InvalidExportTimeException.class,
        "Export Time is invalid");
  }

  @Test
  void exportTableToPointInTime_incremental_hasWhatChangedInThePeriod() throws IOException {
    recoverable();
    put("gone", 1);
    put("same", 1);
    emulator.clock().advance(Duration.ofMinutes(1));
    Instant from = emulator.clock().instant();
    put("a", 2);
    put("new", 3);
    put("brief", 4);
    for (String id : List.of("gone", "brief")) {
      dynamo.deleteItem(in -> in.tableName("things").key(item("id", s(id))));
    }
    emulator.clock().advance(Duration.ofMinutes(20));
    Instant to = emulator.clock().instant();
    emulator.clock().advance(Duration.ofMinutes(1));
    put("late", 5);
    String arn =
        dynamo
            .exportTableToPointInTime(
                in ->
                    in.tableArn(ARN)
                        .s3Bucket("exports")
                        .exportType(ExportType.INCREMENTAL_EXPORT)
                        .incrementalExportSpecification(
                            period -> period.exportFromTime(from).exportToTime(to)))
            .exportDescription()
            .exportArn();

    String head =
        "{\"Metadata\":{\"WriteTimestampMicros\":{\"N\":\"%d000000\"}},\"Keys\":"
            .formatted(from.getEpochSecond());
    assertThat(data()).startsWith("AWSDynamoDB/data/");
    assertThat(lines(data()))
        .containsExactlyInAnyOrder(
            head
                + "{\"id\":{\"S\":\"a\"}},\"OldImage\":{\"id\":{\"S\":\"a\"},\"v\":{\"N\":\"1\"}},\"NewImage\":{\"id\":{\"S\":\"a\"},\"v\":{\"N\":\"2\"}}}",
            head
                + "{\"id\":{\"S\":\"new\"}},\"NewImage\":{\"id\":{\"S\":\"new\"},\"v\":{\"N\":\"3\"}}}",
            head
                + "{\"id\":{\"S\":\"gone\"}},\"OldImage\":{\"id\":{\"S\":\"gone\"},\"v\":{\"N\":\"1\"}}}");
    assertThat(described(arn).itemCount()).isEqualTo(3);
    assertRefused(
        () ->
            dynamo.exportTableToPointInTime(
                in ->
                    in.tableArn(ARN)
                        .s3Bucket("exports")
                        .exportType(ExportType.INCREMENTAL_EXPORT)
                        .incrementalExportSpecification(
                            period -> period.exportFromTime(to).exportToTime(to.plusSeconds(9)))),
        InvalidExportTimeException.class,
        "Difference between export period from time and export period to time is less than 15 minutes");
  }

  @Test
  void exportTableToPointInTime_bucketMissing_fails() {
    recoverable();
    String arn =
        dynamo
            .exportTableToPointInTime(in -> in.tableArn(ARN).s3Bucket("missing"))
            .exportDescription()
            .exportArn();

    assertThat(described(arn).exportStatus()).isEqualTo(ExportStatus.FAILED);
    assertThat(described(arn).failureCode()).isEqualTo("S3NoSuchBucket");
    assertThat(described(arn).failureMessage())
        .startsWith("The specified bucket does not exist (Service: Amazon S3; Status Code: 404;");
  }

  @Test
  void exportTableToPointInTime_cannotBe_isRefused() {
    assertRefused(
        () -> export("t"),
        PointInTimeRecoveryUnavailableException.class,
        "Point in time recovery is not enabled for table 'things'");
    assertRefused(
        () -> dynamo.exportTableToPointInTime(in -> in.tableArn(ARN + "-not").s3Bucket("exports")),
        TableNotFoundException.class,
        "Table not found: " + ARN + "-not");
    assertInvalid(
        () ->
            dynamo.exportTableToPointInTime(
                in ->
                    in.tableArn(ARN).s3Bucket("exports").exportType(ExportType.INCREMENTAL_EXPORT)),
        "Invalid Request: Incremental Export Specification expected when export type is set as Incremental Export");
  }

  @Test
  void exportTableToPointInTime_ion_isWrittenInIonsTypes() throws IOException {
    recoverable();
    dynamo.putItem(
        in ->
            in.tableName("things")
                .item(item("id", s("a"), "v", n(600), "w", AttributeValue.fromSs(List.of("x")))));
    String arn =
        dynamo
            .exportTableToPointInTime(
                in -> in.tableArn(ARN).s3Bucket("exports").exportFormat(ExportFormat.ION))
            .exportDescription()
            .exportArn();

    assertThat(data()).endsWith(".ion.gz");
    assertThat(lines(data()))
        .containsExactly("$ion_1_0 {Item:{id:\"a\",v:6d2,w:$dynamodb_SS::[\"x\"]}}");
    assertThat(described(arn).exportFormat()).isEqualTo(ExportFormat.ION);
    assertThat(text(described(arn).exportManifest())).contains("\"outputFormat\":\"ION\"");
  }

  @Test
  void exportTableToPointInTime_sameToken_isOneExport() {
    recoverable();

    assertThat(export("t")).isEqualTo(export("t")).isNotEqualTo(export("other"));
    assertRefused(
        () ->
            dynamo.exportTableToPointInTime(
                in -> in.tableArn(ARN).s3Bucket("exports").clientToken("t")),
        ExportConflictException.class,
        "Export conflict: Duplicate request detected with conflicting parameters");
  }

  @Test
  void listExports_pages_giveAllInReverseOrder() {
    recoverable();
    List<String> arns =
        List.of("1", "2", "3").stream()
            .map(
                token -> {
                  emulator.clock().advance(Duration.ofSeconds(1));
                  return export(token);
                })
            .toList();

    ListExportsResponse first = dynamo.listExports(in -> in.tableArn(ARN).maxResults(2));
    assertThat(first.exportSummaries())
        .extracting(ExportSummary::exportArn)
        .containsExactly(arns.get(2), arns.get(1));
    assertThat(
            dynamo
                .listExports(in -> in.tableArn(ARN).nextToken(first.nextToken()))
                .exportSummaries())
        .extracting(ExportSummary::exportArn)
        .containsExactly(arns.get(0));
    assertInvalid(
        () -> dynamo.listExports(in -> in.nextToken("nonsense")),
        "Invalid Request: Provided nextToken is invalid: nonsense");
  }

  @Test
  void describeExport_wrongArn_isRefused() {
    assertInvalid(() -> described(ARN), "Invalid Export ARN");
    assertRefused(
        () -> described(ARN + "/export/01"),
        ExportNotFoundException.class,
        "Export not found: Export not found: " + ARN + "/export/01");
  }
}
