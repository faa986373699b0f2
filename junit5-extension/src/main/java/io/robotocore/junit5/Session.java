package io.robotocore.junit5;

import io.robotocore.Emulator;
import io.robotocore.RecordedCall;
import io.robotocore.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** An emulator while the tests of a class, and of the classes nested in it, run. */
final class Session {

  private static final int MOST_PRINTED = 50;

  private final Emulator emulator;
  private final String owner;
  private final Reset reset;
  private final SystemProperties properties;
  private final Map<Class<?>, Snapshot> baselines = new ConcurrentHashMap<>();
  private final Semaphore turn = new Semaphore(1);

  Session(Emulator emulator, String owner, Reset reset, SystemProperties properties) {
    this.emulator = emulator;
    this.owner = owner;
    this.reset = reset;
    this.properties = properties;
  }

  Emulator emulator() {
    return emulator;
  }

  /** Whether the emulator was started for this class or test, rather than for one around it. */
  boolean belongsTo(String uniqueId) {
    return owner.equals(uniqueId);
  }

  /** A test of a class begins; the first one settles the baseline. */
  void begin(Class<?> testClass) {
    if (reset == Reset.BEFORE_EACH) {
      turn.acquireUninterruptibly();
      baselines.computeIfAbsent(testClass, c -> emulator.snapshot());
      emulator.forgetCalls();
    }
  }

  /** A test of a class has ended: the next one starts from the baseline. */
  void end(Class<?> testClass) {
    if (reset == Reset.BEFORE_EACH) {
      Snapshot baseline = baselines.get(testClass);
      if (baseline != null) {
        emulator.restore(baseline);
      }
      turn.release();
    }
  }

  /** A nested class begins. */
  Snapshot beginNested() {
    return emulator.snapshot();
  }

  /** A nested class has ended: those after it find what it found. */
  void endNested(Snapshot before) {
    if (reset == Reset.BEFORE_EACH) {
      emulator.restore(before);
    }
  }

  /** The calls of a test that failed, for the report: the last ones if there are many. */
  String journal() {
    List<RecordedCall> calls = emulator.calls();
    List<RecordedCall> last = calls.subList(Math.max(0, calls.size() - MOST_PRINTED), calls.size());
    StringBuilder text = new StringBuilder("AWS calls of this test: ").append(calls.size());
    if (last.size() < calls.size()) {
      text.append(", of which these are the last");
    }
    text.append('\n');
    last.forEach(call -> text.append("  ").append(call).append('\n'));
    return text.toString();
  }

  void close() {
    properties.restore();
    emulator.close();
  }
}
