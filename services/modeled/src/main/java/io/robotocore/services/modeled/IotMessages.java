package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The last message of each topic that was to be retained.
 *
 * @param scene the call
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/mqtt.html#mqtt-retain">MQTT
 *     retained messages</a>
 */
record IotMessages(Scene scene) {

  private static final String RETAINED = "retainedmessage";
  private static final String PAYLOAD = "payload";

  Map<String, Object> publish() {
    String topic = scene.text("topic");
    if (topic.contains("+") || topic.contains("#")) {
      throw IotData.error("InvalidRequestException", "Topic name must not contain wildcards");
    }
    if (Boolean.TRUE.equals(scene.input().get("retain"))) {
      retain(topic, payload(scene.input()));
    }
    return Map.of();
  }

  /** Keeps a message; one without a payload clears the topic. */
  private void retain(String topic, SdkBytes payload) {
    EntityKey key = new EntityKey(RETAINED, "", topic);
    if (payload.asByteArrayUnsafe().length == 0) {
      scene.state().get(key).ifPresent(scene.state()::remove);
      return;
    }
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("topic", topic);
    message.put(PAYLOAD, payload);
    message.put("qos", scene.input().getOrDefault("qos", 0));
    message.put("lastModifiedTime", scene.call().now().toEpochMilli());
    if (!scene.text("userProperties").isEmpty()) {
      message.put("userProperties", SdkBytes.fromUtf8String(scene.text("userProperties")));
    }
    scene.state().put(Entity.of(key, message, scene.call().now()));
  }

  private static SdkBytes payload(Map<String, Object> message) {
    return message.get(PAYLOAD) instanceof SdkBytes bytes
        ? bytes
        : SdkBytes.fromByteArrayUnsafe(new byte[0]);
  }

  Map<String, Object> get() {
    String topic = scene.text("topic");
    return scene
        .state()
        .get(new EntityKey(RETAINED, "", topic))
        .orElseThrow(
            () ->
                IotData.error(
                    "ResourceNotFoundException", "No retained message exists for topic: " + topic))
        .attributes();
  }

  Map<String, Object> list() {
    Page<Entity> page = Page.of(scene, scene.state().all(RETAINED).toList());
    List<Map<String, Object>> topics =
        page.entries().stream().map(message -> summary(message.attributes())).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("retainedTopics", topics);
    page.continueIn(answer);
    return answer;
  }

  private static Map<String, Object> summary(Map<String, Object> message) {
    Map<String, Object> summary = new LinkedHashMap<>(message);
    summary.keySet().retainAll(List.of("topic", "qos", "lastModifiedTime"));
    summary.put("payloadSize", (long) payload(message).asByteArrayUnsafe().length);
    return summary;
  }
}
