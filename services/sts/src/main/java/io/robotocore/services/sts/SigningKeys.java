package io.robotocore.services.sts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.robotocore.service.Randomness;
import java.security.SecureRandom;
import java.text.ParseException;

/**
 * Signs web identity tokens, with keys that are made when they are first needed.
 *
 * @param state where the keys are kept
 * @param random what the keys are made of
 */
record SigningKeys(StsState state, Randomness random) {

  private static final int RSA_BITS = 2_048;

  /** A token with these claims. */
  String sign(JWTClaimsSet claims, JWSAlgorithm algorithm) {
    try {
      JWK key =
          JWK.parse(
              state.signingKeys().computeIfAbsent(algorithm.getName(), () -> newKey(algorithm)));
      JWSHeader header =
          new JWSHeader.Builder(algorithm)
              .type(JOSEObjectType.JWT)
              .keyID(key.getKeyID())
              .jwk(key.toPublicJWK())
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(signer(key));
      return token.serialize();
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("a key that was made here cannot sign", e);
    }
  }

  private static JWSSigner signer(JWK key) throws JOSEException {
    return key instanceof ECKey ec ? new ECDSASigner(ec) : new RSASSASigner(key.toRSAKey());
  }

  private String newKey(JWSAlgorithm algorithm) {
    try {
      SecureRandom source = random.asSecureRandom();
      return algorithm.equals(JWSAlgorithm.RS256)
          ? new RSAKeyGenerator(RSA_BITS)
              .secureRandom(source)
              .keyUse(KeyUse.SIGNATURE)
              .keyID(random.uuid())
              .generate()
              .toJSONString()
          : new ECKeyGenerator(Curve.P_384)
              .secureRandom(source)
              .keyUse(KeyUse.SIGNATURE)
              .keyID(random.uuid())
              .generate()
              .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("every Java platform makes RSA and EC keys", e);
    }
  }
}
