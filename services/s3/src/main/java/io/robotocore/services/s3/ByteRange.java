package io.robotocore.services.s3;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of an object's bytes.
 *
 * @param from the index of its first byte
 * @param length how many bytes it has
 * @param part the number of the part that it is
 */
record ByteRange(long from, long length, Optional<Integer> part) {

  private static final Pattern FORM = Pattern.compile("bytes\\s*=\\s*([0-9]*)\\s*-\\s*([0-9]*)");

  static ByteRange of(long from, long length) {
    return new ByteRange(from, length, Optional.empty());
  }

  /**
   * The range that a header asks for. What has another form is no range, and neither are several,
   * of which S3 gives none.
   *
   * @throws software.amazon.awssdk.services.s3.model.S3Exception if an object of this size has no
   *     byte in the range
   */
  static Optional<ByteRange> parse(String header, long size) {
    Matcher form = FORM.matcher(header.strip());
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return Optional.empty();
    }
    long first = number(form.group(1), size);
    long last = number(form.group(2), Long.MAX_VALUE);
    if (form.group(1).isEmpty()) {
      first = Math.max(0, size - last);
      last = size - 1;
    } else if (last < first) {
      return Optional.empty();
    }
    if (first >= size) {
      throw ObjectError.invalidRange(header, size);
    }
    return Optional.of(of(first, Math.min(last, size - 1) - first + 1));
  }

  private static long number(String digits, long otherwise) {
    if (digits.isEmpty()) {
      return otherwise;
    }
    return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
  }

  /** The bytes that are a part of an object. */
  static ByteRange ofPart(Content content, int number) {
    int count = Math.max(1, content.parts().size());
    if (number < 1 || number > count) {
      throw ObjectError.invalidPartNumber(number, count);
    }
    if (content.parts().isEmpty()) {
      return new ByteRange(0, content.size(), Optional.of(1));
    }
    long from =
        content.parts().subList(0, number - 1).stream().mapToLong(Content.PartSize::size).sum();
    return new ByteRange(from, content.parts().get(number - 1).size(), Optional.of(number));
  }

  /** What the header {@code Content-Range} says. */
  String header(long size) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
