package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.streamed;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.adapter.DynamoDBStreamsClientRecord;
import com.amazonaws.services.dynamodbv2.streamsadapter.adapter.DynamoDBStreamsGetRecordsResponseAdapter;
import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescription;

/**
 * The DynamoDB Streams Kinesis Adapter reads streams; it knows members that the oldest SDK lacks.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.KCLAdapter.html">adapter</a>
 */
@AwsEmulator
final class AdapterTest {

  private final DynamoDbClient dynamo;
  private final AmazonDynamoDBStreamsAdapterClient adapter;
  private final Emulator emulator;

  AdapterTest(DynamoDbClient dynamo, DynamoDbStreamsClient streams, Emulator emulator) {
    this.dynamo = dynamo;
    this.adapter = new AmazonDynamoDBStreamsAdapterClient(streams, Region.US_EAST_1);
    this.emulator = emulator;
  }

  @Test
  void adapter_shardsOneAfterTheOther_givesAllRecords() {
    String arn =
        dynamo
            .createTable(streamed("things", StreamViewType.NEW_IMAGE, "id:S"))
            .tableDescription()
            .latestStreamArn();
    for (int i = 0; i < 6; i++) {
      int value = i;
      dynamo.putItem(in -> in.tableName("things").item(item("id", s("a"), "v", n(value))));
      emulator.clock().advance(Duration.ofHours(2));
    }
    StreamDescription description =
        adapter.describeStream(in -> in.streamName(arn)).join().streamDescription();
    List<String> values = new ArrayList<>();
    for (Shard shard : description.shards()) {
      values.addAll(values(arn, shard));
    }

    assertThat(description.shards()).hasSize(4);
    assertThat(description.shards().get(1).parentShardId())
        .isEqualTo(description.shards().get(0).shardId());
    assertThat(values).containsExactly("0", "1", "2", "3", "4", "5");
  }

  private List<String> values(String arn, Shard shard) {
    String iterator =
        adapter
            .getShardIterator(
                in ->
                    in.streamName(arn)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .join()
            .shardIterator();
    DynamoDBStreamsGetRecordsResponseAdapter page =
        adapter
            .getDynamoDBStreamsRecords(GetRecordsRequest.builder().shardIterator(iterator).build())
            .join();
    boolean closed = shard.sequenceNumberRange().endingSequenceNumber() != null;
    assertThat(page.nextShardIterator() == null).isEqualTo(closed);
    return page.records().stream()
        .map(DynamoDBStreamsClientRecord.class::cast)
        .map(record -> record.getRecord().dynamodb().newImage().get("v").n())
        .toList();
  }
}
