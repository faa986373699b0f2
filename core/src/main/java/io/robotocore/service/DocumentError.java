package io.robotocore.service;

import java.util.Map;

/** The error that an operation of a {@link DocumentService} ends with. */
public final class DocumentError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String message;
  private final transient Map<String, Object> members;

  /**
   * An error of the service's model.
   *
   * @param code the name of its shape, or its code
   * @param message what is wrong
   * @param members what else the error says, by member name
   */
  public DocumentError(String code, String message, Map<String, Object> members) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.members = members;
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
}
