package io.robotocore.wire;

/**
 * A request as it came.
 *
 * @param method the HTTP method in upper case
 * @param path the path as sent, still percent-encoded, beginning with {@code /}
 * @param query the query string as sent, without the question mark; empty when there is none
 * @param headers the header fields; {@code Host} is always among them
 * @param body the body after transfer and content encodings were taken off
 */
public record HttpRequest(String method, String path, String query, Headers headers, Body body) {

  /** This request with another body. */
  public HttpRequest withBody(Body other) {
    return new HttpRequest(method, path, query, headers, other);
  }

  /** This request with another path. */
  public HttpRequest withPath(String other) {
    return new HttpRequest(method, other, query, headers, body);
  }

  /** The host that the client asked for, with the port if it sent one. */
  public String host() {
    return headers.firstOr("Host", "localhost");
  }

  /**
   * The media type of the body without its parameters, in the case in which it was sent; empty when
   * none was sent.
   */
  public String mediaType() {
    String contentType = headers.firstOr("Content-Type", "");
    int parameters = contentType.indexOf(';');
    return (parameters < 0 ? contentType : contentType.substring(0, parameters)).trim();
  }
}
