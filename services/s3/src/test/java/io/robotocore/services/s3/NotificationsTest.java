package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.RecordedCall;
import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Who is told of what happens. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html">.
 */
@SuppressWarnings("unchecked") // lists of consumers, as the SDK's builders take them
@AwsEmulator
final class NotificationsTest {

  private static final String QUEUE = "arn:aws:sqs:us-east-1:123456789012:changes";
  private static final String TOPIC = "arn:aws:sns:us-east-1:123456789012:changes";
  private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:changes";

  private final S3Client s3;
  private final SqsClient sqs;
  private final SqsClient otherSqs;
  private final Emulator emulator;
  private String queue = "";

  NotificationsTest(
      S3Client s3, SqsClient sqs, @Account("222222222222") SqsClient otherSqs, Emulator emulator) {
    this.s3 = s3;
    this.sqs = sqs;
    this.otherSqs = otherSqs;
    this.emulator = emulator;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
    queue = sqs.createQueue(in -> in.queueName("changes")).queueUrl();
  }

  private void notify(Consumer<NotificationConfiguration.Builder> configuration) {
    s3.putBucketNotificationConfiguration(
        in -> in.bucket("photos").notificationConfiguration(configuration));
  }

  private void notifyQueue(Event... events) {
    notify(all -> all.queueConfigurations(part -> part.id("mine").queueArn(QUEUE).events(events)));
    assertThat(received()).extracting(NotificationsTest::text).hasSize(1);
  }

  private static String text(JsonNode node) {
    return node.toString();
  }

  private List<JsonNode> received() {
    emulator.awaitIdle(Duration.ofSeconds(10));
    List<JsonNode> all = new ArrayList<>();
    List<Message> some =
        sqs.receiveMessage(in -> in.queueUrl(queue).maxNumberOfMessages(10)).messages();
    for (Message message : some) {
      sqs.deleteMessage(in -> in.queueUrl(queue).receiptHandle(message.receiptHandle()));
      all.add(JsonNode.parser().parse(message.body()));
    }
    return all;
  }

