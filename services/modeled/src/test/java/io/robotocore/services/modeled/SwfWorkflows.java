package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/** A domain of SWF with a type of workflow and one of activity, and who works there. */
@AwsEmulator
abstract class SwfWorkflows {

  static final Map<String, Object> DOMAIN = Map.of("domain", "shop");
  static final Map<String, Object> TYPE = Map.of("name", "order", "version", "1");
  static final Map<String, Object> ACTIVITY = Map.of("name", "pay", "version", "1");

  /** After today, so that nothing of a test is due by the clock that comes after it. */
  static final Instant NOON = Instant.parse("2099-03-01T12:00:00Z");

  Emulator emulator;
  Catalogue swf;

  @BeforeEach
  void prepare(Emulator running) {
    emulator = running;
    emulator.clock().freeze();
    emulator.clock().set(NOON);
    swf = new Catalogue(emulator, "swf");
    swf.ok("RegisterDomain", Map.of("name", "shop", "workflowExecutionRetentionPeriodInDays", "2"));
    swf.ok(
        "RegisterWorkflowType",
        in(
            TYPE,
            "defaultTaskList",
            Map.of("name", "deciders"),
            "defaultTaskStartToCloseTimeout",
            "30",
            "defaultExecutionStartToCloseTimeout",
            "3600",
            "defaultChildPolicy",
            "TERMINATE"));
    swf.ok(
        "RegisterActivityType",
        in(
            ACTIVITY,
            "defaultTaskList",
            Map.of("name", "workers"),
            "defaultTaskScheduleToStartTimeout",
            "60",
            "defaultTaskScheduleToCloseTimeout",
            "600",
            "defaultTaskStartToCloseTimeout",
            "300",
            "defaultTaskHeartbeatTimeout",
            "NONE"));
  }

  static Map<String, Object> with(Map<String, Object> structure, Object... more) {
    Map<String, Object> all = new LinkedHashMap<>(structure);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  static Map<String, Object> in(Map<String, Object> structure, Object... more) {
    Map<String, Object> all = with(DOMAIN, more);
    all.putAll(structure);
    return all;
  }

  String start(String workflow, Object... more) {
    Map<String, Object> input = in(Map.of("workflowId", workflow, "workflowType", TYPE), more);
    return (String) swf.ok("StartWorkflowExecution", input).get("runId");
  }

  static Map<String, Object> list(String name) {
    return in(Map.of("taskList", Map.of("name", name)));
  }

  Map<String, Object> decisionTask() {
    return swf.ok("PollForDecisionTask", list("deciders"));
  }

  Map<String, Object> activityTask() {
    return swf.ok("PollForActivityTask", list("workers"));
  }

  void decide(Map<String, Object> task, Object... decisions) {
    swf.ok("RespondDecisionTaskCompleted", with(token(task), "decisions", List.of(decisions)));
  }

  static Map<String, Object> decided(Map<String, Object> task, Object... decisions) {
    return with(token(task), "decisions", List.of(decisions));
  }

  static Map<String, Object> token(Map<String, Object> task, Object... more) {
    return with(Map.of("taskToken", Objects.requireNonNull(task.get("taskToken"))), more);
  }

  static Map<String, Object> decision(String type, Object... attributes) {
    return with(type, Map.of(), attributes);
  }

  /** A decision with more attributes. */
  static Map<String, Object> with(String type, Map<String, Object> some, Object... more) {
    String member = type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1);
    return Map.of("decisionType", type, member + "DecisionAttributes", with(some, more));
  }

  static Map<String, Object> pay(String id, Object... more) {
    return with("ScheduleActivityTask", Map.of("activityType", ACTIVITY, "activityId", id), more);
  }

  static Map<String, Object> complete() {
    return decision("CompleteWorkflowExecution", "result", "done");
  }

  static Map<String, Object> execution(String workflow, String run) {
    return in(Map.of("execution", Map.of("workflowId", workflow, "runId", run)));
  }

  List<Map<String, Object>> events(String workflow, String run) {
    return swf.list("GetWorkflowExecutionHistory", execution(workflow, run), "events").stream()
        .map(Catalogue::structure)
        .toList();
  }

  List<Object> history(String workflow, String run) {
    return events(workflow, run).stream()
        .map(event -> Objects.requireNonNull(event.get("eventType")))
        .toList();
  }

  /** What the last event of a type says. */
  Map<String, Object> last(String workflow, String run, String type) {
    String member = type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1);
    List<Map<String, Object>> found =
        events(workflow, run).stream().filter(e -> type.equals(e.get("eventType"))).toList();
    assertThat(found).as(history(workflow, run).toString()).isNotEmpty();
    return Catalogue.structure(found.get(found.size() - 1).get(member + "EventAttributes"));
  }

  Map<String, Object> info(String workflow, String run) {
    return swf.structure("DescribeWorkflowExecution", execution(workflow, run), "executionInfo");
  }

  Map<String, Object> counts(String workflow, String run) {
    return swf.structure("DescribeWorkflowExecution", execution(workflow, run), "openCounts");
  }

  static Map<String, Object> child(Object... more) {
    return with(
        "StartChildWorkflowExecution",
        Map.of("workflowType", TYPE, "workflowId", "child", "taskList", Map.of("name", "others")),
        more);
  }

  static List<Long> numbers(Map<String, Object> answer) {
    return ((List<?>) answer.get("events"))
        .stream()
            .map(event -> (Long) Objects.requireNonNull(Catalogue.structure(event).get("eventId")))
            .toList();
  }

  List<Object> found(String operation, Object... filters) {
    return swf.list(operation, in(Map.of(), filters), "executionInfos").stream()
        .map(info -> Catalogue.structure(Catalogue.structure(info).get("execution")))
        .map(execution -> Objects.requireNonNull(execution.get("workflowId")))
        .toList();
  }
}
