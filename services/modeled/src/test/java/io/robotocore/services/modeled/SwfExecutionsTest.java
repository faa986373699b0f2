package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Executions of workflows and their types, as they are started, listed and counted. */
final class SwfExecutionsTest extends SwfWorkflows {

  @Test
  void start_tellsHowItIsRun() {
    String run =
        start("w", "taskPriority", "5", "tagList", List.of("red"), "childPolicy", "ABANDON");
    assertThat(last("w", run, "WorkflowExecutionStarted"))
        .isEqualTo(
            Map.of(
                "executionStartToCloseTimeout",
                "3600",
                "taskStartToCloseTimeout",
                "30",
                "taskList",
                Map.of("name", "deciders"),
                "childPolicy",
                "ABANDON",
                "taskPriority",
                "5",
                "tagList",
                List.of("red"),
                "workflowType",
                TYPE,
                "parentInitiatedEventId",
                0L));
    assertThat(last("w", run, "DecisionTaskScheduled"))
        .isEqualTo(
            Map.of(
                "taskList", Map.of("name", "deciders"),
                "taskPriority", "5",
                "startToCloseTimeout", "30"));
  }

  @Test
  void start_thatCannotBe_isRefused() {
    start("w");
    Map<String, Object> again = in(Map.of("workflowId", "w", "workflowType", TYPE));
    assertThat(swf.error("StartWorkflowExecution", again))
        .isEqualTo("WorkflowExecutionAlreadyStartedFault");
    Map<String, Object> bare = Map.of("name", "bare", "version", "1");
    swf.ok("RegisterWorkflowType", in(bare));
    Map<String, Object> of = in(Map.of("workflowId", "v", "workflowType", bare));
    assertThat(
            swf.error("StartWorkflowExecution", with(of, "executionStartToCloseTimeout", "NONE")))
        .isEqualTo("ValidationException");
    DocumentClient.Answer undefined = swf.call("StartWorkflowExecution", of);
    assertThat(undefined.code()).isEqualTo("DefaultUndefinedFault");
    assertThat(undefined.text()).contains("executionStartToCloseTimeout");
    swf.ok("DeprecateWorkflowType", in(Map.of("workflowType", bare)));
    assertThat(swf.error("StartWorkflowExecution", of)).isEqualTo("TypeDeprecatedFault");
    swf.ok("DeleteWorkflowType", in(Map.of("workflowType", bare)));
    assertThat(swf.error("StartWorkflowExecution", of)).isEqualTo("UnknownResourceFault");
    swf.ok("DeprecateDomain", Map.of("name", "shop"));
    assertThat(swf.error("StartWorkflowExecution", again)).isEqualTo("UnknownResourceFault");
  }

  @Test
  void poll_inADomainThatIsNotThere_fails() {
    Map<String, Object> in = Map.of("domain", "no", "taskList", Map.of("name", "deciders"));
    assertThat(swf.error("PollForDecisionTask", in)).isEqualTo("UnknownResourceFault");
    assertThat(swf.error("CountPendingActivityTasks", in)).isEqualTo("UnknownResourceFault");
  }

  @Test
  void tasks_areTakenByPriority() {
    start("low");
    start("high", "taskPriority", "7");
    assertThat(swf.ok("CountPendingDecisionTasks", list("deciders")))
        .isEqualTo(Map.of("count", 2, "truncated", false));
    assertThat(Catalogue.structure(decisionTask().get("workflowExecution")))
        .containsEntry("workflowId", "high");
    assertThat(Catalogue.structure(decisionTask().get("workflowExecution")))
        .containsEntry("workflowId", "low");
  }

  @Test
  void history_isReadInPages() {
    String run = start("w");
    decide(decisionTask(), pay("1"));
    Map<String, Object> in = with(execution("w", run), "maximumPageSize", 2);
    Map<String, Object> first = swf.ok("GetWorkflowExecutionHistory", in);
    assertThat(numbers(first)).containsExactly(1L, 2L);
    Map<String, Object> second =
        swf.ok(
            "GetWorkflowExecutionHistory",
            with(in, "nextPageToken", first.get("nextPageToken"), "maximumPageSize", 3));
    assertThat(numbers(second)).containsExactly(3L, 4L, 5L);
    assertThat(second).doesNotContainKey("nextPageToken");
    assertThat(numbers(swf.ok("GetWorkflowExecutionHistory", with(in, "reverseOrder", true))))
        .containsExactly(5L, 4L);
    assertThat(swf.error("GetWorkflowExecutionHistory", with(in, "nextPageToken", "mine")))
        .isEqualTo("ValidationException");
  }

  @Test
  void decisionTask_comesWithPagesOfHistory() {
    start("w");
    Map<String, Object> in = with(list("deciders"), "maximumPageSize", 2);
    Map<String, Object> first = swf.ok("PollForDecisionTask", in);
    assertThat(numbers(first)).containsExactly(1L, 2L);
    swf.ok("SignalWorkflowExecution", in(Map.of("workflowId", "w", "signalName", "late")));
    Map<String, Object> second =
        swf.ok("PollForDecisionTask", with(in, "nextPageToken", first.get("nextPageToken")));
    assertThat(numbers(second)).containsExactly(3L);
    assertThat(second).containsEntry("taskToken", first.get("taskToken"));
    decide(first);
    Map<String, Object> later =
        swf.ok(
            "PollForDecisionTask",
            with(list("deciders"), "startAtPreviousStartedEvent", true, "reverseOrder", true));
    assertThat(numbers(later)).containsExactly(7L, 6L, 5L, 4L, 3L);
  }

