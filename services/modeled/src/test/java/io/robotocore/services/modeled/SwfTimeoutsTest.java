package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens in SWF as time passes. */
final class SwfTimeoutsTest extends SwfWorkflows {

  @ParameterizedTest
  @ValueSource(strings = {"PollForDecisionTask", "PollForActivityTask"})
  void poll_whenThereIsNothingForAMinute_isEmpty(String operation) throws Exception {
    CompletableFuture<Map<String, Object>> waiting =
        CompletableFuture.supplyAsync(() -> swf.ok(operation, list("nobody")));
    while (!waiting.isDone()) {
      emulator.clock().advance(Duration.ofSeconds(60));
      Thread.onSpinWait();
    }
    assertThat(waiting.get()).containsEntry("startedEventId", 0L).doesNotContainKey("taskToken");
  }

  @Test
  void timer_firesWhenItsTimeHasCome() {
    String run = start("w");
    decide(
        decisionTask(),
        decision("StartTimer", "timerId", "soon", "startToFireTimeout", "10", "control", "c"),
        decision("StartTimer", "timerId", "never", "startToFireTimeout", "20"),
        decision("CancelTimer", "timerId", "never"));
    assertThat(counts("w", run)).containsEntry("openTimers", 1);
    emulator.clock().advance(Duration.ofSeconds(9));
    assertThat(history("w", run)).endsWith("TimerCanceled");
    emulator.clock().advance(Duration.ofSeconds(20));
    assertThat(history("w", run)).endsWith("TimerFired", "DecisionTaskScheduled");
    assertThat(last("w", run, "TimerFired"))
        .isEqualTo(Map.of("timerId", "soon", "startedEventId", 5L));
    assertThat(last("w", run, "TimerCanceled"))
        .isEqualTo(
            Map.of("timerId", "never", "startedEventId", 6L, "decisionTaskCompletedEventId", 4L));
    assertThat(events("w", run).get(7)).containsEntry("eventTimestamp", NOON.plusSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 60, 61, SCHEDULE_TO_START",
    "true, 300, 301, START_TO_CLOSE",
    "true, 50, 40, HEARTBEAT",
    "true, 45, 600, SCHEDULE_TO_CLOSE"
  })
  void activity_thatTakesTooLong_isTimedOut(
      boolean taken, int seconds, String heartbeat, String type) {
    String close = type.equals("SCHEDULE_TO_CLOSE") ? "45" : "600";
    String run = start("w");
    decide(
        decisionTask(), pay("1", "heartbeatTimeout", heartbeat, "scheduleToCloseTimeout", close));
    Map<String, Object> task = taken ? activityTask() : Map.of();
    if (type.equals("HEARTBEAT")) {
      emulator.clock().advance(Duration.ofSeconds(10));
      assertThat(swf.ok("RecordActivityTaskHeartbeat", token(task, "details", "half")))
          .containsEntry("cancelRequested", false);
    }
    emulator.clock().set(NOON.plusSeconds(seconds - 1));
    assertThat(counts("w", run)).containsEntry("openActivityTasks", 1);
    emulator.clock().set(NOON.plusSeconds(seconds));
    assertThat(history("w", run)).endsWith("ActivityTaskTimedOut", "DecisionTaskScheduled");
    Map<String, Object> expected =
        with(
            Map.of("timeoutType", type, "scheduledEventId", 5L), "startedEventId", taken ? 6L : 0L);
    if (type.equals("HEARTBEAT")) {
      expected.put("details", "half");
    }
    assertThat(last("w", run, "ActivityTaskTimedOut")).isEqualTo(expected);
    assertThat(swf.ok("CountPendingActivityTasks", list("workers"))).containsEntry("count", 0);
    if (taken) {
      assertThat(swf.error("RespondActivityTaskCompleted", token(task)))
          .isEqualTo("UnknownResourceFault");
    }
  }

