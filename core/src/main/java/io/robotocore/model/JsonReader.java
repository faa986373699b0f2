package io.robotocore.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one JSON value out of a longer text. A general JSON library costs more time to load in a
 * fresh JVM than it takes to read all of SQS's model with this.
 */
final class JsonReader {

  private final String text;
  private int at;

  private JsonReader(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** The object that begins at this place. */
  static JsonObject object(String text, int at) {
    JsonReader reader = new JsonReader(text, at);
    if (reader.next() != '{') {
      throw reader.unexpected();
    }
    return reader.object();
  }

  private Object value() {
    char first = next();
    return switch (first) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      case 't' -> word("true", Boolean.TRUE);
      case 'f' -> word("false", Boolean.FALSE);
      default -> number();
    };
  }

  private JsonObject object() {
    expect('{');
    if (next() == '}') {
      at++;
      return JsonObject.EMPTY;
    }
    Map<String, Object> members = new LinkedHashMap<>();
    do {
      if (next() != '"') {
        throw unexpected();
      }
      String name = string();
      expect(':');
      members.put(name, value());
    } while (more('}'));
    return new JsonObject(members);
  }

  private List<Object> list() {
    expect('[');
    List<Object> values = new ArrayList<>();
    if (next() == ']') {
      at++;
      return values;
    }
    do {
      values.add(value());
    } while (more(']'));
    return values;
  }

  /** Steps over a comma and says yes, or over the end and says no. */
  private boolean more(char end) {
    char separator = next();
    if (separator != ',' && separator != end) {
      throw unexpected();
    }
    at++;
    return separator == ',';
  }

  private String string() {
    int start = ++at;
    for (; ; at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return escapedString(start);
      }
    }
  }

  private String escapedString(int start) {
    StringBuilder unescaped = new StringBuilder().append(text, start, at);
    for (; ; at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        return unescaped.toString();
      }
      unescaped.append(c == '\\' ? escape() : c);
    }
  }

  /** The character that an escape stands for; ends on the last character of the escape. */
  private char escape() {
    char kind = text.charAt(++at);
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        yield (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
      }
      default -> throw unexpected();
    };
  }

  private BigDecimal number() {
    int start = at;
    while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (start == at) {
      throw unexpected();
    }
    return new BigDecimal(text.substring(start, at));
  }

  private Boolean word(String word, Boolean meaning) {
    if (!text.startsWith(word, at)) {
      throw unexpected();
    }
    at += word.length();
    return meaning;
  }

  private void expect(char expected) {
    if (next() != expected) {
      throw unexpected();
    }
    at++;
  }

  /** The next character that is not white space, without stepping over it. */
  private char next() {
    while (text.charAt(at) <= ' ') {
      at++;
    }
    return text.charAt(at);
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("not the JSON that was expected at character " + at);
  }
}
