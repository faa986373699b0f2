package io.robotocore.services.sts;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetFederationTokenResponse;
import software.amazon.awssdk.services.sts.model.MalformedPolicyDocumentException;
import software.amazon.awssdk.services.sts.model.Tag;

@AwsEmulator
final class UserSessionsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final StsClient sts;
  private final Emulator emulator;

  UserSessionsTest(StsClient sts, Emulator emulator) {
    this.sts = sts;
    this.emulator = emulator;
  }

  @BeforeEach
  void stopTheClock() {
    emulator.clock().freeze();
    emulator.clock().set(NOON);
  }

  private StsClient session(Credentials credentials) {
    return Sessions.client(emulator.endpoint(), credentials);
  }

  @Test
  void getSessionToken_ofRootUser_isTheSameUserForAnHour() {
    Credentials credentials = sts.getSessionToken().credentials();

    assertThat(credentials.expiration()).isEqualTo(NOON.plusSeconds(3_600));
    try (StsClient session = session(credentials)) {
      assertThat(session.getCallerIdentity().arn()).isEqualTo(sts.getCallerIdentity().arn());
      assertThat(session.getCallerIdentity().userId()).isEqualTo(sts.getCallerIdentity().userId());
    }
  }

  @Test
  void getSessionToken_durations_areThoseOfARootUser() {
    assertThat(sts.getSessionToken(in -> in.durationSeconds(900)).credentials().expiration())
        .isEqualTo(NOON.plusSeconds(900));
    assertThat(sts.getSessionToken(in -> in.durationSeconds(129_600)).credentials().expiration())
        .isEqualTo(NOON.plusSeconds(3_600));
    assertRefused(
        () -> sts.getSessionToken(in -> in.durationSeconds(129_601)),
        "ValidationError",
        "1 validation error detected: Value '129601' at 'durationSeconds' failed to satisfy"
            + " constraint: Member must have value less than or equal to 129600");
  }

  @Test
  void getFederationToken_name_isAFederatedUser() {
    GetFederationTokenResponse federated =
        sts.getFederationToken(
            in -> in.name("Bob").tags(Tag.builder().key("team").value("shop").build()));

    assertThat(federated.federatedUser().arn())
        .isEqualTo("arn:aws:sts::123456789012:federated-user/Bob");
    assertThat(federated.federatedUser().federatedUserId()).isEqualTo("123456789012:Bob");
    assertThat(federated.packedPolicySize()).isBetween(1, 10);
    assertThat(federated.credentials().expiration()).isEqualTo(NOON.plusSeconds(3_600));
    try (StsClient session = session(federated.credentials())) {
      assertThat(session.getCallerIdentity().arn()).isEqualTo(federated.federatedUser().arn());
      assertThat(session.getCallerIdentity().userId())
          .isEqualTo(federated.federatedUser().federatedUserId());
    }
  }

  @Test
  void getFederationToken_wrongNameOrPolicy_isRefused() {
    assertRefused(
        () -> sts.getFederationToken(in -> in.name("B")),
        "ValidationError",
        "1 validation error detected: Value 'B' at 'name' failed to satisfy constraint: Member"
            + " must have length greater than or equal to 2");
    assertRefused(
        () -> sts.getFederationToken(in -> in.name("Bob").policy("nonsense")),
        MalformedPolicyDocumentException.class,
        "This policy contains invalid Json");
  }

  @Test
  void userSessions_ofRoleOrFederatedUser_areDenied() {
    Credentials role =
        sts.assumeRole(
                in -> in.roleArn("arn:aws:iam::123456789012:role/Reader").roleSessionName("alice"))
            .credentials();
    Credentials federated = sts.getFederationToken(in -> in.name("Bob")).credentials();
    try (StsClient ofRole = session(role);
        StsClient ofFederated = session(federated)) {
      assertRefused(
          ofRole::getSessionToken,
          "AccessDenied",
          "Cannot call GetSessionToken with session credentials");
      assertRefused(
          () -> ofRole.getFederationToken(in -> in.name("Bob")),
          "AccessDenied",
          "Cannot call GetFederationToken with session credentials");
      assertRefused(
          () ->
              ofFederated.assumeRole(
                  in ->
                      in.roleArn("arn:aws:iam::123456789012:role/Reader").roleSessionName("alice")),
          "AccessDenied",
          "Cannot call AssumeRole with federation credentials");
    }
  }
}
