package io.robotocore.signature;

import io.robotocore.wire.HttpRequest;

/**
 * A request and what has to be known of its service in order to look at its signature.
 *
 * @param request the request as it was sent, its body at hand
 * @param service the signing name of the service
 * @param resource the path as S3 signs it in version 2: with the bucket, even if the request names
 *     it in its host; still percent-encoded
 * @param payloadMayBeUnsigned whether the signature need not cover the body
 */
public record SignedRequest(
    HttpRequest request, String service, String resource, boolean payloadMayBeUnsigned) {

  /**
   * Whether the request is signed as S3 wants it: its path as it is, its body perhaps unsigned.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html">Signature
   *     calculations for the Authorization header</a>
   */
  boolean likeS3() {
    return service.equals("s3") || service.startsWith("s3-") || service.equals("s3express");
  }

  String header(String name) {
    return request.headers().firstOr(name, "");
  }
}
