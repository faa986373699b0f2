package io.robotocore.services.sts;

import io.robotocore.service.Principal;
import io.robotocore.service.RoleArn;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;

/**
 * The operation by which somebody whom an OpenID Connect provider knows assumes a role.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">AssumeRoleWithWebIdentity</a>
 */
interface WebIdentityRoles extends StsView {

  @Override
  default AssumeRoleWithWebIdentityResponse assumeRoleWithWebIdentity(
      AssumeRoleWithWebIdentityRequest in) {
    RoleArn role = role(in.roleArn());
    if (in.providerId() != null) {
      throw StsError.providerUnreachable(
          "The access token of "
              + in.providerId()
              + " cannot be verified: the emulator asks no identity provider");
    }
    WebIdentityToken token = WebIdentityToken.parse(in.webIdentityToken());
    token.check(call().now());
    SessionTags tags =
        SessionTags.of(token.tags()).passingOn(token.transitiveTagKeys(), Optional.empty());
    SessionPolicies policies =
        SessionPolicies.of(Optional.ofNullable(in.policy()), in.policyArns());
    Optional<Integer> packed = policies.packedSize(tags);
    Principal session = role.session(in.roleSessionName());
    int seconds = Optional.ofNullable(in.durationSeconds()).orElse(Roles.DEFAULT_SECONDS);
    Instant expires = now().plusSeconds(seconds);
    AssumeRoleWithWebIdentityResponse.Builder out =
        AssumeRoleWithWebIdentityResponse.builder()
            .credentials(issue(session, tags, token.sourceIdentity(), expires))
            .assumedRoleUser(assumed(session))
            .subjectFromWebIdentityToken(token.subject())
            .provider(token.issuer())
            .audience(token.audience());
    packed.ifPresent(out::packedPolicySize);
    token.sourceIdentity().ifPresent(out::sourceIdentity);
    return out.build();
  }
}
