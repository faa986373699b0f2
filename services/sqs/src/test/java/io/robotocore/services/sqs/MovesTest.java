package io.robotocore.services.sqs;

import static io.robotocore.services.sqs.Invalid.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.Snapshot;
import io.robotocore.junit5.AwsEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;

/** Message move tasks. */
@AwsEmulator
final class MovesTest {

  private static final String ARN = "arn:aws:sqs:us-east-1:123456789012:";
  private static final String DEAD = ARN + "dead";

  private final SqsClient sqs;
  private final Emulator emulator;

  MovesTest(SqsClient sqs, Emulator emulator) {
    this.sqs = sqs;
    this.emulator = emulator;
  }

  @BeforeEach
  void createQueues() {
    emulator.clock().freeze();
    create("dead", Map.of());
    create("orders", source("dead"));
    create("elsewhere", Map.of());
  }

  private void create(String name, Map<String, String> attributes) {
    sqs.createQueue(in -> in.queueName(name).attributesWithStrings(attributes));
  }

  private static Map<String, String> source(String target) {
    return Map.of(
        "RedrivePolicy",
        "{\"deadLetterTargetArn\":\"" + ARN + target + "\",\"maxReceiveCount\":1}");
  }

  private void bury(String queue, int count) {
    for (int i = 0; i < count; i++) {
      int number = i;
      sqs.sendMessage(in -> in.queueUrl(queue).messageBody(queue + " " + number));
      sqs.receiveMessage(in -> in.queueUrl(queue).visibilityTimeout(0));
      sqs.receiveMessage(in -> in.queueUrl(queue));
    }
  }

  private void sendToDead(int count) {
    IntStream.range(0, count)
        .forEach(i -> sqs.sendMessage(in -> in.queueUrl("dead").messageBody("m" + i)));
  }

  private String start(String destination, int perSecond) {
    return sqs.startMessageMoveTask(
            in ->
                in.sourceArn(DEAD)
                    .destinationArn(ARN + destination)
                    .maxNumberOfMessagesPerSecond(perSecond))
        .taskHandle();
  }

  private ListMessageMoveTasksResultEntry task() {
    return sqs.listMessageMoveTasks(in -> in.sourceArn(DEAD)).results().get(0);
  }

  private String visible(String queue) {
    return sqs.getQueueAttributes(
            in -> in.queueUrl(queue).attributeNamesWithStrings("ApproximateNumberOfMessages"))
        .attributesAsStrings()
        .get("ApproximateNumberOfMessages");
  }

  private void pass(int seconds) {
    emulator.clock().advance(Duration.ofSeconds(seconds));
  }

  @Test
  void startMessageMoveTask_withoutDestination_movesBackToSources() {
    create("others", source("dead"));
    bury("orders", 2);
    bury("others", 1);
    sqs.startMessageMoveTask(in -> in.sourceArn(DEAD));

    assertThat(visible("dead")).isEqualTo("0");
    assertThat(visible("orders")).isEqualTo("2");
    assertThat(visible("others")).isEqualTo("1");
    ListMessageMoveTasksResultEntry task = task();
    assertThat(task.status()).isEqualTo("COMPLETED");
    assertThat(task.approximateNumberOfMessagesMoved()).isEqualTo(3);
    assertThat(task.approximateNumberOfMessagesToMove()).isEqualTo(3);
    assertThat(task.sourceArn()).isEqualTo(DEAD);
    assertThat(task.destinationArn()).isNull();
    assertThat(task.maxNumberOfMessagesPerSecond()).isNull();
    assertThat(task.taskHandle()).isNull();
    assertThat(task.startedTimestamp()).isEqualTo(emulator.clock().millis());
  }

