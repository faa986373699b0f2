package io.robotocore.service;

import java.security.SecureRandom;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The emulator's one source of ids, keys and tokens. With a seed, the same calls in the same order
 * give the same answers.
 */
public final class Randomness {

  private static final String HEX = "0123456789abcdef";

  private final SplittableRandom random;

  /** A source that starts from a seed. */
  public Randomness(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A version 4 UUID in its usual form. */
  public String uuid() {
    long high;
    long low;
    synchronized (random) {
      high = random.nextLong();
      low = random.nextLong();
    }
    return new UUID((high & ~0xF000L) | 0x4000L, (low & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE)
        .toString();
  }

  /** Hexadecimal digits in lower case. */
  public String hex(int length) {
    return text(length, HEX);
  }

  /** A text of the given length whose characters come from an alphabet. */
  public String text(int length, String alphabet) {
    StringBuilder text = new StringBuilder(length);
    synchronized (random) {
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
    }
    return text.toString();
  }

  /** Random bytes. */
  public byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    synchronized (random) {
      random.nextBytes(bytes);
    }
    return bytes;
  }

  /** This source in the form in which Java's generators of cryptographic keys want it. */
  public SecureRandom asSecureRandom() {
    return new Secure(this);
  }

  /** A number from 0 to one less than the bound. */
  public long number(long bound) {
    synchronized (random) {
      return random.nextLong(bound);
    }
  }

  private static final class Secure extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient Randomness random;

    private Secure(Randomness random) {
      this.random = random;
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(random.bytes(bytes.length), 0, bytes, 0, bytes.length);
    }
  }
}
