package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tags of everything.
 *
 * @param view the call's view of EC2
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DescribeTags.html">
 *     DescribeTags</a>
 */
record Ec2Tags(Ec2View view) {

  private static final Map<String, String> MEMBERS =
      Map.of(
          "key", "Key",
          "value", "Value",
          "resource-id", "ResourceId",
          "resource-type", "ResourceType");

  Map<String, Object> describe() {
    List<Object> tags = new ArrayList<>();
    view.scene()
        .state()
        .all()
        .filter(entity -> !entity.tags().isEmpty())
        .forEach(
            entity -> {
              entity
                  .tags()
                  .forEach(
                      (key, value) -> {
                        Map<String, Object> tag = tag(entity);
                        tag.put("Key", key);
                        tag.put("Value", value);
                        if (isWanted(tag)) {
                          tags.add(tag);
                        }
                      });
            });
    Page<Object> page = Page.of(view.scene(), tags);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("Tags", page.entries());
    page.continueIn(answer);
    return answer;
  }

  /** The type of a thing is told by its ARN. */
  private static String type(Entity entity) {
    String arn = Structures.text(entity, Entity.ARN);
    return arn.substring(arn.lastIndexOf(':') + 1).split("/", 2)[0];
  }

  private static Map<String, Object> tag(Entity entity) {
    Map<String, Object> tag = new LinkedHashMap<>();
    tag.put("ResourceId", entity.key().id());
    tag.put("ResourceType", type(entity));
    return tag;
  }

  private boolean isWanted(Map<String, Object> tag) {
    return view.structures("Filters").stream()
        .allMatch(
            filter ->
                !(filter.get("Values") instanceof List<?> values)
                    || FilterPath.matches(
                        Structures.text(
                            tag, MEMBERS.getOrDefault(Structures.text(filter, "Name"), "")),
                        values));
  }
}
