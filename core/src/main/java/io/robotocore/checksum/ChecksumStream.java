package io.robotocore.checksum;

import java.io.OutputStream;

/** Takes bytes in and tells their checksum. Writing to it never fails. */
public abstract sealed class ChecksumStream extends OutputStream permits CyclicSum, Digest {

  /** Starts an MD5 hash, of which ETags and {@code Content-MD5} are made. */
  public static ChecksumStream md5() {
    return Digest.of("MD5");
  }

  @Override
  public final void write(int oneByte) {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public final void write(byte[] bytes) {
    write(bytes, 0, bytes.length);
  }

  @Override
  public abstract void write(byte[] bytes, int offset, int length);

  /** The checksum of what was written; to be asked for once. */
  public abstract byte[] value();
}
