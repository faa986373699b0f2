package io.robotocore.services.modeled;

import io.robotocore.service.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/**
 * OpenID Connect tokens of identities, signed with a key of RSA that is made when it is first
 * needed. Nobody publishes the key: the tokens carry it.
 *
 * @param scene the call
 */
record CognitoTokens(Scene scene) {

  private static final String RSA = "RSA";
  private static final int BITS = 2048;
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final EntityKey KEY = new EntityKey("signingkey", "", "");

  /** The token of an identity with these logins. */
  String of(String identity, String pool, List<String> logins) {
    long now = scene.call().now().getEpochSecond();
    Stream<String> methods =
        logins.isEmpty()
            ? Stream.of("unauthenticated")
            : Stream.concat(Stream.of("authenticated"), logins.stream());
    Map<String, Document> claims = new TreeMap<>();
    claims.put("sub", Document.fromString(identity));
    claims.put("aud", Document.fromString(pool));
    claims.put("amr", Document.fromList(methods.map(Document::fromString).toList()));
    claims.put("iss", Document.fromString("https://cognito-identity.amazonaws.com"));
    claims.put("iat", Document.fromNumber(now));
    claims.put("exp", Document.fromNumber(now + LIFE.toSeconds()));
    try {
      RSAPrivateCrtKey key = key();
      String content = part(header(key)) + "." + part(claims);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + text(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform signs with RSA", e);
    }
  }

  private static Map<String, Document> header(RSAPrivateCrtKey key) {
    Map<String, Document> published = new TreeMap<>();
    published.put("kty", Document.fromString(RSA));
    published.put("e", Document.fromString(text(key.getPublicExponent().toByteArray())));
    byte[] modulus = key.getModulus().toByteArray();
    int sign = modulus.length - BITS / Byte.SIZE;
    published.put(
        "n",
        Document.fromString(text(java.util.Arrays.copyOfRange(modulus, sign, modulus.length))));
    return new TreeMap<>(
        Map.of(
            "alg", Document.fromString("RS256"),
            "typ", Document.fromString("JWS"),
            "jwk", Document.fromMap(published)));
  }

  private static String part(Map<String, Document> members) {
    return text(Json.write(Document.fromMap(members)));
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private RSAPrivateCrtKey key() throws GeneralSecurityException {
    if (scene.state().get(KEY).isEmpty()) {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
      generator.initialize(BITS, scene.call().random().asSecureRandom());
      SdkBytes made = SdkBytes.fromByteArray(generator.generateKeyPair().getPrivate().getEncoded());
      scene.state().put(Entity.of(KEY, Map.of(RSA, made), scene.call().now()));
    }
    SdkBytes kept = (SdkBytes) scene.state().get(KEY).orElseThrow().attribute(RSA).orElseThrow();
    return (RSAPrivateCrtKey)
        KeyFactory.getInstance(RSA)
            .generatePrivate(new PKCS8EncodedKeySpec(kept.asByteArrayUnsafe()));
  }
}
