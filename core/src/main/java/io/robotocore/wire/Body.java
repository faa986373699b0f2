package io.robotocore.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * The body of a request or a response: bytes that are in memory, many bytes that are somewhere
 * else, or a stream of known or unknown length that can be read once.
 */
public sealed interface Body {

  /** A body without a byte. */
  Body EMPTY = new Bytes(new byte[0]);

  /** A body that is these bytes; the array must not change afterwards. */
  static Body of(byte[] bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes);
  }

  /** A body that is this text in UTF-8. */
  static Body of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A body to be read from a stream. */
  static Body of(InputStream stream, long length) {
    return new Stream(stream, length);
  }

  /** The length in bytes, or -1 when only the end of the stream will tell. */
  long length();

  /** The whole body in memory. */
  byte[] bytes();

  /** The body as a stream; for a {@link Stream} the only one there is. */
  InputStream stream();

  /** A body in memory. */
  record Bytes(byte[] bytes) implements Body {
    @Override
    public long length() {
      return bytes.length;
    }

    @Override
    public InputStream stream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  /** A body that is still on its way; {@code length} is -1 when it is not known. */
  record Stream(InputStream stream, long length) implements Body {
    @Override
    public byte[] bytes() {
      try (stream) {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A body that is too large for the memory.
   *
   * @param length its length in bytes
   * @param opener gives a stream of it from its start, each time anew
   */
  record Large(long length, Supplier<InputStream> opener) implements Body {
    @Override
    public byte[] bytes() {
      return new Stream(stream(), length).bytes();
    }

    @Override
    public InputStream stream() {
      return opener.get();
    }
  }
}
