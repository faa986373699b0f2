package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import io.robotocore.service.Members;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Sizes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.SequenceNumberRange;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * The operations on streams.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html">change
 *     data capture for DynamoDB Streams</a>
 */
interface Streams extends DynamoDbStreamsClient {

  int MAX_LISTED = 100;
  int MAX_RECORDS = 1_000;

  /** How large an answer may be, in bytes. */
  int MAX_BYTES = 1 << 20;

  Call call();

  DynamoDbState state();

  @Override
  default ListStreamsResponse listStreams(ListStreamsRequest in) {
    int limit = Optional.ofNullable(in.limit()).orElse(MAX_LISTED);
    List<Stream> streams =
        state()
            .streams()
            .asMap()
            .tailMap(Optional.ofNullable(in.exclusiveStartStreamArn()).orElse(""), false)
            .values()
            .stream()
            .filter(this::isReadable)
            .filter(
                stream -> in.tableName() == null || stream.about().table().equals(in.tableName()))
            .limit(limit + 1L)
            .toList();
    ListStreamsResponse.Builder out =
        ListStreamsResponse.builder()
            .streams(streams.stream().limit(limit).map(Streams::listed).toList());
    if (streams.size() > limit) {
      out.lastEvaluatedStreamArn(streams.get(limit - 1).about().arn());
    }
    return out.build();
  }

  private static software.amazon.awssdk.services.dynamodb.model.Stream listed(Stream stream) {
    return software.amazon.awssdk.services.dynamodb.model.Stream.builder()
        .streamArn(stream.about().arn())
        .streamLabel(stream.about().label())
        .tableName(stream.about().table())
        .build();
  }

  /** A stream that was switched off can be read for another day. */
  private boolean isReadable(Stream stream) {
    return stream
        .disabled()
        .filter(at -> !at.plus(Stream.RETENTION).isAfter(call().now()))
        .isEmpty();
  }

  /** The stream of an ARN, as time has left it. */
  private Stream stream(String arn) {
    Instant now = call().now();
    return state()
        .streams()
        .get(arn)
        .filter(this::isReadable)
        .flatMap(
            stream ->
                state()
                    .streams()
                    .computeIfPresent(arn, kept -> kept.at(now, call().random().hex(8))))
        .orElseThrow(
            () ->
                DynamoDbError.notFound(
                    "Requested resource not found: Stream: " + arn + " not found"));
  }

  @Override
  default DescribeStreamResponse describeStream(DescribeStreamRequest in) {
    Stream stream = stream(in.streamArn());
    int limit = Optional.ofNullable(in.limit()).orElse(MAX_LISTED);
    List<Stream.Shard> shards =
        stream.shards().values().stream()
            .filter(shard -> isWanted(in, shard))
            .dropWhile(
                shard ->
                    in.exclusiveStartShardId() != null
                        && shard.id().compareTo(in.exclusiveStartShardId()) <= 0)
            .limit(limit + 1L)
            .toList();
    software.amazon.awssdk.services.dynamodb.model.StreamDescription.Builder out =
        software.amazon.awssdk.services.dynamodb.model.StreamDescription.builder()
            .streamArn(stream.about().arn())
            .streamLabel(stream.about().label())
            .tableName(stream.about().table())
            .streamViewType(stream.about().view())
            .keySchema(stream.about().keys())
            .creationRequestDateTime(stream.about().created())
            .streamStatus(
                stream.disabled().isPresent() ? StreamStatus.DISABLED : StreamStatus.ENABLED)
            .shards(shards.stream().limit(limit).map(Streams::described).toList());
    if (shards.size() > limit) {
      out.lastEvaluatedShardId(shards.get(limit - 1).id());
    }
    return DescribeStreamResponse.builder().streamDescription(out.build()).build();
  }

  /** Whether a shard passes the request's filter, which older releases of the SDK lack. */
  private static boolean isWanted(DescribeStreamRequest in, Stream.Shard shard) {
    return Members.find(in, "ShardFilter")
        .map(SdkPojo.class::cast)
        .filter(filter -> Members.find(filter, "Type").filter("CHILD_SHARDS"::equals).isPresent())
        .map(filter -> Members.find(filter, "ShardId").equals(shard.parent()))
        .orElse(true);
  }

  private static Shard described(Stream.Shard shard) {
    SequenceNumberRange.Builder range =
        SequenceNumberRange.builder().startingSequenceNumber(Stream.text(shard.first()));
    shard.last().map(Stream::text).ifPresent(range::endingSequenceNumber);
    return Shard.builder()
        .shardId(shard.id())
        .parentShardId(shard.parent().orElse(null))
        .sequenceNumberRange(range.build())
        .build();
  }

