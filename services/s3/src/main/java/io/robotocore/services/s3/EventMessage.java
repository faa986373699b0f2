package io.robotocore.services.s3;

import io.robotocore.service.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

/**
 * What those are told who want to know what happens to objects.
 *
 * @param call the call that has changed an object
 * @param change the change
 * @param sequence a number that is greater than those of the changes before
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">event
 *     message structure</a>
 */
record EventMessage(Call call, Change change, long sequence) {

  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** What is sent when somebody begins to listen. */
  static String test(Call call, Bucket bucket) {
    return text(
        JsonWriter.create()
            .writeStartObject()
            .writeFieldName("Service")
            .writeValue("Amazon S3")
            .writeFieldName("Event")
            .writeValue("s3:TestEvent")
            .writeFieldName("Time")
            .writeValue(MILLIS.format(call.now()))
            .writeFieldName("Bucket")
            .writeValue(bucket.name())
            .writeFieldName("RequestId")
            .writeValue(call.requestId())
            .writeFieldName("HostId")
            .writeValue(hostId(call))
            .writeEndObject());
  }

  private static String text(JsonWriter json) {
    return new String(json.getBytes(), StandardCharsets.UTF_8);
  }

  private static String hostId(Call call) {
    return Base64.getEncoder().encodeToString(call.requestId().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The message for queues, topics and functions.
   *
   * @param configurationId the id of the part of the configuration that wants it
   */
  String text(String configurationId) {
    JsonWriter json = JsonWriter.create();
    json.writeStartObject().writeFieldName("Records").writeStartArray().writeStartObject();
    field(json, "eventVersion", version());
    field(json, "eventSource", "aws:s3");
    field(json, "awsRegion", change.bucket().region());
    field(json, "eventTime", MILLIS.format(call.now()));
    field(json, "eventName", change.event());
    json.writeFieldName("userIdentity").writeStartObject();
    field(
        json,
        "principalId",
        isByItself() ? call.principal().userId() : "AWS:" + call.principal().userId());
    json.writeEndObject().writeFieldName("requestParameters").writeStartObject();
    field(json, "sourceIPAddress", address());
    json.writeEndObject().writeFieldName("responseElements").writeStartObject();
    field(json, "x-amz-request-id", call.requestId());
    field(json, "x-amz-id-2", hostId(call));
    json.writeEndObject();
    subject(json, configurationId);
    more(json);
    return text(json.writeEndObject().writeEndArray().writeEndObject());
  }

  private static void field(JsonWriter json, String name, String value) {
    json.writeFieldName(name).writeValue(value);
  }

  /** Newer events have a newer version. */
  private String version() {
    return change.event().matches("(Lifecycle|ObjectAcl|ObjectTagging|ObjectRestore:Delete).*")
        ? "2.3"
        : "2.1";
  }

  private boolean isByItself() {
    return call.principal().userId().endsWith(".amazonaws.com");
  }

  private String address() {
    return isByItself() ? call.principal().userId() : "127.0.0.1";
  }

  private void subject(JsonWriter json, String configurationId) {
    Bucket bucket = change.bucket();
    json.writeFieldName("s3").writeStartObject();
    field(json, "s3SchemaVersion", "1.0");
    field(json, "configurationId", configurationId);
    json.writeFieldName("bucket").writeStartObject();
    field(json, "name", bucket.name());
    json.writeFieldName("ownerIdentity").writeStartObject();
    field(
        json,
        "principalId",
        "A" + CanonicalUser.id(bucket.owner()).substring(0, 13).toUpperCase(Locale.ROOT));
    json.writeEndObject();
    field(json, "arn", "arn:aws:s3:::" + bucket.name());
    json.writeEndObject().writeFieldName("object").writeStartObject();
    field(json, "key", URLEncoder.encode(change.key(), StandardCharsets.UTF_8));
    if (change.version() instanceof StoredObject object && !isRemoval()) {
      json.writeFieldName("size").writeValue(object.content().size());
    }
    if (change.version() instanceof StoredObject object && !isRemoval()) {
      field(json, "eTag", object.content().etag());
    }
    if (change.event().endsWith("DeleteMarkerCreated")) {
      field(json, "eTag", "d41d8cd98f00b204e9800998ecf8427e");
    }
    if (!change.version().id().equals(Version.NULL)) {
      field(json, "versionId", change.version().id());
    }
    field(json, "sequencer", sequencer());
    json.writeEndObject().writeEndObject();
  }

  private boolean isRemoval() {
    return change.event().startsWith("ObjectRemoved")
        || change.event().startsWith("LifecycleExpiration");
  }

  private String sequencer() {
    return "%018X".formatted(sequence);
  }

  private void more(JsonWriter json) {
    if (!(change.version() instanceof StoredObject object)) {
      return;
    }
    if (change.event().equals("ObjectRestore:Completed")) {
      Instant expires =
          object.storage().restoration().map(Restoration::expires).orElseGet(call::now);
      json.writeFieldName("glacierEventData").writeStartObject();
      json.writeFieldName("restoreEventData").writeStartObject();
      field(json, "lifecycleRestorationExpiryTime", MILLIS.format(expires));
      field(json, "lifecycleRestoreStorageClass", object.storage().storageClass());
      json.writeEndObject().writeEndObject();
    }
    if (change.event().equals("LifecycleTransition")) {
      json.writeFieldName("lifecycleEventData").writeStartObject();
      json.writeFieldName("transitionEventData").writeStartObject();
      field(json, "destinationStorageClass", object.storage().storageClass());
      json.writeEndObject().writeEndObject();
    }
  }

  /** What EventBridge calls it. */
  String detailType() {
    String event = change.event();
    return switch (event.replaceFirst(":.*", "")) {
      case "ObjectCreated" -> "Object Created";
      case "ObjectRemoved", "LifecycleExpiration" -> "Object Deleted";
      case "LifecycleTransition" -> "Object Storage Class Changed";
      case "ObjectAcl" -> "Object ACL Updated";
      case "ObjectTagging" ->
          event.endsWith("Delete") ? "Object Tags Deleted" : "Object Tags Added";
      default ->
          event.endsWith("Completed") ? "Object Restore Completed" : "Object Restore Initiated";
    };
  }

  /**
   * The details for EventBridge.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html">EventBridge
   *     event message structure</a>
   */
  String detail() {
    JsonWriter json = JsonWriter.create();
    json.writeStartObject();
    field(json, "version", "0");
    json.writeFieldName("bucket").writeStartObject();
    field(json, "name", change.bucket().name());
    json.writeEndObject().writeFieldName("object").writeStartObject();
    field(json, "key", change.key());
    if (change.version() instanceof StoredObject object && !isRemoval()) {
      json.writeFieldName("size").writeValue(object.content().size());
      field(json, "etag", object.content().etag());
    }
    if (!change.version().id().equals(Version.NULL)) {
      field(json, "version-id", change.version().id());
    }
    field(json, "sequencer", sequencer());
    json.writeEndObject();
    field(json, "request-id", call.requestId());
    field(json, "requester", isByItself() ? call.principal().userId() : call.account());
    field(json, "source-ip-address", address());
    reason(json);
    return text(json.writeEndObject());
  }

  private void reason(JsonWriter json) {
    String event = change.event();
    switch (event.replaceFirst(":.*", "")) {
      case "ObjectCreated" ->
          field(
              json,
              "reason",
              switch (event.substring(event.indexOf(':') + 1)) {
                case "Put" -> "PutObject";
                case "Post" -> "POST Object";
                case "Copy" -> "CopyObject";
                default -> "CompleteMultipartUpload";
              });
      case "ObjectRemoved" -> field(json, "reason", "DeleteObject");
      case "LifecycleExpiration" -> field(json, "reason", "Lifecycle Expiration");
      default -> {}
    }
    if (isRemoval()) {
      field(
          json,
          "deletion-type",
          event.endsWith("DeleteMarkerCreated") ? "Delete Marker Created" : "Permanently Deleted");
    }
  }
}
