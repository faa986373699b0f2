package io.robotocore.services.modeled;

import java.util.Optional;

/**
 * What an execution does to others, because its decider has decided so.
 *
 * @param run the execution
 * @param of the event with the decision
 */
record SwfExternal(SwfRun run, SwfFacts of) {

  private static final String INITIATED = "initiatedEventId";

  /**
   * Signals another execution.
   *
   * @return what is to be done when all decisions are written down
   */
  Runnable signal(SwfFacts decision) {
    SwfFacts named = decision.only("workflowId", "runId", "control");
    SwfFacts signal = decision.only("signalName", "input");
    long initiated = run.add("SignalExternalWorkflowExecutionInitiated", named.and(signal).and(of));
    return () ->
        other(named)
            .ifPresentOrElse(
                other -> {
                  other.tell("WorkflowExecutionSignaled", signal.and(source(initiated)));
                  tell("ExternalWorkflowExecutionSignaled", reached(other, initiated));
                },
                () -> tell("SignalExternalWorkflowExecutionFailed", named.and(missed(initiated))));
  }

  /**
   * Wants another execution to end.
   *
   * @return what is to be done when all decisions are written down
   */
  Runnable requestCancel(SwfFacts decision) {
    SwfFacts named = decision.only("workflowId", "runId", "control");
    long initiated = run.add("RequestCancelExternalWorkflowExecutionInitiated", named.and(of));
    return () ->
        other(named)
            .ifPresentOrElse(
                other -> {
                  other.requestCancel(source(initiated));
                  tell("ExternalWorkflowExecutionCancelRequested", reached(other, initiated));
                },
                () ->
                    tell(
                        "RequestCancelExternalWorkflowExecutionFailed",
                        named.and(missed(initiated))));
  }

  private Optional<SwfRun> other(SwfFacts named) {
    return run.view().openRun(run.domain(), named);
  }

  private SwfFacts source(long initiated) {
    return SwfFacts.of("externalWorkflowExecution", run.named())
        .and("externalInitiatedEventId", initiated);
  }

  private static SwfFacts reached(SwfRun other, long initiated) {
    return SwfFacts.of("workflowExecution", other.named()).and(INITIATED, initiated);
  }

  private SwfFacts missed(long initiated) {
    return of.and("cause", "UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION").and(INITIATED, initiated);
  }

  private void tell(String type, SwfFacts attributes) {
    if (run.isOpen()) {
      run.tell(type, attributes);
    }
  }
}
