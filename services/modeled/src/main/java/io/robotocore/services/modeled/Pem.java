package io.robotocore.services.modeled;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of a PEM text.
 *
 * @param label what it is: {@code CERTIFICATE}
 * @param content what is in it, as Base64 text without blanks
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
record Pem(String label, String content) {

  static final String CERTIFICATE = "CERTIFICATE";
  static final String REQUEST = "CERTIFICATE REQUEST";

  private static final int WIDTH = 64;
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

  static Pem of(String label, byte[] bytes) {
    return new Pem(label, Base64.getEncoder().encodeToString(bytes));
  }

  /** The blocks of a text. */
  static List<Pem> all(String text) {
    List<Pem> all = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      all.add(new Pem(block.group(1), block.group(2).replaceAll("\\s", "")));
    }
    return all;
  }

  /**
   * What is in the block.
   *
   * @throws IllegalArgumentException if it is no Base64 text
   */
  byte[] bytes() {
    return Base64.getDecoder().decode(content);
  }

  /** The block as it is written, with the end of its last line. */
  String text() {
    String lines =
        Base64.getMimeEncoder(WIDTH, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(bytes());
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
