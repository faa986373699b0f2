package io.robotocore.acceptance;

import io.robotocore.Emulator;
import io.robotocore.Signatures;
import io.robotocore.Transport;
import io.robotocore.service.AwsService;
import io.robotocore.service.Call;
import io.robotocore.service.ErrorFields;
import io.robotocore.service.EventAnswer;
import io.robotocore.service.Events;
import io.robotocore.service.Payload;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;
import io.robotocore.state.Blob;
import io.robotocore.state.State;
import io.robotocore.state.Table;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LiveTailSessionLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.SessionTimeoutException;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.StartLiveTailResponseStream;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEventStream;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardRequest;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponse;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamRequest;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponse;
import software.amazon.awssdk.services.lambda.model.InvokeWithResponseStreamResponseEvent;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.SelectObjectContentEventStream;
import software.amazon.awssdk.services.s3.model.SelectObjectContentRequest;
import software.amazon.awssdk.services.s3.model.SelectObjectContentResponse;

/** Services made up for tests, each with one operation that gives a stream of events. */
final class StreamingStubs {

  private static final List<Class<? extends ServiceProvider>> PROVIDERS =
      List.of(KinesisProvider.class, LambdaProvider.class, LogsProvider.class, S3Provider.class);

  private StreamingStubs() {}

