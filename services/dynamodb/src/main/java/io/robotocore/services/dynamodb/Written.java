package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * What a write has done.
 *
 * @param table the table before
 * @param key the item's key
 * @param old the item before
 * @param item the item afterwards
 * @param at when
 */
record Written(
    DynamoTable table, Key key, Optional<Document> old, Optional<Document> item, Instant at) {

  /** The item's key attributes. */
  Document keyAttributes() {
    return item.or(() -> old).orElse(Document.EMPTY).only(table.schema().key().names());
  }

  boolean changedSomething() {
    return !old.equals(item);
  }
}
