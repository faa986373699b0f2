package io.robotocore.services.dynamodb.table;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.item.Sizes;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

/**
 * A secondary index.
 *
 * @param name its name
 * @param global whether it is a global one
 * @param key what its key is made of
 * @param projection which attributes it has
 */
public record Index(String name, boolean global, KeyShape key, Projection projection) {

  /** Where an item stands in the index; empty if it is not in it. */
  public Optional<Key> keyOf(Document item, Key primary) {
    return key.writer(item).map(writer -> writer.addAll(primary).key());
  }

  /** Whether the index has all attributes. */
  public boolean hasAll() {
    return projection.projectionType() == ProjectionType.ALL;
  }

  /** The attributes that the index has, unless it has all. */
  public Set<String> attributes(KeyShape table) {
    Set<String> names = new LinkedHashSet<>(table.names());
    names.addAll(key.names());
    if (projection.projectionType() == ProjectionType.INCLUDE) {
      names.addAll(projection.nonKeyAttributes());
    }
    return names;
  }

  /** An item as the index has it. */
  public Document project(Document item, KeyShape table) {
    return hasAll() ? item : item.only(attributes(table));
  }

  /** The size of what the index has of an item, in bytes. */
  public int sizeOf(Document item, KeyShape table) {
    return Sizes.of(project(item, table));
  }
}