  @Override
  default GetShardIteratorResponse getShardIterator(GetShardIteratorRequest in) {
    Stream stream = stream(in.streamArn());
    Stream.Shard shard = shard(stream, in.shardId());
    long next =
        switch (in.shardIteratorType()) {
          case TRIM_HORIZON -> Math.max(shard.first(), stream.horizon());
          case LATEST -> stream.next();
          case AT_SEQUENCE_NUMBER -> number(stream, shard, in);
          case AFTER_SEQUENCE_NUMBER -> number(stream, shard, in) + 1;
          default -> throw Invalid.because("Invalid ShardIteratorType");
        };
    return GetShardIteratorResponse.builder()
        .shardIterator(new ShardIterator(in.streamArn(), in.shardId(), next, call().now()).text())
        .build();
  }

  private static Stream.Shard shard(Stream stream, String id) {
    return stream.shards().values().stream()
        .filter(shard -> shard.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                DynamoDbError.notFound(
                    "Requested resource not found: Shard: %s in Stream: %s not found"
                        .formatted(id, stream.about().arn())));
  }

  private static long number(Stream stream, Stream.Shard shard, GetShardIteratorRequest in) {
    if (in.sequenceNumber() == null) {
      throw Invalid.because(
          "SequenceNumber is required when ShardIteratorType is " + in.shardIteratorType());
    }
    long number =
        Stream.number(in.sequenceNumber())
            .filter(shard::has)
            .orElseThrow(
                () ->
                    Invalid.because(
                        "Invalid SequenceNumber: " + in.sequenceNumber() + " for the shard"));
    checkNotTrimmed(stream, number);
    return number;
  }

  private static void checkNotTrimmed(Stream stream, long number) {
    if (number < stream.horizon()) {
      throw DynamoDbError.with(
              TrimmedDataAccessException.builder(),
              "The data you are trying to access has been trimmed")
          .build();
    }
  }

  @Override
  default GetRecordsResponse getRecords(GetRecordsRequest in) {
    ShardIterator iterator = ShardIterator.parse(in.shardIterator());
    if (iterator.isExpired(call().now())) {
      throw DynamoDbError.with(
              ExpiredIteratorException.builder(),
              "Iterator expired. The iterator was created at time %s while right now it is %s"
                  .formatted(iterator.created(), call().now()))
          .build();
    }
    Stream stream = stream(iterator.stream());
    Stream.Shard shard = shard(stream, iterator.shard());
    boolean ended = shard.last().filter(last -> iterator.next() >= last).isPresent();
    if (!ended) {
      checkNotTrimmed(stream, iterator.next());
    }
    int limit = Optional.ofNullable(in.limit()).orElse(MAX_RECORDS);
    List<Record> records = new ArrayList<>();
    long next = iterator.next();
    int bytes = 0;
    for (Map.Entry<Long, Stream.Change> change : stream.records().tailMap(next).entrySet()) {
      if (!shard.has(change.getKey()) || records.size() == limit || bytes > MAX_BYTES) {
        break;
      }
      Record record = record(stream, change.getKey(), change.getValue());
      records.add(record);
      bytes += record.dynamodb().sizeBytes().intValue();
      next = change.getKey() + 1;
    }
    GetRecordsResponse.Builder out = GetRecordsResponse.builder().records(records);
    long reached = next;
    if (shard.last().filter(last -> hasReached(stream, reached, last)).isEmpty()) {
      out.nextShardIterator(
          new ShardIterator(iterator.stream(), iterator.shard(), next, call().now()).text());
    }
    return out.build();
  }

  /** Whether no record is left before the end of a shard. */
  private static boolean hasReached(Stream stream, long next, long last) {
    return next > last || stream.records().subMap(next, true, last, true).isEmpty();
  }

  private Record record(Stream stream, long number, Stream.Change change) {
    StreamRecord.Builder record =
        StreamRecord.builder()
            .approximateCreationDateTime(Instant.ofEpochSecond(change.at().getEpochSecond()))
            .keys(Attributes.write(change.keys()))
            .sequenceNumber(Stream.text(number))
            .streamViewType(stream.about().view())
            .sizeBytes(
                (long) Sizes.of(change.keys())
                    + change.old().map(Sizes::of).orElse(0)
                    + change.item().map(Sizes::of).orElse(0));
    image(change.old()).ifPresent(record::oldImage);
    image(change.item()).ifPresent(record::newImage);
    Record.Builder out =
        Record.builder()
            .eventID(change.eventId())
            .eventVersion("1.1")
            .eventSource("aws:dynamodb")
            .awsRegion(call().region())
            .eventName(name(change))
            .dynamodb(record.build());
    if (change.expired()) {
      out.userIdentity(
          Identity.builder().type("Service").principalId("dynamodb.amazonaws.com").build());
    }
    return out.build();
  }

  private static Optional<
          Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue>>
      image(Optional<Document> item) {
    return item.filter(one -> one.size() > 0).map(Attributes::write);
  }

  private static OperationType name(Stream.Change change) {
    if (change.item().isEmpty()) {
      return OperationType.REMOVE;
    }
    return change.old().isEmpty() ? OperationType.INSERT : OperationType.MODIFY;
  }

  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
