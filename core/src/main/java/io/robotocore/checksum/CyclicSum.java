package io.robotocore.checksum;

import java.nio.ByteBuffer;
import java.util.zip.Checksum;

/** A cyclic redundancy check of 32 or 64 bits. */
final class CyclicSum extends ChecksumStream {

  private final Checksum sum;
  private final int length;

  CyclicSum(Checksum sum, int length) {
    this.sum = sum;
    this.length = length;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    sum.update(bytes, offset, count);
  }

  @Override
  public byte[] value() {
    ByteBuffer value = ByteBuffer.allocate(length);
    return (length == Long.BYTES
            ? value.putLong(sum.getValue())
            : value.putInt((int) sum.getValue()))
        .array();
  }
}