  private JsonNode event() {
    List<JsonNode> all = received();
    assertThat(all).hasSize(1);
    List<JsonNode> records = all.get(0).field("Records").orElseThrow().asArray();
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  private static String at(JsonNode node, String... path) {
    JsonNode here = node;
    for (String name : path) {
      here = here.field(name).orElseThrow(() -> new AssertionError("no " + name + " in " + node));
    }
    return here.text();
  }

  private <T> Stream<T> sent(Class<T> kind) {
    emulator.awaitIdle(Duration.ofSeconds(10));
    return emulator.calls().stream()
        .map(RecordedCall::input)
        .flatMap(input -> input.stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  @Test
  void putBucketNotificationConfiguration_queue_isSentATest() {
    notify(
        all ->
            all.queueConfigurations(part -> part.queueArn(QUEUE).events(Event.S3_OBJECT_CREATED)));
    JsonNode test = received().get(0);
    assertThat(at(test, "Service")).isEqualTo("Amazon S3");
    assertThat(at(test, "Event")).isEqualTo("s3:TestEvent");
    assertThat(at(test, "Bucket")).isEqualTo("photos");
    assertThat(at(test, "Time")).matches("....-..-..T..:..:..\\....Z");

    GetBucketNotificationConfigurationResponse read =
        s3.getBucketNotificationConfiguration(in -> in.bucket("photos"));
    assertThat(read.queueConfigurations().get(0).id()).isNotBlank();
    assertThat(read.queueConfigurations().get(0).events()).containsExactly(Event.S3_OBJECT_CREATED);
    notify(all -> {});
    assertThat(
            s3.getBucketNotificationConfiguration(in -> in.bucket("photos"))
                .hasQueueConfigurations())
        .isFalse();
  }

  @Test
  void putObject_queue_isTold() {
    notifyQueue(Event.S3_OBJECT_CREATED, Event.S3_OBJECT_REMOVED);
    PutObjectResponse put =
        s3.putObject(in -> in.bucket("photos").key("a b/ü+c"), RequestBody.fromString("meow"));

    JsonNode event = event();
    assertThat(at(event, "eventVersion")).isEqualTo("2.1");
    assertThat(at(event, "eventSource")).isEqualTo("aws:s3");
    assertThat(at(event, "awsRegion")).isEqualTo("us-east-1");
    assertThat(at(event, "eventName")).isEqualTo("ObjectCreated:Put");
    assertThat(at(event, "requestParameters", "sourceIPAddress")).isEqualTo("127.0.0.1");
    assertThat(at(event, "userIdentity", "principalId")).isEqualTo("AWS:123456789012");
    assertThat(at(event, "responseElements", "x-amz-request-id"))
        .isEqualTo(put.responseMetadata().requestId());
    assertThat(at(event, "s3", "configurationId")).isEqualTo("mine");
    assertThat(at(event, "s3", "s3SchemaVersion")).isEqualTo("1.0");
    assertThat(at(event, "s3", "bucket", "name")).isEqualTo("photos");
    assertThat(at(event, "s3", "bucket", "arn")).isEqualTo("arn:aws:s3:::photos");
    assertThat(at(event, "s3", "object", "key")).isEqualTo("a+b%2F%C3%BC%2Bc");
    assertThat(at(event, "s3", "object", "size")).isEqualTo("4");
    assertThat('"' + at(event, "s3", "object", "eTag") + '"').isEqualTo(put.eTag());
    assertThat(event.field("s3").orElseThrow().field("object").orElseThrow().field("versionId"))
        .isEmpty();
    String first = at(event, "s3", "object", "sequencer");

    s3.deleteObject(in -> in.bucket("photos").key("a b/ü+c"));
    JsonNode removed = event();
    assertThat(at(removed, "eventName")).isEqualTo("ObjectRemoved:Delete");
    assertThat(removed.field("s3").orElseThrow().field("object").orElseThrow().field("size"))
        .isEmpty();
    assertThat(at(removed, "s3", "object", "sequencer")).isGreaterThan(first);
  }

  @Test
  void deleteObject_versions_areTold() {
    s3.putBucketVersioning(
        in ->
            in.bucket("photos")
                .versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED)));
    notifyQueue(Event.S3_OBJECT_REMOVED, Event.S3_OBJECT_TAGGING);
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.empty());
    s3.putObjectTagging(
        in ->
            in.bucket("photos")
                .key("cat")
                .tagging(tags -> tags.tagSet(tag -> tag.key("a").value("b"))));
    JsonNode tagged = event();
    assertThat(at(tagged, "eventName")).isEqualTo("ObjectTagging:Put");
    assertThat(at(tagged, "eventVersion")).isEqualTo("2.3");
    String marker = s3.deleteObject(in -> in.bucket("photos").key("cat")).versionId();
    JsonNode event = event();
    assertThat(at(event, "eventName")).isEqualTo("ObjectRemoved:DeleteMarkerCreated");
    assertThat(at(event, "s3", "object", "versionId")).isEqualTo(marker);
  }

  @Test
  void copyAndUpload_filter_decides() {
    notify(
        all ->
            all.queueConfigurations(
                part ->
                    part.queueArn(QUEUE)
                        .events(Event.S3_OBJECT_CREATED_COPY)
                        .filter(
                            filter ->
                                filter.key(
                                    key ->
                                        key.filterRules(
                                            rule -> rule.name(FilterRuleName.PREFIX).value("cats/"),
                                            rule ->
                                                rule.name(FilterRuleName.SUFFIX).value(".jpg"))))));
    assertThat(received()).hasSize(1);
    s3.putObject(in -> in.bucket("photos").key("cats/1.jpg"), RequestBody.empty());
    for (String key : new String[] {"cats/2.jpg", "cats/2.png", "dogs/2.jpg"}) {
      s3.copyObject(
          in ->
              in.sourceBucket("photos")
                  .sourceKey("cats/1.jpg")
                  .destinationBucket("photos")
                  .destinationKey(key));
    }
    assertThat(at(event(), "s3", "object", "key")).isEqualTo("cats%2F2.jpg");
  }

