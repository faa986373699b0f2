package io.robotocore.signature;

import io.robotocore.signature.Rejected.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Which headers a signature of version 4 has to cover. */
final class UnsignedHeaders {

  private UnsignedHeaders() {}

  /**
   * Has a signature cover the host and, for S3, all headers that mean something to AWS.
   *
   * @throws Rejected if it does not
   */
  static void check(SignedRequest signed, List<String> signedHeaders) {
    TreeSet<String> unsigned = new TreeSet<>();
    if (signed.likeS3()) {
      signed
          .request()
          .headers()
          .forEach((name, value) -> unsigned.add(name.toLowerCase(Locale.ROOT)));
      unsigned.removeIf(name -> !name.startsWith("x-amz-") || name.equals("x-amz-content-sha256"));
      unsigned.removeAll(signedHeaders);
    }
    if (!unsigned.isEmpty()) {
      throw new Rejected(
          Reason.UNSIGNED_HEADERS,
          "There were headers present in the request which were not signed",
          Map.of("HeadersNotSigned", String.join(", ", unsigned)));
    }
    if (!signedHeaders.contains("host") && !signedHeaders.contains(":authority")) {
      throw new Rejected(
          Reason.MISMATCH,
          "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }
  }
}
