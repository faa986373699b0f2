package io.robotocore.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes XML: elements, attributes and text, nothing else is needed to answer as AWS does. What is
 * written becomes bytes piece by piece, since a text that grows is copied each time that it does.
 */
final class XmlWriter {

  private static final int PIECE = 16 * 1024;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
  private final StringBuilder xml;

  /** Starts a document with a declaration. */
  XmlWriter(String declaration) {
    xml = new StringBuilder(1024).append(declaration).append('\n');
  }

  /** Opens an element. */
  XmlWriter open(String name) {
    return begin(name).ready();
  }

  /** Begins to open an element; its attributes follow. */
  XmlWriter begin(String name) {
    xml.append('<').append(name);
    return this;
  }

  /** Adds an attribute to the element that is being opened. */
  XmlWriter attribute(String name, String value) {
    xml.append(' ').append(name).append("=\"");
    escaped(value, true);
    xml.append('"');
    return this;
  }

  /** Puts the element that is being opened into a namespace; none if it is empty. */
  XmlWriter namespace(String uri) {
    return uri.isEmpty() ? this : attribute("xmlns", uri);
  }

  /** The element has all its attributes. */
  XmlWriter ready() {
    xml.append('>');
    return this;
  }

  /** Closes an element. */
  XmlWriter close(String name) {
    xml.append("</").append(name).append('>');
    if (xml.length() >= PIECE) {
      spill();
    }
    return this;
  }

  /** Writes an element that contains only text. */
  XmlWriter text(String name, String text) {
    return open(name).text(text).close(name);
  }

  /** Writes text into the element that is open. */
  XmlWriter text(String text) {
    escaped(text, false);
    return this;
  }

  private void escaped(String text, boolean attribute) {
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= '>' && (c < ' ' || c == '&' || c == '<' || c == '>' || c == '"')) {
        String escape = escape(c, attribute);
        if (!escape.isEmpty()) {
          xml.append(text, written, i).append(escape);
          written = i + 1;
        }
      }
    }
    xml.append(text, written, text.length());
  }

  /** What stands for a character; empty when it can stand for itself. */
  private static String escape(char c, boolean attribute) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\n', '\t' -> attribute ? "&#x" + Integer.toHexString(c) + ";" : "";
      default -> "&#x" + Integer.toHexString(c) + ";";
    };
  }

  private void spill() {
    bytes.writeBytes(xml.toString().getBytes(StandardCharsets.UTF_8));
    xml.setLength(0);
  }

  /** The document written so far. */
  byte[] toBytes() {
    if (bytes.size() == 0) {
      return xml.toString().getBytes(StandardCharsets.UTF_8);
    }
    spill();
    return bytes.toByteArray();
  }
}