  @Test
  void putObject_topicFunctionAndBus_areTold() {
    notify(
        all ->
            all.topicConfigurations(
                    part -> part.topicArn(TOPIC).events(Event.S3_OBJECT_CREATED_PUT))
                .lambdaFunctionConfigurations(
                    part ->
                        part.id("f")
                            .lambdaFunctionArn(FUNCTION)
                            .events(Event.S3_OBJECT_REMOVED_DELETE))
                .eventBridgeConfiguration(bus -> {}));
    s3.putObject(in -> in.bucket("photos").key("a b"), RequestBody.fromString("meow"));
    assertThat(sent(PublishRequest.class))
        .extracting(PublishRequest::subject)
        .containsExactly("Amazon S3 Notification", "Amazon S3 Notification");
    assertThat(sent(PublishRequest.class).map(PublishRequest::message))
        .anyMatch(text -> text.contains("s3:TestEvent"))
        .anyMatch(text -> text.contains("ObjectCreated:Put"));
    assertThat(sent(InvokeRequest.class)).isEmpty();

    s3.deleteObject(in -> in.bucket("photos").key("a b"));
    assertThat(sent(InvokeRequest.class).map(call -> call.payload().asUtf8String()))
        .hasSize(1)
        .allMatch(text -> text.contains("\"configurationId\":\"f\""));
    List<PutEventsRequestEntry> events =
        sent(PutEventsRequest.class).flatMap(call -> call.entries().stream()).toList();
    assertThat(events)
        .extracting(PutEventsRequestEntry::detailType)
        .containsExactlyInAnyOrder("Object Created", "Object Deleted");
    PutEventsRequestEntry created =
        events.stream().filter(one -> one.detailType().equals("Object Created")).findFirst().get();
    assertThat(created.source()).isEqualTo("aws.s3");
    assertThat(created.resources()).containsExactly("arn:aws:s3:::photos");
    JsonNode detail = JsonNode.parser().parse(created.detail());
    assertThat(at(detail, "reason")).isEqualTo("PutObject");
    assertThat(at(detail, "object", "key")).isEqualTo("a b");
    assertThat(at(detail, "requester")).isEqualTo("123456789012");
  }

  @Test
  void putBucketNotificationConfiguration_unknownDestination_isRefused() {
    String none = "arn:aws:sqs:us-east-1:123456789012:none";
    assertRefused(
        () ->
            notify(
                all ->
                    all.queueConfigurations(
                        part -> part.queueArn(none).events(Event.S3_OBJECT_CREATED))),
        400,
        "InvalidArgument",
        "Unable to validate the following destination configurations");
    assertRefused(
        () ->
            notify(
                all ->
                    all.topicConfigurations(
                        part -> part.topicArn(TOPIC + "x").events(Event.S3_OBJECT_CREATED))),
        400,
        "InvalidArgument");
    s3.putBucketNotificationConfiguration(
        in ->
            in.bucket("photos")
                .skipDestinationValidation(true)
                .notificationConfiguration(
                    all ->
                        all.queueConfigurations(
                            part -> part.queueArn(none).events(Event.S3_OBJECT_CREATED))));
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.empty());
    assertThat(s3.headObject(in -> in.bucket("photos").key("cat")).contentLength()).isZero();
  }

  @Test
  void putBucketNotificationConfiguration_wrong_isRefused() {
    assertRefused(
        () ->
            notify(
                all ->
                    all.queueConfigurations(
                        part -> part.queueArn("changes").events(Event.S3_OBJECT_CREATED))),
        400,
        "InvalidArgument",
        "The ARN is not well formed");
    assertRefused(
        () ->
            notify(
                all ->
                    all.queueConfigurations(
                        part -> part.queueArn(QUEUE).eventsWithStrings("s3:ObjectSeen"))),
        400,
        "InvalidArgument",
        "The event is not supported for notifications");
    assertRefused(
        () ->
            notify(
                all ->
                    all.queueConfigurations(
                            part -> part.queueArn(QUEUE).events(Event.S3_OBJECT_CREATED))
                        .topicConfigurations(
                            part -> part.topicArn(TOPIC).events(Event.S3_OBJECT_CREATED_PUT))),
        400,
        "InvalidArgument");
  }

  @Test
  void putObject_queueOfAnotherAccount_isTold() {
    String url = otherSqs.createQueue(in -> in.queueName("theirs")).queueUrl();
    notify(
        all ->
            all.queueConfigurations(
                part ->
                    part.queueArn("arn:aws:sqs:us-east-1:222222222222:theirs")
                        .events(Event.S3_OBJECT_CREATED)));
    emulator.awaitIdle(Duration.ofSeconds(10));
    assertThat(otherSqs.receiveMessage(in -> in.queueUrl(url)).messages()).hasSize(1);
  }
}
