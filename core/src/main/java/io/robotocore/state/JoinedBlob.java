package io.robotocore.state;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;

/** Blobs one behind the other. */
record JoinedBlob(List<Blob> parts, long length) implements Blob {

  JoinedBlob(List<Blob> parts) {
    this(List.copyOf(parts), parts.stream().mapToLong(Blob::length).sum());
  }

  @Override
  public InputStream stream() {
    return new BlobStream(this, new SequenceInputStream(new Streams(parts.iterator())));
  }

  @Override
  public Blob part(long from, long count) {
    if (from < 0 || count < 0 || count > length - from) {
      throw new IndexOutOfBoundsException(count + " bytes from " + from + " of " + length);
    }
    List<Blob> within = new ArrayList<>();
    long start = 0;
    for (Blob part : parts) {
      long first = Math.max(from, start);
      long end = Math.min(from + count, start + part.length());
      if (first < end) {
        within.add(part.part(first - start, end - first));
      }
      start += part.length();
    }
    return Blob.of(within);
  }

  /**
   * The streams of blobs, as {@link SequenceInputStream} wants them, each opened when the one
   * before has ended.
   */
  @SuppressWarnings("JdkObsolete")
  private record Streams(Iterator<Blob> parts) implements Enumeration<InputStream> {
    @Override
    public boolean hasMoreElements() {
      return parts.hasNext();
    }

    @Override
    public InputStream nextElement() {
      return parts.next().stream();
    }
  }
}
