package io.robotocore.services.sts;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.IdpCommunicationErrorException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;

@AwsEmulator
final class WebIdentityRolesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ROLE = "arn:aws:iam::123456789012:role/Reader";
  private static final ECKey KEY = generatedKey();

  private final StsClient sts;
  private final Emulator emulator;

  WebIdentityRolesTest(StsClient sts, Emulator emulator) {
    this.sts = sts;
    this.emulator = emulator;
  }

  private static ECKey generatedKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void stopTheClock() {
    emulator.clock().freeze();
    emulator.clock().set(NOON);
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://issuer.example.com")
        .subject("user-42")
        .audience("my-app")
        .issueTime(Date.from(NOON))
        .expirationTime(Date.from(NOON.plusSeconds(600)));
  }

  private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims.build());
    token.sign(new ECDSASigner(KEY));
    return token.serialize();
  }

  private AssumeRoleWithWebIdentityResponse assume(String token) {
    return assume(sts, token);
  }

  private static AssumeRoleWithWebIdentityResponse assume(StsClient caller, String token) {
    return caller.assumeRoleWithWebIdentity(
        in -> in.roleArn(ROLE).roleSessionName("app").webIdentityToken(token));
  }

  @Test
  void assumeRoleWithWebIdentity_token_tellsWhoItIs() throws JOSEException {
    AssumeRoleWithWebIdentityResponse assumed = assume(signed(claims()));

    assertThat(assumed.provider()).isEqualTo("https://issuer.example.com");
    assertThat(assumed.subjectFromWebIdentityToken()).isEqualTo("user-42");
    assertThat(assumed.audience()).isEqualTo("my-app");
    assertThat(assumed.assumedRoleUser().arn())
        .isEqualTo("arn:aws:sts::123456789012:assumed-role/Reader/app");
    assertThat(assumed.credentials().expiration()).isEqualTo(NOON.plusSeconds(3_600));
    try (StsClient session = Sessions.client(emulator.endpoint(), assumed.credentials())) {
      assertThat(session.getCallerIdentity().arn()).isEqualTo(assumed.assumedRoleUser().arn());
    }
  }

  @Test
  void assumeRoleWithWebIdentity_withoutCredentials_isAnswered() throws JOSEException {
    try (StsClient nobody =
        StsClient.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .build()) {
      assertThat(assume(nobody, signed(claims())).subjectFromWebIdentityToken())
          .isEqualTo("user-42");
    }
  }

  @Test
  void assumeRoleWithWebIdentity_moreClaims_areTaken() throws JOSEException {
    AssumeRoleWithWebIdentityResponse assumed =
        assume(
            signed(
                claims()
                    .claim("azp", "other-app")
                    .claim("https://aws.amazon.com/source_identity", "alice")
                    .claim(
                        "https://aws.amazon.com/tags",
                        Map.of(
                            "principal_tags",
                            Map.of("Team", List.of("shop")),
                            "transitive_tag_keys",
                            List.of("Team")))));

    assertThat(assumed.audience()).isEqualTo("other-app");
    assertThat(assumed.sourceIdentity()).isEqualTo("alice");
    assertThat(assumed.packedPolicySize()).isPositive();
  }

  @Test
  void assumeRoleWithWebIdentity_tokenExpired_isRefused() throws JOSEException {
    String token = signed(claims());
    emulator.clock().advance(Duration.ofMinutes(10));

    assertRefused(
        () -> assume(token),
        ExpiredTokenException.class,
        "Token expired: current date/time 1772367000 must be before the expiration"
            + " date/time1772367000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "sub", "aud", "exp", "iat"})
  void assumeRoleWithWebIdentity_claimMissing_isRefused(String claim) throws JOSEException {
    String token = signed(claims().claim(claim, null));

    assertRefused(
        () -> assume(token),
        InvalidIdentityTokenException.class,
        "Missing a required claim: " + claim);
  }

  @Test
  void assumeRoleWithWebIdentity_noTokenOrUnsigned_isRefused() {
    for (String token : List.of("nonsense", "a.b.c", new PlainJWT(claims().build()).serialize())) {
      assertRefused(
          () -> assume(token),
          InvalidIdentityTokenException.class,
          "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access"
              + " Token)");
    }
  }

  /** Nobody could answer for an access token without asking the provider. */
  @Test
  void assumeRoleWithWebIdentity_accessTokenOfProvider_cannotBeVerified() {
    assertRefused(
        () ->
            sts.assumeRoleWithWebIdentity(
                in ->
                    in.roleArn(ROLE)
                        .roleSessionName("app")
                        .providerId("www.amazon.com")
                        .webIdentityToken("Atza|IQEBLjAsAhRFiXuWpUXuRvQ9PZL3GMFcYevydwIUFAHZ")),
        IdpCommunicationErrorException.class,
        "The access token of www.amazon.com cannot be verified: the emulator asks no identity"
            + " provider");
  }
}
