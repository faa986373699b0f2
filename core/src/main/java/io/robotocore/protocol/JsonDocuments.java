package io.robotocore.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;

/** Documents: members that hold any JSON value. */
public final class JsonDocuments {

  private JsonDocuments() {}

  /** The value that a text of its own holds; empty if it is not JSON. */
  public static Optional<Document> of(byte[] text) {
    try {
      return text.length == 0
          ? Optional.empty()
          : Optional.of(JsonReader.document(Dialect.JSON, text));
    } catch (WireException malformed) {
      return Optional.empty();
    }
  }

  /** A document as a text of its own. */
  public static byte[] text(Document document) {
    return JsonWriter.document(Dialect.JSON, document);
  }

  /** Reads the value at which the parser stands. */
  static Document read(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, Document> map = new LinkedHashMap<>();
        for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
          json.nextToken();
          map.put(key, read(json));
        }
        yield Document.fromMap(map);
      }
      case START_ARRAY -> {
        List<Document> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(read(json));
        }
        yield Document.fromList(list);
      }
      case VALUE_STRING -> Document.fromString(json.getText());
      case VALUE_TRUE, VALUE_FALSE -> Document.fromBoolean(json.getBooleanValue());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Document.fromNumber(SdkNumber.fromString(json.getText()));
      default -> Document.fromNull();
    };
  }

  /** Writes a document. */
  static void write(JsonGenerator json, Document document) throws IOException {
    if (document.isMap()) {
      json.writeStartObject();
      for (Map.Entry<String, Document> entry : document.asMap().entrySet()) {
        json.writeFieldName(entry.getKey());
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (document.isList()) {
      json.writeStartArray();
      for (Document element : document.asList()) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (document.isString()) {
      json.writeString(document.asString());
    } else if (document.isBoolean()) {
      json.writeBoolean(document.asBoolean());
    } else if (document.isNumber()) {
      json.writeNumber(document.asNumber().stringValue());
    } else {
      json.writeNull();
    }
  }
}
