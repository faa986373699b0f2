package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CsvOptions;
import software.amazon.awssdk.services.dynamodb.model.ImportTableDescription;
import software.amazon.awssdk.services.dynamodb.model.InputFormatOptions;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The items in a file of comma-separated values. All attributes but those of keys are strings.
 *
 * @param rows the rows that are left
 * @param header the names of the attributes
 * @param types the types of those that are keys
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataImport.Format.html">import
 *     formats</a>
 */
record CsvItems(
    Iterator<List<String>> rows, List<String> header, Map<String, ScalarAttributeType> types)
    implements Iterator<Map<String, AttributeValue>> {

  static CsvItems of(String text, ImportTableDescription wanted) {
    Optional<CsvOptions> options =
        Optional.ofNullable(wanted.inputFormatOptions()).map(InputFormatOptions::csv);
    String delimiter = options.map(CsvOptions::delimiter).orElse(",");
    CsvRows rows = new CsvRows(text, delimiter.charAt(0));
    List<String> header =
        options
            .filter(CsvOptions::hasHeaderList)
            .map(CsvOptions::headerList)
            .orElseGet(() -> rows.hasNext() ? rows.next() : List.of());
    return new CsvItems(
        rows,
        header,
        wanted.tableCreationParameters().attributeDefinitions().stream()
            .collect(
                Collectors.toMap(
                    AttributeDefinition::attributeName, AttributeDefinition::attributeType)));
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public Map<String, AttributeValue> next() {
    List<String> row = rows.next();
    if (row.size() != header.size()) {
      throw Invalid.because("Invalid CSV: as many values are needed as there are headers");
    }
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      item.put(header.get(i), value(header.get(i), row.get(i)));
    }
    return item;
  }

  private AttributeValue value(String name, String text) {
    return switch (types.getOrDefault(name, ScalarAttributeType.S)) {
      case N -> AttributeValue.fromN(text);
      case B -> AttributeValue.fromB(SdkBytes.fromByteArray(decoded(text)));
      default -> AttributeValue.fromS(text);
    };
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Invalid.because("Invalid CSV: a binary key is not in base64");
    }
  }
}
