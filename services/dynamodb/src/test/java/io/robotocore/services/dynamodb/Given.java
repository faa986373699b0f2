package io.robotocore.services.dynamodb;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Values and tables for tests. */
final class Given {

  private Given() {}

  static AttributeValue s(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue n(Object number) {
    return AttributeValue.fromN(number.toString());
  }

  static AttributeValue b(int... bytes) {
    byte[] array = new byte[bytes.length];
    IntStream.range(0, bytes.length).forEach(i -> array[i] = (byte) bytes[i]);
    return AttributeValue.fromB(SdkBytes.fromByteArray(array));
  }

  static AttributeValue bool(boolean value) {
    return AttributeValue.fromBool(value);
  }

  static AttributeValue ss(String... texts) {
    return AttributeValue.fromSs(List.of(texts));
  }

  static AttributeValue ns(Object... numbers) {
    return AttributeValue.fromNs(Arrays.stream(numbers).map(Object::toString).toList());
  }

  static AttributeValue l(AttributeValue... values) {
    return AttributeValue.fromL(List.of(values));
  }

  /** Names and values in turn. */
  static AttributeValue m(Object... namesAndValues) {
    return AttributeValue.fromM(item(namesAndValues));
  }

  /** Names and values in turn. */
  static Map<String, AttributeValue> item(Object... namesAndValues) {
    Map<String, AttributeValue> item = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put((String) namesAndValues[i], (AttributeValue) namesAndValues[i + 1]);
    }
    return item;
  }

  /**
   * A table on demand.
   *
   * @param key its key attributes with their types: {@code "pk:S", "sk:N"}
   */
  static CreateTableRequest.Builder table(String name, String... key) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attributes(key))
        .keySchema(schema(key));
  }

  /** A table with a stream of its changes. */
  static CreateTableRequest streamed(String name, StreamViewType view, String... key) {
    return table(name, key)
        .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(view))
        .build();
  }

  static List<AttributeDefinition> attributes(String... typed) {
    return Arrays.stream(typed)
        .distinct()
        .map(
            one ->
                AttributeDefinition.builder()
                    .attributeName(one.split(":")[0])
                    .attributeType(ScalarAttributeType.fromValue(one.split(":")[1]))
                    .build())
        .toList();
  }

  static List<KeySchemaElement> schema(String... key) {
    return IntStream.range(0, key.length)
        .mapToObj(
            i ->
                KeySchemaElement.builder()
                    .attributeName(key[i].split(":")[0])
                    .keyType(i == 0 ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }

  static GlobalSecondaryIndex global(String name, String... key) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(schema(key))
        .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
        .build();
  }

  static LocalSecondaryIndex local(String name, String... key) {
    return LocalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(schema(key))
        .projection(Projection.builder().projectionType(ProjectionType.ALL).build())
        .build();
  }
}
