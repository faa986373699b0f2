package io.robotocore.protocol;

/**
 * A request that cannot be understood: what is wrong with it, as AWS says it. Answered with status
 * 400.
 */
public final class WireException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String message;

  /** A request that is refused with an error code and a message. */
  public WireException(String code, String message) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
  }

  /** The error code: {@code SerializationException}. */
  public String code() {
    return code;
  }

  /** What is wrong, as AWS says it. */
  public String message() {
    return message;
  }
}
