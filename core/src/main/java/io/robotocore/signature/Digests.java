package io.robotocore.signature;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.checksum.ChecksumStream;
import io.robotocore.wire.Body;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hash functions that signatures are made of; every JVM has them. */
final class Digests {

  private Digests() {}

  /** The SHA-256 hash in hexadecimal digits. */
  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JVM without SHA-256", e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The SHA-256 hash of a body in hexadecimal digits. */
  static String sha256(Body body) {
    ChecksumStream hash = ChecksumAlgorithm.SHA256.begin();
    try (InputStream bytes = body.stream()) {
      bytes.transferTo(hash);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(hash.value());
  }

  /** The message authentication code of a text by an algorithm such as {@code HmacSHA256}. */
  static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JVM without " + algorithm, e);
    }
  }
}
