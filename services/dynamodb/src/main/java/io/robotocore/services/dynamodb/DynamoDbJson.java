package io.robotocore.services.dynamodb;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items as JSON, as they are in exports, imports and the records of Kinesis data streams: each
 * value an object whose one name is its type.
 */
final class DynamoDbJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private DynamoDbJson() {}

  /** Something that writes JSON. */
  @FunctionalInterface
  interface Writer {
    void write(JsonGenerator json) throws IOException;
  }

  /** The text that is written. */
  static String text(Writer writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      writer.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** An item as a line of an export: {@code {"Item": {…}}}. */
  static String line(Document item) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeFieldName("Item");
          write(item, json);
          json.writeEndObject();
        });
  }

  static void write(Document item, JsonGenerator json) throws IOException {
    write(Attributes.write(item), json);
  }

  private static void write(Map<String, AttributeValue> item, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, AttributeValue> attribute : item.entrySet()) {
      json.writeFieldName(attribute.getKey());
      write(attribute.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void write(AttributeValue value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.type().name());
    switch (value.type()) {
      case S -> json.writeString(value.s());
      case N -> json.writeString(value.n());
      case B -> json.writeBinary(value.b().asByteArrayUnsafe());
      case BOOL -> json.writeBoolean(value.bool());
      case NUL -> json.writeBoolean(true);
      case SS -> writeTexts(value.ss(), json);
      case NS -> writeTexts(value.ns(), json);
      case BS -> {
        json.writeStartArray();
        for (SdkBytes bytes : value.bs()) {
          json.writeBinary(bytes.asByteArrayUnsafe());
        }
        json.writeEndArray();
      }
      case L -> {
        json.writeStartArray();
        for (AttributeValue element : value.l()) {
          write(element, json);
        }
        json.writeEndArray();
      }
      default -> write(value.m(), json);
    }
    json.writeEndObject();
  }

  private static void writeTexts(List<String> texts, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /**
   * Reads the lines of an export: {@code {"Item": {…}}}.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if that is no item
   */
  static Map<String, AttributeValue> item(String line) {
    try (JsonParser json = FACTORY.createParser(line)) {
      if (json.nextToken() == JsonToken.START_OBJECT
          && "Item".equals(json.nextFieldName())
          && json.nextToken() == JsonToken.START_OBJECT) {
        return item(json);
      }
      throw Invalid.because("Invalid JSON: no Item");
    } catch (IOException e) {
      throw Invalid.because("Invalid JSON: " + e.getMessage());
    }
  }

  private static Map<String, AttributeValue> item(JsonParser json) throws IOException {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      item.put(name, value(json));
    }
    return item;
  }

  private static AttributeValue value(JsonParser json) throws IOException {
    String type = String.valueOf(json.nextFieldName());
    JsonToken token = json.nextToken();
    AttributeValue value =
        switch (type) {
          case "S" -> AttributeValue.fromS(json.getText());
          case "N" -> AttributeValue.fromN(json.getText());
          case "B" -> AttributeValue.fromB(SdkBytes.fromByteArray(json.getBinaryValue()));
          case "BOOL" -> AttributeValue.fromBool(token == JsonToken.VALUE_TRUE);
          case "NULL" -> AttributeValue.fromNul(true);
          case "M" -> AttributeValue.fromM(item(json));
          default -> list(type, json);
        };
    json.nextToken();
    return value;
  }

  private static AttributeValue list(String type, JsonParser json) throws IOException {
    List<String> texts = new ArrayList<>();
    List<SdkBytes> bytes = new ArrayList<>();
    List<AttributeValue> values = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      switch (type) {
        case "BS" -> bytes.add(SdkBytes.fromByteArray(json.getBinaryValue()));
        case "L" -> values.add(value(json));
        default -> texts.add(json.getText());
      }
    }
    return switch (type) {
      case "SS" -> AttributeValue.fromSs(texts);
      case "NS" -> AttributeValue.fromNs(texts);
      case "BS" -> AttributeValue.fromBs(bytes);
      case "L" -> AttributeValue.fromL(values);
      default -> throw Invalid.because("Invalid JSON: no type is called " + type);
    };
  }
}
