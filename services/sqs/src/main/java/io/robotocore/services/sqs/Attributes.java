package io.robotocore.services.sqs;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;

/** The operations on a queue's attributes. */
interface Attributes extends SqsView {

  @Override
  default GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest in) {
    Set<QueueAttributeName> wanted = new HashSet<>();
    for (String name : in.attributeNamesAsStrings()) {
      QueueAttributeName known = QueueAttributeName.fromValue(name);
      if (known == QueueAttributeName.UNKNOWN_TO_SDK_VERSION) {
        throw SqsError.unknownAttribute(name);
      }
      wanted.add(known);
    }
    Map<QueueAttributeName, String> attributes = all(queue(in.queueUrl()));
    if (!wanted.contains(QueueAttributeName.ALL)) {
      attributes.keySet().retainAll(wanted);
    }
    GetQueueAttributesResponse.Builder out = GetQueueAttributesResponse.builder();
    if (!attributes.isEmpty()) {
      out.attributes(attributes);
    }
    return out.build();
  }

  private static Map<QueueAttributeName, String> all(Queue queue) {
    Map<QueueAttributeName, String> all = new EnumMap<>(queue.settings().shown());
    Backlog backlog = queue.backlog();
    all.put(QueueAttributeName.QUEUE_ARN, queue.id().arn());
    all.put(
        QueueAttributeName.CREATED_TIMESTAMP,
        Long.toString(queue.about().created().getEpochSecond()));
    all.put(
        QueueAttributeName.LAST_MODIFIED_TIMESTAMP,
        Long.toString(queue.about().modified().getEpochSecond()));
    all.put(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, Integer.toString(backlog.visible()));
    all.put(
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED,
        Integer.toString(backlog.delayed()));
    all.put(
        QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE,
        Integer.toString(backlog.inFlight()));
    return all;
  }

  @Override
  default SetQueueAttributesResponse setQueueAttributes(SetQueueAttributesRequest in) {
    if (in.attributesAsStrings().isEmpty()) {
      throw SqsError.missingParameter("Attribute.Name");
    }
    alter(
        in.queueUrl(),
        queue -> {
          Settings settings = queue.settings().with(in.attributesAsStrings());
          if (in.attributesAsStrings().containsKey("RedrivePolicy")) {
            DeadLetters.check(this, settings, queue.id());
          }
          return queue.with(settings, now());
        });
    return SetQueueAttributesResponse.builder().build();
  }
}
