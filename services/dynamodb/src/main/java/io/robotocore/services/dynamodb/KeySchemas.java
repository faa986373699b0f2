package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/** What is checked of the keys of a table and its indexes before they are made. */
final class KeySchemas {

  private static final int MAX_LOCAL = 5;
  private static final int MAX_GLOBAL = 20;
  private static final int MAX_PROJECTED = 100;
  private static final int MAX_KEY_PARTS = 4;

  private final List<String> defined;

  KeySchemas(List<AttributeDefinition> definitions) {
    this.defined = definitions.stream().map(AttributeDefinition::attributeName).toList();
  }

  /** Checks the key of a table. */
  void checkTable(List<KeySchemaElement> schema) {
    if (schema.size() > 2) {
      throw Invalid.because(
          "1 validation error detected: Value '%s' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2"
              .formatted(schema));
    }
    if (schema.size() > defined.size()) {
      throw Invalid.because("Invalid KeySchema: Some index key attribute have no definition");
    }
    check(schema);
  }

  private void check(List<KeySchemaElement> schema) {
    List<String> names = names(schema);
    if (!defined.containsAll(names)) {
      throw Invalid.parameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: %s, AttributeDefinitions: %s"
              .formatted(names, defined));
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw Invalid.because(
          "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    }
    if (schema.get(0).keyType() != KeyType.HASH) {
      throw Invalid.because("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    if (schema.size() == 2 && names.size() == 2 && schema.get(1).keyType() != KeyType.RANGE) {
      throw Invalid.because(
          "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    }
  }

  /** A global index may have several attributes in both parts of its key. */
  private void checkGlobal(List<KeySchemaElement> schema) {
    boolean several =
        schema.stream().filter(element -> element.keyType() == KeyType.HASH).count() > 1;
    if (!several && schema.size() <= 2) {
      check(schema);
      return;
    }
    List<String> names = names(schema);
    if (!defined.containsAll(names) || new HashSet<>(names).size() < names.size()) {
      check(schema.subList(0, 1));
      throw Invalid.parameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: %s, AttributeDefinitions: %s"
              .formatted(names, defined));
    }
    for (KeyType type : List.of(KeyType.HASH, KeyType.RANGE)) {
      if (schema.stream().filter(element -> element.keyType() == type).count() > MAX_KEY_PARTS) {
        throw Invalid.parameter(
            "Number of attributes of the %s key exceeds the limit of %d"
                .formatted(type, MAX_KEY_PARTS));
      }
    }
  }

  private static List<String> names(List<KeySchemaElement> schema) {
    return schema.stream().map(KeySchemaElement::attributeName).toList();
  }

  /** Checks the local indexes of a table. */
  void checkLocal(List<LocalSecondaryIndex> indexes, List<KeySchemaElement> table) {
    if (table.size() < 2) {
      throw Invalid.parameter(
          "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex");
    }
    String hash = table.get(0).attributeName();
    for (LocalSecondaryIndex index : indexes) {
      check(index.keySchema());
      if (index.keySchema().size() != 2) {
        throw Invalid.parameter(
            "Index KeySchema does not have a range key for index: " + index.indexName());
      }
      String indexHash = index.keySchema().get(0).attributeName();
      if (!indexHash.equals(hash)) {
        throw Invalid.parameter(
            "Index KeySchema does not have the same leading hash key as table KeySchema for index: %s. index hash key: %s, table hash key: %s"
                .formatted(index.indexName(), indexHash, hash));
      }
      check(index.projection());
    }
    if (indexes.size() > MAX_LOCAL) {
      throw Invalid.parameter("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    }
  }

  /** Checks the global indexes of a table. */
  void checkGlobalIndexes(List<GlobalSecondaryIndex> indexes) {
    for (GlobalSecondaryIndex index : indexes) {
      checkGlobal(index.keySchema());
      check(index.projection());
    }
    if (indexes.size() > MAX_GLOBAL) {
      throw Invalid.parameter("GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
  }

  private static void check(Projection projection) {
    ProjectionType type = projection.projectionType();
    if (type == null) {
      throw Invalid.parameter("Unknown ProjectionType: null");
    }
    if (type != ProjectionType.INCLUDE && projection.hasNonKeyAttributes()) {
      throw Invalid.parameter("ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    if (type == ProjectionType.INCLUDE && !projection.hasNonKeyAttributes()) {
      throw Invalid.parameter("ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
    }
  }

  /** Checks the names of all indexes of a table. */
  static void checkNames(Stream<String> names) {
    Set<String> seen = new HashSet<>();
    names.forEach(
        name -> {
          if (!seen.add(name)) {
            throw Invalid.parameter("Duplicate index name: " + name);
          }
        });
  }

  /** Checks that all indexes together include no more attributes than a table may. */
  static void checkProjected(Stream<Projection> projections) {
    int projected =
        projections
            .filter(Projection::hasNonKeyAttributes)
            .mapToInt(projection -> projection.nonKeyAttributes().size())
            .sum();
    if (projected > MAX_PROJECTED) {
      throw Invalid.parameter(
          "The total number of projected attributes across all indexes exceeds the limit of "
              + MAX_PROJECTED);
    }
  }

  /** Checks that each defined attribute is in some key. */
  void checkAllUsed(Stream<List<KeySchemaElement>> schemas) {
    Set<String> used = new HashSet<>();
    schemas.forEach(schema -> used.addAll(names(schema)));
    if (!used.containsAll(defined)) {
      throw Invalid.parameter(
          "Some AttributeDefinitions are not used. AttributeDefinitions: %s, keys used: %s"
              .formatted(defined, used));
    }
  }
}
