package io.robotocore.signature;

import io.robotocore.model.PercentEncoding;
import io.robotocore.signature.Rejected.Reason;
import io.robotocore.wire.HttpRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What version 4 signs of a request: method, path, query, headers and the hash of the body, written
 * in one way only.
 *
 * @param text these parts, a line each
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html">Create
 *     a signed AWS API request</a>
 */
record CanonicalRequest(String text) {

  static CanonicalRequest of(SignedRequest signed, SignatureV4 signature) {
    HttpRequest request = signed.request();
    StringBuilder headers = new StringBuilder();
    for (String name : signature.signedHeaders()) {
      headers.append(name).append(':').append(values(signed, name)).append('\n');
    }
    return new CanonicalRequest(
        String.join(
            "\n",
            request.method(),
            path(signed),
            Parameters.of(request.query())
                .named(name -> !name.equals("X-Amz-Signature"))
                .canonical(),
            headers,
            String.join(";", signature.signedHeaders()),
            Payload.of(signed, signature).hash()));
  }

  /** S3 signs the path as it is, its parts encoded once; the others without dots, and twice. */
  private static String path(SignedRequest signed) {
    String path = signed.request().path();
    return signed.likeS3() ? encodedOnce(path) : UriEncoding.encodePath(withoutDots(path));
  }

  private static String encodedOnce(String path) {
    return Stream.of(path.split("/", -1))
        .map(PercentEncoding::decode)
        .map(UriEncoding::encode)
        .collect(Collectors.joining("/"));
  }

  private static String withoutDots(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/")) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    String joined = "/" + String.join("/", segments);
    return path.endsWith("/") && !segments.isEmpty() ? joined + "/" : joined;
  }

  private static String values(SignedRequest signed, String name) {
    List<String> values = signed.request().headers().all(name.equals(":authority") ? "host" : name);
    if (values.isEmpty() && !signed.likeS3()) {
      throw new Rejected(
          Reason.INCOMPLETE,
          "'%s' is named as a SignedHeader, but it does not exist in the HTTP request."
              .formatted(name));
    }
    return values.stream()
        .map(value -> value.trim().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }
}
