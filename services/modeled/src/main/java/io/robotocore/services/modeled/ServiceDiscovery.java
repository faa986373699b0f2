package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * AWS Cloud Map: what is done to namespaces and instances is told of by operations, which are over
 * when somebody looks.
 *
 * @see <a href="https://docs.aws.amazon.com/cloud-map/latest/api/API_GetOperation.html">
 *     GetOperation</a>
 */
final class ServiceDiscovery implements Behaviour {

  private static final String OPERATION_ID = "OperationId";
  private static final String NAMESPACE = "Namespace";
  private static final String INSTANCE = "Instance";
  private static final String SERVICE = "Service";

  @Override
  public Map<String, Answer> operations() {
    Map<String, Answer> operations = new LinkedHashMap<>();
    Map.of("Http", "HTTP", "PrivateDns", "DNS_PRIVATE", "PublicDns", "DNS_PUBLIC")
        .forEach(
            (kind, type) -> {
              operations.put("Create" + kind + NAMESPACE, scene -> created(scene, type));
              operations.put("Update" + kind + NAMESPACE, scene -> updated(scene, NAMESPACE));
            });
    operations.put("DeleteNamespace", scene -> deleted(scene, NAMESPACE, "DELETE_NAMESPACE"));
    operations.put("UpdateService", scene -> updated(scene, SERVICE));
    operations.put("RegisterInstance", ServiceDiscovery::registered);
    operations.put("DeregisterInstance", scene -> deleted(scene, INSTANCE, "DEREGISTER_INSTANCE"));
    return operations;
  }

  private static Map<String, Object> created(Scene scene, String type) {
    Entity namespace = new Creation(scene, resource(scene, NAMESPACE)).create();
    scene.state().put(namespace.knowing(Map.of("type", type)));
    return done(scene, namespace, NAMESPACE, "CREATE_NAMESPACE");
  }

  private static Map<String, Object> registered(Scene scene) {
    new Finder(scene).theOne(resource(scene, SERVICE));
    Entity instance = new Creation(scene, resource(scene, INSTANCE)).put();
    return done(scene, instance, INSTANCE, "REGISTER_INSTANCE");
  }

  /** What is to be changed stands in a structure that is called as the thing is. */
  private static Map<String, Object> updated(Scene scene, String noun) {
    Entity entity = new Finder(scene).theOne(resource(scene, noun));
    Map<String, Object> changes = new LinkedHashMap<>();
    if (scene.input().get(noun) instanceof Map<?, ?> given) {
      given.forEach((name, value) -> changes.put(Names.canonical((String) name), value));
    }
    Entity changed = entity.with(changes, scene.verb(), scene.call().now());
    scene.state().put(changed);
    return done(scene, changed, noun, "UPDATE_" + noun.toUpperCase(java.util.Locale.ROOT));
  }

  private static Map<String, Object> deleted(Scene scene, String noun, String type) {
    Entity entity = new Finder(scene).theOne(resource(scene, noun));
    Modeled.remove(scene, entity);
    return done(scene, entity, noun, type);
  }

  private static Map<String, Object> done(Scene scene, Entity entity, String noun, String type) {
    String target = noun.toUpperCase(java.util.Locale.ROOT);
    Entity operation =
        new Creation(scene, resource(scene, "Operation"))
            .make(
                Map.of(
                    "type",
                    type,
                    "status",
                    "SUCCESS",
                    "targets",
                    Map.of(target, entity.key().id())));
    return Map.of(OPERATION_ID, operation.key().id());
  }

  private static Resource resource(Scene scene, String noun) {
    return scene.design().resource(Names.canonical(noun)).orElseThrow();
  }
}
