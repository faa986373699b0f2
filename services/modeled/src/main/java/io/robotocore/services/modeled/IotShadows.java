package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import io.robotocore.service.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/**
 * The shadows of a thing: the one without a name, and named ones.
 *
 * @param scene the call
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html">Device
 *     Shadow service documents</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-error-messages.html">
 *     error messages</a>
 */
record IotShadows(Scene scene) {

  private static final String SHADOW = "shadow";
  private static final String DOCUMENT = "document";
  private static final String STATE = "state";
  private static final String VERSION = "version";
  private static final Set<String> SECTIONS = Set.of("desired", "reported");
  private static final int LARGEST = 8 * 1024;

  Map<String, Object> update() {
    Document request = request();
    IotShadow before = shadow().orElse(IotShadow.NONE);
    checkVersion(request, before);
    long now = scene.call().now().getEpochSecond();
    Document given = member(request, STATE);
    IotShadow after = before.updated(given, now);
    keep(after);
    Map<String, Document> answer = new LinkedHashMap<>();
    answer.put(STATE, given);
    answer.put("metadata", IotShadow.NONE.updated(given, now).metadata());
    answer.put(VERSION, Document.fromNumber(after.version()));
    answer.put("timestamp", Document.fromNumber(now));
    Optional.ofNullable(request.asMap().get("clientToken"))
        .ifPresent(token -> answer.put("clientToken", token));
    return payload(answer);
  }

  private Document request() {
    SdkBytes payload =
        scene.input().get("payload") instanceof SdkBytes bytes
            ? bytes
            : SdkBytes.fromByteArrayUnsafe(new byte[0]);
    if (payload.asByteArrayUnsafe().length > LARGEST) {
      throw IotData.error(
          "RequestEntityTooLargeException", "The payload exceeds the maximum size allowed");
    }
    Document request =
        Json.read(payload.asByteArrayUnsafe())
            .filter(Document::isMap)
            .orElseThrow(() -> invalid("Payload contains invalid json"));
    Document state = member(request, STATE);
    if (state.isNull()) {
      throw invalid("Missing required node: state");
    }
    if (!state.isMap()) {
      throw invalid("State node must be an object");
    }
    state.asMap().forEach(IotShadows::checkSection);
    return request;
  }

  private static void checkSection(String name, Document section) {
    if (!SECTIONS.contains(name)) {
      throw invalid("State contains an invalid node: '" + name + "'");
    }
    if (!section.isMap() && !section.isNull()) {
      throw invalid((name.equals("desired") ? "Desired" : "Reported") + " node must be an object");
    }
  }

  private static void checkVersion(Document request, IotShadow before) {
    Document version = member(request, VERSION);
    if (!version.isNull() && !version.isNumber()) {
      throw invalid("Invalid version");
    }
    if (version.isNumber() && version.asNumber().longValue() != before.version()) {
      throw IotData.error("ConflictException", "Version conflict");
    }
  }

  Map<String, Object> get() {
    return payload(there().told());
  }

  Map<String, Object> delete() {
    IotShadow shadow = there();
    keep(shadow.deleted());
    Map<String, Document> answer = new LinkedHashMap<>();
    answer.put(VERSION, Document.fromNumber(shadow.version()));
    answer.put("timestamp", Document.fromNumber(scene.call().now().getEpochSecond()));
    return payload(answer);
  }

  Map<String, Object> list() {
    List<Entity> named =
        scene
            .state()
            .all(SHADOW, thing())
            .filter(entity -> !entity.key().id().isEmpty() && shadow(entity).exists())
            .toList();
    Page<Entity> page = Page.of(scene, named);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("results", page.entries().stream().map(shadow -> shadow.key().id()).toList());
    answer.put("timestamp", scene.call().now().getEpochSecond());
    page.continueIn(answer);
    return answer;
  }

  private IotShadow there() {
    String name = scene.text("shadowName");
    return shadow()
        .filter(IotShadow::exists)
        .orElseThrow(
            () ->
                IotData.error(
                    "ResourceNotFoundException",
                    "No shadow exists with name: '" + (name.isEmpty() ? thing() : name) + "'"));
  }

  private String thing() {
    return scene.text("thingName");
  }

  private EntityKey key() {
    return new EntityKey(SHADOW, thing(), scene.text("shadowName"));
  }

  private Optional<IotShadow> shadow() {
    return scene.state().get(key()).map(IotShadows::shadow);
  }

  private static IotShadow shadow(Entity entity) {
    return (IotShadow) entity.attribute(DOCUMENT).orElse(IotShadow.NONE);
  }

  private void keep(IotShadow shadow) {
    scene.state().put(Entity.of(key(), Map.of(DOCUMENT, shadow), scene.call().now()));
  }

  private static Document member(Document document, String name) {
    return document.asMap().getOrDefault(name, Document.fromNull());
  }

  private static Map<String, Object> payload(Map<String, Document> document) {
    return Map.of("payload", SdkBytes.fromByteArrayUnsafe(Json.write(Document.fromMap(document))));
  }

  private static DocumentError invalid(String message) {
    return IotData.error("InvalidRequestException", message);
  }
}
