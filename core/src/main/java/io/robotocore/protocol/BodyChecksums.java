package io.robotocore.protocol;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.checksum.ChecksumStream;
import io.robotocore.model.HttpChecksum;
import io.robotocore.model.OperationModel;
import io.robotocore.wire.Body;
import io.robotocore.wire.HttpRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares a body that is at hand with the checksums that came with it, in headers or trailers,
 * where the operation is one whose body has checksums.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3 errors</a>
 */
public final class BodyChecksums {

  private static final String SDK_ALGORITHM = "x-amz-sdk-checksum-algorithm";

  private BodyChecksums() {}

  /**
   * Compares.
   *
   * @param operation what the request asks for
   * @param request the request, with the chunks of {@link AwsChunked} taken off
   * @throws WireException if a checksum is wrong, or none is there although there must be one
   */
  public static void verify(OperationModel operation, HttpRequest request) {
    HttpChecksum trait = operation.httpChecksum();
    if (!trait.required() && trait.algorithmMember().isEmpty()) {
      return;
    }
    Optional<String> md5 = request.headers().first("Content-MD5");
    List<ChecksumAlgorithm> sent =
        Arrays.stream(ChecksumAlgorithm.values())
            .filter(algorithm -> request.headers().contains(algorithm.header()))
            .toList();
    if (sent.size() > 1) {
      throw invalid(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    verifyNamed(request.headers().firstOr(SDK_ALGORITHM, ""), sent);
    if (trait.required() && md5.isEmpty() && sent.isEmpty()) {
      throw invalid("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    }
    md5.ifPresent(header -> verifyMd5(header, request.body()));
    sent.forEach(algorithm -> verify(algorithm, request));
  }

  /** SDKs also say which algorithm they have chosen. */
  private static void verifyNamed(String named, List<ChecksumAlgorithm> sent) {
    if (named.isEmpty()) {
      return;
    }
    if (sent.isEmpty()) {
      throw invalid(
          SDK_ALGORITHM
              + " specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were"
              + " found.");
    }
    if (!named.toUpperCase(Locale.ROOT).equals(sent.get(0).name())) {
      throw invalid("Value for " + SDK_ALGORITHM + " header is invalid.");
    }
  }

  private static void verifyMd5(String header, Body body) {
    Optional<byte[]> expected = decoded(header, 16);
    if (expected.isEmpty()) {
      throw new WireException("InvalidDigest", "The Content-MD5 you specified was invalid.");
    }
    if (!Arrays.equals(expected.get(), sum(ChecksumStream.md5(), body))) {
      throw new WireException(
          "BadDigest", "The Content-MD5 you specified did not match what we received.");
    }
  }

  private static void verify(ChecksumAlgorithm algorithm, HttpRequest request) {
    String header = request.headers().firstOr(algorithm.header(), "");
    Optional<byte[]> expected = decoded(header, algorithm.length());
    if (expected.isEmpty()) {
      throw invalid("Value for " + algorithm.header() + " header is invalid.");
    }
    if (!Arrays.equals(expected.get(), sum(algorithm.begin(), request.body()))) {
      throw new WireException(
          "BadDigest",
          "The " + algorithm.name() + " you specified did not match the calculated checksum.");
    }
  }

  private static byte[] sum(ChecksumStream sum, Body body) {
    try (InputStream bytes = body.stream()) {
      bytes.transferTo(sum);
      return sum.value();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> decoded(String header, int length) {
    try {
      byte[] bytes = Base64.getDecoder().decode(header);
      return bytes.length == length ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static WireException invalid(String message) {
    return new WireException("InvalidRequest", message);
  }
}
