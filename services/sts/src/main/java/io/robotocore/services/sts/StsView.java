package io.robotocore.services.sts;

import io.robotocore.service.Call;
import io.robotocore.service.IssuedKey;
import io.robotocore.service.Principal;
import io.robotocore.service.RoleArn;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/** What the operations of STS share: one call, and how credentials are issued. */
interface StsView extends StsClient {

  Call call();

  StsState state();

  /** The time in whole seconds, as the times of credentials are. */
  default Instant now() {
    return call().now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The role that a request names. */
  default RoleArn role(String arn) {
    return RoleArn.find(arn).orElseThrow(() -> StsError.invalid(arn + " is invalid"));
  }

  /** Issues credentials for somebody. */
  default Credentials issue(Principal principal, Instant expires) {
    IssuedKey key = call().accessKeys().issueTemporary(principal, expires);
    return Credentials.builder()
        .accessKeyId(key.accessKeyId())
        .secretAccessKey(key.secretAccessKey())
        .sessionToken(key.sessionToken().orElseThrow())
        .expiration(expires)
        .build();
  }

  /** Issues the credentials of a role session. */
  default Credentials issue(
      Principal principal, SessionTags tags, Optional<String> sourceIdentity, Instant expires) {
    state()
        .sessions()
        .put(principal.userId(), new RoleSession(expires, tags.transitive(), sourceIdentity));
    return issue(principal, expires);
  }

  /** The role session that calls, if it is one. */
  default Optional<RoleSession> callingSession() {
    return isRoleSession() ? state().sessions().get(call().principal().userId()) : Optional.empty();
  }

  default boolean isRoleSession() {
    return call().principal().arn().contains(":assumed-role/");
  }

  default boolean isFederatedUser() {
    return call().principal().arn().contains(":federated-user/");
  }

  default boolean isRoot() {
    return call().principal().arn().endsWith(":root");
  }

  /** Refuses callers with temporary credentials of a role or federated user. */
  default void refuseSessions(String operation) {
    if (isRoleSession() || isFederatedUser()) {
      throw StsError.accessDenied("Cannot call " + operation + " with session credentials");
    }
  }

  /** How long credentials of an account's user last; those of its root user an hour at the most. */
  default Duration userDuration(Optional<Integer> seconds) {
    Duration wanted = seconds.map(Duration::ofSeconds).orElse(Duration.ofHours(12));
    Duration longest = isRoot() ? Duration.ofHours(1) : Duration.ofHours(36);
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }

  default AssumedRoleUser assumed(Principal session) {
    return AssumedRoleUser.builder().arn(session.arn()).assumedRoleId(session.userId()).build();
  }

  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
