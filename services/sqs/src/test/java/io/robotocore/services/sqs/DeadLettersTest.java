package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@AwsEmulator
final class DeadLettersTest {

  private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:";

  private final SqsClient sqs;
  private final Emulator emulator;

  DeadLettersTest(SqsClient sqs, Emulator emulator) {
    this.sqs = sqs;
    this.emulator = emulator;
  }

  @BeforeEach
  void createDeadLetterQueues() {
    emulator.clock().freeze();
    create("dead", Map.of());
    create("dead.fifo", Map.of("FifoQueue", "true"));
  }

  private String create(String name, Map<String, String> attributes) {
    return sqs.createQueue(in -> in.queueName(name).attributesWithStrings(attributes)).queueUrl();
  }

  private static String policy(String target, int maxReceiveCount) {
    return "{\"deadLetterTargetArn\":\""
        + ARN
        + target
        + "\",\"maxReceiveCount\":"
        + maxReceiveCount
        + "}";
  }

  private List<Message> receive(String queue) {
    return sqs.receiveMessage(
            in ->
                in.queueUrl(queue)
                    .maxNumberOfMessages(10)
                    .visibilityTimeout(10)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void pass(long seconds) {
    emulator.clock().advance(Duration.ofSeconds(seconds));
  }

  @Test
  void receiveMessage_receivedTooOften_movesToDeadLetterQueue() {
    create("orders", Map.of("RedrivePolicy", policy("dead", 2)));
    String id = sqs.sendMessage(in -> in.queueUrl("orders").messageBody("poison")).messageId();
    for (int i = 0; i < 2; i++) {
      assertThat(receive("orders")).hasSize(1);
      pass(10);
    }
    assertThat(receive("dead")).isEmpty();
    assertThat(receive("orders")).isEmpty();

    Message dead = receive("dead").get(0);
    assertThat(dead.messageId()).isEqualTo(id);
    assertThat(dead.body()).isEqualTo("poison");
    assertThat(dead.attributesAsStrings())
        .containsEntry("DeadLetterQueueSourceArn", ARN + "orders")
        .containsEntry("ApproximateReceiveCount", "3");
  }

  @Test
  void receiveMessage_poisonAmongOthers_othersAreGiven() {
    create("orders", Map.of("RedrivePolicy", policy("dead", 1)));
    sqs.sendMessage(in -> in.queueUrl("orders").messageBody("poison"));
    receive("orders");
    pass(10);
    sqs.sendMessage(in -> in.queueUrl("orders").messageBody("fine"));

    assertThat(receive("orders")).extracting(Message::body).containsExactly("fine");
    assertThat(receive("dead")).extracting(Message::body).containsExactly("poison");
  }

  @Test
  void receiveMessage_deadLetter_keepsTimesOfStandardQueue() {
    create("orders", Map.of("RedrivePolicy", policy("dead", 1)));
    sqs.setQueueAttributes(
        in -> in.queueUrl("dead").attributesWithStrings(Map.of("MessageRetentionPeriod", "100")));
    String sent = Long.toString(emulator.clock().millis());
    sqs.sendMessage(in -> in.queueUrl("orders").messageBody("poison"));
    pass(80);
    receive("orders");
    pass(10);
    receive("orders");
    assertThat(receive("dead").get(0).attributesAsStrings()).containsEntry("SentTimestamp", sent);

    pass(10);
    assertThat(receive("dead")).isEmpty();
  }

  @Test
  void receiveMessage_deadLetterOfFifoQueue_startsAnew() {
    create("orders.fifo", Map.of("FifoQueue", "true", "RedrivePolicy", policy("dead.fifo", 1)));
    String id =
        sqs.sendMessage(
                in ->
                    in.queueUrl("orders.fifo")
                        .messageBody("poison")
                        .messageGroupId("g")
                        .messageDeduplicationId("once"))
            .messageId();
    receive("orders.fifo");
    pass(10);
    String moved = Long.toString(emulator.clock().millis());
    receive("orders.fifo");

    assertThat(receive("dead.fifo").get(0).attributesAsStrings())
        .containsEntry("SentTimestamp", moved)
        .containsEntry("MessageGroupId", "g")
        .containsEntry("MessageDeduplicationId", id)
        .containsEntry("DeadLetterQueueSourceArn", ARN + "orders.fifo");
  }

  @Test
  void receiveMessage_poisonFirstInGroup_nextOneIsGiven() {
    create("orders.fifo", Map.of("FifoQueue", "true", "RedrivePolicy", policy("dead.fifo", 1)));
    for (String body : List.of("poison", "fine")) {
      sqs.sendMessage(
          in ->
              in.queueUrl("orders.fifo")
                  .messageBody(body)
                  .messageGroupId("g")
                  .messageDeduplicationId(body));
    }
    sqs.receiveMessage(in -> in.queueUrl("orders.fifo").visibilityTimeout(10));
    pass(10);

    assertThat(receive("orders.fifo")).extracting(Message::body).containsExactly("fine");
    assertThat(receive("dead.fifo")).extracting(Message::body).containsExactly("poison");
  }

  @Test
  void receiveMessage_deadLetterQueueDeleted_messageStays() {
    create("orders", Map.of("RedrivePolicy", policy("dead", 1)));
    sqs.deleteQueue(in -> in.queueUrl("dead"));
    sqs.sendMessage(in -> in.queueUrl("orders").messageBody("poison"));
    receive("orders");
    pass(10);

    assertThat(receive("orders")).hasSize(1);
  }

  @Test
  void receiveMessage_chainOfDeadLetterQueues_countsForEachQueue() {
    create("last", Map.of());
    sqs.setQueueAttributes(
        in ->
            in.queueUrl("dead").attributesWithStrings(Map.of("RedrivePolicy", policy("last", 2))));
    create("orders", Map.of("RedrivePolicy", policy("dead", 1)));
    sqs.sendMessage(in -> in.queueUrl("orders").messageBody("poison"));
    receive("orders");
    pass(10);
    receive("orders");

    for (int i = 0; i < 2; i++) {
      assertThat(receive("dead")).hasSize(1);
      pass(10);
    }
    assertThat(receive("dead")).isEmpty();
    assertThat(receive("last").get(0).attributesAsStrings())
        .containsEntry("DeadLetterQueueSourceArn", ARN + "dead")
        .containsEntry("ApproximateReceiveCount", "4");
  }

  @Test
  void redrivePolicy_set_isGivenBackAsItWasUntilEmptied() {
    String policy = "{\"maxReceiveCount\": \"5\", \"deadLetterTargetArn\":\"" + ARN + "dead\"}";
    create("orders", Map.of("RedrivePolicy", policy));
    assertThat(attributes("orders")).containsEntry("RedrivePolicy", policy);

    sqs.setQueueAttributes(
        in -> in.queueUrl("orders").attributesWithStrings(Map.of("RedrivePolicy", "")));
    assertThat(attributes("orders")).doesNotContainKey("RedrivePolicy");
  }

  private Map<String, String> attributes(String queue) {
    return sqs.getQueueAttributes(in -> in.queueUrl(queue).attributeNamesWithStrings("All"))
        .attributesAsStrings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "[]", "5"})
  void redrivePolicy_noObject_isRefused(String policy) {
    assertRefused(
        () -> create("orders", Map.of("RedrivePolicy", policy)),
        InvalidAttributeValueException.class,
        "Invalid value for the parameter RedrivePolicy. Reason: Redrive policy is not a valid JSON"
            + " map.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | Redrive policy does not contain mandatory attribute: maxReceiveCount.",
        "{\"maxReceiveCount\":3} | Redrive policy does not contain mandatory attribute:"
            + " deadLetterTargetArn.",
        "{\"deadLetterTargetArn\": \"dummy\", \"maxReceiveCount\": 42} | Invalid value for"
            + " deadLetterTargetArn.",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\","
            + "\"maxReceiveCount\":0} | Invalid value for maxReceiveCount: 0, valid values are"
            + " from 1 to 1000 both inclusive.",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\","
            + "\"maxReceiveCount\":\"1001\"} | Invalid value for maxReceiveCount: 1001, valid"
            + " values are from 1 to 1000 both inclusive.",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\","
            + "\"maxReceiveCount\":\"some\"} | Invalid value for maxReceiveCount: some, valid"
            + " values are from 1 to 1000 both inclusive.",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead\","
            + "\"maxReceiveCount\":3,\"x\":1} | Only following attributes are supported:"
            + " [deadLetterTargetArn, maxReceiveCount].",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:none\","
            + "\"maxReceiveCount\":3} | Dead letter target does not exist.",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:dead\","
            + "\"maxReceiveCount\":3} | Dead letter target does not exist.",
        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:123456789012:dead.fifo\","
            + "\"maxReceiveCount\":3} | Dead-letter queue must be same type of queue as the"
            + " source.",
      })
  void redrivePolicy_wrong_isRefused(String policy, String reason) {
    assertInvalid(
        () -> create("orders", Map.of("RedrivePolicy", policy)),
        "Value " + policy + " for parameter RedrivePolicy is invalid. Reason: " + reason);
    String url = create("orders", Map.of());
    assertInvalid(
        () ->
            sqs.setQueueAttributes(
                in -> in.queueUrl(url).attributesWithStrings(Map.of("RedrivePolicy", policy))),
        "Value " + policy + " for parameter RedrivePolicy is invalid. Reason: " + reason);
  }

  private void allow(String policy) {
    sqs.setQueueAttributes(
        in -> in.queueUrl("dead").attributesWithStrings(Map.of("RedriveAllowPolicy", policy)));
  }

  @Test
  void redriveAllowPolicy_denyAll_refusesSources() {
    allow("{\"redrivePermission\":\"denyAll\"}");
    String policy = policy("dead", 3);

    assertInvalid(
        () -> create("orders", Map.of("RedrivePolicy", policy)),
        "Value "
            + policy
            + " for parameter RedrivePolicy is invalid. Reason: The redrive allow policy of the"
            + " dead-letter queue does not allow this source queue.");
    allow("{\"redrivePermission\":\"allowAll\"}");
    assertThat(create("orders", Map.of("RedrivePolicy", policy))).endsWith("/orders");
  }

  @Test
  void redriveAllowPolicy_byQueue_allowsThese() {
    allow("{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"" + ARN + "orders\"]}");
    String policy = policy("dead", 3);

    assertThat(create("orders", Map.of("RedrivePolicy", policy))).endsWith("/orders");
    assertInvalid(
        () -> create("others", Map.of("RedrivePolicy", policy)),
        "Value "
            + policy
            + " for parameter RedrivePolicy is invalid. Reason: The redrive allow policy of the"
            + " dead-letter queue does not allow this source queue.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "badjson",
        "[]",
        "{}",
        "{\"redrivePermission\":\"dummy\"}",
        "{\"redrivePermission\":\"allowAll\",\"dummy\":\"value\"}",
        "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":\"arn:aws:sqs\"}",
        "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[{\"dummy\":\"value\"}]}"
      })
  void redriveAllowPolicy_unsupportedFormat_isRefused(String policy) {
    assertRefused(
        () -> allow(policy),
        InvalidAttributeValueException.class,
        "Invalid value for the parameter RedriveAllowPolicy. Reason: Amazon SQS can't create the"
            + " redrive allow policy, as it\u2019s in an unsupported format.");
  }

  @Test
  void redriveAllowPolicy_sourcesAndPermissionDisagree_isRefused() {
    String eleven =
        "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":["
            + IntStream.range(0, 11)
                .mapToObj(i -> "\"" + ARN + "q" + i + "\"")
                .collect(Collectors.joining(","))
            + "]}";
    Map.of(
            "{\"redrivePermission\":\"byQueue\"}",
            "When you specify the byQueue permission type, you must also specify one or more"
                + " sourceQueueArns values.",
            "{\"redrivePermission\":\"denyAll\",\"sourceQueueArns\":[\"" + ARN + "orders\"]}",
            "To specify one or more source queue ARNs, you must set redrivePermission to byQueue.",
            eleven,
            "The maximum number of source queue ARNs you can specify is 10.")
        .forEach(
            (policy, reason) ->
                assertInvalid(
                    () -> allow(policy),
                    "Value "
                        + policy
                        + " for parameter RedriveAllowPolicy is invalid. Reason: Amazon SQS can't"
                        + " create the redrive allow policy. "
                        + reason));
  }

  @Test
  void listDeadLetterSourceQueues_pages_giveAllSources() {
    for (int i = 0; i < 3; i++) {
      create("source-" + i, Map.of("RedrivePolicy", policy("dead", 3)));
    }
    create("other", Map.of());
    ListDeadLetterSourceQueuesResponse first =
        sqs.listDeadLetterSourceQueues(in -> in.queueUrl("dead").maxResults(2));
    ListDeadLetterSourceQueuesResponse second =
        sqs.listDeadLetterSourceQueues(
            in -> in.queueUrl("dead").maxResults(2).nextToken(first.nextToken()));

    assertThat(first.queueUrls())
        .containsExactly(
            emulator.endpoint() + "/123456789012/source-0",
            emulator.endpoint() + "/123456789012/source-1");
    assertThat(second.queueUrls()).containsExactly(emulator.endpoint() + "/123456789012/source-2");
    assertThat(second.nextToken()).isNull();
    assertThat(sqs.listDeadLetterSourceQueues(in -> in.queueUrl("dead")).queueUrls()).hasSize(3);
    assertThat(sqs.listDeadLetterSourceQueues(in -> in.queueUrl("other")).queueUrls()).isEmpty();
  }
}
