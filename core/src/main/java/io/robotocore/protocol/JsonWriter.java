package io.robotocore.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/** Writes values as JSON. */
final class JsonWriter {

  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;

  private JsonWriter(JsonGenerator json) {
    this.json = json;
  }

  /** A JSON object with what the given code writes into it. */
  static byte[] write(Consumer<JsonWriter> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      content.accept(new JsonWriter(json));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Writes a text into the object that is open. */
  void text(String name, String value) {
    try {
      json.writeStringField(name, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the members of a structure into the object that is open. */
  void members(Binding binding, Object structure) {
    binding.forEach(
        structure,
        (member, value) -> {
          try {
            json.writeFieldName(member.wireName());
            value(member, binding.of(member), value);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void value(Member member, Binding inside, Object value) throws IOException {
    switch (member.target().type()) {
      case STRUCTURE -> structure(inside, value);
      case LIST -> list(((ListShape) member.target()).member(), inside, (List<?>) value);
      case MAP -> map(((MapShape) member.target()).value(), inside, (Map<?, ?>) value);
      default -> simple(member, value);
    }
  }

  private void structure(Binding binding, Object value) throws IOException {
    json.writeStartObject();
    members(binding, value);
    json.writeEndObject();
  }

  private void list(Member element, Binding inside, List<?> values) throws IOException {
    json.writeStartArray();
    for (Object value : values) {
      element(element, inside, value);
    }
    json.writeEndArray();
  }

  private void map(Member element, Binding inside, Map<?, ?> values) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      json.writeFieldName((String) entry.getKey());
      element(element, inside, entry.getValue());
    }
    json.writeEndObject();
  }

  /** Lists and maps may have holes. */
  private void element(Member element, Binding inside, @Nullable Object value) throws IOException {
    if (value == null) {
      json.writeNull();
    } else {
      value(element, inside, value);
    }
  }

  private void simple(Member member, Object value) throws IOException {
    switch (member.target().type()) {
      case STRING -> json.writeString((String) value);
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case INTEGER -> json.writeNumber((Integer) value);
      case LONG -> json.writeNumber((Long) value);
      case FLOAT -> json.writeNumber((Float) value);
      case DOUBLE -> json.writeNumber((Double) value);
      case BLOB -> json.writeBinary(((SdkBytes) value).asByteArrayUnsafe());
      case TIMESTAMP -> timestamp(member, (Instant) value);
      case DOCUMENT -> JsonDocuments.write(json, (Document) value);
      default -> throw new IllegalStateException("not simple: " + member);
    }
  }

  private void timestamp(Member member, Instant time) throws IOException {
    Timestamps format = Timestamps.of(member, TimestampFormat.UNIX);
    if (format == Timestamps.UNIX) {
      json.writeNumber(format.format(time));
    } else {
      json.writeString(format.format(time));
    }
  }
}
