package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is told of executions, open and closed.
 *
 * @param view the call's view of SWF
 * @param in the request
 */
record SwfExecutions(SwfView view, SwfFacts in) {

  private static final String START = "startTimestamp";
  private static final String CLOSE = "closeTimestamp";
  private static final String STATUS = "closeStatus";

  Map<String, Object> describe() {
    SwfRun run = view.theRun(in);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("executionInfo", shown(run));
    answer.put("executionConfiguration", run.settings().members());
    answer.put("openCounts", counts(run));
    answer.putAll(
        run.facts().only("latestActivityTaskTimestamp", "latestExecutionContext").members());
    return answer;
  }

  private static Map<String, Object> counts(SwfRun run) {
    return Map.of(
        "openActivityTasks",
        new SwfActivities(run).count(),
        "openDecisionTasks",
        new SwfDecisionTask(run).scheduled() == 0 ? 0 : 1,
        "openTimers",
        new SwfTimers(run).count(),
        "openChildWorkflowExecutions",
        run.isOpen() ? new SwfChildren(run).count() : 0,
        "openLambdaFunctions",
        0);
  }

  private static Map<String, Object> shown(SwfRun run) {
    SwfFacts facts = run.facts();
    SwfFacts shown =
        facts
            .only("workflowType", START, CLOSE, STATUS, "tagList")
            .and("execution", run.named())
            .and("executionStatus", run.isOpen() ? "OPEN" : "CLOSED")
            .and("cancelRequested", facts.is("cancelRequested"));
    SwfFacts parent = run.parent().only("workflowId", "runId");
    return parent.members().isEmpty()
        ? shown.members()
        : shown.and("parent", parent.members()).members();
  }

  Map<String, Object> history() {
    SwfRun run = view.theRun(in);
    return new SwfPage(in, "history", run.id())
        .answer("events", SwfPage.ordered(run.history(), in.is("reverseOrder")));
  }

  Map<String, Object> list(boolean open) {
    check(open);
    String time = in.has("closeTimeFilter") ? CLOSE : START;
    List<Map<String, Object>> found =
        wanted(open)
            .sorted(
                Comparator.<SwfRun, Instant>comparing(run -> instant(run.facts(), time))
                    .thenComparing(run -> run.facts().number("number")))
            .map(SwfExecutions::shown)
            .toList();
    return new SwfPage(in, "executions", "")
        .answer("executionInfos", SwfPage.ordered(found, !in.is("reverseOrder")));
  }

  Map<String, Object> count(boolean open) {
    check(open);
    return Map.of("count", (int) wanted(open).count(), "truncated", false);
  }

  /**
   * Makes sure that the filters go together.
   *
   * @throws DocumentError if they do not
   */
  private void check(boolean open) {
    view.domain(in.text("domain"));
    List<String> exclusive =
        Stream.of("executionFilter", "typeFilter", "tagFilter", "closeStatusFilter")
            .filter(in::has)
            .toList();
    if (exclusive.size() > 1) {
      throw SwfFault.invalid(
          "Cannot specify more than one exclusive filters in the same query: " + exclusive);
    }
    if (in.has("startTimeFilter") && in.has("closeTimeFilter")) {
      throw SwfFault.invalid("Cannot specify both a startTimeFilter and a closeTimeFilter");
    }
    if (!open && !in.has("startTimeFilter") && !in.has("closeTimeFilter")) {
      throw SwfFault.invalid("Must specify time filter");
    }
  }

  private Stream<SwfRun> wanted(boolean open) {
    return view.runs(in.text("domain"))
        .filter(run -> run.isOpen() == open)
        .filter(run -> matches(run.facts()));
  }

  private boolean matches(SwfFacts execution) {
    SwfFacts type = in.structure("typeFilter");
    return isWithin(in.structure("startTimeFilter"), execution, START)
        && isWithin(in.structure("closeTimeFilter"), execution, CLOSE)
        && isSame(in.structure("executionFilter").text("workflowId"), execution, "workflowId")
        && isSame(in.structure("closeStatusFilter").text("status"), execution, STATUS)
        && isSame(type.text("name"), execution.structure("workflowType"), "name")
        && isSame(type.text("version"), execution.structure("workflowType"), "version")
        && isTagged(in.structure("tagFilter").text("tag"), execution);
  }

  private static boolean isSame(String wanted, SwfFacts facts, String member) {
    return wanted.isEmpty() || facts.text(member).equals(wanted);
  }

  private static boolean isTagged(String wanted, SwfFacts execution) {
    return wanted.isEmpty()
        || (execution.members().get("tagList") instanceof List<?> tags && tags.contains(wanted));
  }

  private static boolean isWithin(SwfFacts filter, SwfFacts execution, String member) {
    Instant at = instant(execution, member);
    return (!filter.has("oldestDate") || !at.isBefore(instant(filter, "oldestDate")))
        && (!filter.has("latestDate") || !at.isAfter(instant(filter, "latestDate")));
  }

  private static Instant instant(SwfFacts facts, String member) {
    return facts.members().get(member) instanceof Instant instant ? instant : Instant.EPOCH;
  }
}
