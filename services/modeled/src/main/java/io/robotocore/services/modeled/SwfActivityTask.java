package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An activity task that is open.
 *
 * @param run the execution that it belongs to
 * @param key where it is
 */
record SwfActivityTask(SwfRun run, EntityKey key) {

  static final String TASK = "activitytask";

  private static final String ACTIVITY = "activity";
  private static final String SCHEDULED = "scheduledEventId";
  private static final String STARTED = "startedEventId";
  private static final String CANCEL = "latestCancelRequestedEventId";
  private static final String DETAILS = "details";
  private static final String DEADLINES = "deadlines";
  private static final String PLACE = "place";

  static SwfActivityTask of(SwfRun run, long scheduled) {
    return new SwfActivityTask(run, new EntityKey(TASK, run.id(), "%010d".formatted(scheduled)));
  }

  /**
   * The task that a worker names, which it has taken before.
   *
   * @throws DocumentError if it is not open any more
   */
  static SwfActivityTask named(SwfView view, SwfFacts in) {
    SwfToken token = SwfToken.of(ACTIVITY, in.text("taskToken"));
    SwfRun run = view.run(token.run());
    if (!run.isOpen()) {
      throw SwfView.unknown(run.facts());
    }
    SwfActivityTask task = of(run, token.number());
    if (view.facts(task.key).isEmpty()) {
      throw SwfFault.unknown("activity, scheduledEventId = " + token.number());
    }
    return task;
  }

  SwfFacts facts() {
    return run.view().facts(key).orElse(SwfFacts.NONE);
  }

  private void change(SwfFacts changes) {
    run.view().keep(key, facts().and(changes));
  }

  private long scheduled() {
    return Long.parseLong(key.id());
  }

  /** Lets workers take it. */
  void schedule(SwfFacts settings) {
    String list = settings.structure("taskList").text("name");
    EntityKey place =
        new SwfTaskList(run.view(), SwfTaskList.Kind.ACTIVITY, run.domain(), list)
            .add(new SwfTaskList.Waiting(run.id(), scheduled()), settings);
    change(settings.and(PLACE, place));
    expect("SCHEDULE_TO_START", SwfSettings.timeout(settings, "scheduleToStartTimeout"));
    expect("SCHEDULE_TO_CLOSE", SwfSettings.timeout(settings, "scheduleToCloseTimeout"));
  }

  /** Says when it times out in a way; never if it may take as long as it likes. */
  private void expect(String type, Optional<Duration> timeout) {
    Map<String, Object> deadlines = new LinkedHashMap<>(facts().structure(DEADLINES).members());
    deadlines.remove(type);
    timeout.ifPresent(time -> deadlines.put(type, run.view().now().plus(time)));
    change(SwfFacts.of(DEADLINES, Map.copyOf(deadlines)));
    run.view().state().cancel(key);
    first().ifPresent(first -> run.view().state().plan(key, (Instant) first.getValue()));
  }

  /** The way in which it times out first. */
  private Optional<Map.Entry<String, Object>> first() {
    return facts().structure(DEADLINES).members().entrySet().stream()
        .min(
            Comparator.<Map.Entry<String, Object>, Instant>comparing(
                    deadline -> (Instant) deadline.getValue())
                .thenComparing(Map.Entry::getKey));
  }

  /**
   * A worker takes it.
   *
   * @return what the worker is told
   */
  Map<String, Object> start(SwfFacts worker) {
    long started = run.add("ActivityTaskStarted", worker.and(SCHEDULED, scheduled()));
    change(SwfFacts.of(STARTED, started));
    expect("SCHEDULE_TO_START", Optional.empty());
    expect("START_TO_CLOSE", SwfSettings.timeout(facts(), "startToCloseTimeout"));
    expect("HEARTBEAT", SwfSettings.timeout(facts(), "heartbeatTimeout"));
    return facts()
        .only("activityId", "activityType", "input", STARTED)
        .and("workflowExecution", run.named())
        .and("taskToken", new SwfToken(ACTIVITY, run.id(), scheduled(), started).text())
        .members();
  }

  /**
   * The worker says that it is still there.
   *
   * @return what the worker is told
   */
  Map<String, Object> beat(SwfFacts in) {
    change(in.only(DETAILS));
    expect("HEARTBEAT", SwfSettings.timeout(facts(), "heartbeatTimeout"));
    return Map.of("cancelRequested", facts().has(CANCEL));
  }

  /**
   * It has ended.
   *
   * @param how how, as the event says it
   * @param what what the event says besides
   */
  Map<String, Object> end(String how, SwfFacts what) {
    SwfFacts ends =
        SwfFacts.of(SCHEDULED, scheduled()).and(STARTED, facts().number(STARTED)).and(what);
    forget();
    run.tell("ActivityTask" + how, ends);
    return Map.of();
  }

  /** The worker has stopped, or there was none. */
  Map<String, Object> canceled(SwfFacts what) {
    return end("Canceled", facts().only(CANCEL).and(what));
  }

  /** Nobody took it in time, or whoever took it did not end it in time. */
  void timedOut() {
    SwfFacts deadlines = facts().structure(DEADLINES);
    first()
        .filter(first -> deadlines.isPast(first.getKey(), run.view().now()))
        .ifPresent(
            first -> end("TimedOut", facts().only(DETAILS).and("timeoutType", first.getKey())));
  }

  /**
   * The decider wants it to end: at once if nobody has taken it.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazonswf/latest/apireference/API_Decision.html">Decision</a>
   */
  void requestCancel(SwfFacts told) {
    long requested = run.add("ActivityTaskCancelRequested", told);
    change(SwfFacts.of(CANCEL, requested));
    if (!facts().has(STARTED)) {
      canceled(SwfFacts.NONE);
    }
  }

  void forget() {
    if (facts().members().get(PLACE) instanceof EntityKey place) {
      run.view().forget(place);
    }
    run.view().forget(key);
  }
}
