package io.robotocore.services.s3.select;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CSVOutput;
import software.amazon.awssdk.services.s3.model.OutputSerialization;
import software.amazon.awssdk.services.s3.model.QuoteFields;

/** How the records of an answer are written. */
@FunctionalInterface
interface Output {

  /** A record as a text. */
  String text(Map<String, Object> values);

  /** What a request asks for. */
  static Output of(OutputSerialization wanted) {
    if (wanted.csv() != null) {
      return new Csv(wanted.csv());
    }
    if (wanted.json() == null) {
      throw SelectError.source();
    }
    String end = or(wanted.json().recordDelimiter(), "\n");
    return values -> JsonRows.text(values) + end;
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  /**
   * Lines of CSV.
   *
   * @param how how they are written
   */
  record Csv(CSVOutput how) implements Output {

    @Override
    public String text(Map<String, Object> values) {
      return values.values().stream()
              .map(this::field)
              .collect(Collectors.joining(or(how.fieldDelimiter(), ",")))
          + or(how.recordDelimiter(), "\n");
    }

    private String field(Object value) {
      String text =
          Absent.is(value)
              ? ""
              : value instanceof Map || value instanceof List
                  ? JsonRows.text(value)
                  : Values.text(value);
      String quote = or(how.quoteCharacter(), "\"");
      boolean needed =
          how.quoteFields() == QuoteFields.ALWAYS
              || text.contains(quote)
              || text.contains(or(how.fieldDelimiter(), ","))
              || text.contains(or(how.recordDelimiter(), "\n"));
      return needed
          ? quote + text.replace(quote, or(how.quoteEscapeCharacter(), "\"") + quote) + quote
          : text;
    }
  }
}
