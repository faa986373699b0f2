package io.robotocore.checksum;

import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * The checksums that clients send with bodies.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">
 *     Checking object integrity</a>
 */
public enum ChecksumAlgorithm {
  /** The checksum of Ethernet and ZIP. */
  CRC32(4),
  /** Castagnoli's. */
  CRC32C(4),
  /** NVM Express's, of 64 bits. */
  CRC64NVME(8),
  /** SHA-1. */
  SHA1(20),
  /** SHA-256. */
  SHA256(32);

  private final int length;

  ChecksumAlgorithm(int length) {
    this.length = length;
  }

  /** The length of a checksum in bytes. */
  public int length() {
    return length;
  }

  /** The header or trailer that holds a checksum in Base64. */
  public String header() {
    return "x-amz-checksum-" + name().toLowerCase(Locale.ROOT);
  }

  /** Starts a checksum; the bytes are written into it. */
  public ChecksumStream begin() {
    return switch (this) {
      case CRC32 -> new CyclicSum(new CRC32(), length);
      case CRC32C -> new CyclicSum(new CRC32C(), length);
      case CRC64NVME -> new CyclicSum(new Crc64Nvme(), length);
      case SHA1 -> Digest.of("SHA-1");
      case SHA256 -> Digest.of("SHA-256");
    };
  }
}
