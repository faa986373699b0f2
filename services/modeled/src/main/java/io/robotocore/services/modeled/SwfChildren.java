package io.robotocore.services.modeled;

import java.util.List;
import java.util.Optional;

/**
 * The executions that an execution has started, and that are open.
 *
 * @param run the one that has started them
 */
record SwfChildren(SwfRun run) {

  static final String CHILD = "child";

  private static final String CAUSE = "cause";
  private static final int MOST = 1000;

  static EntityKey key(SwfRun parent, long initiated) {
    return new EntityKey(CHILD, parent.id(), "%010d".formatted(initiated));
  }

  private List<SwfRun> open() {
    return run.view().all(CHILD, run.id()).map(one -> run.view().run(one.text("runId"))).toList();
  }

  int count() {
    return open().size();
  }

  /**
   * Starts one because the decider has decided so.
   *
   * @param completed the event with the decision
   * @return what is to be done when all decisions are written down
   */
  Runnable start(SwfFacts decision, long completed) {
    SwfStart start = new SwfStart(run.view(), run.domain(), decision);
    Optional<String> cause =
        count() < MOST ? start.cause() : Optional.of("OPEN_CHILDREN_LIMIT_EXCEEDED");
    SwfFacts of = SwfFacts.of("decisionTaskCompletedEventId", completed);
    if (cause.isPresent()) {
      fail(decision, of.and(CAUSE, cause.get()).and(SwfParent.INITIATED, 0L));
      return () -> {};
    }
    long initiated =
        run.add(
            "StartChildWorkflowExecutionInitiated",
            decision
                .only("workflowId", "workflowType", "control", "input", "tagList")
                .and(start.settings().facts())
                .and(of));
    return () -> begin(start, of.and(SwfParent.INITIATED, initiated));
  }

  private void begin(SwfStart start, SwfFacts of) {
    if (start.isRunning()) {
      fail(start.asked(), of.and(CAUSE, "WORKFLOW_ALREADY_RUNNING"));
      return;
    }
    SwfRun child =
        start.begin(
            SwfFacts.of("parentWorkflowExecution", run.named())
                .and("parentInitiatedEventId", of.number(SwfParent.INITIATED)));
    if (run.isOpen()) {
      new SwfParent(child).tellStarted();
    }
  }

  private void fail(SwfFacts decision, SwfFacts why) {
    if (run.isOpen()) {
      run.tell(
          "StartChildWorkflowExecutionFailed",
          decision.only("workflowId", "workflowType", "control").and(why));
    }
  }

  /** Does with them what is to be done when this one ends by force. */
  void follow(String policy) {
    for (SwfRun child : open()) {
      if (policy.equals("TERMINATE")) {
        child.terminate(child.settings().only("childPolicy").and(CAUSE, "CHILD_POLICY_APPLIED"));
      } else if (policy.equals("REQUEST_CANCEL")) {
        child.requestCancel(SwfFacts.of(CAUSE, "CHILD_POLICY_APPLIED"));
      }
    }
  }
}
