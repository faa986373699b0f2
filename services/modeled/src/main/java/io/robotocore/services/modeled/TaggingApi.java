package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Resource Groups Tagging API: the tags of all services that are served from their models.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html">
 *     GetResources</a>
 */
final class TaggingApi implements Behaviour {

  /** Where AWS tells of the things that belong to no region. */
  private static final String GLOBAL = "us-east-1";

  private static final int MOST = 100;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_IMPLEMENTED = 501;

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "GetResources", TaggingApi::resources,
        "TagResources", scene -> changed(scene, TaggingApi::tagged),
        "UntagResources", scene -> changed(scene, TaggingApi::untagged),
        "GetTagKeys", scene -> texts("TagKeys", keys(scene)),
        "GetTagValues", scene -> texts("TagValues", values(scene)));
  }

  @Override
  public boolean reachesOthers() {
    return true;
  }

  private static Stream<ModeledState> states(Scene scene) {
    return scene.call().states(ModeledState.class).entrySet().stream()
        .filter(state -> !state.getKey().region().isEmpty() || scene.call().region().equals(GLOBAL))
        .map(Map.Entry::getValue);
  }

  private static Stream<Entity> all(Scene scene) {
    Instant now = scene.call().now();
    return states(scene).flatMap(state -> state.tagged(now));
  }

  private static Map<String, Object> resources(Scene scene) {
    List<String> arns = texts(scene, "ResourceARNList");
    List<Entity> chosen =
        all(scene)
            .filter(entity -> arns.isEmpty() || arns.contains(arn(entity)))
            .filter(entity -> isOfType(scene, arn(entity)))
            .filter(entity -> hasTags(scene, entity))
            .sorted(Comparator.comparing(TaggingApi::arn))
            .toList();
    Page page = Page.of(scene, chosen);
    return Map.of(
        "ResourceTagMappingList", page.entities().stream().map(TaggingApi::mapping).toList(),
        "PaginationToken", page.next());
  }

  @Override
  public void check(Scene scene) {
    Map<String, Object> input = scene.input();
    boolean filtered =
        Stream.of("ResourceTypeFilters", "TagFilters", "ResourcesPerPage", "TagsPerPage")
            .anyMatch(input::containsKey);
    if (input.containsKey("ResourceARNList") && filtered) {
      throw invalid("ResourceARNList cannot be combined with filters and page sizes");
    }
    if (input.get("ResourcesPerPage") instanceof Integer size && (size < 1 || size > MOST)) {
      throw invalid("ResourcesPerPage must be between 1 and " + MOST);
    }
  }

  private static DocumentError invalid(String message) {
    return new DocumentError("InvalidParameterException", message, Map.of("Message", message));
  }

  private static String arn(Entity entity) {
    return String.valueOf(entity.attributes().get(Entity.ARN));
  }

  private static List<Object> list(Scene scene, String member) {
    return scene.input().get(member) instanceof List<?> list ? List.copyOf(list) : List.of();
  }

  private static List<String> texts(Scene scene, String member) {
    return list(scene, member).stream().map(String::valueOf).toList();
  }

  /** Whether an ARN is of one of the types, {@code ec2} or {@code ec2:instance}, if any is said. */
  private static boolean isOfType(Scene scene, String arn) {
    String[] parts = arn.split(":", 6);
    String type = parts[5].replaceFirst("^/", "").split("[/:]", 2)[0];
    List<String> types = texts(scene, "ResourceTypeFilters");
    return types.isEmpty() || types.contains(parts[2]) || types.contains(parts[2] + ":" + type);
  }

  private static boolean hasTags(Scene scene, Entity entity) {
    return list(scene, "TagFilters").stream()
        .allMatch(
            filter ->
                !(filter instanceof Map<?, ?> wanted)
                    || (entity.tags().containsKey(wanted.get("Key"))
                        && isOneOf(
                            wanted.get("Values"),
                            entity.tags().getOrDefault(wanted.get("Key"), ""))));
  }

  private static boolean isOneOf(@Nullable Object values, String value) {
    return !(values instanceof List<?> wanted) || wanted.isEmpty() || wanted.contains(value);
  }

  private static Map<String, Object> mapping(Entity entity) {
    List<Map<String, String>> tags =
        entity.tags().entrySet().stream()
            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
            .toList();
    return Map.of("ResourceARN", arn(entity), "Tags", tags);
  }

  /** Changes the tags of the things that a request names, as far as they are there. */
  private static Map<String, Object> changed(
      Scene scene, BiFunction<Scene, Entity, Entity> change) {
    Map<String, Object> failed = new LinkedHashMap<>();
    for (String arn : texts(scene, "ResourceARNList")) {
      boolean found =
          states(scene)
              .map(state -> state.atomically(() -> isChanged(scene, state, arn, change)))
              .reduce(false, Boolean::logicalOr);
      if (!found) {
        failed.put(arn, failure(scene, arn));
      }
    }
    return Map.of("FailedResourcesMap", failed);
  }

  private static boolean isChanged(
      Scene scene, ModeledState state, String arn, BiFunction<Scene, Entity, Entity> change) {
    List<Entity> named = state.named(arn).filter(entity -> arn(entity).equals(arn)).toList();
    named.forEach(entity -> state.put(change.apply(scene, entity)));
    return !named.isEmpty();
  }

  private static Map<String, Object> failure(Scene scene, String arn) {
    String service = arn.split(":", 4).length > 2 ? arn.split(":", 4)[2] : "";
    return scene.call().offers(service)
        ? Map.of(
            "StatusCode",
            NOT_IMPLEMENTED,
            "ErrorCode",
            "InternalServiceException",
            "ErrorMessage",
            "Tags of " + service + " are changed by its own operations only")
        : Map.of(
            "StatusCode",
            BAD_REQUEST,
            "ErrorCode",
            "InvalidParameterException",
            "ErrorMessage",
            arn + " was not found");
  }

  private static Entity tagged(Scene scene, Entity entity) {
    Map<String, String> tags = new LinkedHashMap<>(entity.tags());
    tags.putAll(TagForms.in(scene.shape(), scene.input()));
    return entity.withTags(tags);
  }

  private static Entity untagged(Scene scene, Entity entity) {
    Map<String, String> tags = new LinkedHashMap<>(entity.tags());
    texts(scene, "TagKeys").forEach(tags::remove);
    return entity.withTags(tags);
  }

  private static Stream<String> keys(Scene scene) {
    return all(scene).flatMap(entity -> entity.tags().keySet().stream());
  }

  private static Stream<String> values(Scene scene) {
    return all(scene)
        .flatMap(
            entity ->
                entity.tags().entrySet().stream()
                    .filter(tag -> tag.getKey().equals(scene.input().get("Key")))
                    .map(Map.Entry::getValue));
  }

  private static Map<String, Object> texts(String member, Stream<String> texts) {
    return Map.of(member, texts.distinct().sorted().toList(), "PaginationToken", "");
  }
}
