package io.robotocore.model;

/** The kinds of value that AWS's models know; a codec switches on it. */
public enum ShapeType {
  STRUCTURE,
  /** A structure without members of its own that stands for any JSON value. */
  DOCUMENT,
  LIST,
  MAP,
  STRING,
  BOOLEAN,
  BYTE,
  SHORT,
  INTEGER,
  LONG,
  FLOAT,
  DOUBLE,
  TIMESTAMP,
  BLOB;

  /** The type of a shape that has no parts. */
  static ShapeType ofSimple(String modelName) {
    return switch (modelName) {
      case "string" -> STRING;
      case "boolean" -> BOOLEAN;
      case "byte" -> BYTE;
      case "short" -> SHORT;
      case "integer" -> INTEGER;
      case "long" -> LONG;
      case "float" -> FLOAT;
      case "double" -> DOUBLE;
      case "timestamp" -> TIMESTAMP;
      case "blob" -> BLOB;
      default -> throw new IllegalArgumentException("unknown type: " + modelName);
    };
  }
}