  /** Starts an emulator that has these services and no others, and verifies signatures. */
  static Emulator start(Transport transport) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(new Providers(before));
    try {
      return Emulator.builder().transport(transport).signatures(Signatures.VERIFY).start();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Shows {@code ServiceLoader} the providers of this file. */
  private static final class Providers extends ClassLoader {

    private Providers(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      if (!name.equals("META-INF/services/" + ServiceProvider.class.getName())) {
        return super.getResources(name);
      }
      Path file = Files.createTempFile("providers", "");
      file.toFile().deleteOnExit();
      Files.writeString(
          file, PROVIDERS.stream().map(Class::getName).collect(Collectors.joining("\n")));
      return Collections.enumeration(List.of(file.toUri().toURL()));
    }
  }

  /** What the stubs remember. */
  static final class Memory extends State {
    private final Table<Integer, String> messages = table();
    private final Table<String, Blob> objects = table();
  }

  private record Kinesis(Call call, Memory memory) implements KinesisClient {

    private static EventAnswer subscribe(Call call, Memory memory, SubscribeToShardRequest in) {
      if (!in.shardId().equals("shardId-000000000000")) {
        throw ResourceNotFoundException.builder().message("no shard " + in.shardId()).build();
      }
      Stream<SubscribeToShardEvent> events =
          Stream.of("1", "2")
              .map(
                  number ->
                      SubscribeToShardEventStream.subscribeToShardEventBuilder()
                          .continuationSequenceNumber(number)
                          .millisBehindLatest(0L)
                          .records(
                              Record.builder()
                                  .data(SdkBytes.fromUtf8String("record " + number))
                                  .partitionKey("key")
                                  .sequenceNumber(number)
                                  .approximateArrivalTimestamp(
                                      Instant.parse("2015-08-30T12:36:00.123Z"))
                                  .build())
                          .build());
      return new EventAnswer(
          SubscribeToShardResponse.builder().build(), Events.of(events.toList()));
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private record Lambda(Call call, Memory memory) implements LambdaClient {

    private static EventAnswer invoke(
        Call call, Memory memory, InvokeWithResponseStreamRequest in) {
      List<SdkPojo> events =
          List.of(
              InvokeWithResponseStreamResponseEvent.payloadChunkBuilder()
                  .payload(SdkBytes.fromUtf8String("hello "))
                  .build(),
              InvokeWithResponseStreamResponseEvent.payloadChunkBuilder()
                  .payload(in.payload())
                  .build(),
              InvokeWithResponseStreamResponseEvent.invokeCompleteBuilder()
                  .logResult("log")
                  .build());
      return new EventAnswer(
          InvokeWithResponseStreamResponse.builder().statusCode(200).executedVersion("7").build(),
          Events.of(events));
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  private record Logs(Call call, Memory memory) implements CloudWatchLogsClient {

    @Override
    public PutLogEventsResponse putLogEvents(PutLogEventsRequest in) {
      memory.run(
          () ->
              in.logEvents()
                  .forEach(event -> memory.messages.put(memory.messages.size(), event.message())));
      return PutLogEventsResponse.builder().build();
    }

    private static EventAnswer tail(Call call, Memory memory, StartLiveTailRequest in) {
      return new EventAnswer(StartLiveTailResponse.builder().build(), new Tail(call, memory));
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  /** Gives each message when it is put, and ends with an error after the message "timeout". */
  private static final class Tail implements Events {

    private final Call call;
    private final Memory memory;
    private int next = -1;

    private Tail(Call call, Memory memory) {
      this.call = call;
      this.memory = memory;
    }

    @Override
    public Optional<? extends SdkPojo> next() {
      int number = next++;
      if (number < 0) {
        return Optional.of(
            StartLiveTailResponseStream.sessionStartBuilder().sessionId("session").build());
      }
      return memory
          .await(
              number,
              call.wait(Duration.ofHours(3), Optional::empty),
              () -> memory.messages.get(number))
          .map(Tail::update);
    }

    private static SdkPojo update(String message) {
      if (message.equals("timeout")) {
        throw SessionTimeoutException.builder().message("three hours are over").build();
      }
      if (message.equals("defect")) {
        throw new IllegalStateException("on purpose");
      }
      return StartLiveTailResponseStream.sessionUpdateBuilder()
          .sessionResults(LiveTailSessionLogEvent.builder().message(message).build())
          .build();
    }
  }

  private record S3(Call call, Memory memory) implements S3Client {

    private static EventAnswer select(Call call, Memory memory, SelectObjectContentRequest in) {
      List<SdkPojo> events =
          List.of(
              SelectObjectContentEventStream.recordsBuilder()
                  .payload(SdkBytes.fromUtf8String(in.expression()))
                  .build(),
              SelectObjectContentEventStream.contBuilder().build(),
              SelectObjectContentEventStream.statsBuilder()
                  .details(stats -> stats.bytesScanned(1L).bytesProcessed(2L).bytesReturned(3L))
                  .build(),
              SelectObjectContentEventStream.endBuilder().build());
      return new EventAnswer(SelectObjectContentResponse.builder().build(), Events.of(events));
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest in, RequestBody body) {
      memory.objects.put(in.key(), call.blobs().keep(body.contentStreamProvider().newStream()));
      return PutObjectResponse.builder().checksumCRC32(in.checksumCRC32()).build();
    }

    @Override
    public <T> T getObject(
        GetObjectRequest in, ResponseTransformer<GetObjectResponse, T> receiver) {
      Blob object = object(in.key());
      GetObjectResponse response =
          GetObjectResponse.builder().contentLength(object.length()).eTag("etag").build();
      return Payload.send(receiver, response, object.stream());
    }

    @Override
    public HeadObjectResponse headObject(HeadObjectRequest in) {
      return HeadObjectResponse.builder().contentLength(object(in.key()).length()).build();
    }

    private Blob object(String key) {
      return memory
          .objects
          .get(key)
          .orElseThrow(
              () ->
                  NoSuchKeyException.builder()
                      .message("no object " + key)
                      .cause(
                          ErrorFields.of(Map.of("Key", key))
                              .headers(Map.of("x-amz-delete-marker", "true")))
                      .build());
    }

    /** Goes the way that one service goes to another. */
    @Override
    public CopyObjectResponse copyObject(CopyObjectRequest in) {
      S3Client s3 = call.client(S3Client.class);
      byte[] content =
          s3.getObjectAsBytes(
                  get -> get.bucket(in.bucket()).key(in.copySource().replaceFirst(".*/", "")))
              .asByteArrayUnsafe();
      s3.putObject(put -> put.bucket(in.bucket()).key(in.key()), RequestBody.fromBytes(content));
      return CopyObjectResponse.builder().build();
    }

    private static Optional<HttpExecuteResponse> preflight(
        Call call, Memory memory, SdkHttpFullRequest request) {
      return request.method() != SdkHttpMethod.OPTIONS
          ? Optional.empty()
          : Optional.of(
              HttpExecuteResponse.builder()
                  .response(
                      SdkHttpResponse.builder()
                          .statusCode(200)
                          .putHeader("Access-Control-Allow-Origin", "*")
                          .putHeader("path", request.encodedPath())
                          .build())
                  .responseBody(
                      AbortableInputStream.create(
                          new ByteArrayInputStream("ok".getBytes(StandardCharsets.UTF_8))))
                  .build());
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }

  /** Offers Kinesis. */
  @AwsService(
      id = "kinesis",
      client = "software.amazon.awssdk.services.kinesis.KinesisClient",
      module = "kinesis")
  public static final class KinesisProvider implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(KinesisClient.class, Memory::new, Kinesis::new)
          .streams(SubscribeToShardRequest.class, Kinesis::subscribe);
    }
  }

  /** Offers AWS Lambda. */
  @AwsService(
      id = "lambda",
      client = "software.amazon.awssdk.services.lambda.LambdaClient",
      module = "lambda")
  public static final class LambdaProvider implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(LambdaClient.class, Memory::new, Lambda::new)
          .streams(InvokeWithResponseStreamRequest.class, Lambda::invoke);
    }
  }

  /** Offers CloudWatch Logs. */
  @AwsService(
      id = "logs",
      client = "software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient",
      module = "cloudwatchlogs")
  public static final class LogsProvider implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(CloudWatchLogsClient.class, Memory::new, Logs::new)
          .streams(StartLiveTailRequest.class, Logs::tail);
    }
  }

  /** Offers S3. */
  @AwsService(id = "s3", client = "software.amazon.awssdk.services.s3.S3Client", module = "s3")
  public static final class S3Provider implements ServiceProvider {
    @Override
    public Service<?, ?> service() {
      return Service.of(S3Client.class, Memory::new, S3::new)
          .streams(SelectObjectContentRequest.class, S3::select)
          .plainHttp(S3::preflight);
    }
  }
}
