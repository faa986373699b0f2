package io.robotocore.services.s3.select;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Shows records that end with something of their own as lines. The ends of lines that are part of
 * their values are hidden from who parses lines.
 */
final class DelimitedReader extends Reader {

  private static final char HIDDEN = '\uE000';

  private final BufferedReader text;
  private final String delimiter;

  DelimitedReader(BufferedReader text, String delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  /** A value as it was. */
  static String restored(String value) {
    return value.replace(HIDDEN, '\n');
  }

  @Override
  public int read(char[] characters, int offset, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int next = read();
      if (next < 0) {
        return count == 0 ? -1 : count;
      }
      characters[offset + count++] = (char) next;
    }
    return count;
  }

  @Override
  public int read() throws IOException {
    text.mark(delimiter.length());
    for (int i = 0; i < delimiter.length(); i++) {
      if (text.read() != delimiter.charAt(i)) {
        text.reset();
        int next = text.read();
        return next == '\n' ? HIDDEN : next;
      }
    }
    return '\n';
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
