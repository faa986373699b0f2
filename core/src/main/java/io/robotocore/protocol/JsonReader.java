package io.robotocore.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.robotocore.model.ListShape;
import io.robotocore.model.Location;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import io.robotocore.model.TimestampFormat;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/**
 * Reads JSON and CBOR into values. What the model does not know is passed over; what does not fit
 * is refused.
 */
final class JsonReader {

  private final JsonParser json;
  private final Dialect dialect;

  private JsonReader(JsonParser json, Dialect dialect) {
    this.json = json;
    this.dialect = dialect;
  }

  /** Reads an object into a structure; no body at all is an empty object. */
  static Object read(Dialect dialect, byte[] body, Binding binding) {
    Object builder = binding.builder();
    if (body.length > 0) {
      read(dialect, body, reader -> reader.object(binding, builder, true));
    }
    return binding.build(builder);
  }

  /** Reads an object into those members of an input that travel in the body. */
  static void readBodyMembers(Dialect dialect, byte[] body, Binding binding, Object builder) {
    if (body.length > 0) {
      read(dialect, body, reader -> reader.object(binding, builder, false));
    }
  }

  /** Reads a body that may hold any value. */
  static Document document(Dialect dialect, byte[] body) {
    Document[] read = new Document[1];
    read(dialect, body, reader -> read[0] = JsonDocuments.read(reader.json));
    return read[0];
  }

  private static void read(Dialect dialect, byte[] body, Content content) {
    try (JsonParser json = dialect.factory().createParser(body)) {
      if (json.nextToken() == null) {
        throw malformed("The body is incomplete");
      }
      content.read(new JsonReader(json, dialect));
      if (json.nextToken() != null) {
        throw malformed("Unexpected content after the object");
      }
    } catch (JsonProcessingException e) {
      throw malformed(e.getOriginalMessage());
    } catch (IOException e) {
      throw malformed("The body is incomplete");
    }
  }

  /** What a whole body is read as. */
  private interface Content {
    void read(JsonReader reader) throws IOException;
  }

  static WireException malformed(String message) {
    return new WireException("SerializationException", message);
  }

  private void object(Binding binding, Object builder, boolean everywhere) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw malformed("Expected an object");
    }
    members(binding, builder, everywhere);
  }

  private Object structure(Binding binding) throws IOException {
    Object builder = binding.builder();
    int set = members(binding, builder, true);
    if (set != 1 && isStrictUnion(binding)) {
      throw malformed("Unions must have exactly one member set");
    }
    return binding.build(builder);
  }

  private boolean isStrictUnion(Binding binding) {
    return dialect.isStrict() && binding.shape().union();
  }

  /**
   * Reads members.
   *
   * @param everywhere whether this is about all members, rather than those alone that travel in the
   *     body
   * @return how many the model knows
   */
  private int members(Binding binding, Object builder, boolean everywhere) throws IOException {
    int set = 0;
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      Optional<Member> member = binding.shape().memberOnWire(name);
      boolean isNull = json.nextToken() == JsonToken.VALUE_NULL;
      if (member.isEmpty() || !(everywhere || member.get().location() == Location.BODY)) {
        passOver(binding, name);
      } else if (!isNull || member.get().target().type() == ShapeType.DOCUMENT) {
        binding.set(builder, member.get(), value(member.get(), binding.of(member.get())));
        set++;
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw malformed("Expected the name of a member");
    }
    return set;
  }

  /** Clients may say of which type a value is. */
  private void passOver(Binding binding, String name) throws IOException {
    if (isStrictUnion(binding) && !name.equals("__type")) {
      throw malformed("Unions must have exactly one member set");
    }
    json.skipChildren();
  }

  private Object value(Member member, Binding inside) throws IOException {
    return switch (member.target().type()) {
      case STRUCTURE -> {
        expect(JsonToken.START_OBJECT, "structure");
        yield structure(inside);
      }
      case LIST -> list((ListShape) member.target(), inside);
      case MAP -> map((MapShape) member.target(), inside);
      case DOCUMENT -> JsonDocuments.read(json);
      case STRING -> {
        expect(JsonToken.VALUE_STRING, "String");
        yield json.getText();
      }
      case BOOLEAN -> bool();
      case BYTE -> (byte) within(Byte.MIN_VALUE, Byte.MAX_VALUE, "Byte");
      case SHORT -> (short) within(Short.MIN_VALUE, Short.MAX_VALUE, "Short");
      case INTEGER -> number("Integer").getIntValue();
      case LONG -> number("Long").getLongValue();
      case FLOAT -> (float) floating("Float");
      case DOUBLE -> floating("Double");
      case TIMESTAMP -> timestamp(member);
      case BLOB -> SdkBytes.fromByteArrayUnsafe(bytes());
    };
  }

  private List<@Nullable Object> list(ListShape shape, Binding inside) throws IOException {
    expect(JsonToken.START_ARRAY, "list");
    List<@Nullable Object> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NULL) {
        list.add(value(shape.member(), inside));
      } else if (keepsHole(shape.sparse())) {
        list.add(null);
      }
    }
    return list;
  }

  private Map<String, @Nullable Object> map(MapShape shape, Binding inside) throws IOException {
    expect(JsonToken.START_OBJECT, "map");
    Map<String, @Nullable Object> map = inside.newMap();
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        map.put(key, value(shape.value(), inside));
      } else if (keepsHole(shape.sparse())) {
        map.put(key, null);
      }
    }
    return map;
  }

  private boolean keepsHole(boolean sparse) {
    if (!sparse && dialect.isStrict()) {
      throw malformed("null found where a value is expected");
    }
    return sparse;
  }

  private boolean bool() throws IOException {
    if (!json.currentToken().isBoolean()) {
      throw cannotConvert("Boolean");
    }
    return json.getBooleanValue();
  }

  private JsonParser number(String type) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && isWhole(json.getDoubleValue())) {
      return json;
    }
    expect(JsonToken.VALUE_NUMBER_INT, type);
    return json;
  }

  private int within(int least, int most, String type) throws IOException {
    int number = number(type).getIntValue();
    if (number < least || number > most) {
      throw cannotConvert(type);
    }
    return number;
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && !Double.isInfinite(number);
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

  private byte[] bytes() throws IOException {
    if (dialect.isBinary()) {
      expect(JsonToken.VALUE_EMBEDDED_OBJECT, "Blob");
      return json.getBinaryValue();
    }
    expect(JsonToken.VALUE_STRING, "Blob");
    try {
      return Texts.padded(json.getText());
    } catch (IllegalArgumentException e) {
      throw malformed("Invalid Base64: " + json.getText());
    }
  }

  private Instant timestamp(Member member) throws IOException {
    boolean number = json.currentToken().isNumeric();
    if (!number) {
      expect(JsonToken.VALUE_STRING, "Timestamp");
    }
    if (dialect.isStrict() && number != (dialect.timestamps(member) == Timestamps.UNIX)) {
      throw cannotConvert("Timestamp");
    }
    try {
      if (number) {
        return dialect.time(json.getDecimalValue());
      }
      Timestamps format = Timestamps.of(member, TimestampFormat.ISO8601);
      return dialect.isStrict()
          ? format.parseExactly(json.getText())
          : format.parse(json.getText());
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
          case VALUE_EMBEDDED_OBJECT -> "BLOB_VALUE";
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
