package io.robotocore.service;

import java.util.Map;
import java.util.OptionalInt;

/** The error that an operation of a {@link DocumentService} ends with. */
public final class DocumentError extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN = 0;

  private final String code;
  private final String message;
  private final transient Map<String, Object> members;
  private final int status;

  /**
   * An error of the service's model.
   *
   * @param code the name of its shape, or its code
   * @param message what is wrong
   * @param members what else the error says, by member name
   */
  public DocumentError(String code, String message, Map<String, Object> members) {
    this(code, message, members, UNKNOWN);
  }

  private DocumentError(String code, String message, Map<String, Object> members, int status) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.members = members;
    this.status = status;
  }

  /**
   * An error that no model describes.
   *
   * @param code its code
   * @param message what is wrong
   * @param status its HTTP status
   */
  public static DocumentError unmodeled(String code, String message, int status) {
    return new DocumentError(code, message, Map.of(), status);
  }

  /** The name of the error's shape, or its code. */
  public String code() {
    return code;
  }

  /** What is wrong. */
  public String message() {
    return message;
  }

  /** What else the error says. */
  public Map<String, Object> members() {
    return members;
  }

  /** The HTTP status, if it is not the one that the service's model says. */
  public OptionalInt status() {
    return status == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
