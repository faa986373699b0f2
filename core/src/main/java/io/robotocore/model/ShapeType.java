package io.robotocore.model;

import java.util.Locale;

/** The kinds of value that AWS's models know; a codec switches on it. */
public enum ShapeType {
  STRUCTURE,
  /** A structure without members of its own that stands for any JSON value. */
  DOCUMENT,
  LIST,
  MAP,
  STRING,
  BOOLEAN,
  INTEGER,
  LONG,
  FLOAT,
  DOUBLE,
  TIMESTAMP,
  BLOB;

  static ShapeType of(String modelName) {
    return valueOf(modelName.toUpperCase(Locale.ROOT));
  }
}
