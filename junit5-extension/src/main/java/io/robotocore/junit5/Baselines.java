package io.robotocore.junit5;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Nested;

/**
 * The states from which the tests of a class, and of the classes nested in it, start. Tests take
 * turns, since they share one emulator.
 *
 * <p>The state goes back when a test ends rather than when the next begins, so that what the
 * constructor of the next test's class creates is there in that test.
 */
final class Baselines {

  private final Emulator emulator;
  private final Semaphore turn = new Semaphore(1);
  private final Map<Class<?>, Snapshot> ofNestedClasses = new HashMap<>();
  private Optional<Snapshot> ofTheClass = Optional.empty();
  private Optional<Snapshot> standing = Optional.empty();

  Baselines(Emulator emulator) {
    this.emulator = emulator;
  }

  /** Waits for the turn of a test; the first one of all settles the baseline of the class. */
  void begin(Class<?> testClass) {
    turn.acquireUninterruptibly();
    standOn(baselineOf(testClass));
  }

  /** Ends the turn of a test, whose class's next test finds the baseline. */
  void end(Class<?> testClass) {
    emulator.restore(baselineOf(testClass));
    turn.release();
  }

  /** Waits for the turn of a method that adds to the baseline of a nested class. */
  void beginSetUp(Class<?> nestedClass) {
    begin(nestedClass);
  }

  /** Ends the turn of a method that has added to the baseline of a nested class. */
  void endSetUp(Class<?> nestedClass) {
    Snapshot baseline = emulator.snapshot();
    ofNestedClasses.put(nestedClass, baseline);
    standing = Optional.of(baseline);
    turn.release();
  }

  /** A nested class is over: what comes after it finds the baseline of the class around it. */
  void endNested(Class<?> nestedClass) {
    turn.acquireUninterruptibly();
    ofNestedClasses.remove(nestedClass);
    standOn(baselineOf(nestedClass));
    turn.release();
  }

  private void standOn(Snapshot baseline) {
    if (standing.filter(snapshot -> snapshot == baseline).isEmpty()) {
      emulator.restore(baseline);
      standing = Optional.of(baseline);
    }
  }

  /** The baseline of a class: its own, or else that of the class around it. */
  private Snapshot baselineOf(Class<?> testClass) {
    Optional<Snapshot> own = Optional.ofNullable(ofNestedClasses.get(testClass));
    if (own.isPresent()) {
      return own.get();
    }
    return testClass.isAnnotationPresent(Nested.class)
        ? baselineOf(testClass.getEnclosingClass())
        : ofTheClass.orElseGet(this::settle);
  }

  private Snapshot settle() {
    Snapshot baseline = emulator.snapshot();
    ofTheClass = Optional.of(baseline);
    standing = ofTheClass;
    return baseline;
  }
}
