package io.robotocore.signature;

import io.robotocore.model.QueryString;
import io.robotocore.signature.Rejected.Reason;
import java.util.Map;

/**
 * The body of a request, as far as a signature of version 4 covers it.
 *
 * @param signed the request
 * @param hash what the signature has in the place of the body's hash
 */
record Payload(SignedRequest signed, String hash) {

  private static final String HEADER = "x-amz-content-sha256";
  private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
  private static final String STREAMING = "STREAMING-";
  private static final String SIGNED_CHUNKS = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

  static Payload of(SignedRequest signed, SignatureV4 signature) {
    String claimed = claimed(signed);
    if (signed.likeS3()) {
      return new Payload(signed, claimed.isEmpty() ? unclaimed(signature) : claimed);
    }
    boolean believed =
        claimed.startsWith(STREAMING)
            || (claimed.equals(UNSIGNED) && signed.payloadMayBeUnsigned());
    return new Payload(signed, believed ? claimed : hashOf(signed));
  }

  private static String claimed(SignedRequest signed) {
    return new QueryString(signed.request().query())
        .first("X-Amz-Content-Sha256")
        .orElseGet(() -> signed.header(HEADER));
  }

  private static String unclaimed(SignatureV4 signature) {
    if (signature.presignedFor().isEmpty()) {
      throw new Rejected(
          Reason.NO_BODY_HASH, "Missing required header for this request: x-amz-content-sha256");
    }
    return UNSIGNED;
  }

  private static String hashOf(SignedRequest signed) {
    return Digests.sha256(signed.request().body());
  }

  /**
   * Compares the body with what was signed of it.
   *
   * @param chunks what verifies the chunks of a body that is signed piece by piece
   * @throws Rejected if it is another one
   */
  void check(ChunkSignatures chunks) {
    if (hash.startsWith(SIGNED_CHUNKS)) {
      new SignedChunks(signed.request().body().stream()).check(chunks);
    } else if (!hash.equals(UNSIGNED) && !hash.startsWith(STREAMING)) {
      String actual = hashOf(signed);
      if (!hash.equals(actual)) {
        throw new Rejected(
            Reason.OTHER_BODY,
            "The provided 'x-amz-content-sha256' header does not match what was computed.",
            Map.of("ClientComputedContentSHA256", hash, "S3ComputedContentSHA256", actual));
      }
    }
  }
}
