package io.robotocore.services.dynamodb;

import io.robotocore.service.Tagged;
import io.robotocore.services.dynamodb.item.Invalid;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;

/** The operations on the tags of tables. */
interface Tags extends DynamoDbView, Tagged {

  int MAX_TAGS = 50;

  @Override
  default TagResourceResponse tagResource(TagResourceRequest in) {
    tag(in.resourceArn(), tags -> added(tags, in.tags()));
    return TagResourceResponse.builder().build();
  }

  @Override
  default UntagResourceResponse untagResource(UntagResourceRequest in) {
    tag(in.resourceArn(), tags -> tags.minusAll(in.tagKeys()));
    return UntagResourceResponse.builder().build();
  }

  @Override
  default ListTagsOfResourceResponse listTagsOfResource(ListTagsOfResourceRequest in) {
    return ListTagsOfResourceResponse.builder()
        .tags(listed(tagged(in.resourceArn()).features().tags()))
        .build();
  }

  private static List<Tag> listed(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  @Override
  default Map<String, Map<String, String>> tagsByArn() {
    Map<String, Map<String, String>> tags = new HashMap<>();
    for (DynamoTable table : state().tables().asMap().values()) {
      if (!table.features().tags().isEmpty()) {
        tags.put(table.arn(), table.features().tags());
      }
    }
    return tags;
  }

  @Override
  default boolean addTags(String arn, Map<String, String> tags) {
    return retag(arn, all -> added(all, listed(tags)));
  }

  @Override
  default boolean removeTags(String arn, Collection<String> keys) {
    return retag(arn, all -> all.minusAll(keys));
  }

  private boolean retag(String arn, UnaryOperator<TreePMap<String, String>> change) {
    boolean known =
        state().tables().asMap().values().stream().anyMatch(table -> table.arn().equals(arn));
    if (known) {
      tag(arn, change);
    }
    return known;
  }

  private void tag(String arn, UnaryOperator<TreePMap<String, String>> change) {
    state()
        .run(
            () -> {
              DynamoTable table = tagged(arn);
              UnaryOperator<Features> changed = all -> all.with(change.apply(all.tags()));
              state().tables().put(table.name(), table.with(changed));
            });
  }

  private DynamoTable tagged(String arn) {
    if (!arn.startsWith("arn:")) {
      throw Invalid.because("Invalid TableArn: Invalid ResourceArn provided as input " + arn);
    }
    return state()
        .tables()
        .get(TableName.ofArn(arn, call()))
        .orElseThrow(() -> noSuchResource(arn));
  }

  private static DynamoDbException noSuchResource(String arn) {
    return DynamoDbError.notFound(
        "Requested resource not found: ResourcArn: " + arn + " not found");
  }

  /** Tags with others added; refuses what is too many, or no tag for users. */
  static TreePMap<String, String> added(TreePMap<String, String> tags, List<Tag> others) {
    Map<String, String> more = new HashMap<>();
    for (Tag tag : others) {
      if (tag.key().startsWith("aws:")) {
        throw Invalid.parameter("Tag keys starting with 'aws:' are reserved for system use");
      }
      if (more.put(tag.key(), tag.value()) != null) {
        throw Invalid.parameter("Tag keys must be unique: " + tag.key());
      }
    }
    TreePMap<String, String> all = tags.plusAll(more);
    if (all.size() > MAX_TAGS) {
      throw Invalid.parameter("Too many tags: the limit is " + MAX_TAGS);
    }
    return all;
  }
}
