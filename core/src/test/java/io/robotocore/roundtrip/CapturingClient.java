package io.robotocore.roundtrip;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What a real SDK client sends goes to a function, whose answer the client gets. */
public record CapturingClient(Function<HttpRequest, HttpResponse> server) implements SdkHttpClient {

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return response(server.apply(of(request)));
      }

      @Override
      public void abort() {}
    };
  }

  private static HttpRequest of(HttpExecuteRequest sent) throws IOException {
    Headers.Builder headers = Headers.builder();
    headers.add("Host", sent.httpRequest().host());
    sent.httpRequest()
        .forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
    byte[] body = new byte[0];
    if (sent.contentStreamProvider().isPresent()) {
      try (InputStream stream = sent.contentStreamProvider().get().newStream()) {
        body = stream.readAllBytes();
      }
    }
    String path = sent.httpRequest().encodedPath();
    return new HttpRequest(
        sent.httpRequest().method().name(),
        path.isEmpty() ? "/" : path,
        sent.httpRequest().encodedQueryParameters().orElse(""),
        headers.build(),
        Body.of(body));
  }

  private static HttpExecuteResponse response(HttpResponse response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .headers()
        .forEach((name, value) -> headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(response.status()).headers(headers).build())
        .responseBody(
            AbortableInputStream.create(new ByteArrayInputStream(response.body().bytes())))
        .build();
  }

  @Override
  public void close() {}
}
