package io.robotocore.signature;

import io.robotocore.signature.Rejected.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Goes through an {@code aws-chunked} body and shows each chunk to who verifies it. */
final class SignedChunks {

  private static final String SIGNATURE = ";chunk-signature=";
  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature:";

  private final byte[] body;
  private int position;

  SignedChunks(byte[] body) {
    this.body = body;
  }

  /**
   * Verifies all chunks and trailers.
   *
   * @throws Rejected if one is not signed as it should be, or the body is not what it claims
   */
  void check(ChunkSignatures signatures) {
    byte[] chunk;
    do {
      String head = line();
      int signature = head.indexOf(SIGNATURE);
      chunk = bytes(signature < 0 ? head : head.substring(0, signature));
      signatures.chunk(chunk, signature < 0 ? "" : head.substring(signature + SIGNATURE.length()));
      if (chunk.length > 0 && !line().isEmpty()) {
        throw broken();
      }
    } while (chunk.length > 0);
    checkTrailers(signatures);
  }

  private void checkTrailers(ChunkSignatures signatures) {
    StringBuilder trailers = new StringBuilder();
    while (position < body.length) {
      String line = line();
      if (line.startsWith(TRAILER_SIGNATURE)) {
        signatures.trailers(trailers.toString(), line.substring(TRAILER_SIGNATURE.length()).trim());
        return;
      }
      if (!line.isEmpty()) {
        trailers.append(line).append('\n');
      }
    }
    if (trailers.length() > 0) {
      signatures.trailers(trailers.toString(), "");
    }
  }

  private byte[] bytes(String size) {
    if (!size.matches("[0-9a-fA-F]{1,7}") || Integer.parseInt(size, 16) > body.length - position) {
      throw broken();
    }
    int start = position;
    position += Integer.parseInt(size, 16);
    return Arrays.copyOfRange(body, start, position);
  }

  /** The text up to the next line end, which is skipped. */
  private String line() {
    for (int end = position; end + 1 < body.length; end++) {
      if (body[end] == '\r' && body[end + 1] == '\n') {
        String line = new String(body, position, end - position, StandardCharsets.UTF_8);
        position = end + 2;
        return line;
      }
    }
    throw broken();
  }

  private static Rejected broken() {
    return new Rejected(Reason.BROKEN_BODY, "The request body terminated unexpectedly");
  }
}
