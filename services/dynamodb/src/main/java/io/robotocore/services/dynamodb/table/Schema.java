package io.robotocore.services.dynamodb.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What the items of a table must have.
 *
 * @param key what the table's key is made of
 * @param indexes its secondary indexes, the local ones first
 */
public record Schema(KeyShape key, List<Index> indexes) {

  /** The schema of a table. */
  public static Schema of(TableDescription table) {
    Stream<Index> local =
        table.localSecondaryIndexes().stream()
            .map(
                index ->
                    new Index(
                        index.indexName(),
                        false,
                        KeyShape.of(index.keySchema(), table.attributeDefinitions()),
                        index.projection()));
    Stream<Index> global =
        table.globalSecondaryIndexes().stream()
            .map(
                index ->
                    new Index(
                        index.indexName(),
                        true,
                        KeyShape.of(index.keySchema(), table.attributeDefinitions()),
                        index.projection()));
    return new Schema(
        KeyShape.of(table.keySchema(), table.attributeDefinitions()),
        Stream.concat(local, global).toList());
  }

  /** The index of a name. */
  public Optional<Index> index(String name) {
    return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
  }

  /** Whether there are local indexes, so that a partition's items are a collection. */
  public boolean hasLocalIndexes() {
    return indexes.stream().anyMatch(index -> !index.global());
  }
}
