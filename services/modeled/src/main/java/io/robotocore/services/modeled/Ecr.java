package io.robotocore.services.modeled;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Amazon ECR: the passwords of registries. There is no registry to log in to.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_GetAuthorizationToken.html">
 *     GetAuthorizationToken</a>
 */
final class Ecr implements Behaviour {

  private static final Duration LIFE = Duration.ofHours(12);
  private static final int LENGTH = 1_200;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  @Override
  public Map<String, Answer> operations() {
    return Map.of("GetAuthorizationToken", Ecr::token);
  }

  private static Map<String, Object> token(Scene scene) {
    List<String> registries =
        scene.input().get("registryIds") instanceof List<?> ids && !ids.isEmpty()
            ? ids.stream().map(String::valueOf).toList()
            : List.of(scene.call().account());
    return Map.of(
        "authorizationData",
        registries.stream().map(registry -> authorization(scene, registry)).toList());
  }

  private static Map<String, Object> authorization(Scene scene, String registry) {
    String password = "AWS:" + scene.call().random().text(LENGTH, ALPHABET);
    return Map.of(
        "authorizationToken",
        Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)),
        "expiresAt",
        scene.call().now().plus(LIFE),
        "proxyEndpoint",
        "https://" + registry + ".dkr.ecr." + scene.call().region() + ".amazonaws.com");
  }
}
