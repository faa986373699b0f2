package io.robotocore.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding as signatures want it: everything but letters, digits and {@code -._~}. */
final class UriEncoding {

  private static final String UNRESERVED = "-._~";
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private UriEncoding() {}

  /** Encodes a text, slashes included. */
  static String encode(String text) {
    return encode(text, UNRESERVED);
  }

  /** Encodes a path and leaves its slashes. */
  static String encodePath(String path) {
    return encode(path, UNRESERVED + "/");
  }

  private static String encode(String text, String asTheyAre) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isLetterOrDigit(b) || asTheyAre.indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        HEX.toHexDigits(encoded.append('%'), b);
      }
    }
    return encoded.toString();
  }

  private static boolean isLetterOrDigit(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }
}
