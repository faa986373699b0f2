package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.streamed;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Streams of changes, and the end of items' lifetimes as they show it. */
@AwsEmulator
final class StreamsTest {

  private final DynamoDbClient dynamo;
  private final DynamoDbStreamsClient streams;
  private final Emulator emulator;

  StreamsTest(DynamoDbClient dynamo, DynamoDbStreamsClient streams, Emulator emulator) {
    this.dynamo = dynamo;
    this.streams = streams;
    this.emulator = emulator;
  }

  private String createTable(StreamViewType view) {
    return dynamo
        .createTable(streamed("things", view, "id:S"))
        .tableDescription()
        .latestStreamArn();
  }

  private void put(String id, int value) {
    dynamo.putItem(in -> in.tableName("things").item(item("id", s(id), "v", n(value))));
  }

  private void delete(String id) {
    dynamo.deleteItem(in -> in.tableName("things").key(item("id", s(id))));
  }

  private List<Shard> shards(String arn) {
    return streams.describeStream(in -> in.streamArn(arn)).streamDescription().shards();
  }

  private String iterator(String arn, Shard shard, ShardIteratorType type, String number) {
    return streams
        .getShardIterator(
            in ->
                in.streamArn(arn)
                    .shardId(shard.shardId())
                    .shardIteratorType(type)
                    .sequenceNumber(number))
        .shardIterator();
  }

  private List<Record> records(String arn) {
    List<Record> records = new ArrayList<>();
    for (Shard shard : shards(arn)) {
      String iterator = iterator(arn, shard, ShardIteratorType.TRIM_HORIZON, null);
      records.addAll(streams.getRecords(in -> in.shardIterator(iterator)).records());
    }
    return records;
  }

