package io.robotocore.service;

import io.robotocore.protocol.JsonDocuments;
import java.util.Optional;
import software.amazon.awssdk.core.document.Document;

/**
 * JSON that users write, or read, as the content of a request or an answer: for services whose
 * subject it is.
 */
public final class Json {

  private Json() {}

  /** The value that a text holds; empty if the text is not JSON. */
  public static Optional<Document> read(byte[] text) {
    return JsonDocuments.of(text);
  }

  /** A value as a text in UTF-8. */
  public static byte[] write(Document value) {
    return JsonDocuments.text(value);
  }
}
