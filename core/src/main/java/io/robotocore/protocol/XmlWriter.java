package io.robotocore.protocol;

import java.util.Optional;

/** Writes XML: elements and text, nothing else is needed to answer as AWS does. */
final class XmlWriter {

  private final StringBuilder xml = new StringBuilder(512).append("<?xml version=\"1.0\"?>\n");

  /** Opens an element. */
  XmlWriter open(String name) {
    xml.append('<').append(name).append('>');
    return this;
  }

  /** Opens an element, in a namespace if there is one. */
  XmlWriter open(String name, Optional<String> namespace) {
    xml.append('<').append(name);
    namespace.ifPresent(uri -> xml.append(" xmlns=\"").append(uri).append('"'));
    xml.append('>');
    return this;
  }

  /** Closes an element. */
  XmlWriter close(String name) {
    xml.append("</").append(name).append('>');
    return this;
  }

  /** Writes an element that contains only text. */
  XmlWriter text(String name, String text) {
    return open(name).text(text).close(name);
  }

  private XmlWriter text(String text) {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      String escape = escape(text.charAt(i));
      if (!escape.isEmpty()) {
        xml.append(text, written, i).append(escape);
        written = i + 1;
      }
    }
    xml.append(text, written, text.length());
    return this;
  }

  /** What stands for a character; empty when it can stand for itself. */
  private static String escape(char c) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\r' -> "&#xD;";
      default -> c < ' ' && c != '\n' && c != '\t' ? "&#x" + Integer.toHexString(c) + ";" : "";
    };
  }

  /** The document written so far. */
  @Override
  public String toString() {
    return xml.toString();
  }
}