  @Test
  void decision_thatTakesTooLong_isToBeDecidedAgain() {
    String run = start("w");
    Map<String, Object> late = decisionTask();
    emulator.clock().advance(Duration.ofSeconds(30));
    assertThat(history("w", run))
        .endsWith("DecisionTaskStarted", "DecisionTaskTimedOut", "DecisionTaskScheduled");
    assertThat(swf.error("RespondDecisionTaskCompleted", decided(late, complete())))
        .isEqualTo("UnknownResourceFault");
    decide(decisionTask(), complete());
    assertThat(info("w", run)).containsEntry("closeStatus", "COMPLETED");
  }

  @Test
  void execution_thatTakesTooLong_isTimedOut() {
    String run = start("w");
    emulator.clock().advance(Duration.ofHours(2));
    assertThat(last("w", run, "WorkflowExecutionTimedOut"))
        .isEqualTo(Map.of("timeoutType", "START_TO_CLOSE", "childPolicy", "TERMINATE"));
    assertThat(info("w", run))
        .containsEntry("closeStatus", "TIMED_OUT")
        .containsEntry("closeTimestamp", NOON.plusSeconds(3600));
    assertThat(swf.ok("CountPendingDecisionTasks", list("deciders"))).containsEntry("count", 0);
  }

  @Test
  void execution_thatIsClosed_isForgottenAfterTheRetentionPeriod() {
    String run = start("w");
    decide(decisionTask(), complete());
    emulator.clock().advance(Duration.ofDays(2).minusSeconds(1));
    assertThat(history("w", run)).hasSize(5);
    emulator.clock().advance(Duration.ofSeconds(1));
    assertThat(swf.error("GetWorkflowExecutionHistory", execution("w", run)))
        .isEqualTo("UnknownResourceFault");
  }

  @Test
  void taskList_thatADeciderWants_isUsedUntilItIsTooSlow() {
    String run = start("w");
    swf.ok(
        "RespondDecisionTaskCompleted",
        with(
            decided(decisionTask(), pay("1")),
            "taskList",
            Map.of("name", "mine"),
            "taskListScheduleToStartTimeout",
            "5",
            "executionContext",
            "so far"));
    assertThat(swf.ok("DescribeWorkflowExecution", execution("w", run)))
        .containsEntry("latestExecutionContext", "so far")
        .containsEntry("latestActivityTaskTimestamp", NOON);
    swf.ok("RespondActivityTaskCompleted", token(activityTask()));
    assertThat(swf.ok("CountPendingDecisionTasks", list("mine"))).containsEntry("count", 1);
    emulator.clock().advance(Duration.ofSeconds(5));
    assertThat(last("w", run, "DecisionTaskTimedOut"))
        .containsEntry("timeoutType", "SCHEDULE_TO_START");
    assertThat(swf.ok("CountPendingDecisionTasks", list("mine"))).containsEntry("count", 0);
    assertThat(swf.ok("CountPendingDecisionTasks", list("deciders"))).containsEntry("count", 1);
  }

  @Test
  void execution_ofADomainThatKeepsNothing_isForgottenWhenItIsClosed() {
    swf.ok(
        "RegisterDomain", Map.of("name", "bare", "workflowExecutionRetentionPeriodInDays", "NONE"));
    Map<String, Object> bare = Map.of("domain", "bare");
    Map<String, Object> list = Map.of("name", "deciders");
    swf.ok("RegisterWorkflowType", with(bare, "name", "order", "version", "1"));
    swf.ok(
        "StartWorkflowExecution",
        with(
            bare,
            "workflowId",
            "w",
            "workflowType",
            TYPE,
            "taskList",
            list,
            "taskStartToCloseTimeout",
            "NONE",
            "executionStartToCloseTimeout",
            "60",
            "childPolicy",
            "ABANDON"));
    emulator.clock().advance(Duration.ofSeconds(59));
    Map<String, Object> ever = Map.of("oldestDate", NOON);
    assertThat(swf.ok("CountOpenWorkflowExecutions", with(bare, "startTimeFilter", ever)))
        .containsEntry("count", 1);
    emulator.clock().advance(Duration.ofSeconds(1));
    assertThat(swf.ok("CountClosedWorkflowExecutions", with(bare, "startTimeFilter", ever)))
        .containsEntry("count", 0);
  }
}
