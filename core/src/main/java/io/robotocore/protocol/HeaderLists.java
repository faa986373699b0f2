package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import io.robotocore.model.TimestampFormat;
import java.util.ArrayList;
import java.util.List;

/** Lists in headers: values between commas, in quotes where they have commas themselves. */
final class HeaderLists {

  private HeaderLists() {}

  /** The entries of the lists that headers of one name hold. */
  static List<String> split(List<String> headers, Member element) {
    boolean dates =
        element.target().type() == ShapeType.TIMESTAMP
            && Timestamps.of(element, TimestampFormat.RFC822) == Timestamps.RFC_822;
    List<String> entries = new ArrayList<>();
    for (String header : headers) {
      split(header, dates, entries);
    }
    return entries;
  }

  /** Dates have a comma of their own behind the day of the week. */
  private static void split(String header, boolean dates, List<String> entries) {
    StringBuilder entry = new StringBuilder();
    boolean quoted = false;
    boolean wasQuoted = false;
    int commas = 0;
    for (int i = 0; i < header.length(); i++) {
      char c = header.charAt(i);
      if (c == '"') {
        quoted = !quoted;
        wasQuoted = true;
      } else if (quoted && c == '\\' && i + 1 < header.length()) {
        entry.append(header.charAt(++i));
      } else if (c == ',' && !quoted && (!dates || commas++ % 2 == 1)) {
        add(entry, wasQuoted, entries);
        wasQuoted = false;
      } else {
        entry.append(c);
      }
    }
    add(entry, wasQuoted, entries);
  }

  private static void add(StringBuilder entry, boolean wasQuoted, List<String> entries) {
    String text = entry.toString().trim();
    if (wasQuoted || !text.isEmpty()) {
      entries.add(text);
    }
    entry.setLength(0);
  }

  /** A header for a list of values. */
  static String join(Member element, List<? extends Object> values, Texts texts) {
    StringBuilder header = new StringBuilder();
    for (Object value : values) {
      String text = texts.format(element, value, TimestampFormat.RFC822);
      header.append(header.isEmpty() ? "" : ", ");
      header.append(element.target().type() == ShapeType.STRING ? quoted(text) : text);
    }
    return header.toString();
  }

  private static String quoted(String text) {
    boolean plain = text.indexOf(',') < 0 && text.indexOf('"') < 0 && !text.isEmpty();
    return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
