package io.robotocore.laws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Watches tests run and reports each that proves nothing.
 *
 * <p>A call counts for every test that runs meanwhile: among tests that run in parallel, one that
 * makes no call may go unseen, but none is accused wrongly.
 */
final class Witness implements TestExecutionListener {
  private final AssertionSearch assertions = new AssertionSearch();
  private final Map<String, Long> callsBefore = new ConcurrentHashMap<>();
  private final boolean reachesEmulator;
  private final LongSupplier calls;
  private final Consumer<String> breaches;

  Witness(boolean reachesEmulator, LongSupplier calls, Consumer<String> breaches) {
    this.reachesEmulator = reachesEmulator;
    this.calls = calls;
    this.breaches = breaches;
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    breach(test, "was skipped: " + reason);
  }

  @Override
  public void executionStarted(TestIdentifier test) {
    callsBefore.put(test.getUniqueId(), calls.getAsLong());
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    try {
      judge(test, result);
    } catch (RuntimeException | LinkageError e) {
      // The platform only logs what a listener throws, and the guard would be off unseen.
      breach(test, "could not be judged: " + e);
    }
  }

  private void judge(TestIdentifier test, TestExecutionResult result) {
    long before = callsBefore.remove(test.getUniqueId());
    switch (result.getStatus()) {
      case ABORTED ->
          breach(
              test, "was aborted: " + result.getThrowable().map(Throwable::getMessage).orElse(""));
      case SUCCESSFUL -> passed(test, before);
      case FAILED -> {}
    }
  }

  private void passed(TestIdentifier test, long callsBefore) {
    if (!test.isTest()) {
      return;
    }
    if (reachesEmulator && calls.getAsLong() == callsBefore) {
      breach(test, "passed without a call to an emulator");
    }
    if (test.getSource().orElse(null) instanceof MethodSource source
        && !assertions.reachableFrom(source.getJavaMethod())) {
      breach(test, "passed without an assertion");
    }
  }

  private void breach(TestIdentifier test, String what) {
    String name =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(MethodSource.class::cast)
            .map(source -> source.getClassName() + "." + source.getMethodName())
            .orElse(test.getLegacyReportingName());
    breaches.accept(name + " " + what);
  }
}
