package io.robotocore.services.sts;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an OpenID Connect provider says of somebody: an ID token.
 *
 * @param claims what it claims
 */
record WebIdentityToken(JWTClaimsSet claims) {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final List<String> REQUIRED = List.of("iss", "sub", "aud", "exp", "iat");

  static WebIdentityToken parse(String text) {
    try {
      SignedJWT token = SignedJWT.parse(text);
      if (ALGORITHMS.contains(token.getHeader().getAlgorithm())) {
        return new WebIdentityToken(token.getJWTClaimsSet());
      }
    } catch (ParseException e) {
      // no token: refused below
    }
    throw StsError.invalidToken(
        "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)");
  }

  /** Refuses a token that lacks a claim, or is no longer good. */
  void check(Instant now) {
    for (String claim : REQUIRED) {
      if (claims.getClaim(claim) == null) {
        throw StsError.invalidToken("Missing a required claim: " + claim);
      }
    }
    long expires = claims.getExpirationTime().toInstant().getEpochSecond();
    if (now.getEpochSecond() >= expires) {
      throw StsError.expiredToken(
          "Token expired: current date/time %d must be before the expiration date/time%d"
              .formatted(now.getEpochSecond(), expires));
    }
  }

  String issuer() {
    return claims.getIssuer();
  }

  String subject() {
    return claims.getSubject();
  }

  /** For whom the token was issued: the authorized party, where there is one. */
  String audience() {
    return text("azp").or(() -> claims.getAudience().stream().findFirst()).orElse("");
  }

  Optional<String> sourceIdentity() {
    return text("https://aws.amazon.com/source_identity");
  }

  /**
   * The session tags.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_adding-assume-role-idp">session
   *     tags in ID tokens</a>
   */
  Map<String, String> tags() {
    Map<String, String> tags = new TreeMap<>();
    if (tagClaim().get("principal_tags") instanceof Map<?, ?> principalTags) {
      principalTags.forEach(
          (key, values) ->
              strings(values).findFirst().ifPresent(value -> tags.put(String.valueOf(key), value)));
    }
    return tags;
  }

  List<String> transitiveTagKeys() {
    return Optional.<Object>ofNullable(tagClaim().get("transitive_tag_keys")).stream()
        .flatMap(WebIdentityToken::strings)
        .toList();
  }

  private Map<?, ?> tagClaim() {
    return claims.getClaim("https://aws.amazon.com/tags") instanceof Map<?, ?> tags
        ? tags
        : Map.of();
  }

  private Optional<String> text(String claim) {
    return claims.getClaim(claim) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private static Stream<String> strings(Object values) {
    return values instanceof List<?> list
        ? list.stream().map(String::valueOf)
        : Stream.of(String.valueOf(values));
  }
}
