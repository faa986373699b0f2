package io.robotocore.services.sts;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenRequest;
import software.amazon.awssdk.services.sts.model.GetDelegatedAccessTokenResponse;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenRequest;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;

/**
 * The operations that exchange identities with others than AWS.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound_token_claims.html">what
 *     a web identity token claims</a>
 */
interface Tokens extends StsView {

  int DEFAULT_TOKEN_SECONDS = 300;
  Pattern SESSION = Pattern.compile("arn:([^:]+):sts::(\\d+):assumed-role/([^/]+)/.*");

  /** Issues a token that tells others who the caller is. */
  @Override
  default GetWebIdentityTokenResponse getWebIdentityToken(GetWebIdentityTokenRequest in) {
    JWSAlgorithm algorithm =
        switch (in.signingAlgorithm()) {
          case "RS256" -> JWSAlgorithm.RS256;
          case "ES384" -> JWSAlgorithm.ES384;
          default ->
              throw StsError.invalid(
                  "1 validation error detected: Value '"
                      + in.signingAlgorithm()
                      + "' at 'signingAlgorithm' failed to satisfy constraint: "
                      + "Member must satisfy enum value set: [RS256, ES384]");
        };
    int seconds = Optional.ofNullable(in.durationSeconds()).orElse(DEFAULT_TOKEN_SECONDS);
    Instant expires = now().plusSeconds(seconds);
    if (callingSession().filter(session -> expires.isAfter(session.expires())).isPresent()) {
      throw TokenError.sessionTooShort();
    }
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .subject(subject())
            .audience(in.audience())
            .issueTime(Date.from(now()))
            .expirationTime(Date.from(expires))
            .jwtID(call().random().uuid())
            .claim("https://sts.amazonaws.com/", aboutCaller(SessionTags.of(in.tags()).all()))
            .build();
    return GetWebIdentityTokenResponse.builder()
        .webIdentityToken(new SigningKeys(state(), call().random()).sign(claims, algorithm))
        .expiration(expires)
        .build();
  }

  /** The issuer of tokens, of which each account has one. */
  private String issuer() {
    String id =
        UUID.nameUUIDFromBytes(call().account().getBytes(StandardCharsets.UTF_8)).toString();
    return "https://" + id + ".tokens.sts.global.api.aws";
  }

  /** Who calls, as policies name it: the role rather than its session. */
  private String subject() {
    return SESSION.matcher(call().principal().arn()).replaceFirst("arn:$1:iam::$2:role/$3");
  }

  private Map<String, Object> aboutCaller(Map<String, String> tags) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("aws_account", call().account());
    about.put("source_region", call().region());
    about.put("principal_id", subject());
    callingSession()
        .ifPresent(session -> about.put("original_session_exp", session.expires().toString()));
    if (!tags.isEmpty()) {
      about.put("request_tags", tags);
    }
    return about;
  }

  /** Refuses every trade-in token: no service here issues any. */
  @Override
  default GetDelegatedAccessTokenResponse getDelegatedAccessToken(
      GetDelegatedAccessTokenRequest in) {
    throw TokenError.expiredTradeInToken();
  }
}
