package io.robotocore.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/**
 * Writes values as JSON or CBOR. Bindings hand the members of structures over to the writer itself:
 * a function for each of the many structures of an answer would be thrown away at once.
 */
final class JsonWriter implements BiConsumer<Member, Object> {

  private final JsonGenerator json;
  private final Dialect dialect;

  /** How the structure is taken apart whose members are being written. */
  private @Nullable Binding open;

  private JsonWriter(JsonGenerator json, Dialect dialect) {
    this.json = json;
    this.dialect = dialect;
  }

  /** What is written into an object. */
  interface Content {
    void write(JsonWriter json) throws IOException;
  }

  /** An object with what the given code writes into it. */
  static byte[] write(Dialect dialect, Content content) {
    BodyBytes bytes = new BodyBytes();
    try (JsonGenerator json = dialect.factory().createGenerator(bytes)) {
      json.writeStartObject();
      content.write(new JsonWriter(json, dialect));
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toBytes();
  }

  /** A document on its own. */
  static byte[] document(Dialect dialect, Document document) {
    BodyBytes bytes = new BodyBytes();
    try (JsonGenerator json = dialect.factory().createGenerator(bytes)) {
      JsonDocuments.write(json, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toBytes();
  }

  /** Writes a text into the object that is open. */
  void text(String name, String value) throws IOException {
    json.writeStringField(name, value);
  }

  /** Writes the members of a structure into the object that is open. */
  void members(Binding binding, Object structure) {
    members(binding, structure, this);
  }

  /** Writes those members of an output that travel in the body. */
  void bodyMembers(Binding binding, Object output) {
    members(
        binding,
        output,
        (member, value) -> {
          if (HttpOutput.isInBody(member)) {
            accept(member, value);
          }
        });
  }

  /**
   * Writes an error: its message by the name that its model gives it, and those of its members that
   * travel in the body.
   */
  void error(Fault fault) throws IOException {
    String message = fault.messageMember().map(Member::wireName).orElse("message");
    if (!fault.message().isEmpty()) {
      text(message, fault.message());
    }
    if (fault.detail().isPresent()) {
      members(
          fault.detail().get().binding(),
          fault.detail().get().value(),
          (member, value) -> {
            if (HttpOutput.isInBody(member) && !member.wireName().equals(message)) {
              accept(member, value);
            }
          });
    }
  }

  private void members(Binding binding, Object structure, BiConsumer<Member, Object> each) {
    @Nullable Binding outer = open;
    open = binding;
    binding.forEach(structure, each);
    open = outer;
  }

  /** Writes a member of the structure that is open. */
  @Override
  public void accept(Member member, Object value) {
    try {
      json.writeFieldName(member.wireName());
      value(member, Objects.requireNonNull(open).of(member), value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    values.forEach((key, value) -> entry((String) key, element, inside, value));
    json.writeEndObject();
  }

  private void entry(String key, Member element, Binding inside, @Nullable Object value) {
    try {
      json.writeFieldName(key);
      element(element, inside, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
      case BYTE, SHORT, INTEGER -> json.writeNumber(((Number) value).intValue());
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
    Timestamps format = dialect.timestamps(member);
    if (format == Timestamps.UNIX) {
      dialect.write(json, time);
    } else {
      json.writeString(format.format(time));
    }
  }
}
