package io.robotocore.gateway;

import io.robotocore.model.PercentEncoding;
import io.robotocore.protocol.Fault;
import io.robotocore.protocol.Protocol;
import io.robotocore.service.Call;
import io.robotocore.service.PlainHttp;
import io.robotocore.state.State;
import io.robotocore.state.Stores;
import io.robotocore.wire.Body;
import io.robotocore.wire.Endpoint;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * Requests to a service that are for none of its operations, in the SDK's words for HTTP.
 *
 * @param service the service
 * @param plain what it does with such requests
 * @param stores the states
 */
record PlainRequests<S extends State>(
    TypedService<?, S> service, PlainHttp<S> plain, Stores stores) {

  private static final Set<String> METHODS =
      Arrays.stream(SdkHttpMethod.values()).map(Enum::name).collect(Collectors.toSet());

  private static final Logger LOG = LoggerFactory.getLogger(PlainRequests.class);

  /** The answer to a request; empty if the service does not know it. */
  Optional<HttpResponse> answer(Call call, HttpRequest request) {
    if (!METHODS.contains(request.method())) {
      return Optional.empty();
    }
    try {
      return plain
          .answer(call, service.state(call, stores), sdkRequest(call, request))
          .map(PlainRequests::response);
    } catch (State.WouldBlock e) {
      throw e;
    } catch (RuntimeException e) {
      if (!Faults.isExpected(e)) {
        LOG.error("{} {} failed", request.method(), request.path(), e);
      }
      return Optional.of(failure(call, e));
    }
  }

  private HttpResponse failure(Call call, RuntimeException thrown) {
    Fault fault = Faults.of(service.model(), thrown);
    return Protocol.of(service.model().protocols().get(0))
        .write(Optional.of(service.model()), call.requestId(), fault);
  }

  /** An operation's answer with the headers that it has because of the page in a browser. */
  HttpResponse completed(Call call, HttpRequest request, HttpResponse answer) {
    HttpResponse completed = answer;
    Map<String, String> more =
        plain.headersFor(call, service.state(call, stores), sdkRequest(call, request));
    for (Map.Entry<String, String> header : more.entrySet()) {
      completed = completed.with(header.getKey(), header.getValue());
    }
    return completed;
  }

  private static SdkHttpFullRequest sdkRequest(Call call, HttpRequest request) {
    SdkHttpFullRequest.Builder sdk =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.fromValue(request.method()))
            .uri(call.home())
            .encodedPath(request.path())
            .contentStreamProvider(request.body()::stream);
    for (String field : request.query().split("&")) {
      int equals = field.indexOf('=');
      if (!field.isEmpty()) {
        sdk.appendRawQueryParameter(
            PercentEncoding.decodeForm(equals < 0 ? field : field.substring(0, equals)),
            equals < 0 ? "" : PercentEncoding.decodeForm(field.substring(equals + 1)));
      }
    }
    request.headers().forEach(sdk::appendHeader);
    return sdk.build();
  }

  private static HttpResponse response(HttpExecuteResponse sdk) {
    Headers.Builder headers = Headers.builder();
    sdk.httpResponse()
        .forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
    Optional<AbortableInputStream> content = sdk.responseBody();
    if (content.isEmpty()) {
      return new HttpResponse(sdk.httpResponse().statusCode(), headers.build(), Body.EMPTY);
    }
    long length =
        sdk.httpResponse().firstMatchingHeader("Content-Length").map(Long::parseLong).orElse(-1L);
    Body body = Body.of(content.get(), length);
    return new HttpResponse(
        sdk.httpResponse().statusCode(),
        headers.build(),
        length >= 0 && length <= Endpoint.IN_MEMORY ? Body.of(body.bytes()) : body);
  }
}
