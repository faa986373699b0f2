package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import io.robotocore.service.IssuedKey;
import io.robotocore.service.RoleArn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Amazon Cognito identity pools: credentials of the role that a pool has for identities with
 * logins, or for those without, and tokens that other services take for a proof of an identity. The
 * tokens of login providers are believed.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flow.html">identity
 *     pools authentication flow</a>
 */
final class CognitoIdentity implements Behaviour {

  private static final Duration LIFE = Duration.ofHours(1);
  private static final String LOGINS = "logins";

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "GetCredentialsForIdentity",
        CognitoIdentity::credentials,
        "GetOpenIdToken",
        CognitoIdentity::token);
  }

  private static Map<String, Object> credentials(Scene scene) {
    Entity identity = identity(scene);
    RoleArn role = role(scene, pool(scene, identity));
    Instant expires = scene.call().now().truncatedTo(ChronoUnit.SECONDS).plus(LIFE);
    IssuedKey key =
        scene
            .call()
            .accessKeys()
            .issueTemporary(role.session("CognitoIdentityCredentials"), expires);
    return Map.of(
        "IdentityId",
        identity.key().id(),
        "Credentials",
        Map.of(
            "AccessKeyId",
            key.accessKeyId(),
            "SecretKey",
            key.secretAccessKey(),
            "SessionToken",
            key.sessionToken().orElseThrow(),
            "Expiration",
            expires));
  }

  private static Map<String, Object> token(Scene scene) {
    Entity identity = identity(scene);
    String pool = pool(scene, identity).key().id();
    String id = identity.key().id();
    return Map.of(
        "IdentityId",
        id,
        "Token",
        new CognitoTokens(scene).of(id, pool, List.copyOf(logins(scene).keySet())));
  }

  /** The identity, of which the caller has a login if it has been given one. */
  private static Entity identity(Scene scene) {
    Entity identity = new Finder(scene).theOne(scene.design().resource("identity").orElseThrow());
    boolean known = identity.attributes().get(LOGINS) instanceof Map<?, ?> map && !map.isEmpty();
    if (known && logins(scene).isEmpty()) {
      throw denied("Access to Identity '" + identity.key().id() + "' is forbidden.");
    }
    return identity;
  }

  private static Entity pool(Scene scene, Entity identity) {
    String id = String.valueOf(identity.attribute("identitypoolid").orElse(""));
    Entity pool =
        scene
            .state()
            .get(new EntityKey("identitypool", "", id))
            .orElseThrow(
                () -> error("ResourceNotFoundException", "IdentityPool '" + id + "' not found."));
    boolean open =
        pool.attribute("allowunauthenticatedidentities").equals(Optional.of((Object) true));
    if (logins(scene).isEmpty() && !open) {
      throw denied("Unauthenticated access is not supported for this identity pool.");
    }
    return pool;
  }

  private static Map<String, String> logins(Scene scene) {
    Map<String, String> logins = new java.util.LinkedHashMap<>();
    if (scene.input().get("Logins") instanceof Map<?, ?> given) {
      given.forEach((provider, token) -> logins.put((String) provider, (String) token));
    }
    return logins;
  }

  private static RoleArn role(Scene scene, Entity pool) {
    Map<?, ?> roles = pool.attributes().get("roles") instanceof Map<?, ?> map ? map : Map.of();
    Object custom = scene.input().get("CustomRoleArn");
    Object role =
        logins(scene).isEmpty()
            ? roles.get("unauthenticated")
            : Optional.ofNullable(custom).orElse(roles.get("authenticated"));
    return RoleArn.find(String.valueOf(role))
        .orElseThrow(
            () ->
                error(
                    "InvalidIdentityPoolConfigurationException",
                    "Invalid identity pool configuration. Check assigned IAM roles for this"
                        + " pool."));
  }

  private static DocumentError denied(String message) {
    return error("NotAuthorizedException", message);
  }

  private static DocumentError error(String code, String message) {
    return new DocumentError(code, message, Map.of("message", message));
  }
}