  @Test
  void executions_areListedAndCountedByWhatIsAskedFor() {
    start("a", "tagList", List.of("red"));
    decide(decisionTask(), complete());
    emulator.clock().advance(Duration.ofSeconds(10));
    start("b");
    swf.ok("TerminateWorkflowExecution", in(Map.of("workflowId", "b", "reason", "no")));
    start("c", "tagList", List.of("red"));
    emulator.clock().advance(Duration.ofSeconds(10));
    start("d");
    Map<String, Object> ever = Map.of("oldestDate", NOON);
    String open = "ListOpenWorkflowExecutions";
    String closed = "ListClosedWorkflowExecutions";
    assertThat(found(open, "startTimeFilter", ever)).containsExactly("d", "c");
    assertThat(found(open, "startTimeFilter", ever, "reverseOrder", true))
        .containsExactly("c", "d");
    assertThat(found(open, "startTimeFilter", ever, "tagFilter", Map.of("tag", "red")))
        .containsExactly("c");
    assertThat(found(open, "startTimeFilter", Map.of("oldestDate", NOON.plusSeconds(15))))
        .containsExactly("d");
    assertThat(found(closed, "closeTimeFilter", ever)).containsExactly("b", "a");
    assertThat(found(closed, "startTimeFilter", with(ever, "latestDate", NOON.plusSeconds(5))))
        .containsExactly("a");
    assertThat(
            found(
                closed,
                "startTimeFilter",
                ever,
                "closeStatusFilter",
                Map.of("status", "TERMINATED")))
        .containsExactly("b");
    assertThat(found(closed, "startTimeFilter", ever, "executionFilter", Map.of("workflowId", "a")))
        .containsExactly("a");
    assertThat(
            found(
                closed,
                "startTimeFilter",
                ever,
                "typeFilter",
                Map.of("name", "order", "version", "2")))
        .isEmpty();
    assertThat(swf.ok("CountOpenWorkflowExecutions", in(Map.of("startTimeFilter", ever))))
        .isEqualTo(Map.of("count", 2, "truncated", false));
    assertThat(swf.ok("CountClosedWorkflowExecutions", in(Map.of("closeTimeFilter", ever))))
        .containsEntry("count", 2);
    assertThat(swf.error(closed, DOMAIN)).isEqualTo("ValidationException");
    assertThat(
            swf.error(
                open,
                in(
                    Map.of(
                        "startTimeFilter", ever,
                        "tagFilter", Map.of("tag", "red"),
                        "executionFilter", Map.of("workflowId", "a")))))
        .isEqualTo("ValidationException");
  }

  @Test
  void types_haveVersionsAndAStatus() {
    Map<String, Object> second = Map.of("name", "order", "version", "2");
    Map<String, Object> named = in(Map.of("workflowType", second));
    swf.ok("RegisterWorkflowType", in(second, "defaultTaskPriority", "3", "description", "new"));
    assertThat(swf.error("RegisterWorkflowType", in(second))).isEqualTo("TypeAlreadyExistsFault");
    Map<String, Object> described = swf.ok("DescribeWorkflowType", named);
    assertThat(described).containsEntry("configuration", Map.of("defaultTaskPriority", "3"));
    assertThat(described)
        .containsEntry(
            "typeInfo",
            Map.of(
                "workflowType",
                second,
                "status",
                "REGISTERED",
                "description",
                "new",
                "creationDate",
                NOON));
    assertThat(swf.error("DeleteWorkflowType", named)).isEqualTo("TypeNotDeprecatedFault");
    swf.ok("DeprecateWorkflowType", named);
    assertThat(swf.error("DeprecateWorkflowType", named)).isEqualTo("TypeDeprecatedFault");
    Map<String, Object> deprecated =
        swf.only("ListWorkflowTypes", in(Map.of("registrationStatus", "DEPRECATED")), "typeInfos");
    assertThat(deprecated)
        .containsEntry("deprecationDate", NOON)
        .containsEntry("workflowType", second);
    swf.ok("UndeprecateWorkflowType", named);
    assertThat(swf.error("UndeprecateWorkflowType", named)).isEqualTo("TypeAlreadyExistsFault");
    assertThat(
            swf.list(
                "ListWorkflowTypes",
                in(Map.of("registrationStatus", "REGISTERED"), "reverseOrder", true),
                "typeInfos"))
        .extracting(type -> Catalogue.structure(type).get("workflowType"))
        .containsExactly(second, TYPE);
  }

  @Test
  void domains_areListedByStatus() {
    assertThat(swf.error("UndeprecateDomain", Map.of("name", "shop")))
        .isEqualTo("DomainAlreadyExistsFault");
    swf.ok("DeprecateDomain", Map.of("name", "shop"));
    assertThat(swf.error("DeprecateDomain", Map.of("name", "shop")))
        .isEqualTo("DomainDeprecatedFault");
    assertThat(swf.list("ListDomains", Map.of("registrationStatus", "REGISTERED"), "domainInfos"))
        .isEmpty();
    assertThat(swf.only("ListDomains", Map.of("registrationStatus", "DEPRECATED"), "domainInfos"))
        .isEqualTo(
            Map.of(
                "name", "shop",
                "status", "DEPRECATED",
                "arn", "arn:aws:swf:us-east-1:111111111111:/domain/shop"));
  }
}
