package io.robotocore.state;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A few bytes. */
record HeapBlob(byte[] bytes) implements Blob {

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public InputStream stream() {
    return new BlobStream(this, new ByteArrayInputStream(bytes));
  }
}
