package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Kinesis data streams get the changes of a table's items. */
@AwsEmulator
final class DestinationsTest {

  private static final String STREAM = "arn:aws:kinesis:us-east-1:123456789012:stream/changes";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final DynamoDbClient dynamo;
  private final KinesisClient kinesis;
  private final Emulator emulator;

  DestinationsTest(DynamoDbClient dynamo, KinesisClient kinesis, Emulator emulator) {
    this.dynamo = dynamo;
    this.kinesis = kinesis;
    this.emulator = emulator;
  }

  @BeforeEach
  void createTable() {
    emulator.clock().freeze();
    emulator.clock().set(NOW);
    dynamo.createTable(table("things", "id:S").build());
  }

  private void enable() {
    dynamo.enableKinesisStreamingDestination(in -> in.tableName("things").streamArn(STREAM));
  }

  private void disable() {
    dynamo.disableKinesisStreamingDestination(in -> in.tableName("things").streamArn(STREAM));
  }

  private void update(String precision) {
    dynamo.updateKinesisStreamingDestination(
        in ->
            in.tableName("things")
                .streamArn(STREAM)
                .updateKinesisStreamingConfiguration(
                    to -> to.approximateCreationDateTimePrecision(precision)));
  }

  private KinesisDataStreamDestination destination() {
    return dynamo
        .describeKinesisStreamingDestination(in -> in.tableName("things"))
        .kinesisDataStreamDestinations()
        .get(0);
  }

  private void put(int value) {
    dynamo.putItem(in -> in.tableName("things").item(item("id", s("a"), "v", n(value))));
    emulator.awaitIdle(Duration.ofSeconds(10));
  }

  private List<Record> records() {
    emulator.awaitIdle(Duration.ofSeconds(10));
    return kinesis.getRecords(in -> in.shardIterator("all")).records();
  }

  private static String text(Record record) {
    return record.data().asUtf8String().replaceFirst("\"eventID\":\"[-0-9a-f]{36}\",", "");
  }

  @Test
  void enable_ofAStreamThatDoesNotExist_fails() {
    String missing = STREAM.replace("changes", "missing");
    dynamo.enableKinesisStreamingDestination(in -> in.tableName("things").streamArn(missing));

    assertThat(
            dynamo
                .describeKinesisStreamingDestination(in -> in.tableName("things"))
                .kinesisDataStreamDestinations())
        .extracting(KinesisDataStreamDestination::destinationStatusAsString)
        .containsExactly("ENABLE_FAILED");
    enable();
    dynamo.putItem(in -> in.tableName("things").item(item("id", s("a"))));
    emulator.awaitIdle(Duration.ofSeconds(10));
    assertThat(kinesis.getRecords(in -> in.shardIterator("all")).records()).hasSize(1);
  }

  @Test
  void putItem_destination_getsTheChange() {
    enable();
    put(1);
    put(2);
    put(2);
    dynamo.deleteItem(in -> in.tableName("things").key(item("id", s("a"))));

    List<Record> records = records();
    assertThat(records)
        .extracting(DestinationsTest::text)
        .containsExactly(
            record(
                "INSERT",
                "\"NewImage\":{\"id\":{\"S\":\"a\"},\"v\":{\"N\":\"1\"}},\"SizeBytes\":9"),
            record(
                "MODIFY",
                "\"NewImage\":{\"id\":{\"S\":\"a\"},\"v\":{\"N\":\"2\"}},"
                    + "\"OldImage\":{\"id\":{\"S\":\"a\"},\"v\":{\"N\":\"1\"}},\"SizeBytes\":15"),
            record(
                "REMOVE",
                "\"OldImage\":{\"id\":{\"S\":\"a\"},\"v\":{\"N\":\"2\"}},\"SizeBytes\":9"));
    assertThat(records)
        .extracting(Record::partitionKey)
        .containsOnly(records.get(0).partitionKey());
    assertThat(records).extracting(Record::sequenceNumber).containsOnly(STREAM);
  }

  private static String record(String name, String images) {
    return """
        {"awsRegion":"us-east-1","eventName":"%s","userIdentity":null,\
        "recordFormat":"application/json","tableName":"things",\
        "dynamodb":{"ApproximateCreationDateTime":1767323045678,\
        "ApproximateCreationDateTimePrecision":"MILLISECOND","Keys":{"id":{"S":"a"}},%s},\
        "eventSource":"aws:dynamodb"}"""
        .formatted(name, images);
  }

  @Test
  void updateKinesisStreamingDestination_microseconds_areInTheRecords() {
    enable();
    assertThat(destination().approximateCreationDateTimePrecision()).isNull();
    update("MICROSECOND");
    put(1);

    assertThat(destination().approximateCreationDateTimePrecisionAsString())
        .isEqualTo("MICROSECOND");
    assertThat(records())
        .singleElement()
        .satisfies(
            record ->
                assertThat(text(record))
                    .contains(
                        "\"ApproximateCreationDateTime\":1767323045678901,"
                            + "\"ApproximateCreationDateTimePrecision\":\"MICROSECOND\""));
  }

  @Test
  void disableKinesisStreamingDestination_changes_goNowhere() {
    enable();
    update("MICROSECOND");
    disable();
    put(1);

    assertThat(records()).isEmpty();
    assertThat(destination().destinationStatusAsString()).isEqualTo("DISABLED");
    enable();
    assertThat(destination().destinationStatusAsString()).isEqualTo("ACTIVE");
    assertThat(destination().approximateCreationDateTimePrecision()).isNull();
  }

  @Test
  void updateTimeToLive_itemWhoseTimeHasCome_isDeletedByTheService() {
    enable();
    dynamo.updateTimeToLive(
        in ->
            in.tableName("things")
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("v")));
    put((int) NOW.getEpochSecond() + 60);
    emulator.clock().advance(Duration.ofMinutes(2));

    assertThat(records())
        .hasSize(2)
        .last()
        .satisfies(
            record ->
                assertThat(text(record))
                    .contains(
                        "\"eventName\":\"REMOVE\",\"userIdentity\":"
                            + "{\"principalId\":\"dynamodb.amazonaws.com\",\"type\":\"Service\"}"));
  }

  @Test
  void anyDestinationOperation_wrongState_isRefused() {
    String prefix = "Table is not in a valid state to ";
    assertInvalid(
        () -> update("MICROSECOND"),
        prefix
            + "enable Kinesis Streaming Destination: No streaming destination with streamArn: "
            + STREAM
            + " found for table with tableName: things");
    enable();
    assertInvalid(
        () ->
            dynamo.enableKinesisStreamingDestination(
                in -> in.tableName("things").streamArn(STREAM + "2")),
        prefix
            + "enable Kinesis Streaming Destination: EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.");
    String id = dynamo.describeTable(in -> in.tableName("things")).table().tableId();
    assertInvalid(
        () -> update("MILLISECOND"),
        "Invalid Request: Precision is already set to the desired value of MILLISECOND for tableId: "
            + id
            + ", kdsArn: "
            + STREAM);
    disable();
    assertInvalid(
        () -> update("MICROSECOND"),
        prefix
            + "enable Kinesis Streaming Destination: Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE state.");
    assertInvalid(
        () -> disable(),
        prefix
            + "disable Kinesis Streaming Destination: DisableKinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
  }
}
