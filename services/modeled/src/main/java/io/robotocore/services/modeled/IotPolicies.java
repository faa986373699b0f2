package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which policies are attached to whom.
 *
 * @param scene the call
 * @param target to whom the request is about
 * @see <a href="https://docs.aws.amazon.com/iot/latest/apireference/API_AttachPolicy.html">
 *     AttachPolicy</a>
 */
record IotPolicies(Scene scene, String target) {

  private static final String NOUN = "policyattachment";

  static IotPolicies of(Scene scene, String member) {
    return new IotPolicies(scene, scene.text(member));
  }

  private static Stream<Entity> of(ModeledState state, String target) {
    return state.all(NOUN).filter(attachment -> attachment.key().id().equals(target));
  }

  static boolean areAttached(Scene scene, String target) {
    return of(scene.state(), target).findAny().isPresent();
  }

  static void detachAll(Scene scene, String target) {
    of(scene.state(), target).toList().forEach(scene.state()::remove);
  }

  private String name() {
    return scene.text("policyName");
  }

  private EntityKey key() {
    return new EntityKey(NOUN, name(), target);
  }

  private Optional<Entity> policy(String name) {
    return scene.state().get(new EntityKey("policy", "", name));
  }

  private Entity policy() {
    return policy(name()).orElseThrow(() -> Iot.missing("Policy not found"));
  }

  Map<String, Object> attach() {
    policy();
    Iot.checkPrincipal(scene, target);
    scene.state().put(Entity.of(key(), Map.of(), scene.call().now()));
    return Map.of();
  }

  Map<String, Object> detach() {
    scene.state().get(key()).ifPresent(scene.state()::remove);
    return Map.of();
  }

  Map<String, Object> ofTarget() {
    Iot.checkPrincipal(scene, target);
    List<Map<String, Object>> policies =
        of(scene.state(), target)
            .map(attachment -> attachment.key().scope())
            .flatMap(name -> policy(name).stream())
            .map(IotPolicies::shown)
            .toList();
    return Iot.page(scene, "policies", policies);
  }

  private static Map<String, Object> shown(Entity policy) {
    return Map.of(
        "policyName", policy.key().id(), "policyArn", policy.attribute(Entity.ARN).orElse(""));
  }

  Map<String, Object> targets(String member) {
    policy();
    return Iot.page(
        scene,
        member,
        scene.state().all(NOUN, name()).map(attachment -> attachment.key().id()).toList());
  }

  /**
   * Makes sure that a policy may be deleted.
   *
   * @throws DocumentError if somebody has it
   */
  void checkDeletion() {
    if (scene.state().all(NOUN, name()).findAny().isPresent()) {
      throw IotData.error(
          "DeleteConflictException",
          "The policy cannot be deleted as the policy is attached to one or more principals"
              + " (name="
              + name()
              + ")");
    }
  }
}
