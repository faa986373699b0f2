package io.robotocore.protocol;

import io.robotocore.wire.AwsChunks;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.Spool;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes the chunks off a body that clients send in pieces, signed or not, with trailers or not. */
public final class AwsChunked {

  private static final String ENCODING = "aws-chunked";

  private AwsChunked() {}

  /** Whether a body comes in chunks. */
  public static boolean isIn(HttpRequest request) {
    return request.headers().firstOr("x-amz-content-sha256", "").startsWith("STREAMING-")
        || encodings(request).contains(ENCODING);
  }

  /**
   * The request with its body in one piece, and the trailers among its headers; the request itself
   * if its body is in one piece already.
   *
   * @param spools where the body goes
   * @throws WireException if the chunks are malformed, or not as long as announced
   */
  public static HttpRequest takenOff(HttpRequest request, Supplier<Spool> spools) {
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
    try (Spool whole = spools.get()) {
      AwsChunks chunks = new AwsChunks(request.body().stream());
      while (chunks.next(whole.target()).length() > 0) {
        // The next one.
      }
      trailersInto(headers, chunks);
      Body body = whole.body();
      checkLength(request, body.length());
      return new HttpRequest(
          request.method(), request.path(), request.query(), headers.build(), body);
    } catch (StreamCorruptedException e) {
      throw incomplete("The request body terminated unexpectedly");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static void checkLength(HttpRequest request, long length) {
    String announced =
        request.headers().firstOr("x-amz-decoded-content-length", Long.toString(length));
    if (!announced.equals(Long.toString(length))) {
      throw incomplete(
          "You did not provide the number of bytes specified by the Content-Length HTTP header");
    }
  }

  private static void trailersInto(Headers.Builder headers, AwsChunks chunks) throws IOException {
    for (Optional<String> trailer = chunks.trailer();
        trailer.isPresent();
        trailer = chunks.trailer()) {
      String line = trailer.get();
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(line.substring(0, colon).trim(), line.substring(colon + 1).trim());
      }
    }
  }

  private static WireException incomplete(String message) {
    return new WireException("IncompleteBody", message);
  }
}
