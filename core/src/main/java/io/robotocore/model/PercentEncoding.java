package io.robotocore.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes percent-encoding off. An escape that is none is left as it is: whoever needs the value will
 * refuse it.
 */
public final class PercentEncoding {

  private PercentEncoding() {}

  /** Decodes a part of a path. */
  public static String decode(String text) {
    return text.indexOf('%') < 0 ? text : unescape(text);
  }

  /** Decodes a part of a form or query string, in which a plus sign is a space. */
  public static String decodeForm(String text) {
    return decode(text.indexOf('+') < 0 ? text : text.replace('+', ' '));
  }

  private static String unescape(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(encoded.length);
    for (int i = 0; i < encoded.length; i++) {
      int value =
          encoded[i] == '%' && i + 2 < encoded.length ? hex(encoded[i + 1], encoded[i + 2]) : -1;
      decoded.write(value < 0 ? encoded[i] : value);
      i += value < 0 ? 0 : 2;
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}
