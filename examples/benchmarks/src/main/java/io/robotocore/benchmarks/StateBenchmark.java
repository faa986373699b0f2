package io.robotocore.benchmarks;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Snapshot, restore and reset of a state of any size, and one more emulator. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StateBenchmark {

  /** The number of messages in the queue. */
  @Param({"100", "100000"})
  public int messages;

  private final Emulator emulator = Emulator.builder().transport(Transport.IN_PROCESS).start();
  private Snapshot full = emulator.snapshot();

  /** Fills a queue. */
  @Setup(Level.Trial)
  public void fill() {
    SqsClient sqs = emulator.client(SqsClient.class);
    String url = sqs.createQueue(queue -> queue.queueName("q")).queueUrl();
    List<SendMessageBatchRequestEntry> ten = new ArrayList<>();
    IntStream.range(0, 10)
        .forEach(
            i ->
                ten.add(
                    SendMessageBatchRequestEntry.builder()
                        .id("m" + i)
                        .messageBody("hello")
                        .build()));
    for (int i = 0; i < messages / 10; i++) {
      sqs.sendMessageBatch(batch -> batch.queueUrl(url).entries(ten));
    }
    full = emulator.snapshot();
  }

  /** Ends the emulator. */
  @TearDown(Level.Trial)
  public void stop() {
    emulator.close();
  }

  /** Takes a snapshot of the full state. */
  @Benchmark
  public Snapshot snapshot() {
    return emulator.snapshot();
  }

  /** Goes back to the full state. */
  @Benchmark
  public Emulator restore() {
    emulator.restore(full);
    return emulator;
  }

  /** Empties the full state, and fills it again by restoring it. */
  @Benchmark
  public Emulator resetAndRestore() {
    emulator.reset();
    emulator.restore(full);
    return emulator;
  }

  /** Starts another emulator in the same JVM and ends it. */
  @Benchmark
  public Emulator startAndStopAnother() {
    try (Emulator another = Emulator.start()) {
      return another;
    }
  }
}
