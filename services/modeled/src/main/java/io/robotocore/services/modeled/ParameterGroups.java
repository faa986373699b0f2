package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Groups of parameters, which somebody sets and resets by name. Only of those is told, because the
 * values that an engine has of itself are known to nobody but AWS.
 *
 * @param verbs how a group is changed, by what it is called: {@code Modify}, {@code Update}
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBParameterGroup.html">
 *     ModifyDBParameterGroup</a>
 */
record ParameterGroups(Map<String, String> verbs) implements Behaviour {

  private static final String NAME = "ParameterName";
  private static final String PARAMETERS = "parameters";
  private static final String USER = "user";

  /** Those of a service. */
  static ParameterGroups of(String service) {
    return new ParameterGroups(
        switch (service) {
          case "elasticache" -> Map.of("CacheParameterGroup", "Modify");
          case "memorydb" -> Map.of("ParameterGroup", "Update");
          case "redshift" -> Map.of("ClusterParameterGroup", "Modify");
          default -> Map.of("DBParameterGroup", "Modify", "DBClusterParameterGroup", "Modify");
        });
  }

  @Override
  public Map<String, Answer> operations() {
    Map<String, Answer> operations = new LinkedHashMap<>();
    verbs.forEach(
        (noun, verb) -> {
          operations.put(verb + noun, scene -> changed(scene, noun));
          operations.put("Reset" + noun, scene -> reset(scene, noun));
          operations.put("Describe" + noun.replace("Group", "s"), scene -> parameters(scene, noun));
        });
    return operations;
  }

  private static Resource resource(Scene scene, String noun) {
    return scene.design().resource(Names.canonical(noun)).orElseThrow();
  }

  private static Map<String, Object> changed(Scene scene, String noun) {
    Entity group = new Finder(scene).theOne(resource(scene, noun));
    Map<String, Object> parameters = parameters(group);
    parameters.putAll(given(scene));
    return kept(scene, noun, group, parameters);
  }

  private static Map<String, Object> reset(Scene scene, String noun) {
    Entity group = new Finder(scene).theOne(resource(scene, noun));
    Map<String, Object> parameters = parameters(group);
    boolean all = scene.input().values().stream().anyMatch(Boolean.TRUE::equals);
    parameters.keySet().removeAll(all ? List.copyOf(parameters.keySet()) : given(scene).keySet());
    return kept(scene, noun, group, parameters);
  }

  private static Map<String, Object> kept(
      Scene scene, String noun, Entity group, Map<String, Object> parameters) {
    Map<String, Object> changes = Map.of(PARAMETERS, List.copyOf(parameters.values()));
    Entity changed = group.with(changes, scene.verb(), scene.call().now());
    scene.state().put(changed);
    return new Creation(scene, resource(scene, noun)).shown(changed);
  }

  /** The parameters that a request gives, by name: their values, or nothing but their names. */
  private static Map<String, Object> given(Scene scene) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (Object value : scene.input().values()) {
      if (value instanceof List<?> list) {
        list.forEach(one -> given.put(name(Objects.requireNonNull(one)), one));
      }
    }
    return given;
  }

  private static String name(Object parameter) {
    return String.valueOf(parameter instanceof Map<?, ?> map ? map.get(NAME) : parameter);
  }

  private static Map<String, Object> parameters(Entity group) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (group.attribute(PARAMETERS).orElse(List.of()) instanceof List<?> list) {
      list.forEach(one -> parameters.put(name(Objects.requireNonNull(one)), one));
    }
    return parameters;
  }

  private static Map<String, Object> parameters(Scene scene, String noun) {
    Entity group = new Finder(scene).theOne(resource(scene, noun));
    boolean wanted = scene.input().getOrDefault("Source", USER).equals(USER);
    List<Map<String, Object>> told =
        wanted
            ? parameters(group).values().stream().map(one -> described(scene, one)).toList()
            : List.of();
    return Map.of("Parameters", told);
  }

  private static Map<String, Object> described(Scene scene, Object parameter) {
    Map<?, ?> given = (Map<?, ?>) parameter;
    Map<String, Object> described = new LinkedHashMap<>();
    for (Member member : element(scene).members()) {
      String name = member.name();
      // MemoryDB tells of the Name of what it is given as the ParameterName.
      Object value = given.containsKey(name) ? given.get(name) : given.get("Parameter" + name);
      if (value != null) {
        described.put(name, value);
      } else if (name.equals("Source")) {
        described.put(name, USER);
      } else if (name.equals("IsModifiable")) {
        described.put(name, true);
      }
    }
    return described;
  }

  private static StructureShape element(Scene scene) {
    Member member =
        scene.operation().output().members().stream()
            .filter(of -> of.name().equals("Parameters"))
            .findFirst()
            .orElseThrow();
    return (StructureShape) ((ListShape) member.target()).member().target();
  }
}
