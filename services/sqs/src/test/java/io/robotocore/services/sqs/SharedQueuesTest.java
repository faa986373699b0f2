package io.robotocore.services.sqs;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** What another account may do with a queue. */
@AwsEmulator
final class SharedQueuesTest {

  private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:orders";

  private final SqsClient owner;
  private final SqsClient other;
  private String url = "";

  SharedQueuesTest(SqsClient owner, @Account("222222222222") SqsClient other) {
    this.owner = owner;
    this.other = other;
  }

  @BeforeEach
  void createQueue() {
    url = owner.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private void share(String... actions) {
    owner.addPermission(
        in -> in.queueUrl(url).label("share").awsAccountIds("222222222222").actions(actions));
  }

  private void policy(String effect, String principal, String action) {
    owner.setQueueAttributes(
        in ->
            in.queueUrl(url)
                .attributesWithStrings(
                    Map.of(
                        "Policy",
                        ("{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':'*',"
                                + "'Action':'sqs:*','Resource':'*'},{'Effect':'"
                                + effect
                                + "','Principal':"
                                + principal
                                + ",'Action':'"
                                + action
                                + "','Resource':'"
                                + ARN
                                + "'}]}")
                            .replace('\'', '"'))));
  }

  private void assertDenied(String action) {
    assertRefused(
        () -> other.sendMessage(in -> in.queueUrl(url).messageBody("hello")),
        "AccessDenied",
        "User: arn:aws:iam::222222222222:root is not authorized to perform: "
            + action
            + " on resource: "
            + ARN
            + " because no resource-based policy allows the "
            + action
            + " action");
  }

  @Test
  void sendMessage_notShared_isDenied() {
    assertDenied("sqs:sendmessage");
  }

  @Test
  void sendMessage_otherActionShared_isDenied() {
    share("ReceiveMessage");

    assertDenied("sqs:sendmessage");
  }

  @Test
  void sendMessage_shared_arrivesWithSender() {
    share("SendMessage");
    other.sendMessage(in -> in.queueUrl(url).messageBody("one"));
    other.sendMessageBatch(
        in ->
            in.queueUrl(url)
                .entries(
                    SendMessageBatchRequestEntry.builder().id("a").messageBody("two").build()));

    assertThat(
            owner
                .receiveMessage(
                    in ->
                        in.queueUrl(url)
                            .maxNumberOfMessages(10)
                            .messageSystemAttributeNames(MessageSystemAttributeName.SENDER_ID))
                .messages())
        .extracting(message -> message.body() + " from " + message.attributesAsStrings().values())
        .containsExactly("one from [222222222222]", "two from [222222222222]");
  }

  @Test
  void allSharedOperations_sharedByStar_areDoneInOwnersAccount() {
    share("*");
    owner.sendMessage(in -> in.queueUrl(url).messageBody("hello"));
    assertThat(
            other
                .getQueueUrl(in -> in.queueName("orders").queueOwnerAWSAccountId("123456789012"))
                .queueUrl())
        .isEqualTo(url);
    assertThat(
            other
                .getQueueAttributes(in -> in.queueUrl(url).attributeNamesWithStrings("QueueArn"))
                .attributesAsStrings())
        .containsEntry("QueueArn", ARN);
    assertThat(other.listDeadLetterSourceQueues(in -> in.queueUrl(url)).queueUrls()).isEmpty();

    Message message = other.receiveMessage(in -> in.queueUrl(url)).messages().get(0);
    other.changeMessageVisibility(
        in -> in.queueUrl(url).receiptHandle(message.receiptHandle()).visibilityTimeout(90));
    other.changeMessageVisibilityBatch(
        in ->
            in.queueUrl(url)
                .entries(
                    ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id("a")
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(90)
                        .build()));
    other.deleteMessageBatch(
        in ->
            in.queueUrl(url)
                .entries(
                    DeleteMessageBatchRequestEntry.builder()
                        .id("a")
                        .receiptHandle(message.receiptHandle())
                        .build()));
    other.deleteMessage(in -> in.queueUrl(url).receiptHandle(message.receiptHandle()));
    other.purgeQueue(in -> in.queueUrl(url));
    assertThat(other.receiveMessage(in -> in.queueUrl(url).waitTimeSeconds(0)).messages())
        .isEmpty();
  }

  @Test
  void ownersOperations_ofOtherAccount_areDenied() {
    share("*");
    String denied = "Access to the resource " + url + " is denied.";

    assertRefused(() -> other.deleteQueue(in -> in.queueUrl(url)), "AccessDenied", denied);
    assertRefused(
        () -> other.tagQueue(in -> in.queueUrl(url).tags(Map.of("a", "b"))),
        "AccessDenied",
        denied);
    assertRefused(
        () ->
            other.setQueueAttributes(
                in -> in.queueUrl(url).attributesWithStrings(Map.of("DelaySeconds", "1"))),
        "AccessDenied",
        denied);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'*'",
        "{'AWS':'*'}",
        "{'AWS':'222222222222'}",
        "{'AWS':['333333333333','arn:aws:iam::222222222222:root']}"
      })
  void sendMessage_deniedToPrincipal_isDeniedWhateverElseAllows(String principal) {
    policy("Deny", principal, "SQS:Send*");

    assertDenied("sqs:sendmessage");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'AWS':'333333333333'}", "{'Service':'sns.amazonaws.com'}"})
  void sendMessage_deniedToOthers_isAllowed(String principal) {
    policy("Deny", principal, "SQS:Send*");
    other.sendMessage(in -> in.queueUrl(url).messageBody("hello"));

    assertThat(owner.receiveMessage(in -> in.queueUrl(url)).messages()).hasSize(1);
  }

  @Test
  void getQueueUrl_ofOtherAccountsMissingQueue_saysNoMore() {
    assertRefused(
        () -> other.getQueueUrl(in -> in.queueName("none").queueOwnerAWSAccountId("123456789012")),
        QueueDoesNotExistException.class,
        "The specified queue does not exist or you do not have access to it.");
  }

  @Test
  void sendMessage_toOtherAccountsMissingQueue_isRefused() {
    assertRefused(
        () -> other.sendMessage(in -> in.queueUrl("/123456789012/none").messageBody("x")),
        QueueDoesNotExistException.class,
        "The specified queue does not exist.");
  }
}
