package io.robotocore.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What one service remembers for one account and region; extended by each service with its
 * {@linkplain #table tables}.
 *
 * <p>After a restore, a reset or the end of the emulator a state is <em>left behind</em>: calls
 * that still hold it change nothing that anybody will see, and those who wait on it return at once
 * with nothing.
 */
public abstract class State {

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Table<?, ?>> tables = new ArrayList<>();
  private final Map<Object, Waiting> waiting = new HashMap<>();
  private final List<Timetable<?>> timetables = new ArrayList<>(1);
  private volatile Alarm alarm = Alarm.NONE;
  private boolean leftBehind;

  /**
   * A new table of this state; to be called while the state is constructed, in an order that never
   * varies.
   */
  protected final <K extends Comparable<? super K>, V> Table<K, V> table() {
    Table<K, V> table = new Table<>(this);
    tables.add(table);
    return table;
  }

  /**
   * A new timetable of this state; to be called while the state is constructed, in an order that
   * never varies.
   */
  protected final <E> Timetable<E> timetable() {
    Timetable<E> timetable = new Timetable<>(this, table(), table());
    timetables.add(timetable);
    return timetable;
  }

  /**
   * Makes several changes of this state at once: nobody changes it in between, and no snapshot sees
   * half of them. The change must neither wait nor call another service.
   */
  public final <T> T atomically(Supplier<T> change) {
    lock.lock();
    try {
      return change.get();
    } finally {
      lock.unlock();
    }
  }

  /** {@link #atomically(Supplier)} for a change without a result. */
  public final void run(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tries until there is a result, or the wait is over, or this state is left behind.
   *
   * @param key the table key whose change makes another attempt worthwhile
   * @param wait for how long
   * @param attempt what is tried; runs {@linkplain #atomically atomically}
   * @param <T> the result
   * @return the result, or empty when there was none in time
   * @throws WouldBlock if there is no result yet and the thread must not be made to wait
   */
  public final <T> Optional<T> await(Object key, Wait wait, Supplier<Optional<T>> attempt) {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException("waiting inside of atomically() would stop everybody else");
    }
    lock.lock();
    try {
      long end = System.nanoTime() + wait.limit().toNanos();
      Instant deadline = wait.clock().instant().plus(wait.limit());
      while (true) {
        Optional<T> result = leftBehind ? Optional.empty() : attempt.get();
        long left = end - System.nanoTime();
        Instant now = wait.clock().instant();
        if (result.isPresent() || leftBehind || left <= 0 || !now.isBefore(deadline)) {
          return result;
        }
        if (!wait.mayBlock()) {
          throw new WouldBlock();
        }
        long chance =
            wait.nextChance().get().map(at -> Math.max(1, nanosBetween(now, at))).orElse(left);
        if (!pause(key, Math.min(left, chance))) {
          return Optional.empty();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private static long nanosBetween(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    return between.compareTo(Duration.ofDays(1)) > 0 ? TimeUnit.DAYS.toNanos(1) : between.toNanos();
  }

  /**
   * Sleeps until somebody signals the key or the time is over; false when the thread was
   * interrupted.
   */
  @SuppressWarnings("WaitNotInLoop") // await() is the loop
  private boolean pause(Object key, long nanos) {
    Waiting here = waiting.computeIfAbsent(key, k -> new Waiting(lock.newCondition()));
    here.count++;
    try {
      here.condition.awaitNanos(nanos);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      here.count--;
      if (here.count == 0) {
        waiting.remove(key);
      }
    }
  }

  /** Wakes those who wait for a key. */
  final void signal(Object key) {
    if (!waiting.isEmpty()) {
      Waiting those = waiting.get(key);
      if (those != null) {
        those.condition.signalAll();
      }
    }
  }

  /** Wakes everybody who waits, because the time has changed. */
  final void signalAll() {
    run(() -> waiting.values().forEach(those -> those.condition.signalAll()));
  }

  /** Nobody will look at this state again: whoever waits on it returns with nothing. */
  final void leaveBehind() {
    run(
        () -> {
          leftBehind = true;
          alarm = Alarm.NONE;
          signalAll();
        });
  }

  /** Stops all changes until {@link #release}. */
  final void hold() {
    lock.lock();
  }

  /** Allows changes again after {@link #hold}. */
  final void release() {
    lock.unlock();
  }

  /** The content of all tables, to be taken while this state is held. */
  final List<Object> contents() {
    List<Object> contents = new ArrayList<>(tables.size());
    tables.forEach(table -> contents.add(table.content()));
    return contents;
  }

  /** Takes over what another state of the same kind contained. */
  final void restore(List<Object> contents) {
    for (int i = 0; i < contents.size(); i++) {
      tables.get(i).restore(contents.get(i));
    }
  }

  /** Says who is to be told when an event is due earlier than those before. */
  final void alarm(Alarm newAlarm) {
    alarm = newAlarm;
  }

  final void due(Instant at) {
    alarm.due(at);
  }

  /** The time of the first event that is still to come. */
  public final Optional<Instant> nextDue() {
    return timetables.stream()
        .flatMap(timetable -> timetable.first().stream())
        .min(Instant::compareTo);
  }

  /** Is told that something is due at a time. */
  interface Alarm {
    Alarm NONE = at -> {};

    void due(Instant at);
  }

  /**
   * How long to wait for a result.
   *
   * @param limit for how long at the most, by the emulator's clock or by the wall's, whichever is
   *     over first
   * @param clock the emulator's clock
   * @param nextChance when the mere passing of time makes another attempt worthwhile
   * @param mayBlock whether the thread may be made to wait
   */
  public record Wait(
      Duration limit, Clock clock, Supplier<Optional<Instant>> nextChance, boolean mayBlock) {}

  /**
   * A call has come to a wait, or would take long, on a thread that must not be made to wait. It is
   * made once more on one that may, so it must not have changed anything before.
   */
  public static final class WouldBlock extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A call that cannot go on on this thread. */
    public WouldBlock() {
      super("this thread must not be made to wait", null, false, false);
    }
  }

  private static final class Waiting {
    private final Condition condition;
    private int count;

    private Waiting(Condition condition) {
      this.condition = condition;
    }
  }
}
