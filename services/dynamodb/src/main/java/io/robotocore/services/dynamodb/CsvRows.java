package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The rows of a file of comma-separated values, one after the other. */
final class CsvRows implements Iterator<List<String>> {

  private final String text;
  private final char delimiter;
  private int at;

  CsvRows(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
  }

  @Override
  public boolean hasNext() {
    while (at < text.length() && isLineEnd()) {
      at++;
    }
    return at < text.length();
  }

  private boolean isLineEnd() {
    return text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  @Override
  public List<String> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<String> row = new ArrayList<>();
    row.add(value());
    while (at < text.length() && text.charAt(at) == delimiter) {
      at++;
      row.add(value());
    }
    return row;
  }

  private String value() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && text.charAt(at) != delimiter && !isLineEnd()) {
      if (text.charAt(at) == '"') {
        throw Invalid.because("Invalid CSV: a quote within a value that is not quoted");
      }
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    while (true) {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        throw Invalid.because("Invalid CSV: a quote is never closed");
      }
      value.append(text, at + 1, end);
      at = end + 1;
      if (at == text.length() || text.charAt(at) == delimiter || isLineEnd()) {
        return value.toString();
      }
      if (text.charAt(at) != '"') {
        throw Invalid.because("Invalid CSV: something behind a closing quote");
      }
      value.append('"');
    }
  }
}
