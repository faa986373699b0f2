package io.robotocore.state;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A stream of a blob's bytes, which knows the blob as long as nothing was read. */
final class BlobStream extends FilterInputStream {

  private final Blob blob;
  private boolean begun;

  BlobStream(Blob blob, InputStream bytes) {
    super(bytes);
    this.blob = blob;
  }

  /** The blob, if the stream still has all bytes of it in front of it. */
  Optional<Blob> unread() {
    return begun ? Optional.empty() : Optional.of(blob);
  }

  @Override
  public int read() throws IOException {
    begun = true;
    return super.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    begun = true;
    return super.read(bytes, offset, length);
  }

  @Override
  public long skip(long count) throws IOException {
    begun = true;
    return super.skip(count);
  }
}
