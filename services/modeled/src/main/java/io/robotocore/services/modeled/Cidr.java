package io.robotocore.services.modeled;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of IPv4 addresses.
 *
 * @param first the first address
 * @param length how many leading bits all of them share
 */
record Cidr(long first, int length) {

  private static final int BITS = 32;
  private static final int BYTE = 0xFF;
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  /** The block of a text, which need not name its first address; empty if it is none. */
  static Optional<Cidr> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 1; i <= 4; i++) {
      int part = Integer.parseInt(parts.group(i));
      if (part > BYTE) {
        return Optional.empty();
      }
      address = address << 8 | part;
    }
    int length = Integer.parseInt(parts.group(5));
    return length > BITS
        ? Optional.empty()
        : Optional.of(new Cidr(address & -(1L << (BITS - length)), length));
  }

  long size() {
    return 1L << (BITS - length);
  }

  boolean contains(Cidr other) {
    return first <= other.first && other.first + other.size() <= first + size();
  }

  boolean overlaps(Cidr other) {
    return first < other.first + other.size() && other.first < first + size();
  }

  /** The address at a position in the block. */
  String address(long index) {
    long address = first + index;
    return (address >> 24 & BYTE)
        + "."
        + (address >> 16 & BYTE)
        + "."
        + (address >> 8 & BYTE)
        + "."
        + (address & BYTE);
  }

  @Override
  public String toString() {
    return address(0) + "/" + length;
  }
}
