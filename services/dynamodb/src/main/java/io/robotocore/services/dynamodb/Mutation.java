package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Update;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.table.KeyChecks;
import io.robotocore.services.dynamodb.table.Schema;
import java.util.Optional;

/** What a write does to an item. */
sealed interface Mutation {

  /** What becomes of an item, or of none; {@code key} is what it has at least. */
  Optional<Document> apply(Schema schema, Document key, Optional<Document> old);

  /** What can be said against it before the item is looked at. */
  default void check(Schema schema) {}

  /** The item becomes another. */
  record Put(Document item) implements Mutation {
    @Override
    public Optional<Document> apply(Schema schema, Document key, Optional<Document> old) {
      return Optional.of(item);
    }

    @Override
    public void check(Schema schema) {
      KeyChecks.checkItem(schema, item);
    }
  }

  /** The item goes. */
  record Remove() implements Mutation {
    @Override
    public Optional<Document> apply(Schema schema, Document key, Optional<Document> old) {
      return Optional.empty();
    }
  }

  /** The item stays as it is. */
  record Check() implements Mutation {
    @Override
    public Optional<Document> apply(Schema schema, Document key, Optional<Document> old) {
      return old;
    }
  }

  /** The item changes, or comes into being. */
  record Change(Update update) implements Mutation {

    @Override
    public void check(Schema schema) {
      update
          .paths()
          .forEach(
              path -> {
                if (schema.key().has(path.attribute())) {
                  throw Invalid.parameter(
                      "Cannot update attribute "
                          + path.attribute()
                          + ". This attribute is part of the key");
                }
              });
    }

    @Override
    public Optional<Document> apply(Schema schema, Document key, Optional<Document> old) {
      Document changed = update.of(old.orElse(key));
      KeyChecks.checkIndexKeys(schema, changed);
      if (Sizes.of(changed) > Sizes.MAX_ITEM) {
        throw Invalid.because("Item size to update has exceeded the maximum allowed size");
      }
      if (Sizes.depth(changed) > Sizes.MAX_DEPTH + 1) {
        throw Requests.tooDeep();
      }
      return Optional.of(changed);
    }
  }
}
