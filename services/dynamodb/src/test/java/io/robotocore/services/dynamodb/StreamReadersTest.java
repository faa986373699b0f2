package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.streamed;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Streams can be read as Lambda's pollers do it: shard by shard, parents before their children.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">reading
 *     and processing a stream</a>
 */
@AwsEmulator
final class StreamReadersTest {

  private final DynamoDbClient dynamo;
  private final DynamoDbStreamsClient streams;
  private final Emulator emulator;
  private String arn = "";

  StreamReadersTest(DynamoDbClient dynamo, DynamoDbStreamsClient streams, Emulator emulator) {
    this.dynamo = dynamo;
    this.streams = streams;
    this.emulator = emulator;
  }

  @BeforeEach
  void createTable() {
    arn =
        dynamo
            .createTable(streamed("things", StreamViewType.NEW_IMAGE, "id:S"))
            .tableDescription()
            .latestStreamArn();
  }

  /** Writes items; every third time, hours go by. */
  private void put(int from, int to) {
    for (int i = from; i <= to; i++) {
      int value = i;
      dynamo.putItem(in -> in.tableName("things").item(item("id", s("a"), "v", n(value))));
      if (i % 3 == 0) {
        emulator.clock().advance(Duration.ofHours(4));
      }
    }
  }

  /** The shards, asked for one by one. */
  private List<Shard> shards() {
    List<Shard> shards = new ArrayList<>();
    String last = null;
    do {
      String start = last;
      StreamDescription page =
          streams
              .describeStream(in -> in.streamArn(arn).limit(1).exclusiveStartShardId(start))
              .streamDescription();
      shards.addAll(page.shards());
      last = page.lastEvaluatedShardId();
    } while (last != null);
    return shards;
  }

  private String iterator(Shard shard, ShardIteratorType type) {
    return streams
        .getShardIterator(in -> in.streamArn(arn).shardId(shard.shardId()).shardIteratorType(type))
        .shardIterator();
  }

  private static List<Integer> values(List<Record> records) {
    return records.stream()
        .map(record -> Integer.parseInt(record.dynamodb().newImage().get("v").n()))
        .toList();
  }

  @Test
  void shards_readAsAPollerDoes_giveAllChangesInOrder() {
    put(1, 10);
    Set<String> read = new HashSet<>();
    List<Integer> values = new ArrayList<>();
    String open = null;
    for (Shard shard : shards()) {
      assertThat(shard.parentShardId() == null || read.contains(shard.parentShardId())).isTrue();
      String iterator = iterator(shard, ShardIteratorType.TRIM_HORIZON);
      boolean closed = shard.sequenceNumberRange().endingSequenceNumber() != null;
      for (int pages = 0; iterator != null && (closed || pages < 3); pages++) {
        String next = iterator;
        GetRecordsResponse page = streams.getRecords(in -> in.shardIterator(next).limit(2));
        values.addAll(values(page.records()));
        iterator = page.nextShardIterator();
      }
      read.add(shard.shardId());
      open = iterator;
    }

    assertThat(read).hasSize(4);
    assertThat(values).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    String waiting = open;
    put(11, 11);
    assertThat(values(streams.getRecords(in -> in.shardIterator(waiting)).records()))
        .containsExactly(11);
  }

  @Test
  void getRecords_shardThatCloses_endsItsReader() {
    emulator.clock().freeze();
    emulator.clock().advance(Duration.ofMinutes(235));
    Shard first = shards().get(0);
    String latest = iterator(first, ShardIteratorType.LATEST);
    put(1, 2);
    emulator.clock().advance(Duration.ofMinutes(10));
    put(4, 4);
    GetRecordsResponse page = streams.getRecords(in -> in.shardIterator(latest));

    assertThat(shards()).hasSize(2);
    assertThat(values(page.records())).containsExactly(1, 2);
    assertThat(page.nextShardIterator()).isNull();
  }

  @Test
  void getShardIterator_latestOfAClosedShard_givesNothingMore() {
    put(1, 4);
    Shard closed = shards().get(0);
    GetRecordsResponse page =
        streams.getRecords(in -> in.shardIterator(iterator(closed, ShardIteratorType.LATEST)));

    assertThat(page.records()).isEmpty();
    assertThat(page.nextShardIterator()).isNull();
  }

  @Test
  void describeStream_disabledStream_hasClosedShardsOnly() {
    put(1, 4);
    dynamo.updateTable(
        in -> in.tableName("things").streamSpecification(stream -> stream.streamEnabled(false)));

    assertThat(shards())
        .hasSize(2)
        .allSatisfy(
            shard -> assertThat(shard.sequenceNumberRange().endingSequenceNumber()).isNotNull());
    GetRecordsResponse page =
        streams.getRecords(
            in -> in.shardIterator(iterator(shards().get(1), ShardIteratorType.TRIM_HORIZON)));
    assertThat(values(page.records())).containsExactly(4);
    assertThat(page.nextShardIterator()).isNull();
  }
}
