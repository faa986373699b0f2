package io.robotocore.services.sts;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;

@AwsEmulator
final class SamlRolesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ROLE = "arn:aws:iam::123456789012:role/Reader";
  private static final String PROVIDER = "arn:aws:iam::123456789012:saml-provider/Corp";

  private static final String ASSERTION =
      """
      <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
          xmlns="urn:oasis:names:tc:SAML:2.0:assertion">
       <Assertion ID="a" Version="2.0" IssueInstant="2026-03-01T11:58:00Z">
        <Issuer>https://example.com/saml</Issuer>
        <Subject>
         <NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alice-7</NameID>
         <SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
          <SubjectConfirmationData NotOnOrAfter="2026-03-01T12:03:00Z"
              Recipient="https://signin.aws.amazon.com/saml"/>
         </SubjectConfirmation>
        </Subject>
        <Conditions NotBefore="2026-03-01T11:58:00Z" NotOnOrAfter="2026-03-01T12:58:00Z"/>
        <AttributeStatement>
         <Attribute Name="https://aws.amazon.com/SAML/Attributes/Role">
          <AttributeValue>arn:aws:iam::123456789012:role/Other,PROVIDER</AttributeValue>
          <AttributeValue>ROLE, PROVIDER</AttributeValue>
         </Attribute>
         <Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName">
          <AttributeValue>alice@example.com</AttributeValue>
         </Attribute>
         <Attribute Name="https://aws.amazon.com/SAML/Attributes/PrincipalTag:Team">
          <AttributeValue>shop</AttributeValue>
         </Attribute>
         <Attribute Name="https://aws.amazon.com/SAML/Attributes/TransitiveTagKeys">
          <AttributeValue>Team</AttributeValue>
         </Attribute>
         <Attribute Name="https://aws.amazon.com/SAML/Attributes/SourceIdentity">
          <AttributeValue>alice</AttributeValue>
         </Attribute>
        </AttributeStatement>
        <AuthnStatement AuthnInstant="2026-03-01T11:58:00Z"
            SessionNotOnOrAfter="2026-03-01T20:00:00Z"/>
       </Assertion>
      </samlp:Response>
      """
          .replace("ROLE", ROLE)
          .replace("PROVIDER", PROVIDER);

  private final StsClient sts;
  private final Emulator emulator;

  SamlRolesTest(StsClient sts, Emulator emulator) {
    this.sts = sts;
    this.emulator = emulator;
  }

  @BeforeEach
  void stopTheClock() {
    emulator.clock().freeze();
    emulator.clock().set(NOON);
  }

  private AssumeRoleWithSamlResponse assume(String assertion) {
    return assume(assertion, 3_600);
  }

  private AssumeRoleWithSamlResponse assume(String assertion, int seconds) {
    String base64 = Base64.getEncoder().encodeToString(assertion.getBytes(StandardCharsets.UTF_8));
    return sts.assumeRoleWithSAML(
        in ->
            in.roleArn(ROLE).principalArn(PROVIDER).samlAssertion(base64).durationSeconds(seconds));
  }

  @Test
  void assumeRoleWithSAML_assertion_tellsWhoItIs() {
    AssumeRoleWithSamlResponse assumed = assume(ASSERTION);

    assertThat(assumed.assumedRoleUser().arn())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/alice@example.com");
    assertThat(assumed.subject()).isEqualTo("alice-7");
    assertThat(assumed.subjectType()).isEqualTo("persistent");
    assertThat(assumed.issuer()).isEqualTo("https://example.com/saml");
    assertThat(assumed.audience()).isEqualTo("https://signin.aws.amazon.com/saml");
    assertThat(assumed.sourceIdentity()).isEqualTo("alice");
    assertThat(assumed.packedPolicySize()).isPositive();
    assertThat(assumed.credentials().expiration()).isEqualTo(NOON.plusSeconds(3_600));
    try (StsClient session = Sessions.client(emulator.endpoint(), assumed.credentials())) {
      assertThat(session.getCallerIdentity().arn()).isEqualTo(assumed.assumedRoleUser().arn());
    }
  }

  /**
   * AWS's example is {@code BASE64(SHA1("https://example.com/saml" + "123456789012" +
   * "/MySAMLIdP"))}.
   */
  @Test
  void assumeRoleWithSAML_nameQualifier_isDigestOfIssuerAccountAndProvider() throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-1")
            .digest("https://example.com/saml123456789012/Corp".getBytes(StandardCharsets.UTF_8));

    assertThat(assume(ASSERTION).nameQualifier())
        .isEqualTo(Base64.getEncoder().encodeToString(digest));
  }

  @Test
  void assumeRoleWithSAML_formatOfItsOwn_isLeftAsItIs() {
    assertThat(
            assume(
                    ASSERTION.replace(
                        "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
                        "urn:example:staff"))
                .subjectType())
        .isEqualTo("urn:example:staff");
  }

  @Test
  void assumeRoleWithSAML_providersSessionEndsEarlier_endsWithIt() {
    assertThat(assume(ASSERTION, 43_200).credentials().expiration())
        .isEqualTo(Instant.parse("2026-03-01T20:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(longs = {181, 7_200})
  void assumeRoleWithSAML_tooLate_isExpired(long seconds) {
    emulator.clock().advance(Duration.ofSeconds(seconds));

    assertRefused(
        () -> assume(ASSERTION),
        ExpiredTokenException.class,
        "Token must be redeemed within 5 minutes of issuance");
  }

  @Test
  void assumeRoleWithSAML_roleNotInAssertion_isDenied() {
    assertRefused(
        () -> assume(ASSERTION.replace(ROLE, "arn:aws:iam::123456789012:role/Writer")),
        "AccessDenied",
        "Not authorized to perform sts:AssumeRoleWithSAML");
  }

  @Test
  void assumeRoleWithSAML_sessionNameMissingOrWrong_isRefused() {
    assertRefused(
        () -> assume(ASSERTION.replace("Attributes/RoleSessionName", "Attributes/Nickname")),
        InvalidIdentityTokenException.class,
        "RoleSessionName is required in AuthnResponse");
    assertRefused(
        () -> assume(ASSERTION.replace("alice@example.com", "a b")),
        InvalidIdentityTokenException.class,
        "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no xml", "<Response/>", "<!DOCTYPE x><x/>"})
  void assumeRoleWithSAML_noAssertion_isRefused(String text) {
    assertRefused(
        () -> assume(text),
        InvalidIdentityTokenException.class,
        "Could not parse the SAML response");
  }

  @Test
  void assumeRoleWithSAML_documentType_isNotReadAtAll() {
    String outside =
        "<!DOCTYPE r [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
            + ASSERTION.replace("alice-7", "&e;");

    assertRefused(
        () -> assume(outside),
        InvalidIdentityTokenException.class,
        "Could not parse the SAML response");
  }

  @Test
  void assumeRoleWithSAML_noBase64_isRefused() {
    assertRefused(
        () ->
            sts.assumeRoleWithSAML(
                in -> in.roleArn(ROLE).principalArn(PROVIDER).samlAssertion("****")),
        InvalidIdentityTokenException.class,
        "Could not parse the SAML response");
  }
}
