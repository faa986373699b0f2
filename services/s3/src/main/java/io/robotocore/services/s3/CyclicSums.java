package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumAlgorithm;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;

/**
 * Puts cyclic redundancy checks of two pieces together to that of both, without their bytes: to go
 * past a byte is a linear function over GF(2), of which powers are taken by squaring.
 */
final class CyclicSums {

  /** The polynomials, least significant bit first. */
  private static final Map<ChecksumAlgorithm, Long> POLYNOMIALS =
      Map.of(
          ChecksumAlgorithm.CRC32, 0xEDB88320L,
          ChecksumAlgorithm.CRC32C, 0x82F63B78L,
          ChecksumAlgorithm.CRC64NVME, 0x9A6C9329AC4BC9B5L);

  private CyclicSums() {}

  /** Whether checksums of pieces say what that of the whole is. */
  static boolean canJoin(ChecksumAlgorithm algorithm) {
    return POLYNOMIALS.containsKey(algorithm);
  }

  /**
   * The checksum of two pieces, the one behind the other, in Base64.
   *
   * @param first the checksum of the first piece
   * @param second the checksum of the second piece
   * @param length how many bytes the second piece has
   */
  static String join(ChecksumAlgorithm algorithm, String first, String second, long length) {
    long[] byOneBit = oneBit(algorithm);
    long[] power = square(square(square(byOneBit)));
    long sum = read(first);
    for (long left = length; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        sum = times(power, sum);
      }
      power = square(power);
    }
    return write(sum ^ read(second), algorithm.length());
  }

  /** What a zero bit does to each bit of a checksum. */
  private static long[] oneBit(ChecksumAlgorithm algorithm) {
    long[] matrix = new long[algorithm.length() * Byte.SIZE];
    matrix[0] = POLYNOMIALS.getOrDefault(algorithm, 0L);
    for (int bit = 1; bit < matrix.length; bit++) {
      matrix[bit] = 1L << (bit - 1);
    }
    return matrix;
  }

  private static long times(long[] matrix, long vector) {
    long sum = 0;
    for (int bit = 0; bit < matrix.length; bit++) {
      if (((vector >>> bit) & 1) == 1) {
        sum ^= matrix[bit];
      }
    }
    return sum;
  }

  private static long[] square(long[] matrix) {
    long[] square = new long[matrix.length];
    for (int bit = 0; bit < matrix.length; bit++) {
      square[bit] = times(matrix, matrix[bit]);
    }
    return square;
  }

  private static long read(String base64) {
    long value = 0;
    for (byte next : Base64.getDecoder().decode(base64)) {
      value = (value << Byte.SIZE) | (next & 0xFF);
    }
    return value;
  }

  private static String write(long value, int length) {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    byte[] last = new byte[length];
    System.arraycopy(bytes, Long.BYTES - length, last, 0, length);
    return Base64.getEncoder().encodeToString(last);
  }
}
