package io.robotocore.services.sts;

import io.robotocore.service.Principal;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.FederatedUser;
import software.amazon.awssdk.services.sts.model.GetFederationTokenRequest;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;
import software.amazon.awssdk.services.sts.model.GetSessionTokenResponse;

/** The operations that give an account's user temporary credentials. */
interface UserSessions extends StsView {

  @Override
  default GetSessionTokenResponse getSessionToken(GetSessionTokenRequest in) {
    refuseSessions("GetSessionToken");
    Instant expires = now().plus(userDuration(Optional.ofNullable(in.durationSeconds())));
    return GetSessionTokenResponse.builder()
        .credentials(issue(call().principal(), expires))
        .build();
  }

  @Override
  default GetFederationTokenResponse getFederationToken(GetFederationTokenRequest in) {
    refuseSessions("GetFederationToken");
    SessionTags tags = SessionTags.of(in.tags());
    SessionPolicies policies =
        SessionPolicies.of(Optional.ofNullable(in.policy()), in.policyArns());
    Optional<Integer> packed = policies.packedSize(tags);
    String account = call().account();
    Principal user =
        new Principal(
            account,
            "arn:" + call().partition() + ":sts::" + account + ":federated-user/" + in.name(),
            account + ":" + in.name());
    Instant expires = now().plus(userDuration(Optional.ofNullable(in.durationSeconds())));
    GetFederationTokenResponse.Builder out =
        GetFederationTokenResponse.builder()
            .credentials(issue(user, expires))
            .federatedUser(
                FederatedUser.builder().arn(user.arn()).federatedUserId(user.userId()).build());
    packed.ifPresent(out::packedPolicySize);
    return out.build();
  }
}
