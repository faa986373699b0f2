package io.robotocore.services.dynamodb;

import io.robotocore.service.AwsService;
import io.robotocore.service.Call;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;
import io.robotocore.state.State;
import io.robotocore.state.Table;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryRequest;
import software.amazon.awssdk.services.kinesis.model.DescribeStreamSummaryResponse;
import software.amazon.awssdk.services.kinesis.model.GetRecordsRequest;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;

/** As little of Kinesis as changes of items need to arrive somewhere. */
final class DataStreams {

  private DataStreams() {}

  /** The records, in the order in which they came. */
  static final class Kept extends State {
    private final Table<String, Record> records = table();
  }

  private record Kinesis(Call call, Kept kept) implements KinesisClient {

    @Override
    public PutRecordResponse putRecord(PutRecordRequest in) {
      String number = "%06d".formatted(kept.records.asMap().size());
      kept.records.put(
          number,
          Record.builder()
              .sequenceNumber(in.streamARN())
              .partitionKey(in.partitionKey())
              .data(in.data())
              .build());
      return PutRecordResponse.builder().shardId("shard-0").sequenceNumber(number).build();
    }

    @Override
    public DescribeStreamSummaryResponse describeStreamSummary(DescribeStreamSummaryRequest in) {
      if (in.streamARN().endsWith("/missing")) {
        throw ResourceNotFoundException.builder()
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("ResourceNotFoundException")
                    .errorMessage("Stream missing not found")
                    .build())
            .statusCode(400)
            .build();
      }
      return DescribeStreamSummaryResponse.builder().build();
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest in) {
      return GetRecordsResponse.builder().records(kept.records.asMap().values()).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  /** Offers data streams. */
  @AwsService(
      id = "kinesis",
      client = "software.amazon.awssdk.services.kinesis.KinesisClient",
      module = "kinesis")
  public static final class Provider implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(KinesisClient.class, Kept::new, Kinesis::new);
    }
  }
}
