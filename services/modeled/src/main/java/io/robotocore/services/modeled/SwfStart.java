package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Begins executions.
 *
 * @param view the call's view of SWF
 * @param domain the domain of the execution
 * @param asked what somebody asks for: the workflow's id and type, and how it is to be run
 */
record SwfStart(SwfView view, String domain, SwfFacts asked) {

  private static final String TYPE = "workflowType";
  private static final List<String> REQUIRED =
      List.of("executionStartToCloseTimeout", "taskList", "taskStartToCloseTimeout", "childPolicy");
  private static final List<String> OTHERS = List.of("taskPriority", "lambdaRole");
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  /** Begins an execution because somebody from outside wants it. */
  static Map<String, Object> start(SwfView view, SwfFacts in) {
    String domain = in.text("domain");
    view.checkInUse(domain);
    SwfFacts type = SwfTypes.theType(view, SwfTypes.Of.WORKFLOW, in);
    if (SwfTypes.isDeprecated(type)) {
      throw SwfFault.of("TypeDeprecatedFault", SwfTypes.Of.WORKFLOW.words(type));
    }
    SwfSettings.check(in);
    SwfStart start = new SwfStart(view, domain, in);
    start.checkDefined();
    if (start.isRunning()) {
      throw SwfFault.of("WorkflowExecutionAlreadyStartedFault", "Already Started");
    }
    return Map.of("runId", start.begin(SwfFacts.NONE).id());
  }

  private void checkDefined() {
    settings().undefined().stream()
        .findFirst()
        .ifPresent(
            name -> {
              throw SwfFault.of("DefaultUndefinedFault", name);
            });
  }

  /** Whether there is an open execution of the workflow. */
  boolean isRunning() {
    return view.openRun(domain, asked.only("workflowId")).isPresent();
  }

  private Optional<SwfFacts> type() {
    return view.type(SwfTypes.Of.WORKFLOW, domain, asked.structure(TYPE));
  }

  /** How it would be run. */
  SwfSettings settings() {
    return SwfSettings.of(asked, type().orElse(SwfFacts.NONE), REQUIRED, OTHERS);
  }

  /** Why a decision fails that asks for this; empty if it does not. */
  Optional<String> cause() {
    if (type().isEmpty()) {
      return Optional.of("WORKFLOW_TYPE_DOES_NOT_EXIST");
    }
    return type().filter(SwfTypes::isDeprecated).isPresent()
        ? Optional.of("WORKFLOW_TYPE_DEPRECATED")
        : settings().cause();
  }

  /**
   * Begins the execution.
   *
   * @param origin where it comes from, as its first event tells
   */
  SwfRun begin(SwfFacts origin) {
    SwfFacts settings = settings().facts();
    SwfRun run = view.run("22" + view.call().random().text(43, DIGITS) + "=");
    run.change(
        asked
            .only("workflowId", TYPE, "tagList")
            .and("domain", domain)
            .and("runId", run.id())
            .and("settings", settings.members())
            .and("number", view.next(new EntityKey("executions", "", domain)))
            .and("startTimestamp", view.now())
            .and("parent", parent(origin).members()));
    view.keep(SwfView.open(domain, asked.text("workflowId")), SwfFacts.of("runId", run.id()));
    SwfSettings.timeout(settings, "executionStartToCloseTimeout")
        .ifPresent(
            timeout -> view.state().plan(SwfView.execution(run.id()), view.now().plus(timeout)));
    run.tell(
        "WorkflowExecutionStarted",
        settings
            .and(asked.only("input", "tagList", TYPE))
            .and("parentInitiatedEventId", 0L)
            .and(origin));
    return run;
  }

  private static SwfFacts parent(SwfFacts origin) {
    SwfFacts parent = origin.structure("parentWorkflowExecution");
    return parent.members().isEmpty()
        ? SwfFacts.NONE
        : parent.and(SwfParent.INITIATED, origin.number("parentInitiatedEventId"));
  }
}
