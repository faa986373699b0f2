package io.robotocore.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * The checksums that clients send with bodies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">
 *     Checking object integrity</a>
 */
enum ChecksumAlgorithm {
  CRC32(4),
  CRC32C(4),
  CRC64NVME(8),
  SHA1(20),
  SHA256(32);

  private final int length;

  ChecksumAlgorithm(int length) {
    this.length = length;
  }

  /** The length of a checksum in bytes. */
  int length() {
    return length;
  }

  /** The header or trailer that holds a checksum in Base64. */
  String header() {
    return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
  }

  /** The checksum of a body. */
  byte[] of(byte[] body) {
    return switch (this) {
      case CRC32 -> ByteBuffer.allocate(4).putInt((int) value(new CRC32(), body)).array();
      case CRC32C -> ByteBuffer.allocate(4).putInt((int) value(new CRC32C(), body)).array();
      case CRC64NVME -> ByteBuffer.allocate(8).putLong(value(new Crc64Nvme(), body)).array();
      case SHA1 -> digest("SHA-1", body);
      case SHA256 -> digest("SHA-256", body);
    };
  }

  private static long value(Checksum checksum, byte[] body) {
    checksum.update(body, 0, body.length);
    return checksum.getValue();
  }

  static byte[] digest(String algorithm, byte[] body) {
    try {
      return MessageDigest.getInstance(algorithm).digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
