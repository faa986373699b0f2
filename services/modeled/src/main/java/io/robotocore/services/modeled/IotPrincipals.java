package io.robotocore.services.modeled;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which things have which principals: certificates, and identities of Amazon Cognito.
 *
 * @param scene the call
 * @see <a href="https://docs.aws.amazon.com/iot/latest/apireference/API_AttachThingPrincipal.html">
 *     AttachThingPrincipal</a>
 */
record IotPrincipals(Scene scene) {

  private static final String NOUN = "principalattachment";
  private static final String TYPE = "thingPrincipalType";
  private static final String SHARED = "NON_EXCLUSIVE_THING";
  private static final String EXCLUSIVE = "EXCLUSIVE_THING";

  static boolean haveThings(Scene scene, String principal) {
    return of(scene, principal).findAny().isPresent();
  }

  private static Stream<Entity> of(Scene scene, String principal) {
    return scene.state().all(NOUN).filter(one -> one.key().id().equals(principal));
  }

  private String thing() {
    return scene.text("thingName");
  }

  private String principal() {
    return scene.text("principal");
  }

  private void checkThing(String otherwise) {
    if (scene.state().get(new EntityKey("thing", "", thing())).isEmpty()) {
      throw Iot.missing(otherwise);
    }
  }

  Map<String, Object> attach() {
    checkThing("Thing " + thing() + " cannot be found.");
    Iot.checkPrincipal(scene, principal());
    String type = String.valueOf(scene.input().getOrDefault(TYPE, SHARED));
    List<Entity> others =
        of(scene, principal()).filter(one -> !one.key().scope().equals(thing())).toList();
    boolean taken = others.stream().anyMatch(one -> type(one).equals(EXCLUSIVE));
    if (taken || (type.equals(EXCLUSIVE) && !others.isEmpty())) {
      throw IotData.error("InvalidRequestException", "The principal is attached to another thing.");
    }
    EntityKey key = new EntityKey(NOUN, thing(), principal());
    scene.state().put(Entity.of(key, Map.of(TYPE, type), scene.call().now()));
    return Map.of();
  }

  private static String type(Entity attachment) {
    return (String) attachment.attribute(TYPE).orElse(SHARED);
  }

  Map<String, Object> detach() {
    checkThing("Thing " + thing() + " cannot be found.");
    scene.state().get(new EntityKey(NOUN, thing(), principal())).ifPresent(scene.state()::remove);
    return Map.of();
  }

  private List<Entity> attachments() {
    checkThing(
        "Failed to list principals for thing "
            + thing()
            + " because the thing does not exist in your account");
    return chosen(scene.state().all(NOUN, thing()));
  }

  private List<Entity> chosen(Stream<Entity> all) {
    String type = scene.text(TYPE);
    return all.filter(one -> type.isEmpty() || type(one).equals(type)).toList();
  }

  Map<String, Object> ofThing() {
    return Iot.page(
        scene, "principals", attachments().stream().map(one -> one.key().id()).toList());
  }

  Map<String, Object> ofThingWithTypes() {
    return Iot.page(
        scene,
        "thingPrincipalObjects",
        attachments().stream()
            .map(one -> Map.of("principal", one.key().id(), TYPE, type(one)))
            .toList());
  }

  Map<String, Object> things() {
    return Iot.page(scene, "things", of(scene, principal()).map(one -> one.key().scope()).toList());
  }

  Map<String, Object> thingsWithTypes() {
    return Iot.page(
        scene,
        "principalThingObjects",
        chosen(of(scene, principal())).stream()
            .map(one -> Map.of("thingName", one.key().scope(), TYPE, type(one)))
            .toList());
  }

  /** Makes sure that a thing may be deleted: it has no principals. */
  void checkDeletion() {
    if (scene.state().all(NOUN, thing()).findAny().isPresent()) {
      throw IotData.error(
          "InvalidRequestException",
          "Cannot delete. Thing " + thing() + " is still attached to one or more principals");
    }
  }
}
