package io.robotocore.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Takes in a body that may be too large to be kept in memory. To be closed, which drops what was
 * written if nobody asked for the body.
 */
public interface Spool extends Closeable {

  /** Where the bytes of the body are written to. */
  OutputStream target();

  /** What was written, as a body that can be read any number of times. */
  Body body() throws IOException;
}
