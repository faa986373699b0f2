package io.robotocore.benchmarks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Calls of DynamoDB through the same SDK client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DynamoDbBenchmark {

  /** What answers. */
  @Param({"floor", "robotocore", "robotocoreInProcess", "local"})
  public String server = "";

  /** How many items there are, in partitions of a hundred. */
  @Param({"1000"})
  public int items;

  private Optional<DynamoDbServer> running = Optional.empty();
  private Optional<Things> things = Optional.empty();

  /** Starts the server, makes a table and fills it. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    DynamoDbServer started = DynamoDbServer.of(server);
    running = Optional.of(started);
    things = Optional.of(Things.create(started.client(), items));
  }

  /** Ends the server. */
  @TearDown(Level.Trial)
  public void stop() throws Exception {
    if (running.isPresent()) {
      running.get().close();
    }
  }

  /** Writes an item, one of a thousand. */
  @Benchmark
  public PutItemResponse putItem() {
    return things.orElseThrow().put();
  }

  /** Reads an item. */
  @Benchmark
  public GetItemResponse getItem() {
    return things.orElseThrow().get();
  }

  /** Reads twenty items of a partition. */
  @Benchmark
  public QueryResponse query() {
    return things.orElseThrow().query();
  }

  /** Writes four items as one. */
  @Benchmark
  public TransactWriteItemsResponse transactWrite() {
    return things.orElseThrow().transactWrite();
  }
}
