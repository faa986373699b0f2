package io.robotocore.transport;

import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** The SDK's requests and responses as values of the wire. */
final class Requests {

  private Requests() {}

  /** A request with its body at hand. */
  static HttpRequest of(SdkHttpRequest request, Body body) {
    Headers.Builder headers = Headers.builder();
    if (request.firstMatchingHeader("Host").isEmpty()) {
      headers.add("Host", authority(request));
    }
    request.forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
    return new HttpRequest(
        request.method().name(),
        request.encodedPath().isEmpty() ? "/" : request.encodedPath(),
        request.encodedQueryParameters().orElse(""),
        headers.build(),
        body);
  }

  private static String authority(SdkHttpRequest request) {
    boolean usual = request.port() == 80 || request.port() == 443;
    return usual ? request.host() : request.host() + ":" + request.port();
  }

  /** The answer to a request, on this thread even if it takes a while. */
  static HttpResponse answer(Endpoint endpoint, HttpRequest request) {
    return endpoint.prepare(request).answer();
  }

  /** A response without its body. */
  static SdkHttpFullResponse head(HttpResponse response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .headers()
        .forEach((name, value) -> headers.merge(name, List.of(value), Requests::both));
    if (response.body().length() >= 0) {
      headers.putIfAbsent("Content-Length", List.of(Long.toString(response.body().length())));
    }
    return SdkHttpFullResponse.builder().statusCode(response.status()).headers(headers).build();
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).collect(Collectors.toList());
  }
}
