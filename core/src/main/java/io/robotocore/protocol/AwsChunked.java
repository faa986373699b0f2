package io.robotocore.protocol;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Takes the chunks off a body that clients send in pieces, signed or not, with trailers or not:
 * {@code 5;chunk-signature=…}, the bytes, and so on, up to a piece of length 0.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html">Signature
 *     calculations for chunked uploads</a>
 */
public final class AwsChunked {

  private static final String ENCODING = "aws-chunked";

  private final byte[] body;
  private int at;

  private AwsChunked(byte[] body) {
    this.body = body;
  }

  /** Whether a body comes in chunks. */
  public static boolean isIn(HttpRequest request) {
    return request.headers().firstOr("x-amz-content-sha256", "").startsWith("STREAMING-")
        || encodings(request).contains(ENCODING);
  }

  /**
   * The request with its body in one piece, and the trailers among its headers; the request itself
   * if its body is in one piece already.
   *
   * @throws WireException if the chunks are malformed, or not as long as announced
   */
  public static HttpRequest takenOff(HttpRequest request) {
    if (!isIn(request)) {
      return request;
    }
    Headers.Builder headers = Headers.builder();
    request
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equalsIgnoreCase("Content-Encoding")) {
                headers.add(name, value);
              }
            });
    String others = withoutChunked(encodings(request));
    if (!others.isEmpty()) {
      headers.add("Content-Encoding", others);
    }
    AwsChunked chunks = new AwsChunked(request.body().bytes());
    byte[] whole = chunks.data();
    chunks.trailersInto(headers);
    checkLength(request, whole.length);
    return new HttpRequest(
        request.method(), request.path(), request.query(), headers.build(), Body.of(whole));
  }

  private static String encodings(HttpRequest request) {
    return request.headers().firstOr("Content-Encoding", "").toLowerCase(Locale.ROOT);
  }

  private static String withoutChunked(String encodings) {
    return Arrays.stream(encodings.split(","))
        .map(String::trim)
        .filter(encoding -> !encoding.equals(ENCODING))
        .collect(Collectors.joining(","));
  }

  private static void checkLength(HttpRequest request, int length) {
    String announced =
        request.headers().firstOr("x-amz-decoded-content-length", Integer.toString(length));
    if (!announced.equals(Integer.toString(length))) {
      throw incomplete(
          "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }
  }

  private byte[] data() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream(body.length);
    for (int length = length(); length > 0; length = length()) {
      if (length > body.length - at) {
        throw incomplete("The request body terminated unexpectedly");
      }
      whole.write(body, at, length);
      at += length;
      if (!line().isEmpty()) {
        throw incomplete("A chunk is longer than it says");
      }
    }
    return whole.toByteArray();
  }

  /** The length in front of a chunk, in hexadecimal; extensions may follow it. */
  private int length() {
    String line = line();
    int extensions = line.indexOf(';');
    try {
      return Integer.parseUnsignedInt(extensions < 0 ? line : line.substring(0, extensions), 16)
          & Integer.MAX_VALUE;
    } catch (NumberFormatException e) {
      throw incomplete("The length of a chunk is not a number");
    }
  }

  private String line() {
    for (int end = at; end + 1 < body.length; end++) {
      if (body[end] == '\r' && body[end + 1] == '\n') {
        String line = new String(body, at, end - at, StandardCharsets.ISO_8859_1);
        at = end + 2;
        return line;
      }
    }
    throw incomplete("The request body terminated unexpectedly");
  }

  /** Some clients leave out the empty line at the very end. */
  private void trailersInto(Headers.Builder headers) {
    while (at < body.length) {
      String trailer = line();
      int colon = trailer.indexOf(':');
      if (colon > 0) {
        headers.add(trailer.substring(0, colon).trim(), trailer.substring(colon + 1).trim());
      }
    }
  }

  private static WireException incomplete(String message) {
    return new WireException("IncompleteBody", message);
  }
}
