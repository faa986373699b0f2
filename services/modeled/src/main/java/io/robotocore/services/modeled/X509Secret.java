package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** Private keys as texts. */
final class X509Secret {

  private static final int SALT = 16;
  private static final int ROUNDS = 2048;
  private static final int BITS = 256;

  private X509Secret() {}

  /** The private key in a PEM text that is not encrypted, if there is one. */
  static Optional<PrivateKey> read(String text) {
    try {
      return Pem.all(text).stream()
          .filter(block -> block.label().endsWith("PRIVATE KEY"))
          .findFirst()
          .flatMap(X509Secret::read);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PrivateKey> read(Pem block) {
    Der key = Der.read(block.bytes());
    return switch (block.label()) {
      case "PRIVATE KEY" -> X509Keys.secret(key.encoded());
      case "RSA PRIVATE KEY" ->
          X509Keys.secret(wrapped(key, Der.oid("1.2.840.113549.1.1.1"), Der.NULL));
      case "EC PRIVATE KEY" ->
          X509Keys.secret(wrapped(key, Der.oid("1.2.840.10045.2.1"), key.part(2).part(0)));
      default -> Optional.empty();
    };
  }

  /** A key in the form that is the same for all algorithms. */
  private static byte[] wrapped(Der key, Der algorithm, Der parameters) {
    return Der.sequence(
            Der.integer(0), Der.sequence(algorithm, parameters), Der.octets(key.encoded()))
        .encoded();
  }

  /** A key of RSA in the form that is of RSA alone. */
  static String ofRsa(PrivateKey key) {
    return Pem.of("RSA PRIVATE KEY", Der.read(key.getEncoded()).part(2).bytes()).text();
  }

  /**
   * A key that nobody reads without the passphrase.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8018#section-6.2">RFC 8018, PBES2</a>
   */
  static String encrypted(PrivateKey key, byte[] passphrase, Call call) {
    byte[] salt = call.random().bytes(SALT);
    byte[] start = call.random().bytes(SALT);
    char[] password = new String(passphrase, StandardCharsets.UTF_8).toCharArray();
    try {
      byte[] secret =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(new PBEKeySpec(password, salt, ROUNDS, BITS))
              .getEncoded();
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"), new IvParameterSpec(start));
      Der derived =
          Der.sequence(
              Der.octets(salt),
              Der.integer(ROUNDS),
              Der.sequence(Der.oid("1.2.840.113549.2.9"), Der.NULL));
      Der schemes =
          Der.sequence(
              Der.sequence(Der.oid("1.2.840.113549.1.5.12"), derived),
              Der.sequence(Der.oid("2.16.840.1.101.3.4.1.42"), Der.octets(start)));
      Der encrypted =
          Der.sequence(
              List.of(
                  Der.sequence(Der.oid("1.2.840.113549.1.5.13"), schemes),
                  Der.octets(cipher.doFinal(key.getEncoded()))));
      return Pem.of("ENCRYPTED PRIVATE KEY", encrypted.encoded()).text();
    } catch (GeneralSecurityException e) {
      throw X509Keys.impossible(e);
    }
  }
}