  /** A redriven message is a new one. */
  @Test
  void startMessageMoveTask_message_hasNewIdAndTime() {
    bury("orders", 1);
    Message dead =
        sqs.receiveMessage(in -> in.queueUrl("dead").visibilityTimeout(0)).messages().get(0);
    pass(60);
    sqs.startMessageMoveTask(in -> in.sourceArn(DEAD));
    Message moved =
        sqs.receiveMessage(
                in ->
                    in.queueUrl("orders")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
            .messages()
            .get(0);

    assertThat(moved.body()).isEqualTo("orders 0");
    assertThat(moved.messageId()).isNotEqualTo(dead.messageId());
    assertThat(moved.attributesAsStrings())
        .containsEntry("SentTimestamp", Long.toString(emulator.clock().millis()))
        .containsEntry("ApproximateReceiveCount", "1")
        .doesNotContainKey("DeadLetterQueueSourceArn");
  }

  @Test
  void startMessageMoveTask_withRate_movesSoManyASecond() {
    sendToDead(10);
    String handle = start("elsewhere", 3);
    ListMessageMoveTasksResultEntry running = task();
    assertThat(running.status()).isEqualTo("RUNNING");
    assertThat(running.taskHandle()).isEqualTo(handle);
    assertThat(running.destinationArn()).isEqualTo(ARN + "elsewhere");
    assertThat(running.maxNumberOfMessagesPerSecond()).isEqualTo(3);
    assertThat(running.approximateNumberOfMessagesMoved()).isZero();

    pass(2);
    assertThat(task().approximateNumberOfMessagesMoved()).isEqualTo(6);
    assertThat(visible("dead")).isEqualTo("4");
    pass(2);
    assertThat(task().status()).isEqualTo("COMPLETED");
    assertThat(visible("elsewhere")).isEqualTo("10");
  }

  @Test
  void startMessageMoveTask_fifoQueues_keepTheOrder() {
    create("dead.fifo", Map.of("FifoQueue", "true"));
    create("elsewhere.fifo", Map.of("FifoQueue", "true"));
    create(
        "orders.fifo",
        Map.of("FifoQueue", "true", "RedrivePolicy", source("dead.fifo").get("RedrivePolicy")));
    for (String body : List.of("1", "2", "3")) {
      sqs.sendMessage(
          in ->
              in.queueUrl("dead.fifo")
                  .messageBody(body)
                  .messageGroupId("g")
                  .messageDeduplicationId(body));
    }
    sqs.startMessageMoveTask(
        in -> in.sourceArn(ARN + "dead.fifo").destinationArn(ARN + "elsewhere.fifo"));

    assertThat(
            sqs.receiveMessage(in -> in.queueUrl("elsewhere.fifo").maxNumberOfMessages(10))
                .messages())
        .extracting(Message::body)
        .containsExactly("1", "2", "3");
  }

  @Test
  void startMessageMoveTask_sourceOfMessageUnknown_fails() {
    sendToDead(1);
    sqs.startMessageMoveTask(in -> in.sourceArn(DEAD));

    assertThat(task().status()).isEqualTo("FAILED");
    assertThat(task().failureReason()).isEqualTo("CouldNotDetermineMessageSource");
    assertThat(visible("dead")).isEqualTo("1");
  }

  @Test
  void startMessageMoveTask_destinationDeletedMeanwhile_fails() {
    sendToDead(10);
    start("elsewhere", 1);
    pass(3);
    sqs.deleteQueue(in -> in.queueUrl("elsewhere"));
    pass(1);

    assertThat(task().status()).isEqualTo("FAILED");
    assertThat(task().failureReason()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
    assertThat(task().approximateNumberOfMessagesMoved()).isEqualTo(3);
    assertThat(task().approximateNumberOfMessagesToMove()).isEqualTo(10);
  }

  @Test
  void startMessageMoveTask_sourceDeletedMeanwhile_stops() {
    sendToDead(10);
    start("elsewhere", 1);
    pass(1);
    sqs.deleteQueue(in -> in.queueUrl("dead"));
    pass(5);

    assertThat(visible("elsewhere")).isEqualTo("1");
  }

  @Test
  void startMessageMoveTask_anotherRuns_isRefused() {
    sendToDead(2);
    start("elsewhere", 1);
    assertInvalid(
        () -> start("elsewhere", 1),
        "There is already a task running. Only one active task is allowed for a source queue arn"
            + " at a given time.");

    pass(2);
    assertThat(start("elsewhere", 1)).isNotEmpty();
  }

  @Test
  void startMessageMoveTask_wrongQueues_areRefused() {
    create("dead2.fifo", Map.of("FifoQueue", "true"));
    assertInvalid(
        () -> sqs.startMessageMoveTask(in -> in.sourceArn(ARN + "elsewhere")),
        "Source queue must be configured as a Dead Letter Queue.");
    assertRefused(
        () -> sqs.startMessageMoveTask(in -> in.sourceArn(ARN + "none")),
        ResourceNotFoundException.class,
        "The resource that you specified for the SourceArn parameter doesn't exist.");
    assertRefused(
        () -> start("none", 1),
        ResourceNotFoundException.class,
        "The resource that you specified for the DestinationArn parameter doesn't exist.");
    assertInvalid(
        () -> start("dead", 1), "Source queue arn and destination queue arn cannot be the same.");
    assertInvalid(
        () -> start("dead2.fifo", 1),
        "The source queue and destination queue must be of the same queue type.");
    assertInvalid(
        () -> sqs.startMessageMoveTask(in -> in.sourceArn("dead")),
        "You must use this format to specify the SourceArn:"
            + " arn:<partition>:<service>:<region>:<account-id>:<resource-id>");
    assertInvalid(
        () -> sqs.startMessageMoveTask(in -> in.sourceArn(DEAD).destinationArn("")),
        "You must use this format to specify the DestinationArn:"
            + " arn:<partition>:<service>:<region>:<account-id>:<resource-id>");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 501})
  void startMessageMoveTask_rateOutOfRange_isRefused(int perSecond) {
    assertInvalid(
        () -> start("elsewhere", perSecond),
        "Value for parameter MaxNumberOfMessagesPerSecond is invalid. Reason: You must enter a"
            + " number that's between 1 and 500.");
  }

  @Test
  void cancelMessageMoveTask_running_endsBeforeTheNextStep() {
    sendToDead(10);
    String handle = start("elsewhere", 2);
    pass(2);
    assertThat(
            sqs.cancelMessageMoveTask(in -> in.taskHandle(handle))
                .approximateNumberOfMessagesMoved())
        .isEqualTo(4);
    assertThat(task().status()).isEqualTo("CANCELLING");
    assertThat(task().taskHandle()).isNull();

    pass(5);
    assertThat(task().status()).isEqualTo("CANCELLED");
    assertThat(visible("elsewhere")).isEqualTo("4");
    assertInvalid(
        () -> sqs.cancelMessageMoveTask(in -> in.taskHandle(handle)),
        "Only active tasks can be cancelled.");
  }

  @Test
  void cancelMessageMoveTask_wrongHandle_isRefused() {
    assertInvalid(
        () -> sqs.cancelMessageMoveTask(in -> in.taskHandle("foobared")),
        "Value for parameter TaskHandle is invalid.");
    assertRefused(
        () -> sqs.cancelMessageMoveTask(in -> in.taskHandle(handle("none"))),
        ResourceNotFoundException.class,
        "The resource that you specified for the SourceArn parameter doesn't exist.");
    assertRefused(
        () -> sqs.cancelMessageMoveTask(in -> in.taskHandle(handle("dead"))),
        ResourceNotFoundException.class,
        "Task does not exist.");
  }

  private static String handle(String queue) {
    String json =
        "{\"taskId\":\"10f57157-fc43-4da2-9166-5b4b2d3b6d5e\",\"sourceArn\":\""
            + ARN
            + queue
            + "\"}";
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void listMessageMoveTasks_several_latestFirst() {
    for (int i = 1; i <= 12; i++) {
      sendToDead(i);
      sqs.startMessageMoveTask(in -> in.sourceArn(DEAD).destinationArn(ARN + "elsewhere"));
    }

    assertThat(sqs.listMessageMoveTasks(in -> in.sourceArn(DEAD)).results()).hasSize(1);
    assertThat(sqs.listMessageMoveTasks(in -> in.sourceArn(DEAD).maxResults(10)).results())
        .extracting(ListMessageMoveTasksResultEntry::approximateNumberOfMessagesMoved)
        .containsExactly(12L, 11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L);
    assertThat(sqs.listMessageMoveTasks(in -> in.sourceArn(ARN + "orders")).results()).isEmpty();
  }

  @Test
  void snapshot_ofRunningTask_goesOnAfterRestore() {
    sendToDead(4);
    start("elsewhere", 1);
    pass(1);
    Snapshot snapshot = emulator.snapshot();
    pass(3);
    assertThat(visible("elsewhere")).isEqualTo("4");

    emulator.restore(snapshot);
    assertThat(visible("elsewhere")).isEqualTo("1");
    pass(1);
    assertThat(visible("elsewhere")).isEqualTo("2");
  }
}
