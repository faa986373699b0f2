package io.robotocore.services.modeled;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The decision task of an execution, of which there is one at the most.
 *
 * @param run the execution
 */
record SwfDecisionTask(SwfRun run) {

  static final String TIMEOUT = "decisiontimeout";

  private static final String SCHEDULED = "decisionScheduled";
  private static final String STARTED = "decisionStarted";
  private static final String PLACE = "decisionPlace";
  private static final String DEADLINE = "decisionDeadline";
  private static final String MORE = "decisionMore";
  private static final String OVERRIDE = "override";
  private static final String OVERRIDE_TIMEOUT = "taskListScheduleToStartTimeout";
  private static final String LIST = "taskList";

  long scheduled() {
    return run.facts().number(SCHEDULED);
  }

  long started() {
    return run.facts().number(STARTED);
  }

  /** Whether something has happened since the decider has taken it. */
  boolean isBehind() {
    return run.facts().is(MORE);
  }

  private EntityKey timeout() {
    return new EntityKey(TIMEOUT, "", run.id());
  }

  /** Lets the decider decide: now, or when it has decided what it is about. */
  void need() {
    if (!run.isOpen()) {
      return;
    }
    if (scheduled() == 0) {
      schedule();
    } else if (started() != 0) {
      run.change(SwfFacts.of(MORE, true));
    }
  }

  private void schedule() {
    SwfFacts settings = run.settings();
    SwfFacts override = run.facts().structure(OVERRIDE);
    SwfFacts list = override.has(LIST) ? override : settings;
    SwfFacts attributes = settings.only("taskPriority").and(list.only(LIST));
    Optional<Duration> patience = SwfSettings.timeout(override, OVERRIDE_TIMEOUT);
    if (settings.has("taskStartToCloseTimeout")) {
      attributes = attributes.and("startToCloseTimeout", settings.text("taskStartToCloseTimeout"));
    }
    if (patience.isPresent()) {
      attributes = attributes.and("scheduleToStartTimeout", override.text(OVERRIDE_TIMEOUT));
      plan(patience.get());
    }
    long number = run.add("DecisionTaskScheduled", attributes);
    EntityKey place =
        list(list).add(new SwfTaskList.Waiting(run.id(), number), settings.only("taskPriority"));
    run.change(SwfFacts.of(SCHEDULED, number).and(STARTED, 0L).and(PLACE, place).and(MORE, false));
  }

  private SwfTaskList list(SwfFacts named) {
    return new SwfTaskList(
        run.view(), SwfTaskList.Kind.DECISION, run.domain(), named.structure(LIST).text("name"));
  }

  private void plan(Duration timeout) {
    Instant deadline = run.view().now().plus(timeout);
    run.change(SwfFacts.of(DEADLINE, deadline));
    run.view().state().plan(timeout(), deadline);
  }

  /** A decider has taken it. */
  void start(SwfFacts decider) {
    long number = run.add("DecisionTaskStarted", decider.and("scheduledEventId", scheduled()));
    run.change(SwfFacts.of(STARTED, number));
    run.view().state().cancel(timeout());
    SwfSettings.timeout(run.settings(), "taskStartToCloseTimeout").ifPresent(this::plan);
  }

  /** The decider has begun to say what it has decided. */
  long complete(SwfFacts answer) {
    run.view().state().cancel(timeout());
    SwfFacts override = answer.only(LIST, OVERRIDE_TIMEOUT);
    if (override.has(LIST)) {
      run.change(SwfFacts.of(OVERRIDE, override.members()));
    }
    return run.add(
        "DecisionTaskCompleted", answer.only("executionContext").and(override).and(ends()));
  }

  /** The decider has said all that it has decided. */
  void done() {
    boolean more = isBehind();
    run.change(SwfFacts.of("previousStarted", started()));
    clear();
    if (more) {
      need();
    }
  }

  /** Nobody took it in time, or whoever took it did not decide in time. */
  void timedOut() {
    if (scheduled() == 0 || !run.facts().isPast(DEADLINE, run.view().now())) {
      return;
    }
    String type = started() == 0 ? "SCHEDULE_TO_START" : "START_TO_CLOSE";
    run.add("DecisionTaskTimedOut", ends().and("timeoutType", type));
    run.view().forget(place());
    clear();
    if (run.facts().structure(OVERRIDE).has(OVERRIDE_TIMEOUT)) {
      run.change(SwfFacts.of(OVERRIDE, SwfFacts.NONE.members()));
    }
    need();
  }

  private SwfFacts ends() {
    return SwfFacts.of("scheduledEventId", scheduled()).and("startedEventId", started());
  }

  private EntityKey place() {
    return run.facts().members().get(PLACE) instanceof EntityKey place ? place : timeout();
  }

  private void clear() {
    run.change(SwfFacts.of(SCHEDULED, 0L).and(STARTED, 0L).and(MORE, false));
  }

  /** Takes it away, as there is nothing to be decided any more. */
  void drop() {
    run.view().state().cancel(timeout());
    run.view().forget(place());
    clear();
  }
}
