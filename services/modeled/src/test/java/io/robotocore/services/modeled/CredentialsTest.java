package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Credentials of identities, and passwords of registries. */
@AwsEmulator
final class CredentialsTest {

  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
  private static final Map<String, String> LOGINS = Map.of("graph.facebook.com", "token");

  private Catalogue cognito;

  @BeforeEach
  void prepare(Emulator emulator) {
    emulator.clock().freeze();
    emulator.clock().set(NOW);
    cognito = new Catalogue(emulator, "cognito-identity");
  }

  private Object pool(boolean open) {
    return Objects.requireNonNull(
        cognito
            .ok(
                "CreateIdentityPool",
                Map.of("IdentityPoolName", "app", "AllowUnauthenticatedIdentities", open))
            .get("IdentityPoolId"));
  }

  private Map<String, Object> identity(Object pool, Map<String, String> logins) {
    Map<String, Object> input = new HashMap<>(Map.of("IdentityPoolId", pool));
    if (!logins.isEmpty()) {
      input.put("Logins", logins);
    }
    return cognito.ok("GetId", input);
  }

  private void giveRoles(Object pool) {
    cognito.ok(
        "SetIdentityPoolRoles",
        Map.of(
            "IdentityPoolId",
            pool,
            "Roles",
            Map.of(
                "authenticated", "arn:aws:iam::111111111111:role/user",
                "unauthenticated", "arn:aws:iam::111111111111:role/guest")));
  }

  private static AwsCredentials session(Map<String, Object> credentials) {
    return AwsSessionCredentials.create(
        String.valueOf(credentials.get("AccessKeyId")),
        String.valueOf(credentials.get("SecretKey")),
        String.valueOf(credentials.get("SessionToken")));
  }

  @Test
  void credentials_ofAnIdentity_areThoseOfItsRole(Emulator emulator) {
    Object pool = pool(true);
    giveRoles(pool);
    Map<String, Object> credentials =
        cognito.structure("GetCredentialsForIdentity", identity(pool, Map.of()), "Credentials");
    assertThat(credentials).containsEntry("Expiration", NOW.plus(Duration.ofHours(1)));
    try (Ec2Client ec2 =
        Ec2Client.builder()
            .httpClient(emulator.httpClient())
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(session(credentials)))
            .build()) {
      assertThat(ec2.describeVpcs().vpcs())
          .singleElement()
          .satisfies(vpc -> assertThat(vpc.ownerId()).isEqualTo("111111111111"));
    }
  }

  @Test
  void credentials_withoutARole_areRefused() {
    assertThat(cognito.error("GetCredentialsForIdentity", identity(pool(true), Map.of())))
        .isEqualTo("InvalidIdentityPoolConfigurationException");
  }

  @Test
  void credentials_withoutALogin_areRefusedWhereOneIsNeeded() {
    Object pool = pool(false);
    giveRoles(pool);
    Map<String, Object> known = new HashMap<>(identity(pool, LOGINS));
    assertThat(cognito.call("GetCredentialsForIdentity", known).text())
        .contains("NotAuthorizedException", "is forbidden.");
    known.put("Logins", LOGINS);
    assertThat(cognito.call("GetCredentialsForIdentity", known).ok()).isTrue();
    assertThat(cognito.error("GetCredentialsForIdentity", Map.of("IdentityId", "us-east-1:0000")))
        .isEqualTo("ResourceNotFoundException");
  }

  private static BigInteger number(String header, String member) {
    Matcher matcher = Pattern.compile("\"" + member + "\":\"([^\"]+)\"").matcher(header);
    assertThat(matcher.find()).isTrue();
    return new BigInteger(1, Base64.getUrlDecoder().decode(matcher.group(1)));
  }

  @Test
  void token_ofAnIdentity_isSigned() throws GeneralSecurityException {
    Object pool = pool(true);
    Map<String, Object> identity = identity(pool, Map.of());
    String token = String.valueOf(cognito.ok("GetOpenIdToken", identity).get("Token"));
    String[] parts = token.split("\\.");
    String header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    assertThat(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
        .contains(
            "\"amr\":[\"unauthenticated\"]",
            "\"aud\":\"" + pool + "\"",
            "\"sub\":\"" + identity.get("IdentityId") + "\"",
            "\"exp\":" + NOW.plusSeconds(600).getEpochSecond());
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA")
            .generatePublic(new RSAPublicKeySpec(number(header, "n"), number(header, "e"))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
  }

  @Test
  void registry_hasAPasswordForTwelveHours(Emulator emulator) {
    Map<String, Object> authorization =
        new Catalogue(emulator, "ecr").only("GetAuthorizationToken", Map.of(), "authorizationData");
    assertThat(authorization)
        .containsEntry("expiresAt", NOW.plus(Duration.ofHours(12)))
        .containsEntry("proxyEndpoint", "https://111111111111.dkr.ecr.us-east-1.amazonaws.com");
    assertThat(
            new String(
                Base64.getDecoder().decode(String.valueOf(authorization.get("authorizationToken"))),
                StandardCharsets.UTF_8))
        .startsWith("AWS:")
        .hasSizeGreaterThan(100);
  }
}
