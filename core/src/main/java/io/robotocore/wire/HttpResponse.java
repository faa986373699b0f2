package io.robotocore.wire;

/**
 * A response as it goes.
 *
 * @param status the HTTP status code
 * @param headers the header fields, without those of the connection and without {@code
 *     Content-Length}
 * @param body the body
 */
public record HttpResponse(int status, Headers headers, Body body) {

  /** This response with one more header. */
  public HttpResponse with(String name, String value) {
    return new HttpResponse(status, headers.with(name, value), body);
  }
}
