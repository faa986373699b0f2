package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Shadows of things and retained messages.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-document.html">Device
 *     Shadow service documents</a>
 */
@AwsEmulator
final class IotDataTest {

  private static final Map<String, Object> LAMP = Map.of("thingName", "lamp");

  @BeforeEach
  void freeze(Emulator emulator) {
    emulator.clock().freeze();
    emulator.clock().set(Instant.ofEpochSecond(1000));
  }

  private static Catalogue iot(Emulator emulator) {
    return new Catalogue(emulator, "iot-data");
  }

  private static Map<String, Object> named(String name) {
    return Map.of("thingName", "lamp", "shadowName", name);
  }

  private static DocumentClient.Answer update(
      Emulator emulator, Map<String, Object> shadow, String document) {
    Map<String, Object> input = new HashMap<>(shadow);
    input.put("payload", SdkBytes.fromUtf8String(document.replace('\'', '"')));
    return iot(emulator).call("UpdateThingShadow", input);
  }

  private static String got(Emulator emulator) {
    DocumentClient.Answer answer = iot(emulator).call("GetThingShadow", LAMP);
    return answer.text().replace('"', '\'');
  }

  @Test
  void update_tellsOfWhatWasGiven(Emulator emulator) {
    String text =
        update(emulator, LAMP, "{'state':{'desired':{'on':true,'rgb':[1,2]}},'clientToken':'abc'}")
            .text();
    assertThat(text.replace('"', '\''))
        .isEqualTo(
            "{'state':{'desired':{'on':true,'rgb':[1,2]}},"
                + "'metadata':{'desired':{'on':{'timestamp':1000},"
                + "'rgb':[{'timestamp':1000},{'timestamp':1000}]}},"
                + "'version':1,'timestamp':1000,'clientToken':'abc'}");
  }

  @Test
  void get_tellsOfTheDifference(Emulator emulator) {
    update(emulator, LAMP, "{'state':{'desired':{'on':true,'a':{'x':1,'y':2}}}}");
    emulator.clock().advance(Duration.ofSeconds(5));
    update(emulator, LAMP, "{'state':{'reported':{'on':true,'a':{'x':1},'more':0}}}");
    assertThat(got(emulator))
        .isEqualTo(
            "{'state':{'desired':{'on':true,'a':{'x':1,'y':2}},"
                + "'reported':{'on':true,'a':{'x':1},'more':0},'delta':{'a':{'y':2}}},"
                + "'metadata':{'desired':{'on':{'timestamp':1000},"
                + "'a':{'x':{'timestamp':1000},'y':{'timestamp':1000}}},"
                + "'reported':{'on':{'timestamp':1005},'a':{'x':{'timestamp':1005}},"
                + "'more':{'timestamp':1005}}},'version':2,'timestamp':1005}");
  }

  @Test
  void update_withNull_takesAway(Emulator emulator) {
    update(emulator, LAMP, "{'state':{'desired':{'on':true,'a':{'x':1}},'reported':{'on':true}}}");
    update(emulator, LAMP, "{'state':{'desired':{'a':{'x':null}},'reported':null}}");
    assertThat(got(emulator))
        .isEqualTo(
            "{'state':{'desired':{'on':true},'delta':{'on':true}},"
                + "'metadata':{'desired':{'on':{'timestamp':1000}}},'version':2,'timestamp':1000}");
  }

  @Test
  void update_ofAnotherVersion_isAConflict(Emulator emulator) {
    update(emulator, LAMP, "{'state':{'desired':{'on':true}}}");
    assertThat(update(emulator, LAMP, "{'state':{'desired':{'on':false}},'version':1}").ok())
        .isTrue();
    DocumentClient.Answer late =
        update(emulator, LAMP, "{'state':{'desired':{'on':true}},'version':1}");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text()).contains("Version conflict");
  }

  @Test
  void update_thatIsNoDocument_isRefused(Emulator emulator) {
    Map.of(
            "{'state':", "Payload contains invalid json",
            "{}", "Missing required node: state",
            "{'state':1}", "State node must be an object",
            "{'state':{'desired':1}}", "Desired node must be an object",
            "{'state':{'other':{}}}", "State contains an invalid node: 'other'",
            "{'state':{},'version':'1'}", "Invalid version")
        .forEach(
            (document, message) -> {
              DocumentClient.Answer answer = update(emulator, LAMP, document);
              assertThat(answer.status()).isEqualTo(400);
              assertThat(answer.text()).contains(message);
            });
    String large = "{'state':{'desired':{'x':'" + "x".repeat(8192) + "'}}}";
    assertThat(update(emulator, LAMP, large).status()).isEqualTo(413);
  }

  @Test
  void shadow_thatIsDeleted_isGone_andItsVersionGoesOn(Emulator emulator) {
    update(emulator, LAMP, "{'state':{'desired':{'on':true}}}");
    assertThat(iot(emulator).call("DeleteThingShadow", LAMP).text())
        .isEqualTo("{\"version\":1,\"timestamp\":1000}");
    assertThat(got(emulator)).contains("No shadow exists with name: 'lamp'");
    assertThat(iot(emulator).call("DeleteThingShadow", LAMP).status()).isEqualTo(404);
    assertThat(update(emulator, LAMP, "{'state':{'desired':{'on':true}}}").text())
        .contains("\"version\":2");
  }

  @Test
  void namedShadows_areListedByPages(Emulator emulator) {
    String document = "{'state':{'desired':{'on':true}}}";
    update(emulator, LAMP, document);
    List.of("c", "a", "b").forEach(name -> update(emulator, named(name), document));
    Map<String, Object> first =
        iot(emulator).ok("ListNamedShadowsForThing", Map.of("thingName", "lamp", "pageSize", 2));
    assertThat(first.get("results")).isEqualTo(List.of("a", "b"));
    assertThat(first.get("timestamp")).isEqualTo(1000L);
    Map<String, Object> second =
        Map.of("thingName", "lamp", "pageSize", 2, "nextToken", first.get("nextToken"));
    assertThat(iot(emulator).ok("ListNamedShadowsForThing", second).get("results"))
        .isEqualTo(List.of("c"));
    assertThat(iot(emulator).call("GetThingShadow", named("x")).text())
        .contains("No shadow exists with name: 'x'");
  }

  private static void publish(Emulator emulator, String topic, String text, boolean retain) {
    iot(emulator)
        .ok(
            "Publish",
            Map.of(
                "topic",
                topic,
                "retain",
                retain,
                "payload",
                SdkBytes.fromUtf8String(text),
                "qos",
                1));
  }

  @Test
  void message_thatIsRetained_isThereUntilAnEmptyOneComes(Emulator emulator) {
    publish(emulator, "home/door", "open", true);
    publish(emulator, "home/gate", "shut", false);
    Map<String, Object> message =
        iot(emulator).ok("GetRetainedMessage", Map.of("topic", "home/door"));
    assertThat(message)
        .containsEntry("payload", SdkBytes.fromUtf8String("open"))
        .containsEntry("qos", 1)
        .containsEntry("lastModifiedTime", 1_000_000L);
    assertThat(iot(emulator).only("ListRetainedMessages", Map.of(), "retainedTopics"))
        .containsEntry("topic", "home/door")
        .containsEntry("payloadSize", 4L);
    publish(emulator, "home/door", "", true);
    assertThat(iot(emulator).error("GetRetainedMessage", Map.of("topic", "home/door")))
        .isEqualTo("ResourceNotFoundException");
  }
}
