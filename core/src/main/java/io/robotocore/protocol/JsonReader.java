package io.robotocore.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Reads JSON into values. What the model does not know is passed over; what does not fit is
 * refused.
 */
final class JsonReader {

  /** Bodies are limited before they get here, so a single text may be as long as a body. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNestingDepth(256)
                  .build())
          .build();

  private final JsonParser json;

  private JsonReader(JsonParser json) {
    this.json = json;
  }

  /** Reads a JSON object into a structure; no body at all is an empty object. */
  static Object read(byte[] body, Binding binding) {
    if (body.length == 0) {
      return binding.build(binding.builder());
    }
    try (JsonParser json = JSON.createParser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("Expected an object");
      }
      Object value = new JsonReader(json).structure(binding);
      if (json.nextToken() != null) {
        throw malformed("Unexpected content after the object");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw malformed(e.getOriginalMessage());
    } catch (IOException e) {
      throw malformed("The body is incomplete");
    }
  }

  static WireException malformed(String message) {
    return new WireException("SerializationException", message);
  }

  private Object structure(Binding binding) throws IOException {
    Object builder = binding.builder();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      Optional<Member> member = binding.shape().memberOnWire(name);
      JsonToken token = json.nextToken();
      if (member.isEmpty()) {
        json.skipChildren();
      } else if (token != JsonToken.VALUE_NULL) {
        binding.set(builder, member.get(), value(member.get(), binding.of(member.get())));
      }
    }
    return binding.build(builder);
  }

  private Object value(Member member, Binding inside) throws IOException {
    return switch (member.target().type()) {
      case STRUCTURE -> {
        expect(JsonToken.START_OBJECT, "structure");
        yield structure(inside);
      }
      case LIST -> list(((ListShape) member.target()).member(), inside);
      case MAP -> map(((MapShape) member.target()).value(), inside);
      case DOCUMENT -> JsonDocuments.read(json);
      case STRING -> {
        expect(JsonToken.VALUE_STRING, "String");
        yield json.getText();
      }
      case BOOLEAN -> bool();
      case INTEGER -> number("Integer").getIntValue();
      case LONG -> number("Long").getLongValue();
      case FLOAT -> (float) floating("Float");
      case DOUBLE -> floating("Double");
      case TIMESTAMP -> timestamp(member);
      case BLOB -> {
        expect(JsonToken.VALUE_STRING, "Blob");
        yield SdkBytes.fromByteArrayUnsafe(json.getBinaryValue());
      }
    };
  }

  private List<Object> list(Member element, Binding inside) throws IOException {
    expect(JsonToken.START_ARRAY, "list");
    List<Object> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NULL) {
        list.add(value(element, inside));
      }
    }
    return list;
  }

  private Map<String, Object> map(Member element, Binding inside) throws IOException {
    expect(JsonToken.START_OBJECT, "map");
    Map<String, Object> map = new LinkedHashMap<>();
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        map.put(key, value(element, inside));
      }
    }
    return map;
  }

  private boolean bool() throws IOException {
    if (!json.currentToken().isBoolean()) {
      throw cannotConvert("Boolean");
    }
    return json.getBooleanValue();
  }

  private JsonParser number(String type) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
        && json.getDecimalValue().stripTrailingZeros().scale() <= 0) {
      return json;
    }
    expect(JsonToken.VALUE_NUMBER_INT, type);
    return json;
  }

  private double floating(String type) throws IOException {
    if (json.currentToken().isNumeric()) {
      return json.getDoubleValue();
    }
    expect(JsonToken.VALUE_STRING, type);
    return switch (json.getText()) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> throw cannotConvert(type);
    };
  }

  private Instant timestamp(Member member) throws IOException {
    boolean text = json.currentToken() == JsonToken.VALUE_STRING;
    if (!text && !json.currentToken().isNumeric()) {
      throw cannotConvert("Timestamp");
    }
    try {
      return text
          ? Timestamps.of(member, TimestampFormat.ISO8601).parse(json.getText())
          : Timestamps.UNIX.parse(json.getText());
    } catch (DateTimeException | NumberFormatException e) {
      throw malformed("Invalid timestamp: " + json.getText());
    }
  }

  private void expect(JsonToken token, String type) throws IOException {
    if (json.currentToken() != token) {
      throw cannotConvert(type);
    }
  }

  /**
   * Coral's words for a value of the wrong type: {@code NUMBER_VALUE cannot be converted to
   * String}.
   */
  private WireException cannotConvert(String type) {
    String kind =
        switch (json.currentToken()) {
          case START_OBJECT -> "START_OBJECT";
          case START_ARRAY -> "START_ARRAY";
          case VALUE_STRING -> "STRING_VALUE";
          case VALUE_NUMBER_INT -> "NUMBER_VALUE";
          case VALUE_NUMBER_FLOAT -> "DECIMAL_VALUE";
          case VALUE_TRUE -> "TRUE_VALUE";
          case VALUE_FALSE -> "FALSE_VALUE";
          default -> "NULL_VALUE";
        };
    return kind.startsWith("START")
        ? malformed(
            kind.equals("START_OBJECT")
                ? "Start of structure or map found where not expected"
                : "Start of list found where not expected")
        : malformed(kind + " cannot be converted to " + type);
  }
}
