package io.robotocore.state;

import java.io.InputStream;
import java.util.List;

/**
 * Bytes that never change, however many they are: on the heap when they are few, in a temporary
 * file when they are many. A state may hold them, and snapshots share them.
 */
public sealed interface Blob permits HeapBlob, FileBlob, JoinedBlob, PartOfBlob {

  /** As many bytes, at the most, are kept on the heap. */
  int MOST_ON_HEAP = 1024 * 1024;

  /** These bytes; the array must not change afterwards. */
  static Blob of(byte[] bytes) {
    return new HeapBlob(bytes);
  }

  /** No byte at all. */
  static Blob empty() {
    return of(new byte[0]);
  }

  /** The bytes of several blobs, one behind the other, without copying them. */
  static Blob of(List<Blob> parts) {
    List<Blob> filled = parts.stream().filter(part -> part.length() > 0).toList();
    return switch (filled.size()) {
      case 0 -> empty();
      case 1 -> filled.get(0);
      default -> new JoinedBlob(filled);
    };
  }

  /** How many bytes there are. */
  long length();

  /** All bytes, from the first one on; everybody who reads gets a stream of their own. */
  InputStream stream();

  /**
   * Some of the bytes, without copying them.
   *
   * @param from the index of the first byte
   * @param count how many
   * @throws IndexOutOfBoundsException if there are not as many
   */
  default Blob part(long from, long count) {
    if (from < 0 || count < 0 || count > length() - from) {
      throw new IndexOutOfBoundsException(
          count + " bytes from " + from + " of " + length() + " bytes");
    }
    if (count == 0) {
      return empty();
    }
    return count == length() ? this : new PartOfBlob(this, from, count);
  }

  /**
   * Some of the bytes.
   *
   * @param from the index of the first byte
   * @param count how many
   * @throws IndexOutOfBoundsException if there are not as many
   */
  default InputStream stream(long from, long count) {
    return part(from, count).stream();
  }
}
