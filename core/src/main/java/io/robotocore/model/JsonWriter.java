package io.robotocore.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes JSON on one line and in ASCII: a text of one byte a character is read without decoding.
 */
final class JsonWriter {

  private JsonWriter() {}

  static String text(Object value) {
    if (value instanceof JsonObject object) {
      return object.members().entrySet().stream()
          .map(JsonWriter::member)
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonWriter::text).collect(Collectors.joining(",", "[", "]"));
    }
    if (value instanceof BigDecimal number) {
      return number.toString();
    }
    return value instanceof Boolean ? value.toString() : quoted((String) value);
  }

  private static String member(Map.Entry<String, Object> member) {
    return quoted(member.getKey()) + ":" + text(member.getValue());
  }

  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> append(quoted, (char) c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, char c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append(c);
    } else if (c < ' ' || c > '~') {
      quoted.append(String.format("\\u%04x", (int) c));
    } else {
      quoted.append(c);
    }
  }
}
