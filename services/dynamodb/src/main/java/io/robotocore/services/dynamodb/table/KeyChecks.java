package io.robotocore.services.dynamodb.table;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * What is checked of the keys in requests and items.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">limits</a>
 */
public final class KeyChecks {

  private static final int MAX_HASH = 2_048;
  private static final int MAX_RANGE = 1_024;

  private KeyChecks() {}

  /** Checks what a request gives as the key of an item. */
  public static void checkKey(Schema schema, Document key) {
    KeyShape shape = schema.key();
    if (key.size() != shape.hash().size() + shape.range().size()) {
      throw wrongKey();
    }
    shape.hash().forEach(attribute -> checkType(attribute, key));
    shape.range().forEach(attribute -> checkType(attribute, key));
    checkValues(shape, key);
  }

  private static void checkType(KeyAttribute attribute, Document key) {
    Value value = key.get(attribute.name()).orElseThrow(KeyChecks::wrongKey);
    if (value.type() != attribute.type()) {
      throw wrongKey();
    }
  }

  /** The attributes of a key are not those of the table. */
  public static DynamoDbException wrongKey() {
    return Invalid.because("The provided key element does not match the schema");
  }

  /** Checks the key attributes of an item that is to be stored. */
  public static void checkItem(Schema schema, Document item) {
    schema
        .key()
        .attributes()
        .forEach(
            attribute -> {
              Value value =
                  item.get(attribute.name())
                      .orElseThrow(
                          () ->
                              Invalid.parameter(
                                  "Missing the key " + attribute.name() + " in the item"));
              if (value.type() != attribute.type()) {
                throw Invalid.parameter(
                    "Type mismatch for key %s expected: %s actual: %s"
                        .formatted(attribute.name(), attribute.type(), value.type()));
              }
            });
    checkValues(schema.key(), item);
    checkIndexKeys(schema, item);
  }

  /** Checks the attributes of an item that are keys of indexes. */
  public static void checkIndexKeys(Schema schema, Document item) {
    for (Index index : schema.indexes()) {
      index.key().attributes().forEach(attribute -> checkIndexKey(index, attribute, item));
    }
  }

  private static void checkIndexKey(Index index, KeyAttribute attribute, Document item) {
    Optional<Value> value = item.get(attribute.name());
    if (value.filter(one -> one.type() != attribute.type()).isPresent()) {
      throw Invalid.parameter(
          "Type mismatch for Index Key %s Expected: %s Actual: %s IndexName: %s"
              .formatted(
                  attribute.name(), attribute.type(), value.orElseThrow().type(), index.name()));
    }
    if (value.filter(KeyChecks::isEmpty).isPresent()) {
      throw Invalid.because(
          "One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty %s value. IndexName: %s, IndexKey: %s"
              .formatted(word(attribute), index.name(), attribute.name()));
    }
    int max = index.key().hash().contains(attribute) ? MAX_HASH : MAX_RANGE;
    if (value.filter(one -> Sizes.of(one) > max).isPresent()) {
      throw tooLarge(max);
    }
  }

  private static void checkValues(KeyShape shape, Document item) {
    shape.hash().forEach(attribute -> checkValue(attribute, MAX_HASH, item));
    shape.range().forEach(attribute -> checkValue(attribute, MAX_RANGE, item));
  }

  private static void checkValue(KeyAttribute attribute, int max, Document item) {
    Value.Scalar value = attribute.in(item).orElseThrow();
    if (isEmpty(value)) {
      throw Invalid.because(
          "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty %s value. Key: %s"
              .formatted(word(attribute), attribute.name()));
    }
    if (Sizes.of(value) > max) {
      throw tooLarge(max);
    }
  }

  private static DynamoDbException tooLarge(int max) {
    return Invalid.parameter(
        max == MAX_HASH
            ? "Size of hashkey has exceeded the maximum size limit of2048 bytes"
            : "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
  }

  private static boolean isEmpty(Value value) {
    return (value instanceof Value.Text text && text.text().isEmpty())
        || (value instanceof Value.Binary binary && Sizes.of(binary) == 0);
  }

  private static String word(KeyAttribute attribute) {
    return attribute.type() == Type.S ? "string" : "binary";
  }
}
