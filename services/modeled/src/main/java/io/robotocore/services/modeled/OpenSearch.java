package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Amazon OpenSearch Service: the configuration of a domain, in which every part has a status.
 *
 * @param noun what a domain is called in the API: {@code ElasticsearchDomain} in the older one
 * @see <a
 *     href="https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainConfig.html">
 *     DomainConfig</a>
 */
record OpenSearch(String noun) implements Behaviour {

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "Describe" + noun + "Config", scene -> config(scene, domain(scene)),
        "Update" + noun + "Config", scene -> config(scene, updated(scene)));
  }

  private Resource resource(Scene scene) {
    return scene.design().resource(Names.canonical(noun)).orElseThrow();
  }

  private Entity domain(Scene scene) {
    return new Finder(scene).theOne(resource(scene));
  }

  private Entity updated(Scene scene) {
    return new Creation(scene, resource(scene)).changed(domain(scene));
  }

  private static Map<String, Object> config(Scene scene, Entity domain) {
    Map<String, Object> parts = new LinkedHashMap<>();
    Member config = scene.operation().output().members().get(0);
    for (Member part : ((StructureShape) config.target()).members()) {
      domain
          .attribute(Names.canonical(part.name()))
          .ifPresent(
              options ->
                  parts.put(part.name(), Map.of("Options", options, "Status", status(domain))));
    }
    return Map.of(config.name(), parts);
  }

  private static Map<String, Object> status(Entity domain) {
    return Map.of(
        "CreationDate",
        domain.life().created(),
        "UpdateDate",
        domain.life().changed(),
        "UpdateVersion",
        1,
        "State",
        "Active",
        "PendingDeletion",
        false);
  }
}
