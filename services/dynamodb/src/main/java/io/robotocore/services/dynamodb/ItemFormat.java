package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ExportFormat;

/** How the lines of exports and imports look, each of which is an item. */
enum ItemFormat {
  JSON {
    @Override
    String line(Document item) {
      return DynamoDbJson.line(item);
    }

    @Override
    String line(ChangeOfItem change) {
      return DynamoDbJson.line(change);
    }

    @Override
    Map<String, AttributeValue> item(String line) {
      return DynamoDbJson.item(line);
    }
  },

  ION {
    @Override
    String line(Document item) {
      return IonItems.line(item);
    }

    @Override
    String line(ChangeOfItem change) {
      return IonItems.line(change);
    }

    @Override
    Map<String, AttributeValue> item(String line) {
      return IonItems.item(line);
    }
  };

  /** The format that an export is to have. */
  static ItemFormat of(ExportFormat format) {
    return format == ExportFormat.ION ? ION : JSON;
  }

  /** An item as a full export has it. */
  abstract String line(Document item);

  /** An item that has changed, as an incremental export has it. */
  abstract String line(ChangeOfItem change);

  /**
   * Reads a line of a full export.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if that is no item
   */
  abstract Map<String, AttributeValue> item(String line);
}
