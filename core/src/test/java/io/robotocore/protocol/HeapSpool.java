package io.robotocore.protocol;

import io.robotocore.wire.Body;
import io.robotocore.wire.Spool;
import java.io.ByteArrayOutputStream;

/**
 * Keeps a body in memory.
 *
 * @param target the memory
 */
record HeapSpool(ByteArrayOutputStream target) implements Spool {

  HeapSpool() {
    this(new ByteArrayOutputStream());
  }

  @Override
  public Body body() {
    return Body.of(target.toByteArray());
  }

  @Override
  public void close() {
    // The memory needs no closing.
  }
}
