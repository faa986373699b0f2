package io.robotocore.services.modeled;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** In which status a thing is after what was done to it. */
final class Statuses {

  /** Statuses of things that are as they should be, the surest first. */
  private static final List<String> SETTLED =
      List.of(
          "ACTIVE",
          "AVAILABLE",
          "INSERVICE",
          "RUNNING",
          "ENABLED",
          "READY",
          "CREATED",
          "COMPLETED",
          "COMPLETE",
          "SUCCEEDED",
          "SUCCESS",
          "SUCCESSFUL",
          "DEPLOYED",
          "ISSUED",
          "ONLINE",
          "INUSE",
          "CONNECTED",
          "ATTACHED",
          "ASSOCIATED",
          "PROVISIONED",
          "RESOLVED",
          "REGISTERED",
          "PUBLISHED",
          "CREATESUCCEEDED",
          "CREATECOMPLETE",
          "CREATIONCOMPLETE",
          "DONE",
          "FINISHED",
          "OK",
          "HEALTHY",
          "UPDATED",
          "APPROVED",
          "ACCEPTED",
          "VALID");

  private static final Map<String, List<String>> AFTER =
      Map.ofEntries(
          Map.entry(
              "Stop",
              List.of(
                  "STOPPED",
                  "INACTIVE",
                  "CANCELLED",
                  "CANCELED",
                  "SHUTDOWN",
                  "OFFLINE",
                  "IDLE",
                  "STANDBY")),
          Map.entry("Cancel", List.of("CANCELLED", "CANCELED", "CANCELLING", "STOPPED")),
          Map.entry("Abort", List.of("ABORTED", "CANCELLED", "FAILED")),
          Map.entry("Disable", List.of("DISABLED", "INACTIVE")),
          Map.entry("Enable", List.of("ENABLED", "ACTIVE")),
          Map.entry("Deactivate", List.of("INACTIVE", "DEACTIVATED", "DISABLED")),
          Map.entry("Suspend", List.of("SUSPENDED")),
          Map.entry("Pause", List.of("PAUSED")),
          Map.entry("Archive", List.of("ARCHIVED")),
          Map.entry("Reject", List.of("REJECTED", "DECLINED")),
          Map.entry("Decline", List.of("DECLINED", "REJECTED")),
          Map.entry("Accept", List.of("ACCEPTED", "ACTIVE", "ASSOCIATED", "AVAILABLE")),
          Map.entry("Approve", List.of("APPROVED")),
          Map.entry("Complete", List.of("COMPLETED", "COMPLETE")),
          Map.entry("Deprecate", List.of("DEPRECATED")),
          Map.entry("Close", List.of("CLOSED")),
          Map.entry("Lock", List.of("LOCKED")),
          Map.entry("Delete", List.of("DELETING", "DELETED", "INACTIVE")),
          Map.entry("Deregister", List.of("DEREGISTERED", "INACTIVE", "DELETED")),
          Map.entry("Terminate", List.of("TERMINATED", "TERMINATING", "SHUTTINGDOWN")),
          Map.entry(
              "Start", List.of("RUNNING", "STARTED", "ACTIVE", "ONLINE", "INPROGRESS", "STARTING")),
          Map.entry("Activate", List.of("ACTIVE", "ACTIVATED")));

  /** Statuses of things that are on their way to where a verb brings them. */
  private static final Map<String, List<String>> DURING =
      Map.of(
          "Create", List.of("CREATING", "CREATEINPROGRESS", "CREATIONINPROGRESS", "PROVISIONING"),
          "Start", List.of("STARTING"),
          "Stop", List.of("STOPPING"),
          "Update", List.of("UPDATING", "UPDATEINPROGRESS", "MODIFYING"),
          "Modify", List.of("MODIFYING", "UPDATING"));

  /** Statuses of things that take their time on such a course. */
  private static final Map<String, List<String>> PASSING =
      Map.of(
          "create",
          List.of(
              "CREATING",
              "CREATEINPROGRESS",
              "CREATIONINPROGRESS",
              "PROVISIONING",
              "PENDING",
              "PENDINGCREATION",
              "INITIALIZING",
              "REGISTERING",
              "STARTING",
              "PENDINGVALIDATION",
              "SUBMITTED",
              "QUEUED",
              "INPROGRESS"),
          "start",
          List.of("STARTING", "STARTINPROGRESS", "PENDING", "SUBMITTED", "QUEUED", "INITIALIZING"),
          "update",
          List.of("UPDATING", "UPDATEINPROGRESS", "MODIFYING"),
          "delete",
          List.of(
              "DELETING",
              "DELETEINPROGRESS",
              "DELETIONINPROGRESS",
              "DEPROVISIONING",
              "DEREGISTERING",
              "TERMINATING",
              "SHUTTINGDOWN"));

