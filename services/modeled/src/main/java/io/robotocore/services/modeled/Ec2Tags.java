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
              String noun = view.resource(entity.key().noun()).noun();
              entity
                  .tags()
                  .forEach(
                      (key, value) -> {
                        Map<String, Object> tag = tag(noun, entity);
                        tag.put("Key", key);
                        tag.put("Value", value);
                        if (isWanted(tag)) {
                          tags.add(tag);
                        }
                      });
            });
    return Map.of("Tags", tags);
  }

  private static Map<String, Object> tag(String noun, Entity entity) {
    Map<String, Object> tag = new LinkedHashMap<>();
    tag.put("ResourceId", entity.key().id());
    tag.put("ResourceType", Names.dashed(noun));
    return tag;
  }

  private boolean isWanted(Map<String, Object> tag) {
    return view.structures("Filters").stream()
        .allMatch(
            filter ->
                !(filter.get("Values") instanceof List<?> values)
                    || FilterPath.matches(
                        Ec2View.text(tag, MEMBERS.getOrDefault(Ec2View.text(filter, "Name"), "")),
                        values));
  }
}
