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
import java.util.Optional;
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

  /** A changed item as a line of an incremental export. */
  static String line(ChangeOfItem change) {
    return text(
        json -> {
          json.writeStartObject();
          json.writeObjectFieldStart("Metadata");
          json.writeObjectFieldStart("WriteTimestampMicros");
          json.writeStringField("N", Long.toString(change.micros()));
          json.writeEndObject();
          json.writeEndObject();
          json.writeFieldName("Keys");
          write(change.keys(), json);
          writeImage("OldImage", change.old(), json);
          writeImage("NewImage", change.item(), json);
          json.writeEndObject();
        });
  }

  static void write(Document item, JsonGenerator json) throws IOException {
    write(Attributes.write(item), json);
  }

  /** Writes an item, if there is one, under a name. */
  static void writeImage(String name, Optional<Document> item, JsonGenerator json)
      throws IOException {
    if (item.isPresent()) {
      json.writeFieldName(name);
      write(item.get(), json);
    }
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
    json.writeFieldName(value.nul() == null ? value.type().name() : "NULL");
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
   * Reads a line of an export: {@code {"Item": {…}}}.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if that is no item
   */
  static Map<String, AttributeValue> item(String line) {
    try (JsonParser json = FACTORY.createParser(line)) {
      expect(json, JsonToken.START_OBJECT);
      expect(json, JsonToken.FIELD_NAME);
      if (!json.currentName().equals("Item")) {
        throw Invalid.because("Invalid JSON: no Item");
      }
      json.nextToken();
      Map<String, AttributeValue> item = map(json);
      expect(json, JsonToken.END_OBJECT);
      return item;
    } catch (IOException e) {
      throw Invalid.because("Invalid JSON: " + e.getMessage());
    }
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    json.nextToken();
    check(json, token);
  }

  private static void check(JsonParser json, JsonToken token) {
    if (!json.hasToken(token)) {
      throw Invalid.because("Invalid JSON: no " + token);
    }
  }

  /** What is read may end anywhere, and then no token follows: each is looked at. */
  private static Map<String, AttributeValue> map(JsonParser json) throws IOException {
    check(json, JsonToken.START_OBJECT);
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      item.put(name, value(json));
    }
    check(json, JsonToken.END_OBJECT);
    return item;
  }

  private static AttributeValue value(JsonParser json) throws IOException {
    check(json, JsonToken.START_OBJECT);
    expect(json, JsonToken.FIELD_NAME);
    String type = json.currentName();
    json.nextToken();
    AttributeValue value =
        switch (type) {
          case "S" -> AttributeValue.fromS(text(json));
          case "N" -> AttributeValue.fromN(text(json));
          case "B" -> AttributeValue.fromB(bytes(json));
          case "BOOL" -> AttributeValue.fromBool(json.getBooleanValue());
          case "NULL" -> AttributeValue.fromNul(json.getBooleanValue());
          case "M" -> AttributeValue.fromM(map(json));
          case "L" -> AttributeValue.fromL(list(json, DynamoDbJson::value));
          case "SS" -> AttributeValue.fromSs(list(json, DynamoDbJson::text));
          case "NS" -> AttributeValue.fromNs(list(json, DynamoDbJson::text));
          case "BS" -> AttributeValue.fromBs(list(json, DynamoDbJson::bytes));
          default -> throw Invalid.because("Invalid JSON: no type is called " + type);
        };
    expect(json, JsonToken.END_OBJECT);
    return value;
  }

  private static String text(JsonParser json) throws IOException {
    check(json, JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static SdkBytes bytes(JsonParser json) throws IOException {
    check(json, JsonToken.VALUE_STRING);
    return SdkBytes.fromByteArray(json.getBinaryValue());
  }

  /** Something that reads what a parser stands at. */
  @FunctionalInterface
  private interface Reader<T> {
    T read(JsonParser json) throws IOException;
  }

  private static <T> List<T> list(JsonParser json, Reader<T> element) throws IOException {
    check(json, JsonToken.START_ARRAY);
    List<T> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(element.read(json));
    }
    return list;
  }
}
