package io.robotocore.services.dynamodb;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.table.Content;
import io.robotocore.services.dynamodb.table.KeyChecks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ImportStatus;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.InputFormat;

/**
 * An import while it goes on: what has been read, and what was wrong with it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Validation.html">validation</a>
 */
final class Importing {

  private final ImportTableDescription description;
  private Content content;
  private long bytes;
  private long processed;
  private long imported;

  Importing(ImportTableDescription description, Content empty) {
    this.description = description;
    this.content = empty;
  }

  /** What has been imported so far. */
  Content content() {
    return content;
  }

  /** Reads a file up to its end, or to something that cannot be read. */
  void read(byte[] file) {
    try {
      byte[] plain = unpacked(file);
      bytes += plain.length;
      Iterator<Map<String, AttributeValue>> items =
          items(new String(plain, StandardCharsets.UTF_8));
      while (items.hasNext()) {
        add(items.next());
      }
    } catch (DynamoDbException unreadable) {
      processed++;
    }
  }

  private byte[] unpacked(byte[] file) {
    if (file.length == 0) {
      return file;
    }
    try (InputStream in = plain(new ByteArrayInputStream(file))) {
      return in.readAllBytes();
    } catch (IOException | MalformedInputException e) {
      throw Invalid.because(
          "Not packed by " + description.inputCompressionTypeAsString() + ": " + e.getMessage());
    }
  }

  private InputStream plain(InputStream file) throws IOException {
    return switch (description.inputCompressionType()) {
      case GZIP -> new GZIPInputStream(file);
      case ZSTD -> new ZstdInputStream(file);
      default -> file;
    };
  }

  private Iterator<Map<String, AttributeValue>> items(String text) {
    if (description.inputFormat() == InputFormat.CSV) {
      return CsvItems.of(text, description);
    }
    ItemFormat format =
        description.inputFormat() == InputFormat.ION ? ItemFormat.ION : ItemFormat.JSON;
    return text.lines().filter(line -> !line.isBlank()).map(format::item).iterator();
  }

  private void add(Map<String, AttributeValue> attributes) {
    processed++;
    try {
      Document item = Requests.item(attributes);
      KeyChecks.checkItem(content.schema(), item);
      content = content.with(content.schema().key().keyOf(item), item);
      imported++;
    } catch (DynamoDbException invalid) {
      // Counted as an error, by not being counted as imported; the next item may be right.
    }
  }

  /** Tells how much was read. */
  void counts(ImportTableDescription.Builder description) {
    description
        .processedSizeBytes(bytes)
        .processedItemCount(processed)
        .importedItemCount(imported)
        .errorCount(processed - imported);
  }

  /** Tells how it went. */
  void outcome(ImportTableDescription.Builder description) {
    if (processed == imported) {
      description.importStatus(ImportStatus.COMPLETED);
      return;
    }
    description
        .importStatus(ImportStatus.FAILED)
        .failureCode("ItemValidationError")
        .failureMessage(
            "Some of the items failed validation checks and were not imported. Please check CloudWatch error logs for more details.");
  }
}
