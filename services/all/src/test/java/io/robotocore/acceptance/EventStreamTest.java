package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.RecordedCall;
import io.robotocore.Transport;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionStart;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionUpdate;
import software.amazon.awssdk.services.cloudwatchlogs.model.SessionTimeoutException;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseHandler;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardRequest;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponse;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponseHandler;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.ExpressionType;
import software.amazon.awssdk.services.s3.model.SelectObjectContentResponseHandler;

/** Streams of events as the SDK's asynchronous clients read them. */
@Timeout(60)
final class EventStreamTest {

  private static SubscribeToShardRequest shard(String id) {
    return SubscribeToShardRequest.builder()
        .consumerARN("arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1")
        .shardId(id)
        .startingPosition(position -> position.type("LATEST"))
        .build();
  }

  /** Kinesis is asked over HTTP/2, and speaks CBOR with SDKs for Java. */
  @ParameterizedTest
  @EnumSource
  void subscribeToShard_events_comeWithTheirRecords(Transport transport) throws Exception {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      KinesisAsyncClient kinesis = emulator.client(KinesisAsyncClient.class);
      List<SubscribeToShardEvent> events = new CopyOnWriteArrayList<>();
      kinesis
          .subscribeToShard(
              shard("shardId-000000000000"),
              SubscribeToShardResponseHandler.builder()
                  .subscriber(
                      SubscribeToShardResponseHandler.Visitor.builder()
                          .onSubscribeToShardEvent(events::add)
                          .build())
                  .build())
          .get(20, TimeUnit.SECONDS);
      assertThat(events)
          .extracting(SubscribeToShardEvent::continuationSequenceNumber)
          .containsExactly("1", "2");
      assertThat(events.get(1).records())
          .singleElement()
          .returns("record 2", record -> record.data().asUtf8String())
          .extracting(Record::approximateArrivalTimestamp)
          .hasToString("2015-08-30T12:36:00.123Z");
      assertThat(emulator.calls())
          .extracting(RecordedCall::operation)
          .containsExactly("SubscribeToShard");
    }
  }

  @ParameterizedTest
  @EnumSource
  void subscribeToShard_ofNoShard_failsAsOtherOperationsDo(Transport transport) {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      CompletableFuture<Void> answer =
          emulator
              .client(KinesisAsyncClient.class)
              .subscribeToShard(
                  shard("shardId-000000000001"),
                  SubscribeToShardResponseHandler.builder().subscriber(event -> {}).build());
      assertThatThrownBy(() -> answer.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(ResourceNotFoundException.class)
          .hasMessageContaining("no shard shardId-000000000001");
    }
  }

  @ParameterizedTest
  @EnumSource
  void invokeWithResponseStream_chunks_comeInOrder(Transport transport) throws Exception {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      List<String> seen = new CopyOnWriteArrayList<>();
      AtomicReference<InvokeWithResponseStreamResponse> response = new AtomicReference<>();
      emulator
          .client(LambdaAsyncClient.class)
          .invokeWithResponseStream(
              invoke -> invoke.functionName("f").payload(SdkBytes.fromUtf8String("world")),
              InvokeWithResponseStreamResponseHandler.builder()
                  .onResponse(response::set)
                  .subscriber(
                      InvokeWithResponseStreamResponseHandler.Visitor.builder()
                          .onPayloadChunk(chunk -> seen.add(chunk.payload().asUtf8String()))
                          .onInvokeComplete(complete -> seen.add(complete.logResult()))
                          .build())
                  .build())
          .get(20, TimeUnit.SECONDS);
      assertThat(seen).containsExactly("hello ", "world", "log");
      assertThat(response.get().executedVersion()).isEqualTo("7");
      assertThat(response.get().responseStreamContentType())
          .isEqualTo("application/vnd.amazon.eventstream");
    }
  }

  @ParameterizedTest
  @EnumSource
  void selectObjectContent_eachKindOfEvent_isKnown(Transport transport) throws Exception {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      List<String> seen = new CopyOnWriteArrayList<>();
      emulator
          .client(S3AsyncClient.class)
          .selectObjectContent(
              select ->
                  select
                      .bucket("bucket")
                      .key("key")
                      .expression("a,b\n")
                      .expressionType(ExpressionType.SQL)
                      .inputSerialization(input -> input.csv(csv -> {}))
                      .outputSerialization(output -> output.csv(csv -> {})),
              SelectObjectContentResponseHandler.builder()
                  .subscriber(
                      SelectObjectContentResponseHandler.Visitor.builder()
                          .onRecords(records -> seen.add(records.payload().asUtf8String()))
                          .onCont(cont -> seen.add("cont"))
                          .onStats(stats -> seen.add("returned " + stats.details().bytesReturned()))
                          .onEnd(end -> seen.add("end"))
                          .build())
                  .build())
          .get(20, TimeUnit.SECONDS);
      assertThat(seen).containsExactly("a,b\n", "cont", "returned 3", "end");
    }
  }

  /** A tail that has begun. */
  private record Tail(CompletableFuture<Void> end, BlockingQueue<String> seen) {

    private static Tail start(Emulator emulator) {
      BlockingQueue<String> seen = new LinkedBlockingQueue<>();
      CompletableFuture<Void> end =
          emulator
              .client(CloudWatchLogsAsyncClient.class)
              .startLiveTail(
                  tail -> tail.logGroupIdentifiers("arn:aws:logs:us-east-1:123456789012:group"),
                  StartLiveTailResponseHandler.builder()
                      .subscriber(
                          StartLiveTailResponseHandler.Visitor.builder()
                              .onSessionStart(start -> seen.add(name(start)))
                              .onSessionUpdate(update -> seen.add(message(update)))
                              .build())
                      .build());
      return new Tail(end, seen);
    }

    private static String name(LiveTailSessionStart start) {
      return start.sessionId();
    }

    private static String message(LiveTailSessionUpdate update) {
      return update.sessionResults().get(0).message();
    }

    private String next() throws InterruptedException {
      return String.valueOf(seen.poll(20, TimeUnit.SECONDS));
    }
  }

  private static void put(Emulator emulator, String message) {
    emulator
        .client(CloudWatchLogsClient.class)
        .putLogEvents(
            put ->
                put.logGroupName("group")
                    .logStreamName("stream")
                    .logEvents(InputLogEvent.builder().message(message).timestamp(0L).build()));
  }

  @ParameterizedTest
  @EnumSource
  void startLiveTail_eachEvent_comesWhenItHappens(Transport transport) throws Exception {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      Tail tail = Tail.start(emulator);
      assertThat(tail.next()).isEqualTo("session");
      put(emulator, "first");
      assertThat(tail.next()).isEqualTo("first");
      put(emulator, "second");
      assertThat(tail.next()).isEqualTo("second");
      assertThat(tail.end).isNotDone();
      put(emulator, "timeout");
      assertThatThrownBy(() -> tail.end.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(SessionTimeoutException.class)
          .hasMessageContaining("three hours are over");
    }
  }

  @ParameterizedTest
  @EnumSource
  void startLiveTail_resetMeanwhile_ends(Transport transport) throws Exception {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      Tail tail = Tail.start(emulator);
      assertThat(tail.next()).isEqualTo("session");
      emulator.reset();
      tail.end.get(20, TimeUnit.SECONDS);
      assertThat(tail.seen).isEmpty();
    }
  }

  @Test
  void startLiveTail_defectMeanwhile_isToldAsAnError() throws Exception {
    try (Emulator emulator = StreamingStubs.start(Transport.HTTP)) {
      Tail tail = Tail.start(emulator);
      assertThat(tail.next()).isEqualTo("session");
      put(emulator, "defect");
      assertThatThrownBy(() -> tail.end.get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .hasMessageContaining("The emulator failed, which is a defect of it")
          .hasMessageContaining("on purpose");
    }
  }
}
