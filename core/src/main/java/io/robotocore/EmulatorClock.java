package io.robotocore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The time inside the emulator: the system's, until a test {@linkplain #freeze freezes},
 * {@linkplain #set sets} or {@linkplain #advance advances} it. In UTC.
 */
public final class EmulatorClock extends Clock {

  private final Clock system;
  private final Events events;
  private volatile Reading reading = Reading.SYSTEM;

  EmulatorClock(Clock system, Events events) {
    this.system = system;
    this.events = events;
  }

  @Override
  public Instant instant() {
    return reading.at(system);
  }

  /** Stops the clock; time then passes only by {@link #set} and {@link #advance}. */
  public void freeze() {
    reading = Reading.frozen(instant());
    events.timeChanged();
  }

  /** Lets a frozen clock run on from where it stands. */
  public void resume() {
    reading = Reading.running(Duration.between(system.instant(), instant()));
    events.timeChanged();
  }

  /**
   * Goes to a time. On the way forward, everything that falls due happens, in order, before this
   * returns.
   */
  public synchronized void set(Instant time) {
    Optional<Instant> due = events.next();
    while (due.isPresent() && !due.get().isAfter(time)) {
      if (due.get().isAfter(instant())) {
        jump(due.get());
      }
      events.runDue(instant());
      due = events.next();
    }
    jump(time);
    events.timeChanged();
  }

  /**
   * Lets time pass; everything that falls due happens, in order, before this returns.
   *
   * @throws IllegalArgumentException if the duration is negative: {@link #set} goes back in time
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "time cannot advance by " + duration + "; set(Instant) goes back in time");
    }
    set(instant().plus(duration));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Always in UTC, whatever the zone: AWS knows no other. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  /** How the clock stands, as a snapshot keeps it. */
  Reading reading() {
    return reading;
  }

  /** Lets the clock stand as it did when a snapshot was taken. */
  void restore(Reading snapshot) {
    reading = snapshot;
    events.timeChanged();
  }

  private void jump(Instant time) {
    reading =
        reading.frozen.isPresent()
            ? Reading.frozen(time)
            : Reading.running(Duration.between(system.instant(), time));
  }

  /** What is to happen as time passes. */
  interface Events {

    /** The time of the next event. */
    Optional<Instant> next();

    /** Lets everything happen that is due at a time. */
    void runDue(Instant now);

    /** The clock shows another time than it would have by itself. */
    void timeChanged();
  }

  /** How a clock stands: frozen at an instant, or ahead of the system's by an offset. */
  record Reading(Optional<Instant> frozen, Duration offset) {

    static final Reading SYSTEM = new Reading(Optional.empty(), Duration.ZERO);

    static Reading frozen(Instant at) {
      return new Reading(Optional.of(at), Duration.ZERO);
    }

    static Reading running(Duration offset) {
      return new Reading(Optional.empty(), offset);
    }

    Instant at(Clock system) {
      return frozen.orElseGet(
          () -> offset.isZero() ? system.instant() : system.instant().plus(offset));
    }
  }
}
