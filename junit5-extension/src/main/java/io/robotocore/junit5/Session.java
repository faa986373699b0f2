package io.robotocore.junit5;

import io.robotocore.Emulator;
import io.robotocore.RecordedCall;
import java.util.List;
import java.util.Optional;

/**
 * An emulator while the tests of a class, and of the classes nested in it, run.
 *
 * @param emulator the emulator
 * @param owner the unique id of the class or test for which it was started
 * @param baselines the states from which tests start; none if they go on from each other
 * @param properties what to set back in the end
 */
record Session(
    Emulator emulator, String owner, Optional<Baselines> baselines, SystemProperties properties) {

  private static final int MOST_PRINTED = 50;

  /** Whether the emulator was started for this class or test, rather than for one around it. */
  boolean belongsTo(String uniqueId) {
    return owner.equals(uniqueId);
  }

  /** A test of a class begins. */
  void begin(Class<?> testClass) {
    baselines.ifPresent(
        states -> {
          states.begin(testClass);
          emulator.forgetCalls();
        });
  }

  /** A test of a class has ended. */
  void end(Class<?> testClass) {
    baselines.ifPresent(states -> states.end(testClass));
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
