package io.robotocore.signature;

import java.time.Instant;

/**
 * Verifies the chunks of an {@code aws-chunked} body, each of which is signed together with the
 * signature of the one before it. The chunks have to come in order, the last one of no bytes
 * included, and then the trailers if there are any.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Transferring
 *     payload in multiple chunks</a>
 */
final class ChunkSignatures {

  private static final String CHUNK = "AWS4-HMAC-SHA256-PAYLOAD";
  private static final String TRAILER = "AWS4-HMAC-SHA256-TRAILER";
  private static final String HASH_OF_NOTHING = Digests.sha256("");

  private final SigningKey key;
  private final String scope;
  private final String time;
  private String previous;

  /**
   * Verifies the body of a request.
   *
   * @param key what the request is signed with
   * @param time when it was signed
   * @param scope what the signature is for
   * @param seed the signature of the request itself
   */
  ChunkSignatures(SigningKey key, Instant time, String scope, String seed) {
    this.key = key;
    this.scope = scope;
    this.time = Times.basic(time);
    this.previous = seed;
  }

  /**
   * Verifies the next chunk.
   *
   * @throws Rejected if its signature is wrong
   */
  void chunk(byte[] bytes, String signature) {
    check(
        String.join("\n", CHUNK, time, scope, previous, HASH_OF_NOTHING, Digests.sha256(bytes)),
        signature);
  }

  /**
   * Verifies the trailers.
   *
   * @param trailers the trailers in their order, each as {@code name:value} with a line feed
   * @throws Rejected if their signature is wrong
   */
  void trailers(String trailers, String signature) {
    check(String.join("\n", TRAILER, time, scope, previous, Digests.sha256(trailers)), signature);
  }

  private void check(String toSign, String signature) {
    if (!key.sign(toSign).equals(signature)) {
      throw Mismatch.of(new Mismatch.Proof("", signature, toSign));
    }
    previous = signature;
  }
}
