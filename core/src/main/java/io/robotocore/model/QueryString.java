package io.robotocore.model;

import java.util.Optional;

/**
 * A query string, or a form, which is written alike. It is searched, not taken apart: few of its
 * fields are asked for.
 */
public final class QueryString {

  private final String text;

  /** A query string as it was sent, without the question mark. */
  public QueryString(String text) {
    this.text = text;
  }

  /** Whether there is a field of this name. */
  public boolean has(String name) {
    return find(name) >= 0;
  }

  /** The first value of a field, decoded; a field without an equals sign has an empty one. */
  public Optional<String> first(String name) {
    int field = find(name);
    if (field < 0) {
      return Optional.empty();
    }
    int equals = endOfName(field);
    int end = endOfField(equals);
    return Optional.of(
        equals == end ? "" : PercentEncoding.decodeForm(text.substring(equals + 1, end)));
  }

  String firstOr(String name, String otherwise) {
    return first(name).orElse(otherwise);
  }

  /** Where the first field of this name begins, or -1. */
  private int find(String name) {
    int field = 0;
    while (field < text.length()) {
      int endOfName = endOfName(field);
      if (isNamed(field, endOfName, name)) {
        return field;
      }
      field = endOfField(endOfName) + 1;
    }
    return -1;
  }

  private int endOfName(int field) {
    int end = field;
    while (end < text.length() && text.charAt(end) != '=' && text.charAt(end) != '&') {
      end++;
    }
    return end;
  }

  private int endOfField(int from) {
    int ampersand = text.indexOf('&', from);
    return ampersand < 0 ? text.length() : ampersand;
  }

  private boolean isNamed(int start, int end, String name) {
    if (end - start == name.length()) {
      return text.startsWith(name, start);
    }
    return end - start > name.length()
        && PercentEncoding.decodeForm(text.substring(start, end)).equals(name);
  }
}
