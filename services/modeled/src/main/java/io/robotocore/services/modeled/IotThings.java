package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The things of AWS IoT: their attributes, and the groups that they belong to.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/iot-thing-management.html">
 *     Managing things</a>
 */
final class IotThings {

  private static final String THING = "thingName";
  private static final String GROUP = "thingGroupName";
  private static final String PAYLOAD = "attributePayload";
  private static final String ATTRIBUTES = "attributes";
  private static final String VERSION = "version";

  private static final Attachment MEMBER_OF = new Attachment("groupmember", GROUP, THING);

  /** The operations on things, by name. */
  static final Map<String, Behaviour.Answer> OPERATIONS =
      Map.of(
          "CreateThing", IotThings::created,
          "UpdateThing", IotThings::updated,
          "AddThingToThingGroup", IotThings::joined,
          "RemoveThingFromThingGroup", MEMBER_OF::detach,
          "ListThingsInThingGroup", IotThings::members,
          "ListThingGroupsForThing", IotThings::groups);

  private IotThings() {}

  private static Map<String, Object> created(Scene scene) {
    Creation creation = new Creation(scene, resource(scene, "Thing"));
    Entity thing = creation.create().knowing(Map.of(ATTRIBUTES, attributes(Map.of(), scene)));
    scene.state().put(thing);
    return creation.shown(thing);
  }

  /** An update replaces the attributes, or is merged into them; empty values take them away. */
  private static Map<String, Object> updated(Scene scene) {
    Creation creation = new Creation(scene, resource(scene, "Thing"));
    Entity thing = new Finder(scene).theOne(resource(scene, "Thing"));
    Map<String, Object> changes = new LinkedHashMap<>();
    if (scene.input().get(PAYLOAD) instanceof Map<?, ?> payload) {
      boolean merge = Boolean.TRUE.equals(payload.get("merge"));
      Object before = merge ? thing.attribute(ATTRIBUTES).orElse(Map.of()) : Map.of();
      changes.put(ATTRIBUTES, attributes((Map<?, ?>) before, scene));
    }
    if (Boolean.TRUE.equals(scene.input().get("removeThingType"))) {
      changes.put("thingtypename", "");
    }
    if (scene.input().get("thingTypeName") instanceof String type) {
      changes.put("thingtypename", type);
    }
    int version = thing.attribute(VERSION).orElse(1) instanceof Number n ? n.intValue() : 1;
    changes.put(VERSION, version + 1);
    Entity changed = thing.with(changes, scene.verb(), scene.call().now());
    scene.state().put(changed);
    return creation.shown(changed);
  }

  private static Map<String, Object> attributes(Map<?, ?> before, Scene scene) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    before.forEach((name, value) -> attributes.put((String) name, value));
    if (scene.input().get(PAYLOAD) instanceof Map<?, ?> payload
        && payload.get("attributes") instanceof Map<?, ?> given) {
      given.forEach((name, value) -> attributes.put((String) name, value));
    }
    attributes.values().removeIf(""::equals);
    return attributes;
  }

  private static Map<String, Object> joined(Scene scene) {
    new Finder(scene).theOne(resource(scene, "Thing"));
    new Finder(scene).theOne(resource(scene, "ThingGroup"));
    return MEMBER_OF.attach(scene);
  }

  private static Map<String, Object> members(Scene scene) {
    return Iot.page(scene, "things", MEMBER_OF.of(scene, scene.text(GROUP)));
  }

  private static Map<String, Object> groups(Scene scene) {
    List<Map<String, Object>> groups =
        MEMBER_OF.to(scene, scene.text(THING)).stream()
            .map(
                name ->
                    Map.of("groupName", (Object) name, "groupArn", arn(scene, "ThingGroup", name)))
            .toList();
    return Iot.page(scene, "thingGroups", groups);
  }

  private static Object arn(Scene scene, String noun, String name) {
    return new Finder(scene)
        .named(resource(scene, noun), name)
        .flatMap(entity -> entity.attribute(Entity.ARN))
        .orElse("");
  }

  private static Resource resource(Scene scene, String noun) {
    return scene.design().resource(Names.canonical(noun)).orElseThrow();
  }
}
