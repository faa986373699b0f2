package io.robotocore.services.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Stands in for the blobs of core until they are there. */
record Blob(byte[] bytes) {

  long length() {
    return bytes.length;
  }

  InputStream stream() {
    return new ByteArrayInputStream(bytes);
  }
}
