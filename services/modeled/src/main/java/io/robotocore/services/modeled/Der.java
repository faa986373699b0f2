package io.robotocore.services.modeled;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A value of ASN.1 in its distinguished encoding, of which certificates, requests for them and keys
 * are made.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-X.690">X.690</a>
 */
final class Der {

  static final Der NULL = new Der(5, new byte[0]);

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONSTRUCTED = 0x20;
  private static final int CONTEXT = 0x80;
  private static final int LONG_LENGTH = 0x80;
  private static final int OID = 6;
  private static final int BIT_STRING = 3;
  private static final int CENTURY_OF_UTC = 2050;
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter GENERALIZED =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final int tag;
  private final byte[] content;

  private Der(int tag, byte[] content) {
    this.tag = tag;
    this.content = content;
  }

  static Der sequence(Der... parts) {
    return sequence(List.of(parts));
  }

  static Der sequence(List<Der> parts) {
    return new Der(SEQUENCE, joined(parts));
  }

  static Der set(Der part) {
    return new Der(SET, part.encoded());
  }

  static Der integer(long value) {
    return integer(BigInteger.valueOf(value));
  }

  static Der integer(BigInteger value) {
    return new Der(2, value.toByteArray());
  }

  static Der bool(boolean value) {
    return new Der(1, new byte[] {(byte) (value ? 0xFF : 0)});
  }

  static Der octets(byte[] value) {
    return new Der(4, value.clone());
  }

  /** A string of whole bytes of bits. */
  static Der bits(byte[] value) {
    byte[] padded = new byte[value.length + 1];
    System.arraycopy(value, 0, padded, 1, value.length);
    return new Der(BIT_STRING, padded);
  }

  /** Bits of which the first is the highest, without those after the last that is set. */
  static Der flags(List<Boolean> flags) {
    int length = flags.lastIndexOf(true) + 1;
    byte[] bits = new byte[1 + (length + Byte.SIZE - 1) / Byte.SIZE];
    bits[0] = (byte) ((bits.length - 1) * Byte.SIZE - length);
    for (int i = 0; i < length; i++) {
      if (flags.get(i)) {
        bits[1 + i / Byte.SIZE] |= (byte) (LONG_LENGTH >> (i % Byte.SIZE));
      }
    }
    return new Der(BIT_STRING, bits);
  }

  static Der utf8(String text) {
    return new Der(12, text.getBytes(StandardCharsets.UTF_8));
  }

  static Der printable(String text) {
    return new Der(19, text.getBytes(StandardCharsets.US_ASCII));
  }

  static Der ia5(String text) {
    return new Der(22, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A moment, in the form that certificates have it in. */
  static Der time(Instant moment) {
    boolean early = moment.atOffset(ZoneOffset.UTC).getYear() < CENTURY_OF_UTC;
    String text = (early ? UTC : GENERALIZED).format(moment);
    return new Der(early ? 23 : 24, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A value within a tag of its context. */
  static Der explicit(int number, Der value) {
    return new Der(CONTEXT | CONSTRUCTED | number, value.encoded());
  }

  /** A value whose tag is that of its context. */
  static Der implicit(int number, Der value) {
    return new Der(CONTEXT | (value.tag & CONSTRUCTED) | number, value.content);
  }

  /** An object identifier, written with dots. */
  static Der oid(String text) {
    String[] arcs = text.split("\\.");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BigInteger first = new BigInteger(arcs[0]).multiply(BigInteger.valueOf(40));
    arc(bytes, first.add(new BigInteger(arcs[1])));
    for (String arc : Arrays.asList(arcs).subList(2, arcs.length)) {
      arc(bytes, new BigInteger(arc));
    }
    return new Der(OID, bytes.toByteArray());
  }

  private static void arc(ByteArrayOutputStream bytes, BigInteger arc) {
    for (int shift = (Math.max(1, arc.bitLength()) - 1) / 7 * 7; shift >= 0; shift -= 7) {
      int digit = arc.shiftRight(shift).intValue() & 0x7F;
      bytes.write(shift == 0 ? digit : digit | LONG_LENGTH);
    }
  }

  /**
   * Reads one value.
   *
   * @throws IllegalArgumentException if that is not what the bytes are
   */
  static Der read(byte[] bytes) {
    List<Der> values = all(bytes);
    if (values.size() != 1) {
      throw new IllegalArgumentException("not one value");
    }
    return values.get(0);
  }

  private static List<Der> all(byte[] bytes) {
    List<Der> values = new ArrayList<>();
    int at = 0;
    while (at < bytes.length) {
      int start = at + 2;
      int length = start > bytes.length ? -1 : bytes[at + 1] & 0xFF;
      if (length > LONG_LENGTH) {
        int digits = length - LONG_LENGTH;
        length = digits > 3 || start + digits > bytes.length ? -1 : number(bytes, start, digits);
        start += digits;
      }
      if (length < 0 || start + length > bytes.length) {
        throw new IllegalArgumentException("a value is cut off");
      }
      values.add(new Der(bytes[at] & 0xFF, Arrays.copyOfRange(bytes, start, start + length)));
      at = start + length;
    }
    return values;
  }

  private static int number(byte[] bytes, int start, int digits) {
    return new BigInteger(1, Arrays.copyOfRange(bytes, start, start + digits)).intValue();
  }

  /**
   * What this is made of.
   *
   * @throws IllegalArgumentException if it is not made of values
   */
  List<Der> parts() {
    return all(content);
  }

  /**
   * One of the values that this is made of.
   *
   * @throws IllegalArgumentException if there is no such
   */
  Der part(int index) {
    List<Der> parts = parts();
    if (index >= parts.size()) {
      throw new IllegalArgumentException("a part is missing");
    }
    return parts.get(index);
  }

  /** Whether this has the tag of its context with a number. */
  boolean isContext(int number) {
    return (tag & ~CONSTRUCTED) == (CONTEXT | number);
  }

  /** The bytes of this, without what says that they are a string of bits. */
  byte[] bytes() {
    return tag == BIT_STRING && content.length > 0
        ? Arrays.copyOfRange(content, 1, content.length)
        : content.clone();
  }

  byte[] encoded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(tag);
    if (content.length < LONG_LENGTH) {
      bytes.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      int sign = length[0] == 0 ? 1 : 0;
      bytes.write(LONG_LENGTH | (length.length - sign));
      bytes.write(length, sign, length.length - sign);
    }
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  private static byte[] joined(List<Der> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    parts.forEach(part -> bytes.writeBytes(part.encoded()));
    return bytes.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Der der && der.tag == tag && Arrays.equals(der.content, content);
  }

  @Override
  public int hashCode() {
    return 31 * tag + Arrays.hashCode(content);
  }
}
