package io.robotocore.services.s3.select;

import io.robotocore.state.Blob;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.services.s3.model.ScanRange;

/**
 * The part of an object whose records are wanted: all that begin in it.
 *
 * @param content the object
 * @param delimiter what ends a record
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html">scan
 *     range</a>
 */
record ScannedRange(Blob content, String delimiter) {

  /** The records that begin in a range. */
  Blob of(ScanRange range) throws IOException {
    long size = content.length();
    long start =
        range.start() != null
            ? range.start()
            : Math.max(0, size - (range.end() == null ? size : range.end()));
    long end =
        range.start() == null || range.end() == null ? size - 1 : Math.min(range.end(), size - 1);
    if (start < 0 || end < start) {
      throw SelectError.invalidRange();
    }
    long from = start == 0 ? 0 : behindDelimiter(start - 1);
    long to = end >= size - 1 ? size : behindDelimiter(end);
    return content.part(Math.min(from, to), Math.max(0, to - from));
  }

  /** The place behind the first delimiter that ends at or behind a place. */
  private long behindDelimiter(long place) throws IOException {
    byte[] wanted = delimiter.getBytes(StandardCharsets.UTF_8);
    long here = Math.max(0, place - wanted.length + 1);
    int matched = 0;
    try (InputStream bytes =
        new BufferedInputStream(content.stream(here, content.length() - here))) {
      for (int next = bytes.read(); next >= 0; next = bytes.read()) {
        here++;
        matched = next == wanted[matched] ? matched + 1 : next == wanted[0] ? 1 : 0;
        if (matched == wanted.length) {
          return here;
        }
      }
    }
    return content.length();
  }
}
