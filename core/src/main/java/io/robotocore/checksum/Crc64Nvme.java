package io.robotocore.checksum;

import java.util.zip.Checksum;

/** The CRC of 64 bits that the NVM Express specification defines, and S3 prefers. */
final class Crc64Nvme implements Checksum {

  /** The polynomial, least significant bit first. */
  private static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  private static final long[] TABLE = table();

  private long crc = -1;

  private static long[] table() {
    long[] table = new long[256];
    for (int value = 0; value < table.length; value++) {
      long crc = value;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
      }
      table[value] = crc;
    }
    return table;
  }

  @Override
  public void update(int value) {
    crc = TABLE[(int) (crc ^ value) & 0xFF] ^ (crc >>> 8);
  }

  @Override
  public void update(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~crc;
  }

  @Override
  public void reset() {
    crc = -1;
  }
}
