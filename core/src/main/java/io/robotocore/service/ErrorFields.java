package io.robotocore.service;

import java.util.Map;

/**
 * What an error answer says besides code and message, where no model describes it: to be the {@code
 * cause} of the exception that an operation throws.
 */
public final class ErrorFields extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, String> body;
  private final transient Map<String, String> headers;

  private ErrorFields(Map<String, String> body, Map<String, String> headers) {
    super(body.toString(), null, false, false);
    this.body = body;
    this.headers = headers;
  }

  /**
   * Fields of the answer's body.
   *
   * @param body the fields by their names; they are sent in the map's order
   */
  public static ErrorFields of(Map<String, String> body) {
    return new ErrorFields(body, Map.of());
  }

  /**
   * These fields, and headers of the answer.
   *
   * @param others the headers by their names
   */
  public ErrorFields headers(Map<String, String> others) {
    return new ErrorFields(body, others);
  }

  /** The fields of the body. */
  public Map<String, String> body() {
    return body;
  }

  /** The headers. */
  public Map<String, String> headers() {
    return headers;
  }
}
