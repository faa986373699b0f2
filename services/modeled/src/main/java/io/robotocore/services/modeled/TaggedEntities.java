package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import io.robotocore.service.Tagged;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The tags of what was created in a modeled service.
 *
 * @param call who looks at them
 * @param state what was created
 */
record TaggedEntities(Call call, ModeledState state) implements Tagged {

  @Override
  public Map<String, Map<String, String>> tagsByArn() {
    Map<String, Map<String, String>> tags = new LinkedHashMap<>();
    state.tagged(call.now()).forEach(entity -> tags.put(arn(entity), entity.tags()));
    return tags;
  }

  private static String arn(Entity entity) {
    return String.valueOf(entity.attributes().get(Entity.ARN));
  }

  @Override
  public boolean addTags(String arn, Map<String, String> tags) {
    return change(arn, all -> all.putAll(tags));
  }

  @Override
  public boolean removeTags(String arn, Collection<String> keys) {
    return change(arn, all -> all.keySet().removeAll(keys));
  }

  private boolean change(String arn, Consumer<Map<String, String>> change) {
    return state.atomically(
        () -> {
          List<Entity> found = state.named(arn).filter(entity -> arn(entity).equals(arn)).toList();
          for (Entity entity : found) {
            Map<String, String> tags = new LinkedHashMap<>(entity.tags());
            change.accept(tags);
            state.put(entity.withTags(tags));
          }
          return !found.isEmpty();
        });
  }
}
