package io.robotocore.http;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;

/** Undertow's exchanges as values of our own. */
final class Exchanges {

  private Exchanges() {}

  /** The request of an exchange, without its body. */
  static HttpRequest head(HttpServerExchange exchange) {
    return new HttpRequest(
        exchange.getRequestMethod().toString(),
        path(exchange),
        exchange.getQueryString(),
        headers(exchange.getRequestHeaders()),
        Body.EMPTY);
  }

  /** The path as sent: without the host that a request to a proxy names, and never empty. */
  private static String path(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    if (!exchange.isHostIncludedInRequestURI()) {
      return uri.isEmpty() ? "/" : uri;
    }
    int host = uri.indexOf("//");
    int path = host < 0 ? -1 : uri.indexOf('/', host + 2);
    return path < 0 ? "/" : uri.substring(path);
  }

  private static Headers headers(HeaderMap map) {
    Headers.Builder headers = Headers.builder();
    for (long cookie = map.fastIterateNonEmpty();
        cookie != -1;
        cookie = map.fiNextNonEmpty(cookie)) {
      HeaderValues values = map.fiCurrent(cookie);
      String name = values.getHeaderName().toString();
      for (int i = 0; i < values.size(); i++) {
        headers.add(name, values.get(i));
      }
    }
    return headers.build();
  }
}
