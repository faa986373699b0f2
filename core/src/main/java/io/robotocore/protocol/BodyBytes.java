package io.robotocore.protocol;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Takes the bytes of a body that is written. Generators have a buffer of their own, so most bodies
 * come in one piece, which is copied once.
 */
final class BodyBytes extends OutputStream {

  private byte[] bytes = new byte[0];
  private int length;

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] piece, int offset, int count) {
    if (bytes.length - length < count) {
      int room = length == 0 ? count : Math.max(length + count, length * 2);
      bytes = Arrays.copyOf(bytes, room);
    }
    System.arraycopy(piece, offset, bytes, length, count);
    length += count;
  }

  byte[] toBytes() {
    return bytes.length == length ? bytes : Arrays.copyOf(bytes, length);
  }
}
