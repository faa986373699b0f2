package io.robotocore.services.dynamodb.item;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes keys: a hash, then values one after the other, so that the order of bytes is theirs. */
public final class KeyWriter {

  private static final int HASH_BYTES = 4;
  private static final byte[] END = {0, 0};

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(48);
  private int hash;

  private KeyWriter(int hash) {
    this.hash = hash;
    out.write(new byte[HASH_BYTES], 0, HASH_BYTES);
  }

  /** Begins a key with a hash: all keys of one hash stand together. */
  public static KeyWriter hashed(int hash) {
    return new KeyWriter(hash);
  }

  /** Begins a key in the partition of some values. */
  public static KeyWriter partition(Iterable<Value.Scalar> values) {
    KeyWriter partition = new KeyWriter(0);
    values.forEach(partition::add);
    partition.hash = hash(partition.out.toByteArray());
    return partition;
  }

  /** Spreads partitions evenly over all hashes. */
  private static int hash(byte[] bytes) {
    int hash = 0x811C9DC5;
    for (int i = HASH_BYTES; i < bytes.length; i++) {
      hash = (hash ^ (bytes[i] & 0xFF)) * 0x01000193;
    }
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }

  /** The hash with which a key begins, from 0 to 2³² − 1. */
  public static long hashOf(Key key) {
    long hash = 0;
    for (int i = 0; i < HASH_BYTES; i++) {
      hash = hash << 8 | (key.bytes()[i] & 0xFF);
    }
    return hash;
  }

  /** Adds a value. */
  public KeyWriter add(Value.Scalar value) {
    escape(bytes(value));
    out.writeBytes(END);
    return this;
  }

  /** Adds the beginning of a value. */
  public KeyWriter addPrefix(Value.Scalar value) {
    escape(bytes(value));
    return this;
  }

  /** Adds all of another key behind its hash. */
  public KeyWriter addAll(Key other) {
    out.write(other.bytes(), HASH_BYTES, other.bytes().length - HASH_BYTES);
    return this;
  }

  /** The key. */
  public Key key() {
    byte[] bytes = out.toByteArray();
    for (int i = 0; i < HASH_BYTES; i++) {
      bytes[i] = (byte) (hash >>> (8 * (HASH_BYTES - 1 - i)));
    }
    return new Key(bytes);
  }

  private void escape(byte[] bytes) {
    for (byte b : bytes) {
      out.write(b);
      if (b == 0) {
        out.write(0xFF);
      }
    }
  }

  private static byte[] bytes(Value.Scalar value) {
    if (value instanceof Value.Text text) {
      return text.text().getBytes(StandardCharsets.UTF_8);
    }
    return value instanceof Value.Num number
        ? bytes(number.number())
        : ((Value.Binary) value).array();
  }

  /**
   * Sign, exponent, then the digits in pairs, all turned round for a negative number: the order of
   * these bytes is the order of numbers.
   */
  private static byte[] bytes(BigDecimal number) {
    if (number.signum() == 0) {
      return new byte[] {2};
    }
    BigDecimal magnitude = number.abs().stripTrailingZeros();
    String digits = magnitude.unscaledValue().toString();
    int exponent = magnitude.precision() - magnitude.scale() - 1 + 130;
    boolean negative = number.signum() < 0;
    byte[] bytes = new byte[2 + (digits.length() + 1) / 2 + (negative ? 1 : 0)];
    bytes[0] = (byte) (negative ? 1 : 3);
    bytes[1] = (byte) (negative ? 255 - exponent : exponent);
    for (int i = 0; i < digits.length(); i += 2) {
      int pair = digit(digits, i) * 10 + digit(digits, i + 1);
      bytes[2 + i / 2] = (byte) (negative ? 101 - pair : pair + 1);
    }
    if (negative) {
      bytes[bytes.length - 1] = 102;
    }
    return bytes;
  }

  private static int digit(String digits, int at) {
    return at < digits.length() ? digits.charAt(at) - '0' : 0;
  }

  @Override
  public String toString() {
    return Arrays.toString(key().bytes());
  }
}