  @ParameterizedTest
  @CsvSource({
    "KEYS_ONLY, false, false",
    "NEW_IMAGE, true, false",
    "OLD_IMAGE, false, true",
    "NEW_AND_OLD_IMAGES, true, true"
  })
  void getRecords_changes_showWhatTheViewShows(StreamViewType view, boolean shows, boolean old) {
    String arn = createTable(view);
    put("a", 1);
    put("a", 2);
    delete("a");

    List<Record> records = records(arn);
    assertThat(records)
        .extracting(Record::eventName)
        .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.dynamodb().keys()).isEqualTo(item("id", s("a")));
              assertThat(record.dynamodb().streamViewType()).isEqualTo(view);
              assertThat(record.eventSource()).isEqualTo("aws:dynamodb");
              assertThat(record.userIdentity()).isNull();
            });
    Record modified = records.get(1);
    assertThat(modified.dynamodb().hasNewImage()).isEqualTo(shows);
    assertThat(modified.dynamodb().hasOldImage()).isEqualTo(old);
    if (shows) {
      assertThat(modified.dynamodb().newImage()).containsEntry("v", n(2));
    }
    if (old) {
      assertThat(modified.dynamodb().oldImage()).containsEntry("v", n(1));
      assertThat(records.get(2).dynamodb().oldImage()).containsEntry("v", n(2));
    }
  }

  @Test
  void getRecords_writeThatChangesNothing_leavesNoRecord() {
    String arn = createTable(StreamViewType.KEYS_ONLY);
    put("a", 1);
    put("a", 1);
    delete("none");

    assertThat(records(arn)).hasSize(1);
  }

  @Test
  void getRecords_sequenceNumbers_growWithinTheirShard() {
    String arn = createTable(StreamViewType.KEYS_ONLY);
    for (int i = 0; i < 5; i++) {
      put("a", i);
    }

    Shard shard = shards(arn).get(0);
    List<String> numbers =
        records(arn).stream().map(record -> record.dynamodb().sequenceNumber()).toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates();
    assertThat(numbers.get(0)).isGreaterThan(shard.sequenceNumberRange().startingSequenceNumber());
    assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNull();
  }

  @Test
  void getShardIterator_everyType_beginsWhereItSays() {
    String arn = createTable(StreamViewType.NEW_IMAGE);
    for (int i = 0; i < 4; i++) {
      put("a", i);
    }
    Shard shard = shards(arn).get(0);
    String second = records(arn).get(1).dynamodb().sequenceNumber();
    String latest = iterator(arn, shard, ShardIteratorType.LATEST, null);
    put("a", 9);

    assertThat(values(iterator(arn, shard, ShardIteratorType.AT_SEQUENCE_NUMBER, second)))
        .containsExactly("1", "2", "3", "9");
    assertThat(values(iterator(arn, shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, second)))
        .containsExactly("2", "3", "9");
    assertThat(values(latest)).containsExactly("9");
  }

  private List<String> values(String iterator) {
    return streams.getRecords(in -> in.shardIterator(iterator)).records().stream()
        .map(record -> record.dynamodb().newImage().get("v").n())
        .toList();
  }

  @Test
  void getRecords_limit_isContinuedByTheNextIterator() {
    String arn = createTable(StreamViewType.NEW_IMAGE);
    for (int i = 0; i < 5; i++) {
      put("a", i);
    }
    String first = iterator(arn, shards(arn).get(0), ShardIteratorType.TRIM_HORIZON, null);
    GetRecordsResponse page = streams.getRecords(in -> in.shardIterator(first).limit(3));

    assertThat(page.records()).hasSize(3);
    assertThat(values(page.nextShardIterator())).containsExactly("3", "4");
  }

  @Test
  void describeStream_afterHours_hasShardsThatFollowOneAnother() {
    String arn = createTable(StreamViewType.NEW_IMAGE);
    put("a", 1);
    emulator.clock().advance(Duration.ofHours(5));
    put("a", 2);

    List<Shard> shards = shards(arn);
    assertThat(shards).hasSize(2);
    assertThat(shards.get(1).parentShardId()).isEqualTo(shards.get(0).shardId());
    assertThat(shards.get(0).sequenceNumberRange().endingSequenceNumber())
        .isLessThan(shards.get(1).sequenceNumberRange().startingSequenceNumber());
    String parent = iterator(arn, shards.get(0), ShardIteratorType.TRIM_HORIZON, null);
    GetRecordsResponse page = streams.getRecords(in -> in.shardIterator(parent));
    assertThat(page.records()).hasSize(1);
    assertThat(page.nextShardIterator()).isNull();
    assertThat(values(iterator(arn, shards.get(1), ShardIteratorType.TRIM_HORIZON, null)))
        .containsExactly("2");
  }

  @Test
  void getRecords_afterADay_areTrimmed() {
    String arn = createTable(StreamViewType.NEW_IMAGE);
    put("a", 1);
    put("a", 2);
    String number = records(arn).get(0).dynamodb().sequenceNumber();
    Shard shard = shards(arn).get(0);
    emulator.clock().advance(Duration.ofHours(25));
    put("a", 3);

    assertThat(records(arn)).hasSize(1);
    assertThatExceptionOfType(TrimmedDataAccessException.class)
        .isThrownBy(() -> iterator(arn, shard, ShardIteratorType.AT_SEQUENCE_NUMBER, number));
  }

  @Test
  void getRecords_iteratorWhoseRecordWasTrimmedMeanwhile_isRefused() {
    String arn = createTable(StreamViewType.NEW_IMAGE);
    put("a", 1);
    put("a", 2);
    emulator.clock().advance(Duration.ofHours(24).minusMinutes(5));
    String iterator = iterator(arn, shards(arn).get(0), ShardIteratorType.TRIM_HORIZON, null);
    assertThat(values(iterator)).containsExactly("1", "2");

    emulator.clock().advance(Duration.ofMinutes(10));

    assertRefused(
        () -> streams.getRecords(in -> in.shardIterator(iterator)),
        TrimmedDataAccessException.class,
        "The data you are trying to access has been trimmed");
  }

  @Test
  void getRecords_oldIterator_isExpired() {
    String arn = createTable(StreamViewType.NEW_IMAGE);
    String iterator = iterator(arn, shards(arn).get(0), ShardIteratorType.TRIM_HORIZON, null);
    emulator.clock().advance(Duration.ofMinutes(16));

    assertThatExceptionOfType(ExpiredIteratorException.class)
        .isThrownBy(() -> streams.getRecords(in -> in.shardIterator(iterator)));
    assertInvalid(
        () -> streams.getRecords(in -> in.shardIterator("no-iterator")),
        "Invalid ShardIterator: no-iterator");
  }

  @Test
  void listStreams_streamSwitchedOffAndOn_areTwo() {
    String first = createTable(StreamViewType.NEW_IMAGE);
    put("a", 1);
    dynamo.updateTable(
        in -> in.tableName("things").streamSpecification(stream -> stream.streamEnabled(false)));
    put("a", 2);
    String second =
        dynamo
            .updateTable(
                in ->
                    in.tableName("things")
                        .streamSpecification(
                            stream ->
                                stream
                                    .streamEnabled(true)
                                    .streamViewType(StreamViewType.KEYS_ONLY)))
            .tableDescription()
            .latestStreamArn();
    put("a", 3);

    assertThat(streams.listStreams(in -> in.tableName("things")).streams())
        .extracting(stream -> stream.streamArn())
        .containsExactlyInAnyOrder(first, second);
    assertThat(streams.describeStream(in -> in.streamArn(first)).streamDescription().streamStatus())
        .isEqualTo(StreamStatus.DISABLED);
    assertThat(records(first)).hasSize(1);
    assertThat(records(second)).hasSize(1);
  }

  @Test
  void updateTimeToLive_itemsWhoseTimeHasCome_areDeletedByTheService() {
    String arn = createTable(StreamViewType.NEW_AND_OLD_IMAGES);
    emulator.clock().freeze();
    Instant now = emulator.clock().instant();
    put("stays", 1);
    for (int hours : new int[] {1, 3}) {
      dynamo.putItem(
          in ->
              in.tableName("things")
                  .item(
                      item(
                          "id", s("in" + hours),
                          "until", n(now.plus(Duration.ofHours(hours)).getEpochSecond()))));
    }
    dynamo.updateTimeToLive(
        in ->
            in.tableName("things")
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("until")));
    assertThat(
            dynamo
                .describeTimeToLive(in -> in.tableName("things"))
                .timeToLiveDescription()
                .timeToLiveStatusAsString())
        .isEqualTo("ENABLED");

    emulator.clock().advance(Duration.ofHours(2));
    assertThat(dynamo.scan(in -> in.tableName("things")).items())
        .extracting(one -> one.get("id").s())
        .containsExactlyInAnyOrder("stays", "in3");
    Record removed = records(arn).get(3);
    assertThat(removed.eventName()).isEqualTo(OperationType.REMOVE);
    assertThat(removed.userIdentity().type()).isEqualTo("Service");
    assertThat(removed.userIdentity().principalId()).isEqualTo("dynamodb.amazonaws.com");
    assertThat(removed.dynamodb().oldImage()).containsEntry("id", s("in1"));

    dynamo.updateItem(
        in ->
            in.tableName("things")
                .key(item("id", s("in3")))
                .updateExpression("SET #u = :later")
                .expressionAttributeNames(Map.of("#u", "until"))
                .expressionAttributeValues(
                    Map.of(":later", n(now.plus(Duration.ofHours(9)).getEpochSecond()))));
    emulator.clock().advance(Duration.ofHours(2));
    assertThat(dynamo.scan(in -> in.tableName("things")).count()).isEqualTo(2);
    emulator.clock().advance(Duration.ofHours(9));
    assertThat(dynamo.scan(in -> in.tableName("things")).count()).isEqualTo(1);
  }

  @Test
  void updateTimeToLive_again_isRefused() {
    createTable(StreamViewType.KEYS_ONLY);
    dynamo.updateTimeToLive(
        in ->
            in.tableName("things")
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("until")));

    assertInvalid(
        () ->
            dynamo.updateTimeToLive(
                in ->
                    in.tableName("things")
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName("until"))),
        "TimeToLive is already enabled");
  }
}
