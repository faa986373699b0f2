package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two keys of somebody who signs.
 *
 * @param secret the private key
 * @param open the public key
 */
record X509Keys(PrivateKey secret, PublicKey open) {

  static final String RSA = "RSA";
  static final String EC = "EC";

  private static final int NOT_IMPLEMENTED = 501;
  private static final Pattern RSA_KEY = Pattern.compile("RSA_([0-9]{4})");
  private static final Map<String, String> CURVES =
      Map.of(
          "EC_prime256v1", "secp256r1",
          "EC_secp384r1", "secp384r1",
          "EC_secp521r1", "secp521r1");

  /** New keys of an algorithm of AWS, as {@code RSA_2048} or {@code EC_prime256v1}. */
  static X509Keys make(String algorithm, Call call) {
    try {
      KeyPairGenerator generator;
      if (RSA_KEY.matcher(algorithm).matches()) {
        generator = KeyPairGenerator.getInstance(RSA);
        generator.initialize(
            Integer.parseInt(algorithm.substring(4)), call.random().asSecureRandom());
      } else {
        String curve =
            Optional.ofNullable(CURVES.get(algorithm)).orElseThrow(() -> unknown(algorithm));
        generator = KeyPairGenerator.getInstance(EC);
        generator.initialize(new ECGenParameterSpec(curve), call.random().asSecureRandom());
      }
      KeyPair pair = generator.generateKeyPair();
      return new X509Keys(pair.getPrivate(), pair.getPublic());
    } catch (InvalidAlgorithmParameterException e) {
      throw unknown(algorithm);
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  private static DocumentError unknown(String algorithm) {
    return DocumentError.unmodeled(
        "NotImplemented", algorithm + " is not implemented", NOT_IMPLEMENTED);
  }

  /** The keys of which these are the encodings, of an algorithm of Java. */
  static X509Keys of(byte[] secret, byte[] open) {
    try {
      return new X509Keys(
          secret(secret).orElseThrow(), factory(open).generatePublic(new X509EncodedKeySpec(open)));
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  private static KeyFactory factory(byte[] open) throws GeneralSecurityException {
    boolean elliptic = Der.read(open).part(0).part(0).equals(Der.oid("1.2.840.10045.2.1"));
    return KeyFactory.getInstance(elliptic ? EC : RSA);
  }

  /** The public key of this encoding, if it is one. */
  static Optional<PublicKey> open(byte[] encoded) {
    try {
      return Optional.of(factory(encoded).generatePublic(new X509EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** The private key of this encoding, if it is one. */
  static Optional<PrivateKey> secret(byte[] encoded) {
    for (String algorithm : List.of(RSA, EC)) {
      try {
        return Optional.of(
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
      } catch (InvalidKeySpecException e) {
        // It may be of the other algorithm.
      } catch (GeneralSecurityException e) {
        throw impossible(e);
      }
    }
    return Optional.empty();
  }

  /** Whether the keys belong together. */
  boolean fit() {
    try {
      byte[] content = {1, 2, 3};
      String algorithm = usual().orElse("");
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(secret);
      signing.update(content);
      Signature verifying = Signature.getInstance(algorithm);
      verifying.initVerify(open);
      verifying.update(content);
      return verifying.verify(signing.sign());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** What is usually signed with such keys, in the words of Java; empty if nothing is. */
  Optional<String> usual() {
    return switch (open.getAlgorithm()) {
      case RSA -> Optional.of("SHA256withRSA");
      case EC -> Optional.of("SHA256withECDSA");
      default -> Optional.empty();
    };
  }

  /** Java's word for an algorithm of AWS that signs, as {@code SHA256WITHRSA}. */
  static String signing(String algorithm) {
    if (!algorithm.matches("SHA(256|384|512)WITH(RSA|ECDSA)")) {
      throw unknown(algorithm);
    }
    return algorithm.replace("WITH", "with");
  }

  /** Whether an algorithm that signs is one for such keys. */
  boolean sign(String algorithm) {
    return algorithm.toUpperCase(Locale.ROOT).endsWith("WITHRSA")
        == open.getAlgorithm().equals(RSA);
  }

  byte[] signature(String algorithm, byte[] content, Call call) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(secret, call.random().asSecureRandom());
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw impossible(e);
    }
  }

  /** What is signed, the algorithm, and the signature. */
  Der signed(Der content, String algorithm, Call call) {
    byte[] signature = signature(algorithm, content.encoded(), call);
    return Der.sequence(content, identifier(algorithm), Der.bits(signature));
  }

  /** How an algorithm that signs is called in certificates. */
  static Der identifier(String algorithm) {
    int size = Integer.parseInt(algorithm.substring(3, 6));
    return algorithm.endsWith(RSA)
        ? Der.sequence(
            Der.oid("1.2.840.113549.1.1." + Map.of(256, 11, 384, 12, 512, 13).get(size)), Der.NULL)
        : Der.sequence(Der.oid("1.2.840.10045.4.3." + Map.of(256, 2, 384, 3, 512, 4).get(size)));
  }

  static IllegalStateException impossible(GeneralSecurityException e) {
    return new IllegalStateException("every Java platform has these algorithms", e);
  }
}
