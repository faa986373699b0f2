package io.robotocore.laws;

import static java.util.stream.Collectors.joining;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Fails a test run in which a test was skipped, asserted nothing or, in a service's module, never
 * reached an emulator.
 */
public final class Law12 implements LauncherSessionListener {

  /** The system property that says whether every test of a run has to reach an emulator. */
  private static final String REACHES_EMULATOR = "io.robotocore.laws.reaches-emulator";

  private final Queue<String> breaches = new ConcurrentLinkedQueue<>();
  private final boolean reachesEmulator;
  private final LongSupplier calls;

  public Law12() {
    this(Boolean.getBoolean(REACHES_EMULATOR), CallCount::now);
  }

  Law12(boolean reachesEmulator, LongSupplier calls) {
    this.reachesEmulator = reachesEmulator;
    this.calls = calls;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    session
        .getLauncher()
        .registerTestExecutionListeners(new Witness(reachesEmulator, calls, breaches::add));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (!breaches.isEmpty()) {
      throw new AssertionError(
          breaches.stream()
              .sorted()
              .collect(joining("\n  ", "Law 12 (prove it) is broken:\n  ", "\n")));
    }
  }
}
