package io.robotocore.services.s3.select;

/** What stands where there is no value. */
enum Absent {
  /** Something that is known to have no value. */
  NULL,
  /** Nothing at all. */
  MISSING;

  /** Whether something is no value. */
  static boolean is(Object value) {
    return value instanceof Absent;
  }
}
