package io.robotocore.acceptance;

import java.util.Arrays;

/** Calls that wait for something to happen, such as long polls. */
final class Waiters {

  private Waiters() {}

  /** Returns as soon as a thread of an emulator waits for something to happen to its state. */
  static void awaitOne() {
    while (Thread.getAllStackTraces().values().stream().noneMatch(Waiters::waits)) {
      Thread.onSpinWait();
    }
  }

  private static boolean waits(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals("io.robotocore.state.State")
                    && frame.getMethodName().equals("pause"));
  }
}
