package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * Workflows that deciders and workers bring to their end.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazonswf/latest/apireference/API_HistoryEvent.html">HistoryEvent</a>
 */
final class SwfTest extends SwfWorkflows {

  @Test
  void workflow_withTwoActivities_isWrittenDownToItsEnd() {
    String run = start("w", "input", "a book");
    Map<String, Object> first = decisionTask();
    assertThat(first)
        .containsEntry("startedEventId", 3L)
        .containsEntry("previousStartedEventId", 0L);
    assertThat((List<?>) first.get("events")).hasSize(3);
    decide(first, pay("1", "input", "10"), pay("2"));
    Map<String, Object> one = activityTask();
    assertThat(one)
        .containsEntry("activityId", "1")
        .containsEntry("input", "10")
        .containsEntry("activityType", ACTIVITY)
        .containsEntry("workflowExecution", Map.of("workflowId", "w", "runId", run));
    swf.ok("RespondActivityTaskCompleted", token(one, "result", "paid"));
    Map<String, Object> two = activityTask();
    swf.ok("RespondActivityTaskFailed", token(two, "reason", "broke", "details", "no money"));
    Map<String, Object> second = decisionTask();
    assertThat(second).containsEntry("previousStartedEventId", 3L);
    decide(second, decision("RecordMarker", "markerName", "here"), complete());
    assertThat(history("w", run))
        .containsExactly(
            "WorkflowExecutionStarted",
            "DecisionTaskScheduled",
            "DecisionTaskStarted",
            "DecisionTaskCompleted",
            "ActivityTaskScheduled",
            "ActivityTaskScheduled",
            "ActivityTaskStarted",
            "ActivityTaskCompleted",
            "DecisionTaskScheduled",
            "ActivityTaskStarted",
            "ActivityTaskFailed",
            "DecisionTaskStarted",
            "DecisionTaskCompleted",
            "MarkerRecorded",
            "WorkflowExecutionCompleted");
    assertThat(events("w", run)).extracting(event -> event.get("eventId")).startsWith(1L, 2L, 3L);
    assertThat(last("w", run, "ActivityTaskCompleted"))
        .isEqualTo(Map.of("result", "paid", "scheduledEventId", 5L, "startedEventId", 7L));
    assertThat(last("w", run, "ActivityTaskFailed"))
        .containsEntry("reason", "broke")
        .containsEntry("scheduledEventId", 6L);
    assertThat(last("w", run, "WorkflowExecutionCompleted"))
        .isEqualTo(Map.of("result", "done", "decisionTaskCompletedEventId", 13L));
    assertThat(info("w", run))
        .containsEntry("executionStatus", "CLOSED")
        .containsEntry("closeStatus", "COMPLETED")
        .containsEntry("closeTimestamp", NOON);
  }

  @Test
  void poll_waitsForATask() throws Exception {
    CompletableFuture<Map<String, Object>> waiting =
        CompletableFuture.supplyAsync(this::decisionTask);
    String run = start("w");
    assertThat(waiting.get())
        .containsEntry("workflowExecution", Map.of("workflowId", "w", "runId", run));
  }

  @Test
  void signal_whileTheDeciderDecides_isDecidedAboutBeforeTheEnd() {
    String run = start("w");
    Map<String, Object> task = decisionTask();
    swf.ok(
        "SignalWorkflowExecution",
        in(Map.of("workflowId", "w", "signalName", "hurry", "input", "now")));
    assertThat(counts("w", run)).containsEntry("openDecisionTasks", 1);
    decide(task, complete());
    assertThat(history("w", run))
        .endsWith(
            "WorkflowExecutionSignaled",
            "DecisionTaskCompleted",
            "CompleteWorkflowExecutionFailed",
            "DecisionTaskScheduled");
    assertThat(last("w", run, "CompleteWorkflowExecutionFailed"))
        .isEqualTo(Map.of("cause", "UNHANDLED_DECISION", "decisionTaskCompletedEventId", 5L));
    assertThat(last("w", run, "WorkflowExecutionSignaled"))
        .containsEntry("signalName", "hurry")
        .containsEntry("input", "now");
    decide(decisionTask(), complete());
    assertThat(info("w", run)).containsEntry("closeStatus", "COMPLETED");
    assertThat(
            swf.error(
                "SignalWorkflowExecution", in(Map.of("workflowId", "w", "signalName", "hurry"))))
        .isEqualTo("UnknownResourceFault");
  }

  @Test
  void cancel_isWhatTheDeciderMakesOfIt() {
    String run = start("w");
    decide(decisionTask(), pay("1"), pay("2"));
    Map<String, Object> task = activityTask();
    swf.ok("RequestCancelWorkflowExecution", in(Map.of("workflowId", "w", "runId", run)));
    assertThat(info("w", run)).containsEntry("cancelRequested", true);
    decide(
        decisionTask(),
        decision("RequestCancelActivityTask", "activityId", "1"),
        decision("RequestCancelActivityTask", "activityId", "2"));
    assertThat(last("w", run, "ActivityTaskCanceled"))
        .isEqualTo(
            Map.of(
                "scheduledEventId", 6L, "startedEventId", 0L, "latestCancelRequestedEventId", 13L));
    assertThat(swf.ok("RecordActivityTaskHeartbeat", token(task)))
        .containsEntry("cancelRequested", true);
    swf.ok("RespondActivityTaskCanceled", token(task, "details", "undone"));
    assertThat(last("w", run, "ActivityTaskCanceled"))
        .isEqualTo(
            Map.of(
                "scheduledEventId", 5L,
                "startedEventId", 7L,
                "latestCancelRequestedEventId", 12L,
                "details", "undone"));
    decide(decisionTask(), decision("CancelWorkflowExecution", "details", "bye"));
    assertThat(info("w", run)).containsEntry("closeStatus", "CANCELED");
    assertThat(last("w", run, "WorkflowExecutionCanceled")).containsEntry("details", "bye");
  }
}
