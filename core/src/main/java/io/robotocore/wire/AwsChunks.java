package io.robotocore.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads a body that clients send in pieces: {@code 5;chunk-signature=…}, the bytes, and so on, up
 * to a piece of length 0; then trailers.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature
 *     calculations for chunked uploads</a>
 */
public final class AwsChunks {

  private static final int LONGEST_LINE = 16 * 1024;
  private static final int LONGEST_LENGTH = 15;

  private final InputStream body;

  /** The chunks of a body. */
  public AwsChunks(InputStream body) {
    this.body = new BufferedInputStream(body);
  }

  /**
   * Reads a chunk.
   *
   * @param target where its bytes go
   * @return what its head says
   * @throws StreamCorruptedException if it is malformed, or the body ends within it
   * @throws IOException if the body cannot be read or the target not be written
   */
  public Head next(OutputStream target) throws IOException {
    Head head = head(line().orElseThrow(AwsChunks::ended));
    byte[] buffer = new byte[(int) Math.min(head.length, 64 * 1024)];
    for (long left = head.length; left > 0; ) {
      int read = body.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (read < 0) {
        throw ended();
      }
      target.write(buffer, 0, read);
      left -= read;
    }
    if (head.length > 0 && !line().orElseThrow(AwsChunks::ended).isEmpty()) {
      throw new StreamCorruptedException("A chunk is longer than it says");
    }
    return head;
  }

  private static Head head(String line) throws IOException {
    int end = line.indexOf(';');
    String length = end < 0 ? line : line.substring(0, end);
    if (length.isEmpty() || length.length() > LONGEST_LENGTH) {
      throw notANumber();
    }
    try {
      return new Head(Long.parseUnsignedLong(length, 16), end < 0 ? "" : line.substring(end + 1));
    } catch (NumberFormatException e) {
      throw notANumber();
    }
  }

  /** The next line behind the chunks; empty at the end of the body. */
  public Optional<String> trailer() throws IOException {
    return line();
  }

  /** The text up to the next line end; empty if there is nothing more at all. */
  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(128);
    for (int last = -1, read = body.read(); ; last = read, read = body.read()) {
      if (read < 0) {
        if (last < 0) {
          return Optional.empty();
        }
        throw ended();
      }
      if (last == '\r' && read == '\n') {
        return Optional.of(
            new String(line.toByteArray(), 0, line.size() - 1, StandardCharsets.UTF_8));
      }
      line.write(read);
      if (line.size() > LONGEST_LINE) {
        throw ended();
      }
    }
  }

  private static StreamCorruptedException ended() {
    return new StreamCorruptedException("The request body terminated unexpectedly");
  }

  private static StreamCorruptedException notANumber() {
    return new StreamCorruptedException("The length of a chunk is not a number");
  }

  /**
   * What stands in front of a chunk.
   *
   * @param length its length in bytes; 0 for the last one
   * @param extensions what follows the length, as {@code chunk-signature=…}
   */
  public record Head(long length, String extensions) {}
}
