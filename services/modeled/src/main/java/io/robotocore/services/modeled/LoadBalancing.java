package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Elastic Load Balancing: a listener has a rule from the beginning, the default one, which does
 * what the listener does by default.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html">
 *     Listener rules</a>
 */
final class LoadBalancing implements Behaviour {

  private static final String LISTENER = "listener";
  private static final String RULE = "rule";
  private static final String DEFAULT = "default";

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "CreateListener", LoadBalancing::create,
        "ModifyListener", LoadBalancing::modify,
        "DeleteRule", LoadBalancing::deleteRule);
  }

  private static Resource resource(Scene scene, String noun) {
    return scene.design().resource(noun).orElseThrow();
  }

  private static Map<String, Object> create(Scene scene) {
    Creation creation = new Creation(scene, resource(scene, LISTENER));
    Entity listener = creation.create();
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("listenerarn", listener.key().id());
    attributes.put("priority", DEFAULT);
    attributes.put("isdefault", true);
    attributes.put("conditions", List.of());
    attributes.put("actions", listener.attribute("defaultactions").orElse(List.of()));
    new Creation(scene, resource(scene, RULE)).make(attributes);
    return creation.shown(listener);
  }

  private static Map<String, Object> modify(Scene scene) {
    Resource resource = resource(scene, LISTENER);
    Creation creation = new Creation(scene, resource);
    Entity listener = creation.changed(new Finder(scene).theOne(resource));
    scene
        .state()
        .all(RULE)
        .filter(rule -> isDefault(rule) && isOf(rule, listener))
        .toList()
        .forEach(
            rule ->
                scene
                    .state()
                    .put(
                        rule.knowing(
                            Map.of(
                                "actions",
                                listener.attribute("defaultactions").orElse(List.of())))));
    return creation.shown(listener);
  }

  private static boolean isDefault(Entity rule) {
    return rule.attribute("isdefault").filter(Boolean.TRUE::equals).isPresent();
  }

  private static boolean isOf(Entity rule, Entity listener) {
    return rule.attribute("listenerarn").filter(listener.key().id()::equals).isPresent();
  }

  private static Map<String, Object> deleteRule(Scene scene) {
    Resource resource = resource(scene, RULE);
    Entity rule = new Finder(scene).theOne(resource);
    if (isDefault(rule)) {
      throw new DocumentError(
          "OperationNotPermitted",
          "Default rule '" + rule.key().id() + "' cannot be deleted",
          Map.of());
    }
    new Transit(scene).removed(resource, rule);
    return Map.of();
  }
}
