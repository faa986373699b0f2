package io.robotocore.services.s3.select;

/** What is computed for each row. */
@FunctionalInterface
interface Term {

  /** The value for a row: a text, a number, a truth value, a time, a list, a map, or none. */
  Object of(Row row);

  /** Whether it is true for a row. */
  default boolean holds(Row row) {
    return Boolean.TRUE.equals(of(row));
  }
}
