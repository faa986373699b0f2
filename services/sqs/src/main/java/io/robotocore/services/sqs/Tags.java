package io.robotocore.services.sqs;

import io.robotocore.service.Tagged;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueResponse;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueResponse;

/** The operations on a queue's cost allocation tags. */
interface Tags extends SqsView, Tagged {

  int MAX_TAGS = 50;
  int MAX_KEY = 128;
  int MAX_VALUE = 256;

  @Override
  default TagQueueResponse tagQueue(TagQueueRequest in) {
    if (in.tags().isEmpty()) {
      throw SqsError.missingParameter("Tags");
    }
    alter(in.queueUrl(), queue -> queue.tagged(tags -> added(tags, in.tags(), queue.id().name())));
    return TagQueueResponse.builder().build();
  }

  @Override
  default UntagQueueResponse untagQueue(UntagQueueRequest in) {
    if (in.tagKeys().isEmpty()) {
      throw SqsError.invalidParameter("Tag keys must be between 1 and 128 characters in length.");
    }
    alter(in.queueUrl(), queue -> queue.tagged(tags -> tags.minusAll(in.tagKeys())));
    return UntagQueueResponse.builder().build();
  }

  @Override
  default ListQueueTagsResponse listQueueTags(ListQueueTagsRequest in) {
    return ListQueueTagsResponse.builder().tags(queue(in.queueUrl()).about().tags()).build();
  }

  @Override
  default Map<String, Map<String, String>> tagsByArn() {
    Map<String, Map<String, String>> tags = new HashMap<>();
    for (Queue queue : state().queues().asMap().values()) {
      if (!queue.about().tags().isEmpty()) {
        tags.put(queue.id().arn(), queue.about().tags());
      }
    }
    return tags;
  }

  @Override
  default boolean addTags(String arn, Map<String, String> tags) {
    return retag(arn, url -> tagQueue(tag -> tag.queueUrl(url).tags(tags)));
  }

  @Override
  default boolean removeTags(String arn, Collection<String> keys) {
    return retag(arn, url -> untagQueue(untag -> untag.queueUrl(url).tagKeys(keys)));
  }

  private boolean retag(String arn, Consumer<String> change) {
    Optional<Queue> queue = QueueId.ofArn(arn).flatMap(this::find);
    queue.ifPresent(found -> change.accept(url(found.id())));
    return queue.isPresent();
  }

  /** The tags of a queue with others added; refuses what is no tag and what is too many. */
  static TreePMap<String, String> added(
      TreePMap<String, String> tags, Map<String, String> others, String queue) {
    others.forEach(Tags::check);
    TreePMap<String, String> all = tags.plusAll(others);
    if (all.size() > MAX_TAGS) {
      throw SqsError.invalidParameter("Too many tags added for queue " + queue + ".");
    }
    return all;
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.length() > MAX_KEY) {
      throw SqsError.invalidParameter("Tag keys must be between 1 and 128 characters in length.");
    }
    if (value.length() > MAX_VALUE) {
      throw SqsError.invalidParameter("Tag values must be between 0 and 256 characters in length.");
    }
    if (key.toLowerCase(Locale.ROOT).startsWith("aws:")) {
      throw SqsError.invalidParameter(
          "Tag keys beginning with 'aws:' are reserved for system use.");
    }
    if (!isText(key) || !isText(value)) {
      throw SqsError.invalidParameter(
          "Tags can only include Unicode letters, digits, whitespace, and the characters _ . : / = + - @.");
    }
  }

  private static boolean isText(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isLetterOrDigit(c)
                    || Character.isWhitespace(c)
                    || "_.:/=+-@".indexOf(c) >= 0);
  }
}
