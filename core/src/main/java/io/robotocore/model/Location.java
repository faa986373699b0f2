package io.robotocore.model;

/** Where a member of an operation's input or output travels in HTTP. */
public enum Location {
  BODY,
  HEADER,
  /** Every header that begins with the member's wire name, as a map. */
  HEADERS,
  QUERY,
  URI,
  STATUS_CODE;

  static Location of(String modelName) {
    return switch (modelName) {
      case "" -> BODY;
      case "header" -> HEADER;
      case "headers" -> HEADERS;
      case "querystring" -> QUERY;
      case "uri" -> URI;
      case "statusCode" -> STATUS_CODE;
      default -> throw new IllegalArgumentException("unknown location: " + modelName);
    };
  }
}
