package io.robotocore.services.modeled;

import io.robotocore.model.StructureShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Instances and their states.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html">
 *     Instance lifecycle</a>
 */
record Ec2Instances(Ec2View view) {

  private static final String NOUN = "Instance";

  /** How long terminated instances are still told of. */
  private static final Duration AFTERLIFE = Duration.ofHours(1);

  /** The states of instances and their codes. */
  private static final Map<String, Integer> STATES =
      Map.of(
          "pending",
          0,
          "running",
          16,
          "shutting-down",
          32,
          "terminated",
          48,
          "stopping",
          64,
          "stopped",
          80);

  /** From which states an instance can be brought to another. */
  private static final Map<String, Set<String>> BEFORE =
      Map.of(
          "running", Set.of("stopped", "pending", "running"),
          "stopped", Set.of("running", "stopping", "stopped"),
          "terminated", STATES.keySet());

  static Map<String, Object> state(String name) {
    return Map.of("Code", STATES.getOrDefault(name, 0), "Name", name);
  }

  private static String stateOf(Entity instance) {
    return instance
        .attribute("state")
        .map(state -> state instanceof Map<?, ?> map ? Structures.text(map, "Name") : "")
        .orElse("");
  }

  Map<String, Object> run() {
    int count = scene().input().get("MaxCount") instanceof Integer most ? most : 1;
    int least = scene().input().get("MinCount") instanceof Integer some ? some : 1;
    if (least < 1 || least > count) {
      throw Ec2View.error(
          "InvalidParameterValue",
          "Value (%d) for parameter minCount is invalid. It must be between 1 and maxCount."
              .formatted(least));
    }
    Optional<Entity> repeated = new Creation(scene(), view.resource(NOUN)).repeated();
    if (repeated.isPresent()) {
      return reservation(
          view.all(NOUN, "reservationid", Structures.text(repeated.get(), "reservationid"))
              .toList());
    }
    String reservation = view.newId("r-");
    List<Entity> instances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Ec2Launch launch = new Ec2Launch(view);
      Entity instance = launch.launched(reservation, i);
      instances.add(brought(instance, "pending", "running"));
    }
    return reservation(
        instances.stream()
            .map(
                instance ->
                    instance.with(
                        Map.of("state", state("pending")), "Modify", scene().call().now()))
            .toList());
  }

  private Scene scene() {
    return view.scene();
  }

  private Map<String, Object> reservation(List<Entity> instances) {
    StructureShape shape = (StructureShape) scene().design().model().shape(NOUN);
    List<Object> shown = new ArrayList<>();
    instances.forEach(
        instance -> shown.add(new Projection(scene(), view.resource(NOUN), instance).onto(shape)));
    return Map.of(
        "ReservationId", Structures.text(instances.get(0), "reservationid"),
        "OwnerId", view.account(),
        "Groups", List.of(),
        "Instances", shown);
  }

  Map<String, Object> describe() {
    view.all(NOUN).filter(this::isForgotten).toList().forEach(view::remove);
    Page<Entity> page = Page.of(scene(), new Filters(scene(), view.resource(NOUN)).chosen());
    Map<String, List<Entity>> reservations = new LinkedHashMap<>();
    page.entries()
        .forEach(
            instance ->
                reservations
                    .computeIfAbsent(
                        Structures.text(instance, "reservationid"), id -> new ArrayList<>())
                    .add(instance));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Reservations", reservations.values().stream().map(this::reservation).toList());
    page.continueIn(answer);
    return answer;
  }

  /** How running instances are, and with {@code IncludeAllInstances} all others. */
  Map<String, Object> statuses() {
    boolean all = Boolean.TRUE.equals(scene().input().get("IncludeAllInstances"));
    List<Object> statuses =
        new Filters(scene(), view.resource(NOUN))
            .chosen().stream()
                .filter(instance -> all || stateOf(instance).equals("running"))
                .map(this::status)
                .toList();
    return Map.of("InstanceStatuses", statuses);
  }

  private Object status(Entity instance) {
    String status = stateOf(instance).equals("running") ? "ok" : "not-applicable";
    Map<String, Object> summary =
        status.equals("ok")
            ? Map.of(
                "Status",
                status,
                "Details",
                List.of(Map.of("Name", "reachability", "Status", "passed")))
            : Map.of("Status", status);
    return Map.of(
        "InstanceId", instance.key().id(),
        "AvailabilityZone",
            instance
                .attribute("placement")
                .map(
                    place ->
                        place instanceof Map<?, ?> map
                            ? Structures.text(map, "AvailabilityZone")
                            : "")
                .orElse(""),
        "InstanceState", state(stateOf(instance)),
        "InstanceStatus", summary,
        "SystemStatus", summary);
  }

  private boolean isForgotten(Entity instance) {
    return stateOf(instance).equals("terminated")
        && instance.life().changed().plus(AFTERLIFE).isBefore(scene().call().now());
  }

  Map<String, Object> start() {
    return changed("StartingInstances", "pending", "running");
  }

  Map<String, Object> stop() {
    return changed("StoppingInstances", "stopping", "stopped");
  }

  Map<String, Object> terminate() {
    for (String id : view.texts("InstanceIds")) {
      if (isProtected(view.need(NOUN, id))) {
        throw Ec2View.error(
            "OperationNotPermitted",
            ("The instance '%s' may not be terminated. Modify its 'disableApiTermination' instance"
                    + " attribute and try again.")
                .formatted(id));
      }
    }
    Map<String, Object> answer = changed("TerminatingInstances", "shutting-down", "terminated");
    for (String id : view.texts("InstanceIds")) {
      view.all("NetworkInterface", "instanceid", id).toList().forEach(this::released);
      view.all("Volume", "instanceid", id).toList().forEach(view::remove);
      view.change(
          view.need(NOUN, id),
          Map.of(
              "networkinterfaces",
              List.of(),
              "securitygroups",
              List.of(),
              "blockdevicemappings",
              List.of()));
    }
    return answer;
  }

  /** A network interface goes with its instance if it came with it, and else is free again. */
  private void released(Entity eni) {
    boolean stays =
        eni.attribute("attachment")
            .filter(
                attachment ->
                    attachment instanceof Map<?, ?> map
                        && Boolean.FALSE.equals(map.get("DeleteOnTermination")))
            .isPresent();
    if (stays) {
      new Ec2Attachments(view).detach(eni);
    } else {
      view.remove(eni);
    }
  }

  private static boolean isProtected(Entity instance) {
    return Structures.text(instance, "disableapitermination").equals("true");
  }

  /** Brings instances to a state: the answer tells of the one on the way there. */
  private Map<String, Object> changed(String list, String passing, String settled) {
    List<Entity> instances =
        view.texts("InstanceIds").stream().map(id -> view.need(NOUN, id)).toList();
    for (Entity instance : instances) {
      if (!BEFORE.getOrDefault(settled, Set.of()).contains(stateOf(instance))) {
        throw Ec2View.error(
            "IncorrectInstanceState",
            "The instance '"
                + instance.key().id()
                + "' is not in a state from which it can be "
                + (settled.equals("running") ? "started." : "stopped."));
      }
    }
    List<Object> changes = new ArrayList<>();
    for (Entity instance : instances) {
      String before = stateOf(instance);
      boolean there = before.equals(settled) || before.equals(passing);
      changes.add(
          Map.of(
              "InstanceId", instance.key().id(),
              "CurrentState", state(there ? before : passing),
              "PreviousState", state(before)));
      if (!there) {
        brought(instance, passing, settled);
      }
    }
    return Map.of(list, changes);
  }

  /** An instance that is brought to a state, by way of another if that takes time. */
  private Entity brought(Entity instance, String passing, String settled) {
    Transit transit = new Transit(scene());
    Map<String, Object> end = Map.of("state", state(settled));
    Map<String, Object> now = transit.isInstant() ? end : Map.of("state", state(passing));
    Entity changed = instance.with(now, "Modify", scene().call().now());
    scene().state().settle(changed);
    if (!transit.isInstant()) {
      scene().state().later(changed, Later.changed(transit.arrival(), end));
    }
    return changed;
  }

  /** Security groups as instances show them. */
  List<Object> groups(List<String> ids) {
    List<Object> groups = new ArrayList<>();
    for (String id : ids) {
      Entity group = view.need("SecurityGroup", id);
      groups.add(
          Map.of("GroupId", group.key().id(), "GroupName", Structures.text(group, "groupname")));
    }
    return groups;
  }
}
