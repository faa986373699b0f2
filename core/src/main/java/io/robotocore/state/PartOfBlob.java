package io.robotocore.state;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Some of the bytes of a blob on the heap or in a file. */
record PartOfBlob(Blob whole, long from, long length) implements Blob {

  @Override
  public InputStream stream() {
    if (whole instanceof HeapBlob heap) {
      return new BlobStream(this, new ByteArrayInputStream(heap.bytes(), (int) from, (int) length));
    }
    if (whole instanceof FileBlob file) {
      return new BlobStream(this, file.open(from, length));
    }
    throw new IllegalStateException("a part of something that consists of parts: " + whole);
  }

  @Override
  public Blob part(long start, long count) {
    if (start < 0 || count < 0 || count > length - start) {
      throw new IndexOutOfBoundsException(count + " bytes from " + start + " of " + length);
    }
    return whole.part(from + start, count);
  }
}