  private Statuses() {}

  /** Where what was done last brings a thing: {@code create}, {@code delete}, {@code stop}. */
  static String course(Entity.Life life) {
    String verb = life.verb();
    boolean isNew =
        life.created().equals(life.changed())
            && (Verbs.PUT.contains(verb) || !Verbs.UPDATE.contains(verb));
    if (Verbs.START.contains(verb)) {
      return "start";
    }
    if (Verbs.DELETE.contains(verb)) {
      return "delete";
    }
    if (isNew || Verbs.CREATE.contains(verb)) {
      return "create";
    }
    boolean update = Verbs.UPDATE.contains(verb) && !Verbs.TRANSITION.contains(verb);
    return update ? "update" : verb.toLowerCase(Locale.ROOT);
  }

  /** The status of a thing on a course that takes its time, if there is one. */
  static Optional<String> passing(String course, List<String> values) {
    String stem = course.endsWith("e") ? course.substring(0, course.length() - 1) : course;
    List<String> doing =
        List.of(
            (stem + "ing").toUpperCase(Locale.ROOT),
            (stem + stem.charAt(stem.length() - 1) + "ing").toUpperCase(Locale.ROOT));
    return first(PASSING.getOrDefault(course, doing), values);
  }

  /** Whether a member tells the status of the thing that it is a member of. */
  static boolean isOne(String member, Resource resource) {
    return member.equals("status")
        || member.equals("state")
        || member.equals("currentstate")
        || member.equals("desiredstate")
        || member.equals("lifecyclestate")
        || member.equals("lifecyclestatus")
        || member.equals(resource.canonicalNoun() + "status")
        || member.equals(resource.canonicalNoun() + "state")
        || member.equals(resource.lastWord() + "status")
        || member.equals(resource.lastWord() + "state");
  }

  /**
   * The status after a verb, of those that there are.
   *
   * @param verb what was done last
   * @param values the statuses of the model; empty if it does not list them
   */
  static String after(String verb, List<String> values) {
    List<String> wanted = AFTER.getOrDefault(verb, SETTLED);
    if (values.isEmpty()) {
      return wanted.get(0);
    }
    return first(wanted, values)
        .or(() -> first(SETTLED, values))
        .or(() -> values.stream().filter(Statuses::isSettled).findFirst())
        .orElse(values.get(0));
  }

  /**
   * The status after a verb, of those that a blueprint gives, where the first one is the usual.
   *
   * @param verb what was done last
   * @param written the statuses of the blueprint
   */
  static String afterAll(String verb, List<String> written) {
    List<String> passing = DURING.getOrDefault(verb, List.of());
    List<String> wanted =
        AFTER.getOrDefault(verb, List.of()).stream()
            .filter(status -> !passing.contains(status))
            .toList();
    return first(wanted, written).orElse(written.get(0));
  }

  /**
   * The status of those that a blueprint gives which the answer to a verb tells of.
   *
   * @param verb what is done
   * @param written the statuses of the blueprint
   */
  static String duringAll(String verb, List<String> written) {
    return first(DURING.getOrDefault(verb, List.of()), written)
        .orElseGet(() -> afterAll(verb, written));
  }

  /**
   * The status that the answer to a verb tells of; when somebody looks next, it is settled.
   *
   * @param verb what is done
   * @param values the statuses of the model; empty if it does not list them
   */
  static String during(String verb, List<String> values) {
    return first(DURING.getOrDefault(verb, List.of()), values).orElseGet(() -> after(verb, values));
  }

  private static Optional<String> first(List<String> wanted, List<String> values) {
    return wanted.stream()
        .flatMap(want -> values.stream().filter(value -> letters(value).equals(want)))
        .findFirst();
  }

  private static boolean isSettled(String value) {
    return !letters(value).matches(".*(ING|FAIL|FAILED|ERROR|DELETED|DELETE|INPROGRESS|PENDING)");
  }

  private static String letters(String value) {
    return Names.canonical(value).toUpperCase(Locale.ROOT);
  }
}
