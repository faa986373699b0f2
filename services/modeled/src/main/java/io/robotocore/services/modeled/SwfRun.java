package io.robotocore.services.modeled;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An execution of a workflow: what is known of it, and its history.
 *
 * @param view the call's view of SWF
 * @param id the id of the run
 */
record SwfRun(SwfView view, String id) {

  private static final String EVENT = "event";
  private static final String LAST = "lastEvent";
  private static final String STATUS = "closeStatus";

  /** What is known of it; nothing if it is not there. */
  SwfFacts facts() {
    return view.facts(SwfView.execution(id)).orElse(SwfFacts.NONE);
  }

  void change(SwfFacts changes) {
    view.keep(SwfView.execution(id), facts().and(changes));
  }

  String domain() {
    return facts().text("domain");
  }

  boolean isOpen() {
    SwfFacts facts = facts();
    return facts.has("workflowId") && !facts.has(STATUS);
  }

  /** How it is named. */
  Map<String, Object> named() {
    return facts().only("workflowId", "runId").members();
  }

  /** How it is run. */
  SwfFacts settings() {
    return facts().structure("settings");
  }

  /** The execution that has started this one; nothing if none has. */
  SwfFacts parent() {
    return facts().structure("parent");
  }

  /**
   * Writes down what happened.
   *
   * @return the number of the event
   */
  long add(String type, SwfFacts attributes) {
    long number = facts().number(LAST) + 1;
    change(SwfFacts.of(LAST, number));
    String member = Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventAttributes";
    view.keep(
        new EntityKey(EVENT, id, "%010d".formatted(number)),
        SwfFacts.of("eventTimestamp", view.now())
            .and("eventType", type)
            .and("eventId", number)
            .and(member, attributes.members()));
    return number;
  }

  /** Writes down what happened, and lets the decider look at it. */
  long tell(String type, SwfFacts attributes) {
    long number = add(type, attributes);
    new SwfDecisionTask(this).need();
    return number;
  }

  /** All that happened, the oldest first. */
  List<Map<String, Object>> history() {
    return view.all(EVENT, id).map(SwfFacts::members).toList();
  }

  /**
   * Ends it.
   *
   * @param status what its status is then
   * @param event what happened
   */
  long close(String status, String event, SwfFacts attributes) {
    long number = add(event, attributes);
    new SwfDecisionTask(this).drop();
    view.state().cancel(SwfView.execution(id));
    new SwfActivities(this).drop();
    new SwfTimers(this).drop();
    change(SwfFacts.of(STATUS, status).and("closeTimestamp", view.now()));
    EntityKey open = SwfView.open(domain(), facts().text("workflowId"));
    view.facts(open)
        .filter(found -> found.text("runId").equals(id))
        .ifPresent(found -> view.forget(open));
    view.state().plan(new EntityKey(SwfView.RETENTION, "", id), view.now().plus(retention()));
    return number;
  }

  /**
   * How long it is kept when it is closed; not at all if its domain says {@code NONE}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazonswf/latest/apireference/API_RegisterDomain.html">RegisterDomain</a>
   */
  private Duration retention() {
    return view.domain(domain())
        .attribute(Names.canonical("workflowExecutionRetentionPeriodInDays"))
        .map(String::valueOf)
        .filter(days -> days.matches("\\d{1,8}"))
        .map(days -> Duration.ofDays(Integer.parseInt(days)))
        .orElse(Duration.ZERO);
  }

  /** Forgets it, as it was kept for long enough. */
  void forget() {
    for (String kind : List.of(EVENT, SwfChildren.CHILD)) {
      view.state().all(kind, id).toList().forEach(view.state()::remove);
    }
    view.forget(SwfView.execution(id));
  }

  /** The time is over that it has. */
  void timedOut() {
    if (!isOpen()) {
      return;
    }
    SwfFacts policy = settings().only("childPolicy");
    close("TIMED_OUT", "WorkflowExecutionTimedOut", policy.and("timeoutType", "START_TO_CLOSE"));
    new SwfChildren(this).follow(policy.text("childPolicy"));
    new SwfParent(this).tell("TimedOut", SwfFacts.of("timeoutType", "START_TO_CLOSE"));
  }

  /**
   * Ends it by force.
   *
   * @param why what the event says
   */
  void terminate(SwfFacts why) {
    close("TERMINATED", "WorkflowExecutionTerminated", why);
    new SwfChildren(this).follow(why.text("childPolicy"));
    new SwfParent(this).tell("Terminated", SwfFacts.NONE);
  }

  /** Tells the decider that somebody wants it to end. */
  void requestCancel(SwfFacts why) {
    change(SwfFacts.of("cancelRequested", true));
    tell("WorkflowExecutionCancelRequested", why);
  }
}
