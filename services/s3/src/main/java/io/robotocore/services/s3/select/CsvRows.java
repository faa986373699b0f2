package io.robotocore.services.s3.select;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CSVInput;
import software.amazon.awssdk.services.s3.model.FileHeaderInfo;

/** Reads a CSV file. */
final class CsvRows implements Rows {

  private static final String LINE = "\n";

  private final Iterator<CSVRecord> records;
  private final boolean ownDelimiter;
  private List<String> names = List.of();

  /**
   * The records of a file.
   *
   * @param bytes the file
   * @param how how it is written
   * @param start whether the file's start is there, where names of columns may be
   */
  CsvRows(InputStream bytes, CSVInput how, boolean start) throws IOException {
    String delimiter = or(how.recordDelimiter(), LINE);
    ownDelimiter = !delimiter.isBlank();
    BufferedReader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    records =
        format(how).parse(ownDelimiter ? new DelimitedReader(text, delimiter) : text).iterator();
    if (start && how.fileHeaderInfo() == FileHeaderInfo.USE) {
      names = next().map(Row::members).map(CsvRows::names).orElse(List.of());
    } else if (start && how.fileHeaderInfo() == FileHeaderInfo.IGNORE) {
      next();
    }
  }

  private static List<String> names(Map<String, Object> first) {
    return first.values().stream().map(Object::toString).map(String::strip).toList();
  }

  private static CSVFormat format(CSVInput how) {
    String quote = or(how.quoteCharacter(), "\"");
    String escape = or(how.quoteEscapeCharacter(), "\"");
    String comment = or(how.comments(), "");
    CSVFormat.Builder format =
        CSVFormat.Builder.create()
            .setDelimiter(or(how.fieldDelimiter(), ","))
            .setQuote(quote.charAt(0))
            .setIgnoreEmptyLines(true)
            .setRecordSeparator(LINE);
    if (!escape.equals(quote)) {
      format.setEscape(escape.charAt(0));
    }
    if (!comment.isEmpty()) {
      format.setCommentMarker(comment.charAt(0));
    }
    return format.get();
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }

  @Override
  public Optional<Row> next() {
    try {
      return records.hasNext()
          ? Optional.of(
              new Row.Line(
                  names,
                  records.next().stream()
                      .map(value -> ownDelimiter ? DelimitedReader.restored(value) : value)
                      .toList()))
          : Optional.empty();
    } catch (UncheckedIOException | IllegalStateException e) {
      throw SelectError.csv();
    }
  }
}
