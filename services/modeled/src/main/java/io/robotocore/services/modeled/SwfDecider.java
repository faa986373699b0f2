package io.robotocore.services.modeled;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who asks for work: a decider, or a worker.
 *
 * @param view the call's view of SWF
 * @param in what is asked for
 */
record SwfDecider(SwfView view, SwfFacts in) {

  static final String DECISION = "decision";

  private static final String HISTORY = "decisionHistory";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String STARTED = "startedEventId";
  private static final String PREVIOUS = "previousStartedEventId";
  private static final String PAGE = "nextPageToken";

  /** Waits for a decision task, and takes it. */
  Map<String, Object> pollForDecision() {
    if (in.has(PAGE)) {
      return view.state().atomically(this::goOn);
    }
    return awaited(SwfTaskList.Kind.DECISION).orElseGet(() -> Map.of(STARTED, 0L, PREVIOUS, 0L));
  }

  /** Waits for an activity task, and takes it. */
  Map<String, Object> pollForActivity() {
    return awaited(SwfTaskList.Kind.ACTIVITY).orElseGet(() -> Map.of(STARTED, 0L));
  }

  private SwfTaskList list(SwfTaskList.Kind kind) {
    view.domain(in.text("domain"));
    return new SwfTaskList(view, kind, in.text("domain"), in.structure("taskList").text("name"));
  }

  /** How many tasks wait. */
  Map<String, Object> count(SwfTaskList.Kind kind) {
    return list(kind).count();
  }

  private Optional<Map<String, Object>> awaited(SwfTaskList.Kind kind) {
    SwfTaskList list = list(kind);
    return view.state()
        .await(
            list.key(),
            view.call().wait(PATIENCE, Optional::empty),
            () -> list.take().map(task -> started(kind, task)));
  }

  private Map<String, Object> started(SwfTaskList.Kind kind, SwfTaskList.Waiting task) {
    SwfRun run = view.run(task.run());
    if (kind == SwfTaskList.Kind.ACTIVITY) {
      return SwfActivityTask.of(run, task.scheduled()).start(in.only("identity"));
    }
    new SwfDecisionTask(run).start(in.only("identity"));
    return told(run);
  }

  /** The next page of the history that a decision task has come with. */
  private Map<String, Object> goOn() {
    view.domain(in.text("domain"));
    SwfRun run = view.run(SwfToken.of(HISTORY, in.text(PAGE)).run());
    SwfDecisionTask task = new SwfDecisionTask(run);
    if (task.started() == 0) {
      throw SwfFault.invalidToken();
    }
    return told(run);
  }

  private Map<String, Object> told(SwfRun run) {
    SwfDecisionTask task = new SwfDecisionTask(run);
    long previous = run.facts().number("previousStarted");
    long first = in.is("startAtPreviousStartedEvent") ? previous : 0;
    List<Map<String, Object>> seen =
        run.history().stream()
            .filter(event -> number(event) >= first && number(event) <= task.started())
            .toList();
    Map<String, Object> told =
        new LinkedHashMap<>(
            new SwfPage(in, HISTORY, run.id())
                .answer("events", SwfPage.ordered(seen, in.is("reverseOrder"))));
    told.put(
        "taskToken", new SwfToken(DECISION, run.id(), task.scheduled(), task.started()).text());
    told.put(STARTED, task.started());
    told.put(PREVIOUS, previous);
    told.put("workflowExecution", run.named());
    told.putAll(run.facts().only("workflowType").members());
    return told;
  }

  private static long number(Map<String, Object> event) {
    return event.get("eventId") instanceof Long number ? number : 0;
  }
}
