package io.robotocore.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Many bytes: a temporary file, which is deleted when nobody can reach the blob any more. */
final class FileBlob implements Blob {

  private static final Logger LOG = LoggerFactory.getLogger(FileBlob.class);
  private static final Cleaner CLEANER = Cleaner.create();

  private final Path file;
  private final long length;

  FileBlob(Path file, long length) {
    this.file = file;
    this.length = length;
    CLEANER.register(this, new Deletion(file));
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public InputStream stream() {
    return new BlobStream(this, open(0, length));
  }

  InputStream open(long from, long count) {
    try {
      return new Bytes(this, FileChannel.open(file, StandardOpenOption.READ), from, count);
    } catch (IOException e) {
      throw new UncheckedIOException("a blob's file cannot be read", e);
    }
  }

  private record Deletion(Path file) implements Runnable {
    @Override
    public void run() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        LOG.warn("{} cannot be deleted", file, e);
      }
    }
  }

  /** Bytes of a file; the file stays as long as somebody reads it. */
  private static final class Bytes extends InputStream {

    @SuppressWarnings("UnusedVariable") // holds on to the file
    private final FileBlob blob;

    private final FileChannel channel;
    private long position;
    private long left;

    private Bytes(FileBlob blob, FileChannel channel, long from, long count) {
      this.blob = blob;
      this.channel = channel;
      this.position = from;
      this.left = count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int most = (int) Math.min(left, length);
      int read = channel.read(ByteBuffer.wrap(bytes, offset, most), position);
      if (read > 0) {
        position += read;
        left -= read;
      }
      return read;
    }

    @Override
    public long skip(long count) {
      long skipped = Math.max(0, Math.min(count, left));
      position += skipped;
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() {
      return (int) Math.min(left, Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
