package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * AWS IoT: what is attached to things, to principals, and to groups.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/apireference/API_AttachThingPrincipal.html">
 *     AttachThingPrincipal</a>
 */
final class Iot implements Behaviour {

  private static final String THING = "thingName";
  private static final String GROUP = "thingGroupName";
  private static final String POLICY = "policyName";
  private static final String PRINCIPAL = "principal";
  private static final String TARGET = "target";
  private static final String THINGS = "things";
  private static final String PRINCIPALS = "principals";
  private static final String POLICIES = "policies";
  private static final String PAYLOAD = "attributePayload";
  private static final String ATTRIBUTES = "attributes";
  private static final String VERSION = "version";

  private static final Attachment PRINCIPAL_OF =
      new Attachment("attachedprincipal", THING, PRINCIPAL);
  private static final Attachment TARGET_OF = new Attachment("attachedpolicy", POLICY, TARGET);
  private static final Attachment PRINCIPAL_WITH =
      new Attachment("attachedpolicy", POLICY, PRINCIPAL);
  private static final Attachment MEMBER_OF = new Attachment("groupmember", GROUP, THING);

  @Override
  public Map<String, Answer> operations() {
    Map<String, Answer> operations = new LinkedHashMap<>();
    operations.put("CreateThing", Iot::created);
    operations.put("UpdateThing", Iot::updated);
    operations.put("AttachThingPrincipal", scene -> attached(scene, "Thing", PRINCIPAL_OF));
    operations.put("DetachThingPrincipal", PRINCIPAL_OF::detach);
    operations.put("AttachPolicy", scene -> attached(scene, "Policy", TARGET_OF));
    operations.put("AttachPrincipalPolicy", scene -> attached(scene, "Policy", PRINCIPAL_WITH));
    operations.put("DetachPolicy", TARGET_OF::detach);
    operations.put("DetachPrincipalPolicy", PRINCIPAL_WITH::detach);
    operations.put("AddThingToThingGroup", Iot::joined);
    operations.put("RemoveThingFromThingGroup", MEMBER_OF::detach);
    tell(operations);
    return operations;
  }

  private static void tell(Map<String, Answer> operations) {
    operations.put("ListThingPrincipals", of(PRINCIPAL_OF, PRINCIPALS, THING));
    operations.put("ListThingPrincipalsV2", Iot::principals);
    operations.put("ListPrincipalThings", to(PRINCIPAL_OF, THINGS, PRINCIPAL));
    operations.put("ListTargetsForPolicy", of(TARGET_OF, "targets", POLICY));
    operations.put("ListPolicyPrincipals", of(TARGET_OF, PRINCIPALS, POLICY));
    operations.put("ListAttachedPolicies", scene -> policies(scene, TARGET));
    operations.put("ListPrincipalPolicies", scene -> policies(scene, PRINCIPAL));
    operations.put("ListThingsInThingGroup", of(MEMBER_OF, THINGS, GROUP));
    operations.put("ListThingGroupsForThing", Iot::groups);
  }

  @Override
  public void check(Scene scene) {
    String thing = text(scene, THING);
    String policy = text(scene, POLICY);
    switch (scene.operation().name()) {
      case "DeleteThing" ->
          PRINCIPAL_OF.checkFree(
              scene,
              thing,
              error(
                  "InvalidRequestException",
                  "Cannot delete. Thing "
                      + thing
                      + " is still attached to one or more principals"));
      case "DeletePolicy" ->
          TARGET_OF.checkFree(
              scene,
              policy,
              error(
                  "DeleteConflictException",
                  "The policy cannot be deleted as the policy is attached to one or more principals"
                      + " (name="
                      + policy
                      + ")"));
      default -> {}
    }
  }

  private static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of("message", message));
  }

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

  private static Map<String, Object> attached(Scene scene, String noun, Attachment attachment) {
    new Finder(scene).theOne(resource(scene, noun));
    return attachment.attach(scene);
  }

  private static Map<String, Object> joined(Scene scene) {
    new Finder(scene).theOne(resource(scene, "Thing"));
    return attached(scene, "ThingGroup", MEMBER_OF);
  }

  private static Answer of(Attachment attachment, String list, String member) {
    return scene -> Map.of(list, attachment.of(scene, text(scene, member)));
  }

  private static Answer to(Attachment attachment, String list, String member) {
    return scene -> Map.of(list, attachment.to(scene, text(scene, member)));
  }

  private static Map<String, Object> principals(Scene scene) {
    return list(
        "thingPrincipalObjects",
        PRINCIPAL_OF.of(scene, text(scene, THING)),
        principal -> Map.of(PRINCIPAL, principal, "thingPrincipalType", "NON_EXCLUSIVE_THING"));
  }

  private static Map<String, Object> policies(Scene scene, String member) {
    return list(
        POLICIES,
        TARGET_OF.to(scene, text(scene, member)),
        name -> Map.of(POLICY, name, "policyArn", arn(scene, "Policy", name)));
  }

  private static Map<String, Object> groups(Scene scene) {
    return list(
        "thingGroups",
        MEMBER_OF.to(scene, text(scene, THING)),
        name -> Map.of("groupName", name, "groupArn", arn(scene, "ThingGroup", name)));
  }

  private static Map<String, Object> list(
      String member, List<String> names, Function<String, Map<String, Object>> shown) {
    return Map.of(member, names.stream().map(shown).toList());
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

  private static String text(Scene scene, String member) {
    return String.valueOf(scene.input().getOrDefault(member, ""));
  }
}
