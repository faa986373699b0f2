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
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Calls of S3 through the same SDK client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class S3Benchmark {

  /** What answers. */
  @Param({"floor", "robotocore", "robotocoreInProcess", "s3mock"})
  public String server = "";

  private Optional<S3Server> running = Optional.empty();

  /** Starts the server with an object in it. */
  @Setup(Level.Trial)
  public void start() {
    running = Optional.of(S3Server.of(server));
    put();
  }

  /** Ends the server. */
  @TearDown(Level.Trial)
  public void stop() {
    running.ifPresent(S3Server::close);
  }

  /** Writes 1 KiB. */
  @Benchmark
  public PutObjectResponse put() {
    return running.orElseThrow().put();
  }

  /** Reads 1 KiB. */
  @Benchmark
  public ResponseBytes<GetObjectResponse> get() {
    return running.orElseThrow().get();
  }
}
