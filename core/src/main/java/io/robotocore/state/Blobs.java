package io.robotocore.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the blobs of one emulator; their files are in a directory that goes when it is closed. */
public final class Blobs implements AutoCloseable {

  private @Nullable Path directory;
  private boolean closed;

  /**
   * Reads a stream to its end and keeps the bytes. The stream of a blob that nobody has begun to
   * read gives that blob, without a copy.
   *
   * @throws UncheckedIOException if the stream cannot be read or the bytes cannot be stored
   */
  public Blob keep(InputStream bytes) {
    Optional<Blob> unread = bytes instanceof BlobStream stream ? stream.unread() : Optional.empty();
    return unread.isPresent() ? unread.get() : copy(bytes);
  }

  private Blob copy(InputStream bytes) {
    try (Writer writer = writer()) {
      bytes.transferTo(writer);
      return writer.blob();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a blob of which the bytes are still to come. */
  public Writer writer() {
    return new Writer();
  }

  private synchronized Path newFile() throws IOException {
    if (closed) {
      throw new IOException("the emulator is closed");
    }
    @Nullable Path known = directory;
    if (known == null) {
      known = Files.createTempDirectory("robotocore-");
      directory = known;
    }
    return Files.createTempFile(known, "", ".blob");
  }

  /** Deletes all files. Blobs on the heap can still be read. */
  @Override
  public synchronized void close() {
    closed = true;
    @Nullable Path present = directory;
    if (present == null) {
      return;
    }
    try (Stream<Path> files = Files.walk(present)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("temporary files cannot be deleted", e);
    }
  }

  /** Takes the bytes of a blob in; to be closed, which drops them if nobody asked for the blob. */
  public final class Writer extends OutputStream {

    private final ByteArrayOutputStream few = new ByteArrayOutputStream(1024);
    private @Nullable Path file;
    private @Nullable OutputStream many;
    private long length;
    private boolean taken;

    private Writer() {}

    @Override
    public void write(int oneByte) throws IOException {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      length += count;
      if (many == null && length > Blob.MOST_ON_HEAP) {
        file = newFile();
        many = Files.newOutputStream(file);
        few.writeTo(many);
        few.reset();
      }
      OutputStream target = many == null ? few : many;
      target.write(bytes, offset, count);
    }

    /** The bytes so far as a blob; nothing can be written afterwards. */
    public Blob blob() throws IOException {
      taken = true;
      if (many == null || file == null) {
        return Blob.of(few.toByteArray());
      }
      many.close();
      return new FileBlob(file, length);
    }

    @Override
    public void close() throws IOException {
      if (!taken && many != null && file != null) {
        many.close();
        Files.deleteIfExists(file);
      }
    }
  }
}
