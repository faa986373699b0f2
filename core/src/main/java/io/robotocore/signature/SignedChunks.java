package io.robotocore.signature;

import io.robotocore.signature.Rejected.Reason;
import io.robotocore.wire.AwsChunks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Goes through an {@code aws-chunked} body and shows each chunk to who verifies it. */
final class SignedChunks {

  private static final String SIGNATURE = "chunk-signature=";
  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature:";

  private final AwsChunks chunks;

  SignedChunks(InputStream body) {
    this.chunks = new AwsChunks(body);
  }

  /**
   * Verifies all chunks and trailers.
   *
   * @throws Rejected if one is not signed as it should be, or the body is not what it claims
   */
  void check(ChunkSignatures signatures) {
    try {
      AwsChunks.Head head;
      do {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        head = chunks.next(chunk);
        signatures.chunk(chunk.toByteArray(), signature(head));
      } while (head.length() > 0);
      checkTrailers(signatures);
    } catch (StreamCorruptedException e) {
      throw new Rejected(Reason.BROKEN_BODY, "The request body terminated unexpectedly");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String signature(AwsChunks.Head head) {
    return head.extensions().startsWith(SIGNATURE)
        ? head.extensions().substring(SIGNATURE.length())
        : "";
  }

  private void checkTrailers(ChunkSignatures signatures) throws IOException {
    StringBuilder trailers = new StringBuilder();
    for (Optional<String> trailer = chunks.trailer();
        trailer.isPresent();
        trailer = chunks.trailer()) {
      String line = trailer.get();
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
}
