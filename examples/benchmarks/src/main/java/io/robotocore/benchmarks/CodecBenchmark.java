package io.robotocore.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/**
 * Messages between bytes and objects: an item of 20 attributes that DynamoDB puts, giving back
 * another one, and a thousand keys that S3 lists.
 *
 * <p>For the SDK it is the other way round: it writes what the emulator reads, and reads what the
 * emulator writes. With {@code -prof gc}, also what each costs in memory.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CodecBenchmark {

  private final SdkCodecs sdk = new SdkCodecs();
  private final EmulatorCodec putItem =
      EmulatorCodec.of("dynamodb", "PutItem", PutItemRequest::builder, PutItemResponse::builder);
  private final EmulatorCodec listObjects =
      EmulatorCodec.of(
          "s3", "ListObjectsV2", ListObjectsV2Request::builder, ListObjectsV2Response::builder);

  private final PutItemRequest request = Messages.putItem();
  private final PutItemResponse answer = Messages.putItemAnswer();
  private final ListObjectsV2Response list = Messages.listObjects();
  private byte[] requestBody = new byte[0];
  private byte[] answerBody = new byte[0];
  private byte[] listBody = new byte[0];

  /** Has each side write what the other one reads. */
  @Setup
  public void write() throws Exception {
    requestBody = sdk.writePutItem(request);
    answerBody = putItem.write(answer).body().bytes();
    listBody = listObjects.write(list).body().bytes();
    if (!putItem.read(requestBody).equals(request)
        || !sdk.readPutItem(answerBody).attributes().equals(answer.attributes())
        || !sdk.readListObjects(listBody).contents().equals(list.contents())) {
      throw new IllegalStateException("what was read is not what was written");
    }
  }

  /** The request that puts an item. */
  @Benchmark
  public Object emulatorReadsPutItem() {
    return putItem.read(requestBody);
  }

  /** The SDK's objects of the same request alone, which is the least that reading it can cost. */
  @Benchmark
  public Object sdkBuildsPutItem(Blackhole objects) {
    request.item().values().forEach(value -> objects.consume(value.toBuilder().build()));
    return request.toBuilder().item(request.item()).build();
  }

  /** The same request. */
  @Benchmark
  public Object sdkWritesPutItem() throws Exception {
    return sdk.writePutItem(request);
  }

  /** The response with the item that was there before. */
  @Benchmark
  public Object emulatorWritesPutItem() {
    return putItem.write(answer);
  }

  /** The same response. */
  @Benchmark
  public Object sdkReadsPutItem() throws Exception {
    return sdk.readPutItem(answerBody);
  }

  /** The response with a thousand keys. */
  @Benchmark
  public Object emulatorWritesListObjects() {
    return listObjects.write(list);
  }

  /** The same response. */
  @Benchmark
  public Object sdkReadsListObjects() throws Exception {
    return sdk.readListObjects(listBody);
  }
}
