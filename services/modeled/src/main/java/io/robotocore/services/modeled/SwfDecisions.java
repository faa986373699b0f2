package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import io.robotocore.service.DocumentError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a decider has decided.
 *
 * @param scene the call
 */
record SwfDecisions(Scene scene) {

  private static final String CONTEXT = "executionContext";
  private static final Set<String> CLOSING =
      Set.of(
          "CompleteWorkflowExecution",
          "FailWorkflowExecution",
          "CancelWorkflowExecution",
          "ContinueAsNewWorkflowExecution");

  /** Does what the decider says. */
  Map<String, Object> respond() {
    SwfFacts in = new SwfFacts(scene.input());
    SwfRun run = run(in);
    SwfDecisionTask task = new SwfDecisionTask(run);
    List<SwfFacts> decisions = in.structures("decisions");
    SwfSettings.check(in);
    check(decisions);
    boolean unhandled = task.isBehind();
    SwfFacts of = SwfFacts.of("decisionTaskCompletedEventId", task.complete(in));
    if (in.has(CONTEXT)) {
      run.change(SwfFacts.of("latestExecutionContext", in.text(CONTEXT)));
    }
    List<Runnable> afterwards = new ArrayList<>();
    for (SwfFacts decision : decisions) {
      follow(decision, new SwfClosing(run, of, unhandled), afterwards);
    }
    afterwards.forEach(Runnable::run);
    if (run.isOpen()) {
      task.done();
    }
    return Map.of();
  }

  /**
   * The execution that is decided about.
   *
   * @throws DocumentError if nobody is to decide about it any more
   */
  private SwfRun run(SwfFacts in) {
    SwfToken token = SwfToken.of(SwfDecider.DECISION, in.text("taskToken"));
    SwfRun run = new SwfView(scene.call(), scene.state()).run(token.run());
    if (!run.isOpen()) {
      throw SwfView.unknown(run.facts());
    }
    if (new SwfDecisionTask(run).started() != token.of()) {
      throw SwfFault.unknown("decision task, scheduledEventId = " + token.number());
    }
    return run;
  }

  private static String member(String type) {
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "DecisionAttributes";
  }

  private void follow(SwfFacts decision, SwfClosing closing, List<Runnable> afterwards) {
    String type = decision.text("decisionType");
    SwfFacts what = decision.structure(member(type));
    SwfFacts of = closing.of();
    SwfRun run = closing.run();
    switch (type) {
      case "ScheduleActivityTask" -> new SwfActivities(run).schedule(what, of);
      case "RequestCancelActivityTask" -> new SwfActivities(run).requestCancel(what, of);
      case "StartTimer" -> new SwfTimers(run).start(what, of);
      case "CancelTimer" -> new SwfTimers(run).cancel(what, of);
      case "RecordMarker" -> run.add("MarkerRecorded", what.only("markerName", "details").and(of));
      case "ScheduleLambdaFunction" -> schedule(run, what.only("id", "name").and(of));
      case "SignalExternalWorkflowExecution" ->
          afterwards.add(new SwfExternal(run, of).signal(what));
      case "RequestCancelExternalWorkflowExecution" ->
          afterwards.add(new SwfExternal(run, of).requestCancel(what));
      case "StartChildWorkflowExecution" ->
          afterwards.add(
              new SwfChildren(run).start(what, of.number("decisionTaskCompletedEventId")));
      case "CompleteWorkflowExecution" -> closing.complete(what);
      case "FailWorkflowExecution" -> closing.fail(what);
      case "CancelWorkflowExecution" -> closing.cancel(what);
      case "ContinueAsNewWorkflowExecution" -> closing.continueAsNew(what);
      default -> throw new IllegalArgumentException(type);
    }
  }

  /** Functions are not called here. */
  private static void schedule(SwfRun run, SwfFacts function) {
    run.tell(
        "ScheduleLambdaFunctionFailed",
        function.and("cause", "LAMBDA_SERVICE_NOT_AVAILABLE_IN_REGION"));
  }

  /**
   * Makes sure that all of it can be done.
   *
   * @throws DocumentError if one decision cannot: none is followed then
   */
  private void check(List<SwfFacts> decisions) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      String type = decisions.get(i).text("decisionType");
      if (CLOSING.contains(type) && i < decisions.size() - 1) {
        throw SwfFault.invalid("Close must be last decision in list");
      }
      missing.addAll(missing(decisions.get(i), "decisions." + (i + 1) + ".member."));
      SwfSettings.check(decisions.get(i).structure(member(type)));
    }
    if (!missing.isEmpty()) {
      throw SwfFault.invalid(
          missing.size()
              + (missing.size() == 1 ? " validation error" : " validation errors")
              + " detected: "
              + String.join("; ", missing));
    }
  }

  /** What a decision without attributes should say. */
  private List<String> missing(SwfFacts decision, String where) {
    String member = member(decision.text("decisionType"));
    return decision.has(member)
        ? List.of()
        : attributes(member).members().stream()
            .filter(Member::required)
            .map(
                one ->
                    "Value null at '%s%s.%s' failed to satisfy constraint: Member must not be null"
                        .formatted(where, member, one.name()))
            .toList();
  }

  private StructureShape attributes(String member) {
    ListShape decisions = (ListShape) target(scene.shape(), "decisions");
    return (StructureShape) target((StructureShape) decisions.member().target(), member);
  }

  private static io.robotocore.model.Shape target(StructureShape shape, String member) {
    return shape.members().stream()
        .filter(one -> one.name().equals(member))
        .findFirst()
        .orElseThrow()
        .target();
  }
}
