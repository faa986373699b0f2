package io.robotocore.services.sqs;

import io.robotocore.service.Principal;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;
import software.amazon.awssdk.services.sqs.model.PurgeQueueResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/**
 * The operations that a queue of another account allows if its policy says so. They are done in the
 * owner's account, on behalf of the caller.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-customer-managed-policy-examples.html">cross-account
 *     permissions</a>, with the list of operations that know none
 */
interface SharedQueues extends Queues, Attributes, Sending, Receiving, Acknowledging {

  /**
   * The owner of a queue, as far as the queue belongs to another account and lets the caller do
   * something.
   */
  private Optional<SqsClient> owner(String url, String action) {
    QueueUrl parsed = QueueUrl.parse(url);
    return parsed
        .owner()
        .filter(account -> !account.equals(call().account()))
        .map(account -> permitting(id(parsed.name()).ownedBy(account), action));
  }

  private SqsClient permitting(QueueId queue, String action) {
    Principal caller = call().principal();
    SqsClient owner =
        call()
            .as(new Principal(queue.account(), caller.arn(), caller.userId()))
            .client(SqsClient.class);
    String policy =
        owner
            .getQueueAttributes(
                in -> in.queueUrl(queue.name()).attributeNames(QueueAttributeName.POLICY))
            .attributes()
            .getOrDefault(QueueAttributeName.POLICY, "");
    if (policy.isEmpty() || !Policy.parse(policy).allows(caller, action, queue)) {
      String permission = "sqs:" + action.toLowerCase(Locale.ROOT);
      throw SqsError.accessDenied(
          "User: %s is not authorized to perform: %s on resource: %s because no resource-based policy allows the %s action"
              .formatted(caller.arn(), permission, queue.arn(), permission));
    }
    return owner;
  }

  @Override
  default GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest in) {
    Optional<String> account =
        Optional.ofNullable(in.queueOwnerAWSAccountId())
            .filter(other -> !other.equals(call().account()));
    if (account.isEmpty()) {
      return Queues.super.getQueueUrl(in);
    }
    try {
      return permitting(id(in.queueName()).ownedBy(account.get()), "GetQueueUrl").getQueueUrl(in);
    } catch (QueueDoesNotExistException e) {
      throw SqsError.noSuchQueue(
          "The specified queue does not exist or you do not have access to it.");
    }
  }

  @Override
  default SendMessageResponse sendMessage(SendMessageRequest in) {
    return owner(in.queueUrl(), "SendMessage")
        .map(owner -> owner.sendMessage(in))
        .orElseGet(() -> Sending.super.sendMessage(in));
  }

  @Override
  default SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest in) {
    return owner(in.queueUrl(), "SendMessage")
        .map(owner -> owner.sendMessageBatch(in))
        .orElseGet(() -> Sending.super.sendMessageBatch(in));
  }

  @Override
  default ReceiveMessageResponse receiveMessage(ReceiveMessageRequest in) {
    return owner(in.queueUrl(), "ReceiveMessage")
        .map(owner -> owner.receiveMessage(in))
        .orElseGet(() -> Receiving.super.receiveMessage(in));
  }

  @Override
  default DeleteMessageResponse deleteMessage(DeleteMessageRequest in) {
    return owner(in.queueUrl(), "DeleteMessage")
        .map(owner -> owner.deleteMessage(in))
        .orElseGet(() -> Acknowledging.super.deleteMessage(in));
  }

  @Override
  default DeleteMessageBatchResponse deleteMessageBatch(DeleteMessageBatchRequest in) {
    return owner(in.queueUrl(), "DeleteMessage")
        .map(owner -> owner.deleteMessageBatch(in))
        .orElseGet(() -> Acknowledging.super.deleteMessageBatch(in));
  }

  @Override
  default ChangeMessageVisibilityResponse changeMessageVisibility(
      ChangeMessageVisibilityRequest in) {
    return owner(in.queueUrl(), "ChangeMessageVisibility")
        .map(owner -> owner.changeMessageVisibility(in))
        .orElseGet(() -> Acknowledging.super.changeMessageVisibility(in));
  }

  @Override
  default ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
      ChangeMessageVisibilityBatchRequest in) {
    return owner(in.queueUrl(), "ChangeMessageVisibility")
        .map(owner -> owner.changeMessageVisibilityBatch(in))
        .orElseGet(() -> Acknowledging.super.changeMessageVisibilityBatch(in));
  }

  @Override
  default GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest in) {
    return owner(in.queueUrl(), "GetQueueAttributes")
        .map(owner -> owner.getQueueAttributes(in))
        .orElseGet(() -> Attributes.super.getQueueAttributes(in));
  }

  @Override
  default ListDeadLetterSourceQueuesResponse listDeadLetterSourceQueues(
      ListDeadLetterSourceQueuesRequest in) {
    return owner(in.queueUrl(), "ListDeadLetterSourceQueues")
        .map(owner -> owner.listDeadLetterSourceQueues(in))
        .orElseGet(() -> Receiving.super.listDeadLetterSourceQueues(in));
  }

  @Override
  default PurgeQueueResponse purgeQueue(PurgeQueueRequest in) {
    return owner(in.queueUrl(), "PurgeQueue")
        .map(owner -> owner.purgeQueue(in))
        .orElseGet(() -> Queues.super.purgeQueue(in));
  }
}
