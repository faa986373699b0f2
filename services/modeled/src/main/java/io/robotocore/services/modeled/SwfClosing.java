package io.robotocore.services.modeled;

import java.util.Optional;

/**
 * Ends an execution because its decider has decided so.
 *
 * @param run the execution
 * @param of the event with the decision
 * @param unhandled whether something has happened that the decider has not seen
 */
record SwfClosing(SwfRun run, SwfFacts of, boolean unhandled) {

  private static final String VERSION = "workflowTypeVersion";
  private static final String TYPE = "workflowType";

  void complete(SwfFacts decision) {
    close("Complete", "Completed", decision.only("result"));
  }

  void fail(SwfFacts decision) {
    close("Fail", "Failed", decision.only("reason", "details"));
  }

  void cancel(SwfFacts decision) {
    close("Cancel", "Canceled", decision.only("details"));
  }

  private void close(String verb, String how, SwfFacts what) {
    if (unhandled) {
      failed(verb, "UNHANDLED_DECISION");
      return;
    }
    run.close(how.toUpperCase(java.util.Locale.ROOT), "WorkflowExecution" + how, what.and(of));
    new SwfParent(run).tell(how, what);
  }

  private void failed(String verb, String cause) {
    run.tell(verb + "WorkflowExecutionFailed", of.and("cause", cause));
  }

  /** Goes on in another execution of the same workflow. */
  void continueAsNew(SwfFacts decision) {
    SwfFacts type = run.facts().structure(TYPE);
    SwfFacts next = decision.has(VERSION) ? type.and("version", decision.text(VERSION)) : type;
    SwfFacts named = run.facts().only("workflowId").and(TYPE, next.members());
    SwfStart start = new SwfStart(run.view(), run.domain(), decision.and(named));
    Optional<String> cause = unhandled ? Optional.of("UNHANDLED_DECISION") : start.cause();
    if (cause.isPresent()) {
      failed("ContinueAsNew", cause.get());
      return;
    }
    SwfRun follower = start.begin(origin());
    SwfFacts told = start.settings().facts().and(decision.only("input", "tagList"));
    run.close(
        "CONTINUED_AS_NEW",
        "WorkflowExecutionContinuedAsNew",
        told.and(of).and(TYPE, next.members()).and("newExecutionRunId", follower.id()));
    new SwfParent(run).follow(follower);
  }

  private SwfFacts origin() {
    SwfFacts origin = SwfFacts.of("continuedExecutionRunId", run.id());
    SwfFacts parent = run.parent();
    return parent.members().isEmpty()
        ? origin
        : origin
            .and("parentWorkflowExecution", parent.only("workflowId", "runId").members())
            .and("parentInitiatedEventId", parent.number(SwfParent.INITIATED));
  }
}
