package io.robotocore.services.modeled;

import java.time.Duration;
import java.time.Instant;

/**
 * The timers of an execution that run.
 *
 * @param run the execution
 */
record SwfTimers(SwfRun run) {

  static final String TIMER = "timer";

  private static final String ID = "timerId";
  private static final String STARTED = "startedEventId";
  private static final String FIRES = "fires";
  private static final int MOST = 1000;

  private EntityKey key(String timer) {
    return new EntityKey(TIMER, run.id(), timer);
  }

  int count() {
    return (int) run.view().all(TIMER, run.id()).count();
  }

  /** Starts one because the decider has decided so. */
  void start(SwfFacts decision, SwfFacts of) {
    EntityKey key = key(decision.text(ID));
    boolean taken = run.view().facts(key).isPresent();
    if (taken || count() >= MOST) {
      String cause = taken ? "TIMER_ID_ALREADY_IN_USE" : "OPEN_TIMERS_LIMIT_EXCEEDED";
      run.tell("StartTimerFailed", decision.only(ID).and("cause", cause).and(of));
      return;
    }
    SwfFacts told = decision.only(ID, "control", "startToFireTimeout");
    long started = run.add("TimerStarted", told.and(of));
    Duration time = SwfSettings.timeout(decision, "startToFireTimeout").orElse(Duration.ZERO);
    Instant fires = run.view().now().plus(time);
    run.view().keep(key, SwfFacts.of(STARTED, started).and(FIRES, fires));
    run.view().state().plan(key, fires);
  }

  /** Stops one because the decider has decided so. */
  void cancel(SwfFacts decision, SwfFacts of) {
    EntityKey key = key(decision.text(ID));
    run.view()
        .facts(key)
        .ifPresentOrElse(
            timer -> run.add("TimerCanceled", decision.only(ID).and(timer.only(STARTED)).and(of)),
            () ->
                run.tell(
                    "CancelTimerFailed",
                    decision.only(ID).and("cause", "TIMER_ID_UNKNOWN").and(of)));
    run.view().forget(key);
  }

  /** The time of one has come. */
  void fire(String timer) {
    run.view()
        .facts(key(timer))
        .filter(found -> found.isPast(FIRES, run.view().now()))
        .ifPresent(
            found -> {
              run.view().forget(key(timer));
              run.tell("TimerFired", SwfFacts.of(ID, timer).and(found.only(STARTED)));
            });
  }

  /** Stops all. */
  void drop() {
    run.view().state().all(TIMER, run.id()).map(Entity::key).toList().forEach(run.view()::forget);
  }
}
