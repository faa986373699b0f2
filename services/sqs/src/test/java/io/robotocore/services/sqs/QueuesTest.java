package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueInProgressException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDeletedRecentlyException;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

@AwsEmulator
final class QueuesTest {

  private static final String NO_SUCH_QUEUE = "The specified queue does not exist.";

  private final SqsClient sqs;
  private final Emulator emulator;

  QueuesTest(SqsClient sqs, Emulator emulator) {
    this.sqs = sqs;
    this.emulator = emulator;
  }

  @Test
  void createQueue_newName_givesUrlWithAccountAndName() {
    String url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();

    assertThat(url).isEqualTo(emulator.endpoint() + "/123456789012/orders");
  }

  @Test
  void createQueue_sameAttributes_givesSameUrl() {
    Map<QueueAttributeName, String> attributes = Map.of(QueueAttributeName.DELAY_SECONDS, "7");
    String first = sqs.createQueue(in -> in.queueName("orders").attributes(attributes)).queueUrl();

    assertThat(sqs.createQueue(in -> in.queueName("orders").attributes(attributes)).queueUrl())
        .isEqualTo(first);
    assertThat(sqs.createQueue(in -> in.queueName("orders")).queueUrl()).isEqualTo(first);
  }

  @Test
  void createQueue_otherAttributes_isRefused() {
    sqs.createQueue(in -> in.queueName("orders"));

    assertRefused(
        () ->
            sqs.createQueue(
                in ->
                    in.queueName("orders")
                        .attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "1"))),
        QueueNameExistsException.class,
        "A queue already exists with the same name and a different value for attribute"
            + " DelaySeconds");
  }

  @Test
  void createQueue_fifoThatDiffersInDeduplication_isRefused() {
    Map<QueueAttributeName, String> fifo = Map.of(QueueAttributeName.FIFO_QUEUE, "true");
    sqs.createQueue(in -> in.queueName("orders.fifo").attributes(fifo));

    assertRefused(
        () ->
            sqs.createQueue(
                in ->
                    in.queueName("orders.fifo")
                        .attributes(
                            Map.of(
                                QueueAttributeName.FIFO_QUEUE,
                                "true",
                                QueueAttributeName.CONTENT_BASED_DEDUPLICATION,
                                "true"))),
        "QueueAlreadyExists",
        "A queue already exists with the same name and a different value for attribute"
            + " ContentBasedDeduplication");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.b",
        "spaced name",
        "umläut",
        "orders.fifo",
        "x1234567890123456789012345678901234567890123456789012345678901234567890123456789012345"
      })
  void createQueue_nameWithForbiddenCharactersOrTooLong_isRefused(String name) {
    assertInvalid(
        () -> sqs.createQueue(in -> in.queueName(name)),
        "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
  }

  @Test
  void createQueue_emptyName_isRefused() {
    assertInvalid(() -> sqs.createQueue(in -> in.queueName("")), "Queue name cannot be empty");
  }

  @Test
  void createQueue_withoutName_isRefused() {
    assertRefused(
        () -> sqs.createQueue(in -> {}),
        "MissingParameter",
        "The request must contain the parameter QueueName.");
  }

  @Test
  void createQueue_fifoWithoutSuffix_isRefused() {
    assertInvalid(
        () ->
            sqs.createQueue(
                in ->
                    in.queueName("orders")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true"))),
        "The name of a FIFO queue can only include alphanumeric characters, hyphens, or"
            + " underscores, must end with .fifo suffix and be 1 to 80 in length.");
  }

  @Test
  void createQueue_withTags_hasThem() {
    String url =
        sqs.createQueue(in -> in.queueName("orders").tags(Map.of("team", "shop"))).queueUrl();

    assertThat(sqs.listQueueTags(in -> in.queueUrl(url)).tags()).isEqualTo(Map.of("team", "shop"));
  }

  @Test
  void getQueueUrl_ofQueue_isItsUrl() {
    String url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();

    assertThat(sqs.getQueueUrl(in -> in.queueName("orders")).queueUrl()).isEqualTo(url);
  }

  @Test
  void getQueueUrl_unknownName_isRefused() {
    assertRefused(
        () -> sqs.getQueueUrl(in -> in.queueName("orders")),
        QueueDoesNotExistException.class,
        NO_SUCH_QUEUE);
    assertRefused(
        () -> sqs.getQueueUrl(in -> in.queueName("orders")),
        "AWS.SimpleQueueService.NonExistentQueue",
        NO_SUCH_QUEUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sqs.us-east-1.amazonaws.com/123456789012/orders",
        "https://queue.amazonaws.com/123456789012/orders",
        "http://elsewhere:4566/queue/us-east-1/123456789012/orders",
        "http://elsewhere/orders",
        "orders"
      })
  void queueUrl_ofAnyHost_isUnderstood(String url) {
    sqs.createQueue(in -> in.queueName("orders"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello"));

    assertThat(sqs.receiveMessage(in -> in.queueUrl("orders")).messages()).hasSize(1);
  }

  @Test
  void queues_ofOtherRegionOrAccount_areOthers() {
    sqs.createQueue(in -> in.queueName("orders"));

    assertThat(emulator.in("eu-west-1").client(SqsClient.class).listQueues().queueUrls()).isEmpty();
    assertThat(emulator.as("222222222222").client(SqsClient.class).listQueues().queueUrls())
        .isEmpty();
  }

  @Test
  void listQueues_withPrefix_givesThoseWithIt() {
    List.of("a", "order-1", "order-2", "orders", "z")
        .forEach(name -> sqs.createQueue(in -> in.queueName(name)));

    assertThat(sqs.listQueues(in -> in.queueNamePrefix("order-")).queueUrls())
        .extracting(url -> url.substring(url.lastIndexOf('/') + 1))
        .containsExactly("order-1", "order-2");
    assertThat(sqs.listQueues().queueUrls()).hasSize(5);
    assertThat(sqs.listQueues(in -> in.queueNamePrefix("none")).hasQueueUrls()).isFalse();
  }

  @Test
  void listQueues_withMaxResults_givesPages() {
    IntStream.range(0, 5).forEach(i -> sqs.createQueue(in -> in.queueName("q" + i)));

    ListQueuesResponse first = sqs.listQueues(in -> in.maxResults(2));
    ListQueuesResponse second = sqs.listQueues(in -> in.maxResults(2).nextToken(first.nextToken()));
    ListQueuesResponse last = sqs.listQueues(in -> in.maxResults(2).nextToken(second.nextToken()));

    assertThat(first.queueUrls())
        .extracting(url -> url.substring(url.length() - 2))
        .containsExactly("q0", "q1");
    assertThat(second.queueUrls())
        .extracting(url -> url.substring(url.length() - 2))
        .containsExactly("q2", "q3");
    assertThat(last.queueUrls())
        .extracting(url -> url.substring(url.length() - 2))
        .containsExactly("q4");
    assertThat(last.nextToken()).isNull();
    assertThat(sqs.listQueuesPaginator(in -> in.maxResults(2)).queueUrls()).hasSize(5);
  }

  @Test
  void listQueues_wrongPaging_isRefused() {
    assertInvalid(
        () -> sqs.listQueues(in -> in.maxResults(1001)),
        "Value for parameter MaxResults is invalid. Reason: MaxResults must be an integer between"
            + " 1 and 1000.");
    assertInvalid(
        () -> sqs.listQueues(in -> in.maxResults(2).nextToken("nonsense")),
        "Invalid or expired next token.");
  }

  @Test
  void deleteQueue_existing_isGone() {
    String url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
    sqs.deleteQueue(in -> in.queueUrl(url));

    assertRefused(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("hello")),
        QueueDoesNotExistException.class,
        NO_SUCH_QUEUE);
    assertRefused(
        () -> sqs.deleteQueue(in -> in.queueUrl(url)),
        QueueDoesNotExistException.class,
        NO_SUCH_QUEUE);
    assertThat(sqs.listQueues().queueUrls()).isEmpty();
  }

  @Test
  void createQueue_nameDeletedWithinAMinute_isRefusedUntilThen() {
    emulator.clock().freeze();
    String url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("old"));
    sqs.deleteQueue(in -> in.queueUrl(url));
    emulator.clock().advance(Duration.ofSeconds(59));

    assertRefused(
        () -> sqs.createQueue(in -> in.queueName("orders")),
        QueueDeletedRecentlyException.class,
        "You must wait 60 seconds after deleting a queue before you can create another with the"
            + " same name.");
    emulator.clock().advance(Duration.ofSeconds(1));
    assertThat(sqs.createQueue(in -> in.queueName("orders")).queueUrl()).isEqualTo(url);
    assertThat(sqs.receiveMessage(in -> in.queueUrl(url)).messages()).isEmpty();
  }

  @Test
  void purgeQueue_withMessages_leavesNone() {
    String url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("visible"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("in flight"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("delayed").delaySeconds(900));
    sqs.receiveMessage(in -> in.queueUrl(url));
    sqs.purgeQueue(in -> in.queueUrl(url));

    assertThat(
            sqs.getQueueAttributes(in -> in.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes())
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "0")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "0");
  }

  @Test
  void purgeQueue_twiceWithinAMinute_isRefusedUntilThen() {
    emulator.clock().freeze();
    String url = sqs.createQueue(in -> in.queueName("orders")).queueUrl();
    sqs.purgeQueue(in -> in.queueUrl(url));
    emulator.clock().advance(Duration.ofSeconds(59));

    assertRefused(
        () -> sqs.purgeQueue(in -> in.queueUrl(url)),
        PurgeQueueInProgressException.class,
        "Only one PurgeQueue operation on orders is allowed every 60 seconds.");
    emulator.clock().advance(Duration.ofSeconds(1));
    assertThat(sqs.purgeQueue(in -> in.queueUrl(url)).sdkHttpResponse().isSuccessful()).isTrue();
  }
}
