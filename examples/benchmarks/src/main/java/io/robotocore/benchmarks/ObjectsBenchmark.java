package io.robotocore.benchmarks;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.Transport;
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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** A bucket with very many objects: lists of a thousand of them, and snapshots of them all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ObjectsBenchmark {

  /** The number of objects, a thousand in each folder; a million takes minutes to write. */
  @Param({"100000"})
  public int objects;

  private final Emulator emulator = Emulator.builder().transport(Transport.IN_PROCESS).start();
  private final S3Client s3 = emulator.client(S3Client.class);
  private Snapshot full = emulator.snapshot();

  /** Fills the bucket. */
  @Setup(Level.Trial)
  public void fill() {
    s3.createBucket(in -> in.bucket("many"));
    for (int i = 0; i < objects; i++) {
      String key = "folder-%04d/object-%07d".formatted(i / 1000, i);
      s3.putObject(in -> in.bucket("many").key(key), RequestBody.empty());
    }
    full = emulator.snapshot();
  }

  /** Ends the emulator. */
  @TearDown(Level.Trial)
  public void stop() {
    emulator.close();
  }

  /** Lists a thousand objects in the middle. */
  @Benchmark
  public ListObjectsV2Response list() {
    String middle = "folder-%04d".formatted(objects / 2_000);
    return s3.listObjectsV2(in -> in.bucket("many").startAfter(middle));
  }

  /** Lists the folders, in each of which are a thousand objects. */
  @Benchmark
  public ListObjectsV2Response listFolders() {
    return s3.listObjectsV2(in -> in.bucket("many").delimiter("/"));
  }

  /** Takes a snapshot. */
  @Benchmark
  public Snapshot snapshot() {
    return emulator.snapshot();
  }

  /** Goes back. */
  @Benchmark
  public Emulator restore() {
    emulator.restore(full);
    return emulator;
  }
}
