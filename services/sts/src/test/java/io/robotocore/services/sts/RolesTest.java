package io.robotocore.services.sts;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumeRootResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.PackedPolicyTooLargeException;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

@AwsEmulator
final class RolesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ROLE = "arn:aws:iam::222222222222:role/team/Reader";
  private static final String POLICY =
      "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"sqs:*\","
          + "\"Resource\":\"*\"}]}";

  private final StsClient sts;
  private final Emulator emulator;

  RolesTest(StsClient sts, Emulator emulator) {
    this.sts = sts;
    this.emulator = emulator;
  }

  @BeforeEach
  void stopTheClock() {
    emulator.clock().freeze();
    emulator.clock().set(NOON);
  }

  private AssumeRoleResponse assume(Consumer<AssumeRoleRequest.Builder> more) {
    return assume(sts, more);
  }

  private static AssumeRoleResponse assume(
      StsClient caller, Consumer<AssumeRoleRequest.Builder> more) {
    return caller.assumeRole(
        in -> {
          in.roleArn(ROLE).roleSessionName("alice");
          more.accept(in);
        });
  }

  private StsClient session(Credentials credentials) {
    return Sessions.client(emulator.endpoint(), credentials);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  @Test
  void assumeRole_role_givesSessionOfIt() {
    AssumeRoleResponse assumed = assume(in -> {});

    assertThat(assumed.assumedRoleUser().arn())
        .isEqualTo("arn:aws:sts::222222222222:assumed-role/Reader/alice");
    assertThat(assumed.assumedRoleUser().assumedRoleId()).matches("AROA[A-Z2-7]{17}:alice");
    assertThat(assumed.credentials().accessKeyId()).matches("ASIA[A-Z2-7]{16}");
    assertThat(assumed.credentials().expiration()).isEqualTo(NOON.plusSeconds(3_600));
    assertThat(assumed.packedPolicySize()).isNull();
    assertThat(assumed.sourceIdentity()).isNull();
  }

  @Test
  void assumeRole_twice_hasSameRoleIdAndOtherCredentials() {
    AssumeRoleResponse first = assume(in -> {});
    AssumeRoleResponse second = assume(in -> {});

    assertThat(second.assumedRoleUser()).isEqualTo(first.assumedRoleUser());
    assertThat(second.credentials().accessKeyId()).isNotEqualTo(first.credentials().accessKeyId());
  }

  @Test
  void credentials_ofSession_makeCallsOfItInTheRolesAccount() {
    AssumeRoleResponse assumed = assume(in -> {});
    try (StsClient session = session(assumed.credentials())) {
      GetCallerIdentityResponse caller = session.getCallerIdentity();

      assertThat(caller.account()).isEqualTo("222222222222");
      assertThat(caller.arn()).isEqualTo(assumed.assumedRoleUser().arn());
      assertThat(caller.userId()).isEqualTo(assumed.assumedRoleUser().assumedRoleId());
    }
  }

  @Test
  void credentials_expired_areRefused() {
    try (StsClient session = session(assume(in -> in.durationSeconds(900)).credentials())) {
      emulator.clock().advance(Duration.ofSeconds(899));
      assertThat(session.getCallerIdentity().account()).isEqualTo("222222222222");
      emulator.clock().advance(Duration.ofSeconds(1));

      assertRefused(
          session::getCallerIdentity,
          "ExpiredToken",
          "The security token included in the request is expired");
    }
  }

  @Test
  void credentials_afterRestore_areAsTheyWere() {
    var before = emulator.snapshot();
    Credentials credentials = assume(in -> {}).credentials();
    var after = emulator.snapshot();
    emulator.restore(before);
    try (StsClient session = session(credentials)) {
      assertThat(session.getCallerIdentity().account()).isEqualTo("123456789012");
      emulator.restore(after);
      assertThat(session.getCallerIdentity().account()).isEqualTo("222222222222");
    }
  }

  @Test
  void assumeRole_twelveHours_isTheLongest() {
    assertThat(assume(in -> in.durationSeconds(43_200)).credentials().expiration())
        .isEqualTo(NOON.plus(Duration.ofHours(12)));
    assertRefused(
        () -> assume(in -> in.durationSeconds(43_201)),
        "ValidationError",
        "1 validation error detected: Value '43201' at 'durationSeconds' failed to satisfy"
            + " constraint: Member must have value less than or equal to 43200");
    assertRefused(
        () -> assume(in -> in.durationSeconds(899)),
        "ValidationError",
        "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy"
            + " constraint: Member must have value greater than or equal to 900");
  }

  @Test
  void assumeRole_severalViolations_areToldTogether() {
    assertRefused(
        () -> sts.assumeRole(in -> in.roleArn("short").roleSessionName("a b")),
        "ValidationError",
        "2 validation errors detected: Value 'short' at 'roleArn' failed to satisfy constraint:"
            + " Member must have length greater than or equal to 20; Value 'a b' at"
            + " 'roleSessionName' failed to satisfy constraint: Member must satisfy regular"
            + " expression pattern: [\\w+=,.@-]*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:iam::222222222222:user/Reader",
        "arn:aws:iam::2222:role/Reader-of-things",
        "just a text that is long enough"
      })
  void assumeRole_noRoleArn_isRefused(String arn) {
    assertRefused(
        () -> sts.assumeRole(in -> in.roleArn(arn).roleSessionName("alice")),
        "ValidationError",
        arn + " is invalid");
  }

  @Test
  void assumeRole_ofOtherPartition_staysThere() {
    assertThat(
            sts.assumeRole(
                    in ->
                        in.roleArn("arn:aws-cn:iam::222222222222:role/Reader")
                            .roleSessionName("alice"))
                .assumedRoleUser()
                .arn())
        .isEqualTo("arn:aws-cn:sts::222222222222:assumed-role/Reader/alice");
  }

  @Test
  void assumeRole_chained_lastsAnHourAtMost() {
    try (StsClient session = session(assume(in -> in.durationSeconds(43_200)).credentials())) {
      assertThat(assume(session, in -> in.roleSessionName("bob")).assumedRoleUser().arn())
          .isEqualTo("arn:aws:sts::222222222222:assumed-role/Reader/bob");
      assertRefused(
          () -> assume(session, in -> in.durationSeconds(3_601)),
          "ValidationError",
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by"
              + " role chaining");
    }
  }

  @Test
  void assumeRole_tags_arePackedAndPassedOn() {
    AssumeRoleResponse first =
        assume(
            in ->
                in.tags(tag("Project", "blue"), tag("Stage", "test")).transitiveTagKeys("Project"));
    assertThat(first.packedPolicySize()).isBetween(1, 20);
    try (StsClient session = session(first.credentials())) {
      assertThat(assume(session, in -> in.tags(tag("Stage", "live"))).credentials()).isNotNull();
      assertRefused(
          () -> assume(session, in -> in.tags(tag("project", "red"))),
          "InvalidParameterValue",
          "One of the specified transitive tag keys can't be set because it conflicts with a"
              + " transitive tag key from the calling session.");
    }
  }

  @Test
  void assumeRole_wrongTags_areRefused() {
    assertRefused(
        () -> assume(in -> in.tags(tag("a", "1"), tag("A", "2"))),
        "InvalidParameterValue",
        "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    assertRefused(
        () -> assume(in -> in.tags(tag("a", "1")).transitiveTagKeys("b")),
        "InvalidParameterValue",
        "The specified transitive tag key must be included in the requested tags.");
  }

  @Test
  void assumeRole_sourceIdentity_staysThroughTheChain() {
    AssumeRoleResponse first = assume(in -> in.sourceIdentity("carol"));
    assertThat(first.sourceIdentity()).isEqualTo("carol");
    try (StsClient session = session(first.credentials())) {
      assertThat(assume(session, in -> {}).sourceIdentity()).isEqualTo("carol");
      assertRefused(
          () -> assume(session, in -> in.sourceIdentity("dave")),
          "AccessDenied",
          "The source identity of a session cannot be changed");
    }
  }

  @Test
  void assumeRole_externalIdAndMfa_areTaken() {
    assertThat(
            assume(
                    in ->
                        in.externalId("partner/42")
                            .serialNumber("arn:aws:iam::123456789012:mfa/alice")
                            .tokenCode("123456"))
                .credentials())
        .isNotNull();
  }

  @Test
  void assumeRole_policies_arePacked() {
    AssumeRoleResponse assumed =
        assume(
            in ->
                in.policy(POLICY)
                    .policyArns(
                        PolicyDescriptorType.builder()
                            .arn("arn:aws:iam::aws:policy/ReadOnlyAccess")
                            .build()));

    assertThat(assumed.packedPolicySize()).isBetween(1, 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | This policy contains invalid Json",
        "{} | Syntax errors in policy.",
        "{\"Statement\":[]} | Syntax errors in policy.",
        "{\"Statement\":{\"Effect\":\"Maybe\",\"Action\":\"*\",\"Resource\":\"*\"}} | Syntax errors"
            + " in policy.",
        "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
            + "\"Principal\":\"*\"}} | Policy document should not specify a principal."
      })
  void assumeRole_malformedPolicy_isRefused(String policy, String message) {
    assertRefused(
        () -> assume(in -> in.policy(policy)), MalformedPolicyDocumentException.class, message);
  }

  @Test
  void assumeRole_tooLargePolicy_isRefused() {
    String large = POLICY.replace("sqs:*", "sqs:" + "x".repeat(2_048));

    assertRefused(
        () -> assume(in -> in.policy(large)),
        PackedPolicyTooLargeException.class,
        "Packed size of session policies consumes 105% of allotted space");
  }

  @Test
  void assumeRole_elevenPolicyArns_areRefused() {
    List<PolicyDescriptorType> eleven =
        IntStream.range(0, 11)
            .mapToObj(
                i -> PolicyDescriptorType.builder().arn("arn:aws:iam::aws:policy/P" + i).build())
            .toList();

    assertRefused(
        () -> assume(in -> in.policyArns(eleven)),
        "ValidationError",
        "1 validation error detected: Value '"
            + eleven.stream().map(PolicyDescriptorType::arn).toList()
            + "' at 'policyArns' failed to satisfy constraint: Member must have length less than"
            + " or equal to 10");
  }

  private AssumeRootResponse assumeRoot(String target, String task) {
    return sts.assumeRoot(
        in -> in.targetPrincipal(target).taskPolicyArn(policy -> policy.arn(task)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"222222222222", "arn:aws:iam::222222222222:root"})
  void assumeRoot_ofMemberAccount_isItsRootUserForAQuarterOfAnHour(String target) {
    AssumeRootResponse assumed =
        assumeRoot(target, "arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy");

    assertThat(assumed.credentials().expiration()).isEqualTo(NOON.plusSeconds(900));
    try (StsClient root = session(assumed.credentials())) {
      assertThat(root.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::222222222222:root");
    }
  }

  @Test
  void assumeRoot_wrongTaskOrTarget_isRefused() {
    assertRefused(
        () -> assumeRoot("222222222222", "arn:aws:iam::aws:policy/AdministratorAccess"),
        "ValidationError",
        "The task policy arn:aws:iam::aws:policy/AdministratorAccess is invalid");
    assertRefused(
        () -> assumeRoot("somebody else", "arn:aws:iam::aws:policy/root-task/SQSUnlockQueuePolicy"),
        "ValidationError",
        "somebody else is invalid");
  }
}
