package io.robotocore.protocol;

/** A request that cannot be understood: what is wrong with it, as AWS says it. */
public final class WireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String message;
  private final int status;

  /** A request that is refused with an error code and a message, and with HTTP's status 400. */
  public WireException(String code, String message) {
    this(code, message, 400);
  }

  /** A request that is refused with an error code, a message, and an HTTP status. */
  public WireException(String code, String message, int status) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.status = status;
  }

  /** The error code: {@code SerializationException}. */
  public String code() {
    return code;
  }

  /** What is wrong, as AWS says it. */
  public String message() {
    return message;
  }

  /** The HTTP status of the answer. */
  public int status() {
    return status;
  }
}
