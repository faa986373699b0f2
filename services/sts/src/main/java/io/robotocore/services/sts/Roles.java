package io.robotocore.services.sts;

import io.robotocore.service.Principal;
import io.robotocore.service.RoleArn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumeRootRequest;
import software.amazon.awssdk.services.sts.model.AssumeRootResponse;

/** The operations by which one principal becomes another. */
interface Roles extends StsView {

  int DEFAULT_SECONDS = 3_600;
  int ROOT_SECONDS = 900;
  Duration LONGEST_CHAINED = Duration.ofHours(1);

  /** What the root user of a member account can be assumed for. */
  Set<String> ROOT_TASKS =
      Set.of(
          "IAMAuditRootUserCredentials",
          "IAMCreateRootUserPassword",
          "IAMDeleteRootUserCredentials",
          "S3UnlockBucketPolicy",
          "SQSUnlockQueuePolicy");

  Pattern ROOT_TASK = Pattern.compile("arn:[a-z-]+:iam::aws:policy/root-task/(\\w+)");
  Pattern MEMBER = Pattern.compile("(?:arn:[a-z-]+:iam::)?(\\d{12})(?::root)?");

  /**
   * Assumes a role. A session of a role that assumes another one passes on its transitive tags and
   * its source identity.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
   */
  @Override
  default AssumeRoleResponse assumeRole(AssumeRoleRequest in) {
    if (isFederatedUser()) {
      throw StsError.accessDenied("Cannot call AssumeRole with federation credentials");
    }
    Duration duration =
        Duration.ofSeconds(Optional.ofNullable(in.durationSeconds()).orElse(DEFAULT_SECONDS));
    if (isRoleSession() && duration.compareTo(LONGEST_CHAINED) > 0) {
      throw StsError.invalid(
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
    }
    RoleArn role = role(in.roleArn());
    SessionTags tags =
        SessionTags.of(in.tags()).passingOn(in.transitiveTagKeys(), callingSession());
    SessionPolicies policies =
        SessionPolicies.of(Optional.ofNullable(in.policy()), in.policyArns());
    Optional<Integer> packed = policies.packedSize(SessionTags.of(in.tags()));
    Optional<String> sourceIdentity = sourceIdentity(Optional.ofNullable(in.sourceIdentity()));
    Principal session = role.session(in.roleSessionName());
    AssumeRoleResponse.Builder out =
        AssumeRoleResponse.builder()
            .credentials(issue(session, tags, sourceIdentity, now().plus(duration)))
            .assumedRoleUser(assumed(session));
    packed.ifPresent(out::packedPolicySize);
    sourceIdentity.ifPresent(out::sourceIdentity);
    return out.build();
  }

  /**
   * Who is behind a session: whoever was behind the calling one, or else whom the request names.
   */
  private Optional<String> sourceIdentity(Optional<String> requested) {
    Optional<String> inherited = callingSession().flatMap(RoleSession::sourceIdentity);
    if (inherited.isPresent()
        && requested.filter(name -> !inherited.get().equals(name)).isPresent()) {
      throw StsError.accessDenied("The source identity of a session cannot be changed");
    }
    return inherited.or(() -> requested);
  }

  @Override
  default AssumeRootResponse assumeRoot(AssumeRootRequest in) {
    Matcher member = MEMBER.matcher(in.targetPrincipal());
    if (!member.matches()) {
      throw StsError.invalid(in.targetPrincipal() + " is invalid");
    }
    String policy = Optional.ofNullable(in.taskPolicyArn().arn()).orElse("");
    Matcher task = ROOT_TASK.matcher(policy);
    if (!task.matches() || !ROOT_TASKS.contains(task.group(1))) {
      throw StsError.invalid("The task policy " + policy + " is invalid");
    }
    int seconds = Optional.ofNullable(in.durationSeconds()).orElse(ROOT_SECONDS);
    Instant expires = now().plusSeconds(seconds);
    AssumeRootResponse.Builder out =
        AssumeRootResponse.builder()
            .credentials(issue(Principal.root(call().partition(), member.group(1)), expires));
    callingSession().flatMap(RoleSession::sourceIdentity).ifPresent(out::sourceIdentity);
    return out.build();
  }
}
