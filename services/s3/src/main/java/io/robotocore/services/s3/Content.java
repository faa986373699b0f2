package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumAlgorithm;
import io.robotocore.checksum.ChecksumStream;
import io.robotocore.state.Blob;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The bytes of an object or a part.
 *
 * @param blob the bytes
 * @param etag the entity tag, without quotes
 * @param checksum their checksum
 * @param parts of what they were put together; empty if they came in one piece
 */
record Content(Blob blob, String etag, ObjectChecksum checksum, List<PartSize> parts) {

  static final Content NOTHING =
      new Content(
          Blob.empty(),
          "",
          ObjectChecksum.ofBytes(ObjectChecksum.DEFAULT, "AAAAAAAAAAA="),
          List.of());

  /** Bytes that came in one piece, with the checksum that came with them. */
  static Content of(Blob blob, Optional<ObjectChecksum> sent) {
    if (sent.isEmpty()) {
      return of(blob, ObjectChecksum.DEFAULT);
    }
    ChecksumStream md5 = ChecksumStream.md5();
    copy(blob, md5);
    return new Content(blob, hex(md5), sent.get(), List.of());
  }

  /** Bytes that came in one piece, with a checksum that is computed. */
  static Content of(Blob blob, ChecksumAlgorithm algorithm) {
    ChecksumStream md5 = ChecksumStream.md5();
    ChecksumStream sum = algorithm.begin();
    copy(
        blob,
        new OutputStream() {
          @Override
          public void write(int oneByte) {
            write(new byte[] {(byte) oneByte}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            md5.write(bytes, offset, length);
            sum.write(bytes, offset, length);
          }
        });
    return new Content(blob, hex(md5), ObjectChecksum.ofBytes(algorithm, base64(sum)), List.of());
  }

  private static void copy(Blob blob, OutputStream sums) {
    try (InputStream bytes = blob.stream()) {
      bytes.transferTo(sums);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hex(ChecksumStream sum) {
    return HexFormat.of().formatHex(sum.value());
  }

  private static String base64(ChecksumStream sum) {
    return Base64.getEncoder().encodeToString(sum.value());
  }

  long size() {
    return blob.length();
  }

  /** The entity tag as it stands in answers. */
  String quotedEtag() {
    return '"' + etag + '"';
  }

  Content withEtag(String other) {
    return new Content(blob, other, checksum, parts);
  }

  /**
   * A part of which an object was put together.
   *
   * @param number its number
   * @param size how many bytes it has
   * @param checksum their checksum
   */
  record PartSize(int number, long size, ObjectChecksum checksum) {}
}
