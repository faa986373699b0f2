package io.robotocore.services.sqs;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the owner of a queue shows to cancel a message move task. */
record TaskHandle(String taskId, String sourceArn) {

  String text() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("taskId", taskId);
    content.put("sourceArn", sourceArn);
    return Base64.getEncoder().encodeToString(Json.text(content).getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a handle; refuses what has not even the form of one. */
  static TaskHandle parse(String text) {
    try {
      String json = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      Map<String, Object> content = Json.object(json).orElse(Map.of());
      String source = content.getOrDefault("sourceArn", "").toString();
      if (content.get("taskId") instanceof String taskId && QueueId.ofArn(source).isPresent()) {
        return new TaskHandle(taskId, source);
      }
    } catch (IllegalArgumentException e) {
      // no Base64: refused below
    }
    throw SqsError.invalidParameter("Value for parameter TaskHandle is invalid.");
  }
}
