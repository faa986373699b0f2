package io.robotocore.services.sts;

import io.robotocore.service.Principal;
import io.robotocore.service.RoleArn;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;

/**
 * The operation by which somebody whom a SAML identity provider knows assumes a role.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html">AssumeRoleWithSAML</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html">what
 *     the assertion has to contain</a>
 */
interface SamlRoles extends StsView {

  Pattern PROVIDER = Pattern.compile("arn:[a-z-]+:iam::(\\d{12}):saml-provider/([\\w._-]{1,128})");

  @Override
  default AssumeRoleWithSamlResponse assumeRoleWithSAML(AssumeRoleWithSamlRequest in) {
    RoleArn role = role(in.roleArn());
    Matcher provider = PROVIDER.matcher(in.principalArn());
    if (!provider.matches()) {
      throw StsError.invalid(in.principalArn() + " is invalid");
    }
    SamlAssertion assertion = SamlAssertion.parse(in.samlAssertion());
    assertion.checkTimes(call().now());
    if (!assertion.allows(role.text(), in.principalArn())) {
      throw StsError.accessDenied("Not authorized to perform sts:AssumeRoleWithSAML");
    }
    SessionTags tags =
        SessionTags.of(assertion.tags()).passingOn(assertion.transitiveTagKeys(), Optional.empty());
    SessionPolicies policies =
        SessionPolicies.of(Optional.ofNullable(in.policy()), in.policyArns());
    Optional<Integer> packed = policies.packedSize(tags);
    Principal session = role.session(assertion.sessionName());
    int seconds = Optional.ofNullable(in.durationSeconds()).orElse(Roles.DEFAULT_SECONDS);
    Instant expires = assertion.atTheLatest(now().plusSeconds(seconds));
    AssumeRoleWithSamlResponse.Builder out =
        AssumeRoleWithSamlResponse.builder()
            .credentials(issue(session, tags, assertion.sourceIdentity(), expires))
            .assumedRoleUser(assumed(session))
            .issuer(assertion.issuer())
            .subject(assertion.subject())
            .subjectType(assertion.subjectType())
            .audience(assertion.recipient())
            .nameQualifier(assertion.nameQualifier(provider.group(1), provider.group(2)));
    packed.ifPresent(out::packedPolicySize);
    assertion.sourceIdentity().ifPresent(out::sourceIdentity);
    return out.build();
  }
}
