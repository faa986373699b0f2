package io.robotocore.benchmarks;

import io.robotocore.Emulator;
import io.undertow.Undertow;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The first emulator in a fresh JVM, beside a bare Undertow in another one. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(10)
public class StartBenchmark {

  /** Undertow alone. */
  @Benchmark
  public Undertow undertow() {
    Undertow server =
        Undertow.builder()
            .addHttpListener(0, "localhost")
            .setHandler(exchange -> exchange.endExchange())
            .build();
    server.start();
    return server;
  }

  /** The emulator, ready for its first request. */
  @Benchmark
  public Emulator emulator() {
    return Emulator.start();
  }
}
