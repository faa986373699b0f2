package io.robotocore.services.modeled;

import java.util.List;
import java.util.Optional;

/**
 * The activity tasks of an execution that are open.
 *
 * @param run the execution
 */
record SwfActivities(SwfRun run) {

  private static final List<String> REQUIRED =
      List.of(
          "taskList",
          "scheduleToStartTimeout",
          "scheduleToCloseTimeout",
          "startToCloseTimeout",
          "heartbeatTimeout");
  private static final List<String> OTHERS = List.of("taskPriority");
  private static final String ID = "activityId";
  private static final String TYPE = "activityType";
  private static final int MOST = 1000;

  private List<SwfActivityTask> open() {
    return run.view()
        .state()
        .all(SwfActivityTask.TASK, run.id())
        .map(task -> new SwfActivityTask(run, task.key()))
        .toList();
  }

  int count() {
    return open().size();
  }

  private Optional<SwfActivityTask> named(SwfFacts decision) {
    return open().stream()
        .filter(task -> task.facts().text(ID).equals(decision.text(ID)))
        .findFirst();
  }

  /** Schedules one because the decider has decided so. */
  void schedule(SwfFacts decision, SwfFacts of) {
    SwfSettings settings =
        SwfSettings.of(decision, type(decision).orElse(SwfFacts.NONE), REQUIRED, OTHERS);
    Optional<String> cause = cause(decision).or(settings::cause);
    if (cause.isPresent()) {
      run.tell(
          "ScheduleActivityTaskFailed", decision.only(ID, TYPE).and("cause", cause.get()).and(of));
      return;
    }
    long scheduled =
        run.add(
            "ActivityTaskScheduled",
            decision.only(ID, TYPE, "input", "control").and(settings.facts()).and(of));
    run.change(SwfFacts.of("latestActivityTaskTimestamp", run.view().now()));
    SwfActivityTask.of(run, scheduled)
        .schedule(decision.only(ID, TYPE, "input").and(settings.facts()));
  }

  private Optional<SwfFacts> type(SwfFacts decision) {
    return run.view().type(SwfTypes.Of.ACTIVITY, run.domain(), decision.structure(TYPE));
  }

  private Optional<String> cause(SwfFacts decision) {
    if (type(decision).isEmpty()) {
      return Optional.of("ACTIVITY_TYPE_DOES_NOT_EXIST");
    }
    if (type(decision).filter(SwfTypes::isDeprecated).isPresent()) {
      return Optional.of("ACTIVITY_TYPE_DEPRECATED");
    }
    if (named(decision).isPresent()) {
      return Optional.of("ACTIVITY_ID_ALREADY_IN_USE");
    }
    return count() < MOST ? Optional.empty() : Optional.of("OPEN_ACTIVITIES_LIMIT_EXCEEDED");
  }

  /** Asks the worker of one to stop because the decider has decided so. */
  void requestCancel(SwfFacts decision, SwfFacts of) {
    SwfFacts told = decision.only(ID).and(of);
    named(decision)
        .ifPresentOrElse(
            task -> task.requestCancel(told),
            () ->
                run.tell(
                    "RequestCancelActivityTaskFailed", told.and("cause", "ACTIVITY_ID_UNKNOWN")));
  }

  /** Takes all away. */
  void drop() {
    open().forEach(SwfActivityTask::forget);
  }
}
