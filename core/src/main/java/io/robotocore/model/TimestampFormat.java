package io.robotocore.model;

/** How a point in time is written. */
public enum TimestampFormat {
  /** As the protocol does it where the model says nothing. */
  OF_PROTOCOL,
  /** {@code 2015-01-25T08:00:00Z}. */
  ISO8601,
  /** Seconds since 1970, with a fraction. */
  UNIX,
  /** {@code Sun, 25 Jan 2015 08:00:00 GMT}. */
  RFC822;

  static TimestampFormat of(String modelName) {
    return switch (modelName) {
      case "" -> OF_PROTOCOL;
      case "iso8601" -> ISO8601;
      case "unixTimestamp" -> UNIX;
      case "rfc822" -> RFC822;
      default -> throw new IllegalArgumentException("unknown timestamp format: " + modelName);
    };
  }
}
