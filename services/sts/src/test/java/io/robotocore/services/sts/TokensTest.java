package io.robotocore.services.sts;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.ExpiredTradeInTokenException;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;
import software.amazon.awssdk.services.sts.model.SessionDurationEscalationException;
import software.amazon.awssdk.services.sts.model.Tag;

/** Needs a release of the SDK that has these operations, of November 2025 or later. */
@AwsEmulator
final class TokensTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final StsClient sts;
  private final Emulator emulator;

  TokensTest(StsClient sts, Emulator emulator) {
    this.sts = sts;
    this.emulator = emulator;
  }

  @BeforeEach
  void stopTheClock() {
    emulator.clock().freeze();
    emulator.clock().set(NOON);
  }

  private static GetWebIdentityTokenResponse token(StsClient caller, String algorithm) {
    return caller.getWebIdentityToken(
        in ->
            in.audience("https://api.example.com")
                .signingAlgorithm(algorithm)
                .tags(Tag.builder().key("team").value("shop").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "ES384"})
  void getWebIdentityToken_ofEitherAlgorithm_isSigned(String algorithm) throws Exception {
    SignedJWT token = SignedJWT.parse(token(sts, algorithm).webIdentityToken());

    assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
    JWSVerifier verifier =
        algorithm.equals("RS256")
            ? new RSASSAVerifier(token.getHeader().getJWK().toRSAKey())
            : new ECDSAVerifier(token.getHeader().getJWK().toECKey());
    assertThat(token.verify(verifier)).isTrue();
    assertThat(token.getHeader().getJWK().isPrivate()).isFalse();
    assertThat(SignedJWT.parse(token(sts, algorithm).webIdentityToken()).getHeader().getKeyID())
        .isEqualTo(token.getHeader().getKeyID());
  }

  @Test
  void getWebIdentityToken_claims_tellOfTheCaller() throws Exception {
    GetWebIdentityTokenResponse response = token(sts, "ES384");
    JWTClaimsSet claims = SignedJWT.parse(response.webIdentityToken()).getJWTClaimsSet();

    assertThat(response.expiration()).isEqualTo(NOON.plusSeconds(300));
    assertThat(claims.getExpirationTime()).isEqualTo(NOON.plusSeconds(300));
    assertThat(claims.getIssueTime()).isEqualTo(NOON);
    assertThat(claims.getSubject()).isEqualTo("arn:aws:iam::123456789012:root");
    assertThat(claims.getAudience()).containsExactly("https://api.example.com");
    assertThat(claims.getIssuer()).matches("https://[0-9a-f-]{36}.tokens.sts.global.api.aws");
    assertThat(claims.getJWTID()).isNotEmpty();
    assertThat(claims.getJSONObjectClaim("https://sts.amazonaws.com/"))
        .isEqualTo(
            Map.of(
                "aws_account", "123456789012",
                "source_region", "us-east-1",
                "principal_id", "arn:aws:iam::123456789012:root",
                "request_tags", Map.of("team", "shop")));
  }

  @Test
  void getWebIdentityToken_ofRoleSession_isTheRoleAndEndsWithTheSession() throws Exception {
    Credentials credentials =
        sts.assumeRole(
                in ->
                    in.roleArn("arn:aws:iam::222222222222:role/Reader")
                        .roleSessionName("alice")
                        .durationSeconds(900))
            .credentials();
    try (StsClient session = Sessions.client(emulator.endpoint(), credentials)) {
      JWTClaimsSet claims =
          SignedJWT.parse(token(session, "ES384").webIdentityToken()).getJWTClaimsSet();
      assertThat(claims.getSubject()).isEqualTo("arn:aws:iam::222222222222:role/Reader");
      emulator.clock().advance(Duration.ofSeconds(601));

      assertRefused(
          () -> token(session, "ES384"),
          SessionDurationEscalationException.class,
          "The requested token duration would extend the session beyond its original expiration"
              + " time.");
    }
  }

  @Test
  void getWebIdentityToken_wrongAlgorithmOrDuration_isRefused() {
    assertRefused(
        () -> token(sts, "HS256"),
        "ValidationError",
        "1 validation error detected: Value 'HS256' at 'signingAlgorithm' failed to satisfy"
            + " constraint: Member must satisfy enum value set: [RS256, ES384]");
    assertRefused(
        () ->
            sts.getWebIdentityToken(
                in -> in.audience("a").signingAlgorithm("RS256").durationSeconds(3_601)),
        "ValidationError",
        "1 validation error detected: Value '3601' at 'durationSeconds' failed to satisfy"
            + " constraint: Member must have value less than or equal to 3600");
  }

  @Test
  void getDelegatedAccessToken_any_isRefused() {
    assertRefused(
        () -> sts.getDelegatedAccessToken(in -> in.tradeInToken("nonsense")),
        ExpiredTradeInTokenException.class,
        "The trade-in token is expired or was never issued.");
  }
}
