package io.robotocore.services.s3.select;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads JSON, one value after the other, and writes it. */
final class JsonRows implements Rows {

  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final Path source;
  private final Deque<Row> found = new ArrayDeque<>();

  /**
   * The records of a file.
   *
   * @param bytes the file
   * @param source the path from each of its values to the records
   */
  JsonRows(InputStream bytes, Path source) throws IOException {
    this.parser = FACTORY.createParser(bytes);
    this.source =
        !source.steps().isEmpty() && source.steps().get(0) instanceof Path.All
            ? source.rest()
            : source;
  }

  @Override
  public Optional<Row> next() throws IOException {
    try {
      while (found.isEmpty() && parser.nextToken() != null) {
        source.each(value(), value -> found.add(new Row.Value(value)));
      }
      return Optional.ofNullable(found.poll());
    } catch (JsonProcessingException e) {
      throw SelectError.json();
    }
  }

  private Object value() throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> members();
      case START_ARRAY -> elements();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_NULL -> Absent.NULL;
      default -> parser.getText();
    };
  }

  private Map<String, Object> members() throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value());
    }
    return members;
  }

  private List<Object> elements() throws IOException {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value());
    }
    return elements;
  }

  /** A value as JSON. */
  static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> members) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        if (member.getValue() != Absent.MISSING) {
          json.writeFieldName(String.valueOf(member.getKey()));
          write(Objects.requireNonNull(member.getValue()), json);
        }
      }
      json.writeEndObject();
    } else if (value instanceof List<?> elements) {
      json.writeStartArray();
      for (Object element : elements) {
        write(Objects.requireNonNull(element), json);
      }
      json.writeEndArray();
    } else if (value instanceof BigDecimal) {
      json.writeNumber(Values.text(value));
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (Absent.is(value)) {
      json.writeNull();
    } else {
      json.writeString(Values.text(value));
    }
  }
}
