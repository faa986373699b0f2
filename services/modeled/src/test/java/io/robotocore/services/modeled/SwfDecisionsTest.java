package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decisions of deciders, and what becomes of them. */
final class SwfDecisionsTest extends SwfWorkflows {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CancelTimer | timerId=x | CancelTimerFailed | TIMER_ID_UNKNOWN",
        "RequestCancelActivityTask | activityId=x | RequestCancelActivityTaskFailed | ACTIVITY_ID_UNKNOWN",
        "SignalExternalWorkflowExecution | workflowId=x;signalName=s |"
            + " SignalExternalWorkflowExecutionFailed | UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION",
        "RequestCancelExternalWorkflowExecution | workflowId=x |"
            + " RequestCancelExternalWorkflowExecutionFailed | UNKNOWN_EXTERNAL_WORKFLOW_EXECUTION",
        "ScheduleLambdaFunction | id=x;name=f |"
            + " ScheduleLambdaFunctionFailed | LAMBDA_SERVICE_NOT_AVAILABLE_IN_REGION",
        "ContinueAsNewWorkflowExecution | workflowTypeVersion=9 |"
            + " ContinueAsNewWorkflowExecutionFailed | WORKFLOW_TYPE_DOES_NOT_EXIST",
      })
  void decision_thatCannotBeFollowed_isTold(
      String type, String attributes, String event, String cause) {
    String run = start("w");
    List<Object> pairs = new ArrayList<>();
    for (String pair : attributes.split(";")) {
      pairs.addAll(List.of(pair.split("=")));
    }
    decide(decisionTask(), decision(type, pairs.toArray()));
    assertThat(last("w", run, event))
        .containsEntry("cause", cause)
        .containsEntry("decisionTaskCompletedEventId", 4L);
    assertThat(history("w", run)).endsWith(event, "DecisionTaskScheduled");
  }

  @Test
  void activity_thatCannotBeScheduled_isTold() {
    Map<String, Object> bare = Map.of("name", "bare", "version", "1");
    swf.ok("RegisterActivityType", in(bare, "defaultTaskList", Map.of("name", "workers")));
    String run = start("w");
    decide(
        decisionTask(),
        pay("1"),
        pay("1"),
        pay("2", "activityType", Map.of("name", "pay", "version", "2")),
        pay("3", "activityType", bare));
    assertThat(events("w", run))
        .filteredOn(event -> "ScheduleActivityTaskFailed".equals(event.get("eventType")))
        .extracting(
            event ->
                Catalogue.structure(event.get("scheduleActivityTaskFailedEventAttributes"))
                    .get("cause"))
        .containsExactly(
            "ACTIVITY_ID_ALREADY_IN_USE",
            "ACTIVITY_TYPE_DOES_NOT_EXIST",
            "DEFAULT_SCHEDULE_TO_START_TIMEOUT_UNDEFINED");
    assertThat(counts("w", run)).containsEntry("openActivityTasks", 1);
  }

  @Test
  void decisions_ofWhichOneIsWrong_areAllRefused() {
    String run = start("w");
    Map<String, Object> task = decisionTask();
    DocumentClient.Answer early =
        swf.call("RespondDecisionTaskCompleted", decided(task, complete(), pay("1")));
    assertThat(early.text()).contains("ValidationException", "Close must be last decision in list");
    DocumentClient.Answer bare =
        swf.call(
            "RespondDecisionTaskCompleted",
            decided(task, pay("1"), Map.of("decisionType", "CancelTimer")));
    assertThat(bare.text())
        .contains("Value null at 'decisions.2.member.cancelTimerDecisionAttributes.timerId'");
    DocumentClient.Answer endless =
        swf.call(
            "RespondDecisionTaskCompleted",
            decided(task, pay("1"), pay("2", "heartbeatTimeout", "long")));
    assertThat(endless.code()).isEqualTo("ValidationException");
    assertThat(history("w", run)).endsWith("DecisionTaskStarted");
    DocumentClient.Answer other =
        swf.call("RespondDecisionTaskCompleted", Map.of("taskToken", "mine"));
    assertThat(other.text()).contains("ValidationException", "Invalid token");
  }

  @Test
  void others_areSignaledAndAskedToEnd() {
    String target = start("target");
    decide(decisionTask());
    String run = start("w");
    decide(
        decisionTask(),
        decision("SignalExternalWorkflowExecution", "workflowId", "target", "signalName", "s"),
        decision("RequestCancelExternalWorkflowExecution", "workflowId", "target"));
    assertThat(history("w", run))
        .endsWith(
            "SignalExternalWorkflowExecutionInitiated",
            "RequestCancelExternalWorkflowExecutionInitiated",
            "ExternalWorkflowExecutionSignaled",
            "ExternalWorkflowExecutionCancelRequested",
            "DecisionTaskScheduled");
    assertThat(last("w", run, "ExternalWorkflowExecutionSignaled"))
        .isEqualTo(
            Map.of(
                "workflowExecution",
                Map.of("workflowId", "target", "runId", target),
                "initiatedEventId",
                5L));
    assertThat(last("target", target, "WorkflowExecutionSignaled"))
        .isEqualTo(
            Map.of(
                "signalName",
                "s",
                "externalWorkflowExecution",
                Map.of("workflowId", "w", "runId", run),
                "externalInitiatedEventId",
                5L));
    assertThat(info("target", target)).containsEntry("cancelRequested", true);
  }

  @Test
  void child_isToldOfToItsParent() {
    String run = start("w");
    decide(decisionTask(), child());
    assertThat(counts("w", run)).containsEntry("openChildWorkflowExecutions", 1);
    Map<String, Object> task = swf.ok("PollForDecisionTask", list("others"));
    Map<String, Object> named = Catalogue.structure(task.get("workflowExecution"));
    String childRun = (String) Objects.requireNonNull(named.get("runId"));
    assertThat(last("child", childRun, "WorkflowExecutionStarted"))
        .containsEntry("parentWorkflowExecution", Map.of("workflowId", "w", "runId", run))
        .containsEntry("parentInitiatedEventId", 5L);
    assertThat(info("child", childRun))
        .containsEntry("parent", Map.of("workflowId", "w", "runId", run));
    decide(task, decision("FailWorkflowExecution", "reason", "sick", "details", "flu"));
    assertThat(history("w", run))
        .endsWith(
            "StartChildWorkflowExecutionInitiated",
            "ChildWorkflowExecutionStarted",
            "DecisionTaskScheduled",
            "ChildWorkflowExecutionFailed");
    assertThat(last("w", run, "ChildWorkflowExecutionFailed"))
        .isEqualTo(
            Map.of(
                "workflowExecution",
                named,
                "workflowType",
                TYPE,
                "initiatedEventId",
                5L,
                "startedEventId",
                6L,
                "reason",
                "sick",
                "details",
                "flu"));
    assertThat(counts("w", run)).containsEntry("openChildWorkflowExecutions", 0);
  }

  @Test
  void child_thatRunsAlready_isNotStarted() {
    start("child");
    decide(decisionTask());
    String run = start("w");
    decide(decisionTask(), child());
    assertThat(last("w", run, "StartChildWorkflowExecutionFailed"))
        .containsEntry("cause", "WORKFLOW_ALREADY_RUNNING")
        .containsEntry("initiatedEventId", 5L);
    decide(decisionTask(), child("workflowType", Map.of("name", "order", "version", "3")));
    assertThat(last("w", run, "StartChildWorkflowExecutionFailed"))
        .containsEntry("cause", "WORKFLOW_TYPE_DOES_NOT_EXIST")
        .containsEntry("initiatedEventId", 0L);
  }

  @ParameterizedTest
  @CsvSource({
    "TERMINATE, WorkflowExecutionTerminated",
    "REQUEST_CANCEL, WorkflowExecutionCancelRequested",
    "ABANDON, DecisionTaskScheduled"
  })
  void terminate_doesWithChildrenWhatThePolicySays(String policy, String event) {
    String run = start("w");
    decide(decisionTask(), child());
    Map<String, Object> named =
        Catalogue.structure(
            last("w", run, "ChildWorkflowExecutionStarted").get("workflowExecution"));
    swf.ok(
        "TerminateWorkflowExecution",
        in(Map.of("workflowId", "w", "reason", "no", "childPolicy", policy)));
    assertThat(last("w", run, "WorkflowExecutionTerminated"))
        .isEqualTo(Map.of("reason", "no", "childPolicy", policy, "cause", "OPERATOR_INITIATED"));
    String childRun = (String) Objects.requireNonNull(named.get("runId"));
    Map<String, Object> told = last("child", childRun, event);
    assertThat(history("child", childRun)).endsWith(event);
    if (!policy.equals("ABANDON")) {
      assertThat(told).containsEntry("cause", "CHILD_POLICY_APPLIED");
    }
  }

  @Test
  void continueAsNew_goesOnInAnotherRun() {
    String parent = start("w");
    decide(decisionTask(), child());
    Map<String, Object> task = swf.ok("PollForDecisionTask", list("others"));
    decide(task, decision("ContinueAsNewWorkflowExecution", "input", "more"));
    String run = (String) Catalogue.structure(task.get("workflowExecution")).get("runId");
    String next =
        (String) last("child", run, "WorkflowExecutionContinuedAsNew").get("newExecutionRunId");
    assertThat(info("child", run)).containsEntry("closeStatus", "CONTINUED_AS_NEW");
    assertThat(info("child", next)).containsEntry("executionStatus", "OPEN");
    assertThat(last("child", next, "WorkflowExecutionStarted"))
        .containsEntry("continuedExecutionRunId", run)
        .containsEntry("input", "more")
        .containsEntry("taskList", Map.of("name", "deciders"));
    decide(decisionTask());
    decide(decisionTask(), complete());
    assertThat(last("w", parent, "ChildWorkflowExecutionCompleted"))
        .containsEntry("workflowExecution", Map.of("workflowId", "child", "runId", next));
  }

  @Test
  void terminate_reachesAChildThatHasGoneOnInAnotherRun() {
    start("w");
    decide(decisionTask(), child());
    Map<String, Object> task = swf.ok("PollForDecisionTask", list("others"));
    decide(task, decision("ContinueAsNewWorkflowExecution"));
    swf.ok("TerminateWorkflowExecution", in(Map.of("workflowId", "w")));
    Map<String, Object> ever = Map.of("oldestDate", NOON);
    assertThat(swf.ok("CountOpenWorkflowExecutions", in(Map.of("startTimeFilter", ever))))
        .containsEntry("count", 0);
  }
}
