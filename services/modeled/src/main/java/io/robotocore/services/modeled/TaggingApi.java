package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import io.robotocore.service.Tagged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The Resource Groups Tagging API: the tags of all services, as far as those tell of them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html">
 *     GetResources</a>
 */
final class TaggingApi implements Behaviour {

  private static final int MOST = 100;
  private static final int BAD_REQUEST = 400;

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "GetResources", TaggingApi::resources,
        "TagResources",
            scene -> {
              Map<String, String> tags = new Tagging(scene).given();
              return changed(scene, (service, arn) -> service.addTags(arn, tags));
            },
        "UntagResources",
            scene -> {
              List<String> keys = texts(scene, "TagKeys");
              return changed(scene, (service, arn) -> service.removeTags(arn, keys));
            },
        "GetTagKeys", scene -> texts("TagKeys", keys(scene)),
        "GetTagValues", scene -> texts("TagValues", values(scene)));
  }

  @Override
  public boolean isAtomic(String operation) {
    return false;
  }

  /** Everything that is tagged: the tags by ARN, sorted. */
  private static SortedMap<String, Map<String, String>> all(Scene scene) {
    SortedMap<String, Map<String, String>> all = new TreeMap<>();
    scene.call().tagged().forEach(service -> all.putAll(service.tagsByArn()));
    return all;
  }

  private static Map<String, Object> resources(Scene scene) {
    List<String> arns = texts(scene, "ResourceARNList");
    SortedMap<String, Map<String, String>> all = all(scene);
    List<String> chosen =
        all.keySet().stream()
            .filter(arn -> arns.isEmpty() || arns.contains(arn))
            .filter(arn -> isOfType(scene, arn))
            .filter(arn -> hasTags(scene, all.getOrDefault(arn, Map.of())))
            .toList();
    Page<String> page = Page.of(scene, chosen);
    return Map.of(
        "ResourceTagMappingList",
        page.entries().stream().map(arn -> mapping(arn, all.getOrDefault(arn, Map.of()))).toList(),
        "PaginationToken",
        page.next());
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

  private static boolean hasTags(Scene scene, Map<String, String> tags) {
    return list(scene, "TagFilters").stream()
        .allMatch(
            filter ->
                !(filter instanceof Map<?, ?> wanted)
                    || (tags.containsKey(wanted.get("Key"))
                        && isOneOf(
                            wanted.get("Values"), tags.getOrDefault(wanted.get("Key"), ""))));
  }

  private static boolean isOneOf(@Nullable Object values, String value) {
    return !(values instanceof List<?> wanted) || wanted.isEmpty() || wanted.contains(value);
  }

  private static Map<String, Object> mapping(String arn, Map<String, String> tags) {
    List<Map<String, String>> pairs =
        tags.entrySet().stream()
            .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
            .toList();
    return Map.of("ResourceARN", arn, "Tags", pairs);
  }

  /** Changes the tags of the things that a request names, as far as they are there. */
  private static Map<String, Object> changed(Scene scene, BiPredicate<Tagged, String> change) {
    Map<String, Object> failed = new LinkedHashMap<>();
    for (String arn : texts(scene, "ResourceARNList")) {
      try {
        if (scene.call().tagged().stream().noneMatch(service -> change.test(service, arn))) {
          failed.put(arn, failure(arn + " was not found"));
        }
      } catch (AwsServiceException e) {
        failed.put(arn, failure(e.awsErrorDetails().errorMessage()));
      }
    }
    return Map.of("FailedResourcesMap", failed);
  }

  private static Map<String, Object> failure(String message) {
    return Map.of(
        "StatusCode",
        BAD_REQUEST,
        "ErrorCode",
        "InvalidParameterException",
        "ErrorMessage",
        message);
  }

  private static Stream<String> keys(Scene scene) {
    return all(scene).values().stream().flatMap(tags -> tags.keySet().stream());
  }

  private static Stream<String> values(Scene scene) {
    return all(scene).values().stream()
        .flatMap(tags -> Optional.ofNullable(tags.get(scene.input().get("Key"))).stream());
  }

  private static Map<String, Object> texts(String member, Stream<String> texts) {
    return Map.of(member, texts.distinct().sorted().toList(), "PaginationToken", "");
  }
}
