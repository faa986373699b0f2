package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The data plane of AWS AppConfig: sessions in which a client asks for what was deployed last.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/appconfig/2019-10-09/APIReference/API_appconfigdata_GetLatestConfiguration.html">
 *     GetLatestConfiguration</a>
 */
final class AppConfigData implements Behaviour {

  private static final String SESSION = "session";
  private static final String INTERVAL = "interval";
  private static final String NOT_BEFORE = "notbefore";
  private static final String SEEN = "seen";
  private static final String WHAT = "what";
  private static final int USUAL_INTERVAL = 60;
  private static final Duration LIFE = Duration.ofHours(24);
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "StartConfigurationSession", AppConfigData::start,
        "GetLatestConfiguration", AppConfigData::latest);
  }

  private static Map<String, Object> start(Scene scene) {
    Map<String, Object> session = new LinkedHashMap<>();
    session.put(WHAT, AppConfigDeployments.of(scene.call()).named(scene.input()));
    session.put(SEEN, "");
    session.put(NOT_BEFORE, Instant.MIN);
    session.put(
        INTERVAL,
        scene.input().getOrDefault("RequiredMinimumPollIntervalInSeconds", USUAL_INTERVAL));
    return Map.of("InitialConfigurationToken", token(scene, session));
  }

  private static Map<String, Object> latest(Scene scene) {
    Entity session = session(scene);
    AppConfigDeployments.Target target =
        (AppConfigDeployments.Target) session.attribute(WHAT).orElseThrow();
    AppConfigDeployments deployments = AppConfigDeployments.of(scene.call());
    Entity version = deployments.deployed(target);
    int interval = (int) session.attribute(INTERVAL).orElse(USUAL_INTERVAL);
    Map<String, Object> next = new LinkedHashMap<>(session.attributes());
    next.put(SEEN, version.key().id());
    next.put(NOT_BEFORE, scene.call().now().plusSeconds(interval));
    scene.state().remove(session);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("NextPollConfigurationToken", token(scene, next));
    answer.put("NextPollIntervalInSeconds", interval);
    if (session.attribute(SEEN).equals(Optional.of(version.key().id()))) {
      answer.put("Configuration", SdkBytes.fromByteArrayUnsafe(new byte[0]));
      return answer;
    }
    version.attribute("content").ifPresent(content -> answer.put("Configuration", content));
    version.attribute("contenttype").ifPresent(type -> answer.put("ContentType", type));
    version.attribute("versionlabel").ifPresent(label -> answer.put("VersionLabel", label));
    return answer;
  }

  /** The session that a token goes on with, which can be used once. */
  private static Entity session(Scene scene) {
    String token = String.valueOf(scene.input().get("ConfigurationToken"));
    Entity session =
        scene
            .state()
            .get(new EntityKey(SESSION, "", token))
            .orElseThrow(() -> invalid("Corrupted", "The configuration token is not valid"));
    Instant now = scene.call().now();
    if (!session.life().created().plus(LIFE).isAfter(now)) {
      throw invalid("Expired", "The configuration token has expired");
    }
    if (now.isBefore((Instant) session.attribute(NOT_BEFORE).orElse(Instant.MIN))
        && !session.attribute(INTERVAL).equals(Optional.of(USUAL_INTERVAL))) {
      throw invalid("PollIntervalNotSatisfied", "Request too early");
    }
    return session;
  }

  private static String token(Scene scene, Map<String, Object> session) {
    String token = scene.call().random().text(120, ALPHABET);
    scene.state().put(Entity.of(new EntityKey(SESSION, "", token), session, scene.call().now()));
    return token;
  }

  private static DocumentError invalid(String problem, String message) {
    return new DocumentError(
        "BadRequestException",
        message,
        Map.of(
            "Message",
            message,
            "Reason",
            "InvalidParameters",
            "Details",
            Map.of("InvalidParameters", Map.of("ConfigurationToken", Map.of("Problem", problem)))));
  }
}
