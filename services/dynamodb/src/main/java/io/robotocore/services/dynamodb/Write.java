package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.table.KeyChecks;
import io.robotocore.services.dynamodb.table.Schema;
import java.util.Optional;

/**
 * A write of one item.
 *
 * @param table the name of its table
 * @param target which item: its key, or itself
 * @param condition what must be so before
 * @param mutation what happens then
 */
record Write(String table, Document target, Precondition condition, Mutation mutation) {

  /**
   * What must be so before a write.
   *
   * @param shown whether the client sees the item if it is not
   */
  record Precondition(Condition condition, boolean shown) {

    static final Precondition NONE = new Precondition(Conditions.ALWAYS, false);

    /** Whether an item, or its absence, is as it must be. */
    boolean test(Optional<Document> item) {
      return condition == Conditions.ALWAYS || condition.test(item.orElse(Document.EMPTY));
    }
  }

  /** Checks it against its table, without looking at the item; gives the item's key attributes. */
  Document check(Schema schema) {
    if (mutation instanceof Mutation.Put) {
      mutation.check(schema);
      return target.only(schema.key().names());
    }
    KeyChecks.checkKey(schema, target);
    mutation.check(schema);
    return target;
  }
}
