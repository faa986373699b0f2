package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.Map;

/**
 * The data plane of AWS IoT: shadows of things, and messages that are retained. Nobody subscribes
 * to a topic, so that other messages go nowhere. Things need not be registered.
 *
 * @see <a href="https://docs.aws.amazon.com/iot/latest/developerguide/iot-device-shadows.html">AWS
 *     IoT Device Shadow service</a>
 */
final class IotData implements Behaviour {

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "UpdateThingShadow", scene -> new IotShadows(scene).update(),
        "GetThingShadow", scene -> new IotShadows(scene).get(),
        "DeleteThingShadow", scene -> new IotShadows(scene).delete(),
        "ListNamedShadowsForThing", scene -> new IotShadows(scene).list(),
        "Publish", scene -> new IotMessages(scene).publish(),
        "GetRetainedMessage", scene -> new IotMessages(scene).get(),
        "ListRetainedMessages", scene -> new IotMessages(scene).list());
  }

  static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of("message", message));
  }
}
