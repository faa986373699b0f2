package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Amazon SWF: executions of workflows, the tasks of their deciders and workers, and their history.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-dg-basic.html">Basic
 *     concepts</a>
 */
final class Swf implements Behaviour {

  private final Map<String, Answer> operations = new HashMap<>();

  Swf() {
    operations.put("ListDomains", scene -> new SwfDomains(scene).list());
    types();
    executions();
    tasks();
  }

  private void types() {
    for (SwfTypes.Of of : SwfTypes.Of.values()) {
      type("Register%s", of, SwfTypes::register);
      type("Describe%s", of, SwfTypes::describe);
      type("List%ss", of, SwfTypes::list);
      type("Deprecate%s", of, SwfTypes::deprecate);
      type("Undeprecate%s", of, SwfTypes::undeprecate);
      type("Delete%s", of, SwfTypes::delete);
    }
  }

  private void type(String name, SwfTypes.Of of, Function<SwfTypes, Map<String, Object>> does) {
    put(name.formatted(of.noun()), (view, in) -> does.apply(new SwfTypes(view, of, in)));
  }

  private void executions() {
    put("StartWorkflowExecution", SwfStart::start);
    put("SignalWorkflowExecution", Swf::signal);
    put("RequestCancelWorkflowExecution", Swf::requestCancel);
    put("TerminateWorkflowExecution", Swf::terminate);
    put("DescribeWorkflowExecution", (view, in) -> new SwfExecutions(view, in).describe());
    put("GetWorkflowExecutionHistory", (view, in) -> new SwfExecutions(view, in).history());
    put("ListOpenWorkflowExecutions", (view, in) -> new SwfExecutions(view, in).list(true));
    put("ListClosedWorkflowExecutions", (view, in) -> new SwfExecutions(view, in).list(false));
    put("CountOpenWorkflowExecutions", (view, in) -> new SwfExecutions(view, in).count(true));
    put("CountClosedWorkflowExecutions", (view, in) -> new SwfExecutions(view, in).count(false));
  }

  private void tasks() {
    operations.put(
        "PollForDecisionTask", scene -> new SwfDecider(view(scene), in(scene)).pollForDecision());
    operations.put(
        "PollForActivityTask", scene -> new SwfDecider(view(scene), in(scene)).pollForActivity());
    operations.put("RespondDecisionTaskCompleted", scene -> new SwfDecisions(scene).respond());
    put(
        "CountPendingDecisionTasks",
        (view, in) -> new SwfDecider(view, in).count(SwfTaskList.Kind.DECISION));
    put(
        "CountPendingActivityTasks",
        (view, in) -> new SwfDecider(view, in).count(SwfTaskList.Kind.ACTIVITY));
    put("RecordActivityTaskHeartbeat", (view, in) -> SwfActivityTask.named(view, in).beat(in));
    put(
        "RespondActivityTaskCompleted",
        (view, in) -> SwfActivityTask.named(view, in).end("Completed", in.only("result")));
    put(
        "RespondActivityTaskFailed",
        (view, in) -> SwfActivityTask.named(view, in).end("Failed", in.only("reason", "details")));
    put(
        "RespondActivityTaskCanceled",
        (view, in) -> SwfActivityTask.named(view, in).canceled(in.only("details")));
  }

  private void put(String name, BiFunction<SwfView, SwfFacts, Map<String, Object>> does) {
    operations.put(name, scene -> does.apply(view(scene), in(scene)));
  }

  private static SwfView view(Scene scene) {
    return new SwfView(scene.call(), scene.state());
  }

  private static SwfFacts in(Scene scene) {
    return new SwfFacts(scene.input());
  }

  @Override
  public Map<String, Answer> operations() {
    return operations;
  }

  @Override
  public void check(Scene scene) {
    new SwfDomains(scene).check();
  }

  /** Those who wait for tasks must not keep others from making some. */
  @Override
  public boolean isAtomic(String operation) {
    return !operation.startsWith("PollFor");
  }

  @Override
  public void due(Call call, ModeledState state, EntityKey what) {
    SwfView view = new SwfView(call, state);
    state.run(() -> due(view, what));
  }

  private static void due(SwfView view, EntityKey what) {
    switch (what.noun()) {
      case SwfView.EXECUTION -> view.run(what.id()).timedOut();
      case SwfView.RETENTION -> view.run(what.id()).forget();
      case SwfDecisionTask.TIMEOUT -> new SwfDecisionTask(view.run(what.id())).timedOut();
      case SwfTimers.TIMER -> new SwfTimers(view.run(what.scope())).fire(what.id());
      case SwfActivityTask.TASK -> new SwfActivityTask(view.run(what.scope()), what).timedOut();
      default -> throw new IllegalArgumentException(what.noun());
    }
  }

  private static Map<String, Object> signal(SwfView view, SwfFacts in) {
    view.theOpenRun(in)
        .tell(
            "WorkflowExecutionSignaled",
            in.only("signalName", "input").and("externalInitiatedEventId", 0L));
    return Map.of();
  }

  private static Map<String, Object> requestCancel(SwfView view, SwfFacts in) {
    view.theOpenRun(in).requestCancel(SwfFacts.of("externalInitiatedEventId", 0L));
    return Map.of();
  }

  private static Map<String, Object> terminate(SwfView view, SwfFacts in) {
    SwfRun run = view.theOpenRun(in);
    run.terminate(
        run.settings()
            .only("childPolicy")
            .and(in.only("reason", "details", "childPolicy"))
            .and("cause", "OPERATOR_INITIATED"));
    return Map.of();
  }
}
