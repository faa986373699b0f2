package io.robotocore.services.dynamodb.table;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.item.KeyWriter;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/**
 * What the key of a table or index is made of.
 *
 * @param hash the attributes of the partition key: one, or several in some indexes
 * @param range the attributes of the sort key, if there is one
 */
public record KeyShape(List<KeyAttribute> hash, List<KeyAttribute> range) {

  /** The shape of a key schema whose attributes are defined. */
  public static KeyShape of(List<KeySchemaElement> schema, List<AttributeDefinition> definitions) {
    return new KeyShape(
        attributes(schema, KeyType.HASH, definitions),
        attributes(schema, KeyType.RANGE, definitions));
  }

  private static List<KeyAttribute> attributes(
      List<KeySchemaElement> schema, KeyType type, List<AttributeDefinition> definitions) {
    return schema.stream()
        .filter(element -> element.keyType() == type)
        .map(element -> attribute(element.attributeName(), definitions))
        .toList();
  }

  private static KeyAttribute attribute(String name, List<AttributeDefinition> definitions) {
    return definitions.stream()
        .filter(definition -> definition.attributeName().equals(name))
        .map(definition -> new KeyAttribute(name, Type.valueOf(definition.attributeTypeAsString())))
        .findFirst()
        .orElseThrow();
  }

  /** All attributes of the key. */
  public Stream<KeyAttribute> attributes() {
    return Stream.concat(hash.stream(), range.stream());
  }

  /** Their names. */
  public List<String> names() {
    return attributes().map(KeyAttribute::name).toList();
  }

  /** Whether an attribute is part of the key. */
  public boolean has(String name) {
    return attributes().anyMatch(attribute -> attribute.name().equals(name));
  }

  /** The key of an item, which must have all attributes of it. */
  public Key keyOf(Document item) {
    return writer(item).orElseThrow().key();
  }

  /** The beginning of a key in an index; empty if the item is not in it. */
  Optional<KeyWriter> writer(Document item) {
    Optional<List<Value.Scalar>> partition = values(hash, item);
    Optional<List<Value.Scalar>> sort = values(range, item);
    if (partition.isEmpty() || sort.isEmpty()) {
      return Optional.empty();
    }
    KeyWriter writer = KeyWriter.partition(partition.get());
    sort.get().forEach(writer::add);
    return Optional.of(writer);
  }

  private static Optional<List<Value.Scalar>> values(List<KeyAttribute> attributes, Document item) {
    List<Value.Scalar> values = new ArrayList<>(attributes.size());
    for (KeyAttribute attribute : attributes) {
      attribute.in(item).ifPresent(values::add);
    }
    return values.size() == attributes.size() ? Optional.of(values) : Optional.empty();
  }
}
