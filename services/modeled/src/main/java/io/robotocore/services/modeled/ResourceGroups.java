package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AWS Resource Groups: what answers a group's query among everything that is tagged, and what was
 * put into a group.
 *
 * @see <a href="https://docs.aws.amazon.com/ARG/latest/userguide/gettingstarted-query.html">
 *     queries</a>
 */
final class ResourceGroups implements Behaviour {

  private static final String GROUP = "group";
  private static final String MEMBER = "member";
  private static final String QUERY = "ResourceQuery";

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "SearchResources", scene -> found(scene, query(given(scene)).in(scene.call())),
        "ListGroupResources", ResourceGroups::list,
        "GroupResources", ResourceGroups::group,
        "UngroupResources", ResourceGroups::ungroup);
  }

  @Override
  public boolean isAtomic(String operation) {
    return false;
  }

  @Override
  public void check(Scene scene) {
    Map<String, Object> input = scene.input();
    switch (scene.operation().name()) {
      case "CreateGroup" -> {
        if (String.valueOf(input.get("Name"))
            .toLowerCase(java.util.Locale.ROOT)
            .startsWith("aws")) {
          throw invalid("Group name cannot start with 'aws'");
        }
        if (input.containsKey(QUERY) && input.containsKey("Configuration")) {
          throw invalid("A group has either a resource query or a configuration");
        }
        if (input.containsKey(QUERY)) {
          checkQuery(given(scene));
        }
      }
      case "UpdateGroupQuery" -> checkQuery(given(scene));
      case "DeleteGroup" ->
          new Finder(scene)
              .one(scene.design().resource(GROUP).orElseThrow())
              .ifPresent(group -> members(scene, group).forEach(scene.state()::remove));
      default -> {}
    }
  }

  private static Object given(Scene scene) {
    return scene.input().getOrDefault(QUERY, Map.of());
  }

  private static void checkQuery(Object query) {
    if (!GroupQuery.isOfStack(query)) {
      query(query);
    }
  }

  private static GroupQuery query(Object query) {
    return GroupQuery.of(query)
        .orElseThrow(() -> invalid("Query not valid: the query is not well formed"));
  }

  private static Entity theGroup(Scene scene) {
    if (!scene.input().containsKey("Group") && !scene.input().containsKey("GroupName")) {
      throw invalid("Group must be specified");
    }
    return new Finder(scene).theOne(scene.design().resource(GROUP).orElseThrow());
  }

  private static List<Entity> members(Scene scene, Entity group) {
    return scene.state().all(MEMBER, group.key().id()).toList();
  }

  private static Map<String, Object> list(Scene scene) {
    Entity group = theGroup(scene);
    Optional<Object> query = group.attribute("resourcequery");
    return found(
        scene,
        query.isPresent()
            ? query(query.get()).in(scene.call())
            : members(scene, group).stream()
                .map(member -> GroupedResource.of(member.key().id()))
                .toList());
  }

  /** A page of resources, of the types that a request filters by. */
  private static Map<String, Object> found(Scene scene, List<GroupedResource> resources) {
    List<?> types =
        Structures.list(scene.input(), "Filters").stream()
            .filter(filter -> Structures.text(filter, "Name").equals("resource-type"))
            .map(filter -> (List<?>) filter.get("Values"))
            .findFirst()
            .orElse(List.of());
    List<Map<String, Object>> chosen =
        resources.stream()
            .filter(one -> types.isEmpty() || types.stream().anyMatch(one::isOf))
            .map(GroupedResource::shown)
            .toList();
    Page<Map<String, Object>> page = Page.of(scene, chosen);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ResourceIdentifiers", page.entries());
    if (scene.operation().name().equals("ListGroupResources")) {
      answer.put(
          "Resources", page.entries().stream().map(one -> Map.of("Identifier", one)).toList());
    }
    answer.put("QueryErrors", List.of());
    page.continueIn(answer);
    return answer;
  }

  private static Map<String, Object> group(Scene scene) {
    Entity group = configured(scene);
    arns(scene)
        .forEach(
            arn -> scene.state().put(Entity.of(key(group, arn), Map.of(), scene.call().now())));
    return changed(scene);
  }

  private static Map<String, Object> ungroup(Scene scene) {
    Entity group = configured(scene);
    arns(scene).forEach(arn -> scene.state().get(key(group, arn)).ifPresent(scene.state()::remove));
    return changed(scene);
  }

  private static EntityKey key(Entity group, String arn) {
    return new EntityKey(MEMBER, group.key().id(), arn);
  }

  private static Map<String, Object> changed(Scene scene) {
    return Map.of("Succeeded", arns(scene), "Failed", List.of(), "Pending", List.of());
  }

  private static List<String> arns(Scene scene) {
    return scene.input().get("ResourceArns") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A group that resources are put into, as no query says what is in it. */
  private static Entity configured(Scene scene) {
    Entity group = theGroup(scene);
    if (group.attribute("resourcequery").isPresent()
        || group.attribute("configuration").isEmpty()) {
      throw invalid("The group has no configuration that lets resources be grouped");
    }
    return group;
  }

  private static DocumentError invalid(String message) {
    return new DocumentError("BadRequestException", message, Map.of("Message", message));
  }
}
