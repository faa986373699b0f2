package io.robotocore.services.s3.select;

import java.io.IOException;
import java.util.Optional;

/** Reads the records of an object one after the other. */
interface Rows {

  /** The next record; empty if there is none. */
  Optional<Row> next() throws IOException;
}
