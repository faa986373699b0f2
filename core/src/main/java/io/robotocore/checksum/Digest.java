package io.robotocore.checksum;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash that Java computes. */
final class Digest extends ChecksumStream {

  private final MessageDigest hash;

  private Digest(MessageDigest hash) {
    this.hash = hash;
  }

  static Digest of(String algorithm) {
    try {
      return new Digest(MessageDigest.getInstance(algorithm));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    hash.update(bytes, offset, length);
  }

  @Override
  public byte[] value() {
    return hash.digest();
  }
}
