package io.robotocore.services.dynamodb.item;

import java.util.Arrays;

/**
 * Where an item stands in a table or an index: bytes whose unsigned order is the order of items.
 *
 * @param bytes a hash of the partition key, then the values of partition and sort key
 */
public record Key(byte[] bytes) implements Comparable<Key> {

  @Override
  public int compareTo(Key other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  /** The least key that is greater than this and all that begin with it. */
  public Key afterAll() {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == (byte) 0xFF) {
      end--;
    }
    byte[] next = Arrays.copyOf(bytes, Math.max(end, 1));
    if (end == 0) {
      next = new byte[bytes.length + 64];
      Arrays.fill(next, (byte) 0xFF);
    } else {
      next[end - 1]++;
    }
    return new Key(next);
  }

  /** Whether this begins with all of another. */
  public boolean startsWith(Key prefix) {
    return bytes.length >= prefix.bytes.length
        && Arrays.equals(bytes, 0, prefix.bytes.length, prefix.bytes, 0, prefix.bytes.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
