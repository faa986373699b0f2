package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeValueException;
import software.amazon.awssdk.services.sqs.model.OverLimitException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@AwsEmulator
final class AttributesTest {

  private static final String ONE_ENCRYPTION =
      "You can use one type of server-side encryption (SSE) at one time. You can either enable KMS"
          + " SSE or SQS SSE.";

  private final SqsClient sqs;
  private final Emulator emulator;

  AttributesTest(SqsClient sqs, Emulator emulator) {
    this.sqs = sqs;
    this.emulator = emulator;
  }

  private String standard() {
    return sqs.createQueue(in -> in.queueName("orders")).queueUrl();
  }

  private String fifo() {
    return sqs.createQueue(
            in ->
                in.queueName("orders.fifo")
                    .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .queueUrl();
  }

  private Map<String, String> all(String url) {
    return sqs.getQueueAttributes(in -> in.queueUrl(url).attributeNamesWithStrings("All"))
        .attributesAsStrings();
  }

  private void set(String url, String name, String value) {
    sqs.setQueueAttributes(in -> in.queueUrl(url).attributesWithStrings(Map.of(name, value)));
  }

  @Test
  void getQueueAttributes_allOfNewQueue_areTheDefaults() {
    emulator.clock().freeze();
    emulator.clock().set(Instant.parse("2026-03-01T12:00:00.9Z"));
    String url = standard();

    assertThat(all(url))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("QueueArn", "arn:aws:sqs:us-east-1:123456789012:orders"),
                Map.entry("ApproximateNumberOfMessages", "0"),
                Map.entry("ApproximateNumberOfMessagesNotVisible", "0"),
                Map.entry("ApproximateNumberOfMessagesDelayed", "0"),
                Map.entry("CreatedTimestamp", "1772366400"),
                Map.entry("LastModifiedTimestamp", "1772366400"),
                Map.entry("VisibilityTimeout", "30"),
                Map.entry("MaximumMessageSize", "1048576"),
                Map.entry("MessageRetentionPeriod", "345600"),
                Map.entry("DelaySeconds", "0"),
                Map.entry("ReceiveMessageWaitTimeSeconds", "0"),
                Map.entry("SqsManagedSseEnabled", "true")));
  }

  @Test
  void getQueueAttributes_allOfFifoQueue_areThoseOfFifoToo() {
    assertThat(all(fifo()))
        .containsEntry("FifoQueue", "true")
        .containsEntry("ContentBasedDeduplication", "false")
        .containsEntry("DeduplicationScope", "queue")
        .containsEntry("FifoThroughputLimit", "perQueue");
  }

  @Test
  void getQueueAttributes_byName_givesThese() {
    String url = standard();

    assertThat(
            sqs.getQueueAttributes(
                    in ->
                        in.queueUrl(url)
                            .attributeNames(
                                QueueAttributeName.DELAY_SECONDS, QueueAttributeName.POLICY))
                .attributesAsStrings())
        .containsExactly(Map.entry("DelaySeconds", "0"));
    assertThat(sqs.getQueueAttributes(in -> in.queueUrl(url)).hasAttributes()).isFalse();
  }

  @Test
  void getQueueAttributes_unknownName_isRefused() {
    String url = standard();

    assertRefused(
        () -> sqs.getQueueAttributes(in -> in.queueUrl(url).attributeNamesWithStrings("Colour")),
        InvalidAttributeNameException.class,
        "Unknown Attribute Colour.");
  }

  @Test
  void setQueueAttributes_values_areShownAndTimed() {
    emulator.clock().freeze();
    emulator.clock().set(Instant.parse("2026-03-01T12:00:00Z"));
    String url = standard();
    emulator.clock().advance(Duration.ofSeconds(90));
    set(url, "VisibilityTimeout", "77");

    assertThat(all(url))
        .containsEntry("VisibilityTimeout", "77")
        .containsEntry("CreatedTimestamp", "1772366400")
        .containsEntry("LastModifiedTimestamp", "1772366490");
  }

  @ParameterizedTest
  @CsvSource({
    "VisibilityTimeout, -1",
    "VisibilityTimeout, 43201",
    "VisibilityTimeout, ''",
    "VisibilityTimeout, 1.5",
    "VisibilityTimeout, ' 6'",
    "MaximumMessageSize, 1023",
    "MaximumMessageSize, 1048577",
    "MessageRetentionPeriod, 59",
    "MessageRetentionPeriod, 1209601",
    "DelaySeconds, 901",
    "DelaySeconds, many",
    "ReceiveMessageWaitTimeSeconds, 21",
    "KmsDataKeyReusePeriodSeconds, 59",
    "KmsDataKeyReusePeriodSeconds, 86401",
    "SqsManagedSseEnabled, yes",
    "Policy, nonsense",
    "Policy, []",
    "Policy, {}",
    "Policy, '{\"Version\":\"2020-01-01\",\"Statement\":[{\"Effect\":\"Allow\","
        + "\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}'",
    "Policy, '{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\"}]}'",
  })
  void setQueueAttributes_invalidValue_isRefused(String name, String value) {
    String url = standard();

    assertRefused(
        () -> set(url, name, value),
        InvalidAttributeValueException.class,
        "Invalid value for the parameter " + name + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "VisibilityTimeout, 0, 43200",
    "MaximumMessageSize, 1024, 1048576",
    "MessageRetentionPeriod, 60, 1209600",
    "DelaySeconds, 0, 900",
    "ReceiveMessageWaitTimeSeconds, 0, 20"
  })
  void setQueueAttributes_valuesAtTheLimits_areTaken(String name, String least, String most) {
    String url = standard();
    set(url, name, least);
    assertThat(all(url)).containsEntry(name, least);
    set(url, name, most);
    assertThat(all(url)).containsEntry(name, most);
  }

  @ParameterizedTest
  @CsvSource({
    "Colour",
    "QueueArn",
    "CreatedTimestamp",
    "FifoQueue",
    "ContentBasedDeduplication",
    "All"
  })
  void setQueueAttributes_nameThatCannotBeSet_isRefused(String name) {
    String url = standard();

    assertRefused(
        () -> set(url, name, "true"),
        InvalidAttributeNameException.class,
        "Unknown Attribute " + name + ".");
  }

  @Test
  void setQueueAttributes_none_isRefused() {
    String url = standard();

    assertRefused(
        () -> sqs.setQueueAttributes(in -> in.queueUrl(url).attributes(Map.of())),
        "MissingParameter",
        "The request must contain the parameter Attribute.Name.");
  }

  @ParameterizedTest
  @CsvSource({"DeduplicationScope, messageGroup", "FifoThroughputLimit, perQueue"})
  void setQueueAttributes_highThroughputOfStandardQueue_isRefused(String name, String value) {
    String url = standard();

    assertRefused(
        () -> set(url, name, value),
        InvalidAttributeNameException.class,
        "You can specify the " + name + " only when FifoQueue is set to true.");
  }

  @Test
  void setQueueAttributes_queueType_cannotChange() {
    String url = fifo();

    assertRefused(
        () -> set(url, "FifoQueue", "false"),
        InvalidAttributeValueException.class,
        "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not"
            + " supported.");
    set(url, "FifoQueue", "true");
    assertThat(all(url)).containsEntry("FifoQueue", "true");
  }

  @Test
  void createQueue_fifoQueueFalse_isRefused() {
    assertRefused(
        () ->
            sqs.createQueue(
                in ->
                    in.queueName("orders")
                        .attributes(Map.of(QueueAttributeName.FIFO_QUEUE, "false"))),
        InvalidAttributeNameException.class,
        "Unknown Attribute FifoQueue.");
  }

  @Test
  void setQueueAttributes_throughputPerGroup_needsScopeOfGroup() {
    String url = fifo();

    assertRefused(
        () -> set(url, "FifoThroughputLimit", "perMessageGroupId"),
        InvalidAttributeValueException.class,
        "The perMessageGroupId value is allowed only when the value for DeduplicationScope is"
            + " messageGroup");
    sqs.setQueueAttributes(
        in ->
            in.queueUrl(url)
                .attributesWithStrings(
                    Map.of(
                        "FifoThroughputLimit",
                        "perMessageGroupId",
                        "DeduplicationScope",
                        "messageGroup")));
    assertThat(all(url))
        .containsEntry("FifoThroughputLimit", "perMessageGroupId")
        .containsEntry("DeduplicationScope", "messageGroup");
  }

  @Test
  void encryption_twoKinds_excludeEachOther() {
    String url = standard();
    assertRefused(
        () ->
            sqs.setQueueAttributes(
                in ->
                    in.queueUrl(url)
                        .attributesWithStrings(
                            Map.of("SqsManagedSseEnabled", "true", "KmsMasterKeyId", "key"))),
        InvalidAttributeNameException.class,
        ONE_ENCRYPTION);

    set(url, "KmsMasterKeyId", "alias/aws/sqs");
    assertThat(all(url))
        .containsEntry("KmsMasterKeyId", "alias/aws/sqs")
        .containsEntry("KmsDataKeyReusePeriodSeconds", "300")
        .containsEntry("SqsManagedSseEnabled", "false");
    set(url, "SqsManagedSseEnabled", "true");
    assertThat(all(url))
        .containsEntry("SqsManagedSseEnabled", "true")
        .doesNotContainKeys("KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds");
  }

  @Test
  void policy_set_isGivenBackAsItWasUntilEmptied() {
    String url = standard();
    String policy =
        """
        {"Version": "2012-10-17", "Statement": {"Sid": "x", "Effect": "Allow", "Principal": "*",
         "Action": "sqs:SendMessage", "Resource": "*"}}\
        """;
    set(url, "Policy", policy);
    assertThat(all(url)).containsEntry("Policy", policy);

    set(url, "Policy", "");
    assertThat(all(url)).doesNotContainKey("Policy");
  }

  @Test
  void policy_tooManyStatements_isRefused() {
    String url = standard();
    String statement =
        "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sqs:*\",\"Resource\":\"*\"}";
    String policy =
        IntStream.range(0, 21)
            .mapToObj(i -> statement)
            .collect(Collectors.joining(",", "{\"Version\":\"2012-10-17\",\"Statement\":[", "]}"));

    assertRefused(
        () -> set(url, "Policy", policy),
        OverLimitException.class,
        "21 statements were found in the submitted policy, max allowed is 20");
  }

  @Test
  void maximumMessageSize_lowered_limitsMessages() {
    String url = standard();
    set(url, "MaximumMessageSize", "1024");
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("x".repeat(1024)));

    assertInvalid(
        () -> sqs.sendMessage(in -> in.queueUrl(url).messageBody("x".repeat(1025))),
        "One or more parameters are invalid. Reason: Message must be shorter than 1024 bytes.");
  }

  @Test
  void messageRetentionPeriod_over_dropsMessagesOfAnyState() {
    emulator.clock().freeze();
    String url = standard();
    set(url, "MessageRetentionPeriod", "60");
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("received"));
    sqs.receiveMessage(in -> in.queueUrl(url).visibilityTimeout(43_200));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("visible"));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("delayed").delaySeconds(900));
    emulator.clock().advance(Duration.ofSeconds(59));
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("later"));
    assertThat(all(url))
        .containsEntry("ApproximateNumberOfMessages", "2")
        .containsEntry("ApproximateNumberOfMessagesDelayed", "1")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "1");

    emulator.clock().advance(Duration.ofSeconds(1));
    assertThat(all(url))
        .containsEntry("ApproximateNumberOfMessages", "1")
        .containsEntry("ApproximateNumberOfMessagesDelayed", "0")
        .containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    assertThat(sqs.receiveMessage(in -> in.queueUrl(url)).messages())
        .extracting(message -> message.body())
        .containsExactly("later");
  }

  @Test
  void messageRetentionPeriod_loweredLater_countsForOldMessages() {
    emulator.clock().freeze();
    String url = standard();
    sqs.sendMessage(in -> in.queueUrl(url).messageBody("old"));
    emulator.clock().advance(Duration.ofHours(1));
    set(url, "MessageRetentionPeriod", "3600");

    assertThat(all(url)).containsEntry("ApproximateNumberOfMessages", "0");
  }
}
