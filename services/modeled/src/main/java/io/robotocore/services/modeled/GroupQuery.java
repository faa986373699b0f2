package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import io.robotocore.service.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.core.document.Document;

/**
 * A query for resources by their types and tags.
 *
 * @param types the types, in the words of CloudFormation
 * @param tags the values that the tags with these keys may have; any if there is none
 */
record GroupQuery(List<String> types, Map<String, List<String>> tags) {

  private static final String ALL = "AWS::AllSupported";
  private static final int NOT_IMPLEMENTED = 501;

  /** Whether it asks for the resources of a stack. */
  static boolean isOfStack(Object query) {
    return query instanceof Map<?, ?> told
        && Structures.text(told, "Type").equals("CLOUDFORMATION_STACK_1_0");
  }

  /** The query of a structure; empty if it is not well formed. */
  static Optional<GroupQuery> of(Object query) {
    if (isOfStack(query)) {
      throw DocumentError.unmodeled(
          "NotImplemented", "Queries for stacks are not implemented", NOT_IMPLEMENTED);
    }
    String text = query instanceof Map<?, ?> told ? Structures.text(told, "Query") : "";
    return Json.read(text.getBytes(StandardCharsets.UTF_8))
        .filter(Document::isMap)
        .map(Document::asMap)
        .filter(map -> !texts(map, "ResourceTypeFilters").isEmpty() && areTags(map))
        .map(map -> new GroupQuery(texts(map, "ResourceTypeFilters"), tags(map)));
  }

  private static List<Document> list(Map<String, Document> in, String member) {
    Document list = in.getOrDefault(member, Document.fromNull());
    return list.isList() ? list.asList() : List.of();
  }

  private static List<String> texts(Map<String, Document> in, String member) {
    return list(in, member).stream().filter(Document::isString).map(Document::asString).toList();
  }

  private static boolean areTags(Map<String, Document> query) {
    return list(query, "TagFilters").stream()
        .allMatch(
            filter ->
                filter.isMap()
                    && filter.asMap().getOrDefault("Key", Document.fromNull()).isString());
  }

  private static Map<String, List<String>> tags(Map<String, Document> query) {
    Map<String, List<String>> tags = new LinkedHashMap<>();
    list(query, "TagFilters").stream()
        .map(Document::asMap)
        .forEach(
            filter ->
                tags.put(
                    filter.getOrDefault("Key", Document.fromNull()).asString(),
                    texts(filter, "Values")));
    return tags;
  }

  /** What answers the query, of everything that is tagged. */
  List<GroupedResource> in(Call call) {
    SortedMap<String, Map<String, String>> all = new TreeMap<>();
    call.tagged().forEach(service -> all.putAll(service.tagsByArn()));
    return all.entrySet().stream()
        .filter(one -> hasTags(one.getValue()))
        .map(one -> GroupedResource.of(one.getKey()))
        .filter(one -> types.contains(ALL) || types.stream().anyMatch(one::isOf))
        .map(one -> one.as(types))
        .toList();
  }

  private boolean hasTags(Map<String, String> given) {
    return tags.entrySet().stream()
        .allMatch(
            wanted ->
                given.containsKey(wanted.getKey())
                    && (wanted.getValue().isEmpty()
                        || wanted.getValue().contains(given.get(wanted.getKey()))));
  }
}
