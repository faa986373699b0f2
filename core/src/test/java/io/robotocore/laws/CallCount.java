package io.robotocore.laws;

import io.robotocore.CallObserver;
import java.util.concurrent.atomic.LongAdder;

/** Counts the calls that have reached any emulator of this JVM. */
public final class CallCount implements CallObserver {

  /** Shared, because the test run and each emulator load an observer of their own. */
  private static final LongAdder CALLS = new LongAdder();

  static long now() {
    return CALLS.sum();
  }

  @Override
  public void called(String service, String operation) {
    CALLS.increment();
  }
}
