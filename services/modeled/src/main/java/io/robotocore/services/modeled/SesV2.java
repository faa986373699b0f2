package io.robotocore.services.modeled;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Amazon SES, version 2 of its API: of what type an identity is, and mail, which is taken, and goes
 * nowhere.
 *
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">
 *     SendEmail</a>
 */
final class SesV2 implements Behaviour {

  private static final String IDENTITY = "emailidentity";

  @Override
  public Map<String, Answer> operations() {
    return Map.of("CreateEmailIdentity", SesV2::create, "SendEmail", SesV2::sent);
  }

  private static Map<String, Object> create(Scene scene) {
    Creation creation = new Creation(scene, scene.design().resource(IDENTITY).orElseThrow());
    Entity identity = creation.create();
    String type = identity.key().id().contains("@") ? "EMAIL_ADDRESS" : "DOMAIN";
    Entity typed = identity.with(Map.of("identitytype", type), scene.verb(), scene.call().now());
    scene.state().put(typed);
    Map<String, Object> answer = new LinkedHashMap<>(creation.shown(typed));
    answer.put("IdentityType", type);
    return answer;
  }

  private static Map<String, Object> sent(Scene scene) {
    if (scene.input().get("FromEmailAddress") instanceof String source) {
      Ses.checkVerified(scene, IDENTITY, source);
    }
    return Map.of("MessageId", Ses.messageId(scene));
  }
}
