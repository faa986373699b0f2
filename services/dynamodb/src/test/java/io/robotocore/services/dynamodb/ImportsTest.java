package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.schema;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.testing.Refusals.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.airlift.compress.zstd.ZstdCompressor;
import io.robotocore.junit5.AwsEmulator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;
import software.amazon.awssdk.services.dynamodb.model.ImportConflictException;
import software.amazon.awssdk.services.dynamodb.model.ImportNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportSummary;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.ImportTableRequest;
import software.amazon.awssdk.services.dynamodb.model.InputCompressionType;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;

/** Tables that come from S3. */
@AwsEmulator
final class ImportsTest {

  private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/";

  private final DynamoDbClient dynamo;
  private final S3Client s3;

  ImportsTest(DynamoDbClient dynamo, S3Client s3) {
    this.dynamo = dynamo;
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("imports"));
  }

  private void put(String key, String... lines) {
    s3.putObject(
        in -> in.bucket("imports").key(key), RequestBody.fromString(String.join("\n", lines)));
  }

  private ImportTableDescription imported(
      InputFormat format, Consumer<ImportTableRequest.Builder> more) {
    String arn =
        dynamo
            .importTable(
                in ->
                    in.inputFormat(format)
                        .s3BucketSource(from -> from.s3Bucket("imports").s3KeyPrefix("in/"))
                        .tableCreationParameters(
                            table ->
                                table
                                    .tableName("things")
                                    .billingMode(BillingMode.PAY_PER_REQUEST)
                                    .keySchema(schema("id:N"))
                                    .attributeDefinitions(attributes("id:N")))
                        .applyMutation(more))
            .importTableDescription()
            .importArn();
    return dynamo.describeImport(in -> in.importArn(arn)).importTableDescription();
  }

  private List<Map<String, AttributeValue>> items() {
    return dynamo.scan(in -> in.tableName("things")).items().stream()
        .sorted(Comparator.comparing((Map<String, AttributeValue> item) -> item.get("id").n()))
        .toList();
  }

  private static void assertCounts(ImportTableDescription done, long processed, long imported) {
    assertThat(done.processedItemCount()).isEqualTo(processed);
    assertThat(done.importedItemCount()).isEqualTo(imported);
    assertThat(done.errorCount()).isEqualTo(processed - imported);
    assertThat(done.importStatus())
        .isEqualTo(processed == imported ? ImportStatus.COMPLETED : ImportStatus.FAILED);
    assertThat(done.failureCode()).isEqualTo(processed == imported ? null : "ItemValidationError");
  }

  @Test
  void importTable_json_makesAndFillsTheTable() {
    put("in/1", "{\"Item\":{\"id\":{\"N\":\"1\"},\"l\":{\"L\":[{\"S\":\"x\"}]}}}");
    put("in/2", "{\"Item\":{\"id\":{\"N\":\"2\"}}}", "", "{\"Item\":{\"id\":{\"N\":\"3\"}}}");
    put("other", "nonsense");

    assertCounts(imported(InputFormat.DYNAMODB_JSON, in -> {}), 3, 3);
    assertThat(items())
        .containsExactly(
            item("id", n(1), "l", Given.l(s("x"))), item("id", n(2)), item("id", n(3)));
  }

  private static Map<String, AttributeValue> itemOfAllTypes() {
    return Map.of(
        "id", n(1),
        "b", Given.b(1, 2),
        "yes", AttributeValue.fromBool(true),
        "none", AttributeValue.fromNul(true),
        "texts", AttributeValue.fromSs(List.of("x", "y")),
        "numbers", AttributeValue.fromNs(List.of("-1.5", "600")),
        "bytes", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("z"))),
        "list", Given.l(s("x"), n(2)),
        "map", AttributeValue.fromM(Map.of("a name", s("\"quoted\" and {braces}\n"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = ExportFormat.class,
      names = {"DYNAMODB_JSON", "ION"})
  void importTable_export_bringsTheTableBack(ExportFormat format) {
    dynamo.createTable(table("source", "id:N").build());
    dynamo.putItem(in -> in.tableName("source").item(itemOfAllTypes()));
    dynamo.updateContinuousBackups(
        in ->
            in.tableName("source")
                .pointInTimeRecoverySpecification(on -> on.pointInTimeRecoveryEnabled(true)));
    String manifest =
        dynamo
            .describeExport(
                export ->
                    export.exportArn(
                        dynamo
                            .exportTableToPointInTime(
                                in ->
                                    in.tableArn(ARN + "source")
                                        .s3Bucket("imports")
                                        .exportFormat(format))
                            .exportDescription()
                            .exportArn()))
            .exportDescription()
            .exportManifest();
    String data = manifest.replace("manifest-summary.json", "data/");

    assertCounts(
        imported(
            InputFormat.fromValue(format.toString()),
            in ->
                in.inputCompressionType(InputCompressionType.GZIP)
                    .s3BucketSource(from -> from.s3Bucket("imports").s3KeyPrefix(data))),
        1,
        1);
    assertThat(items()).containsExactly(itemOfAllTypes());
  }

  @Test
  void importTable_ionThatIsNone_isCountedAsAnError() {
    put("in/1", "$ion_1_0 {Item:{id:1.}}", "$ion_1_0 {Item:{id:2,at:2026-11-22}}", "$ion_1_0 {Id");

    assertCounts(imported(InputFormat.ION, in -> {}), 2, 1);
    assertThat(items()).containsExactly(item("id", n(1)));
  }

  @Test
  void importTable_zstandard_isUnpacked() {
    byte[] plain = "{\"Item\":{\"id\":{\"N\":\"1\"}}}\n".repeat(100).getBytes(UTF_8);
    byte[] room = new byte[new ZstdCompressor().maxCompressedLength(plain.length)];
    int length = new ZstdCompressor().compress(plain, 0, plain.length, room, 0, room.length);
    s3.putObject(
        in -> in.bucket("imports").key("in/1"), RequestBody.fromBytes(Arrays.copyOf(room, length)));
    put("in/2", "not packed");

    assertCounts(
        imported(
            InputFormat.DYNAMODB_JSON, in -> in.inputCompressionType(InputCompressionType.ZSTD)),
        101,
        100);
    assertThat(items()).containsExactly(item("id", n(1)));
  }

  @Test
  void importTable_itemsThatAreNone_areCounted() {
    put(
        "in/1",
        "{\"Item\":{\"id\":{\"N\":\"1\"}}}",
        "{\"Item\":{\"v\":{\"N\":\"2\"}}}",
        "{\"Item\":{\"id\":{\"N\":\"3\"}}}",
        "{\"Item\":{\"id\":{\"L\":",
        "{\"Item\":{\"id\":{\"N\":\"5\"}}}");

    assertCounts(imported(InputFormat.DYNAMODB_JSON, in -> {}), 4, 2);
    assertThat(items()).containsExactly(item("id", n(1)), item("id", n(3)));
  }

  @Test
  void importTable_notPacked_isOneError() {
    put("in/1", "{\"Item\":{\"id\":{\"N\":\"1\"}}}");

    assertCounts(
        imported(
            InputFormat.DYNAMODB_JSON, in -> in.inputCompressionType(InputCompressionType.GZIP)),
        1,
        0);
  }

  @Test
  void importTable_csvWithHeader_hasStringsBesidesKeys() {
    put("in/1", "id,v,w", "1,2,\"say \"\"x\"\", y\"", "2,,z");

    assertCounts(imported(InputFormat.CSV, in -> {}), 2, 2);
    assertThat(items())
        .containsExactly(
            item("id", n(1), "v", s("2"), "w", s("say \"x\", y")),
            item("id", n(2), "v", s(""), "w", s("z")));
  }

  @Test
  void importTable_csvWithHeaderList_readsTheFirstLineAsItem() {
    put("in/1", "1;a", "none;b", "3;c", "4;d\"e");

    assertCounts(
        imported(
            InputFormat.CSV,
            in ->
                in.inputFormatOptions(
                    options -> options.csv(csv -> csv.delimiter(";").headerList("id", "v")))),
        4,
        2);
    assertThat(items())
        .containsExactly(item("id", n(1), "v", s("a")), item("id", n(3), "v", s("c")));
  }

  @Test
  void importTable_bucketMissing_failsWithoutTable() {
    ImportTableDescription failed =
        imported(InputFormat.CSV, in -> in.s3BucketSource(from -> from.s3Bucket("missing")));

    assertThat(failed.importStatus()).isEqualTo(ImportStatus.FAILED);
    assertThat(failed.failureCode()).isEqualTo("S3NoSuchBucket");
    assertRefused(
        () -> dynamo.describeTable(in -> in.tableName("things")),
        ResourceNotFoundException.class,
        "Requested resource not found: Table: things not found");
  }

  @Test
  void importTable_again_isTheSameOrRefused() {
    ImportTableDescription first = imported(InputFormat.CSV, in -> in.clientToken("t"));
    assertThat(imported(InputFormat.CSV, in -> in.clientToken("t"))).isEqualTo(first);

    assertRefused(
        () -> imported(InputFormat.CSV, in -> in.clientToken("other")),
        ResourceInUseException.class,
        "Table already exists: things");
    assertRefused(
        () ->
            imported(
                InputFormat.CSV,
                in ->
                    in.clientToken("t")
                        .tableCreationParameters(
                            table ->
                                table
                                    .tableName("another")
                                    .billingMode(BillingMode.PAY_PER_REQUEST)
                                    .keySchema(schema("id:N"))
                                    .attributeDefinitions(attributes("id:N")))),
        ImportConflictException.class,
        "Import conflict: Duplicate request detected with conflicting parameters");
    assertThat(dynamo.listImports(in -> in.tableArn(ARN + "things")).importSummaryList())
        .extracting(ImportSummary::importArn)
        .containsExactly(first.importArn());
  }

  @Test
  void describeImport_unknownArn_isRefused() {
    assertRefused(
        () -> dynamo.describeImport(in -> in.importArn(ARN + "things/import/01")),
        ImportNotFoundException.class,
        "Import not found: Import not found: " + ARN + "things/import/01");
  }
}
