package io.robotocore.services.dynamodb.partiql;

import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.expression.Update;
import io.robotocore.services.dynamodb.item.Document;
import java.util.List;
import java.util.Optional;

/** A statement. */
public sealed interface Statement {

  /** The table that it is about. */
  String table();

  /** Whether it only reads. */
  default boolean reads() {
    return false;
  }

  /**
   * Looks for items.
   *
   * @param index the index to look in
   * @param paths what it wants to see of items; everything if there are none
   * @param where which items
   * @param order in which order
   */
  record Select(
      String table, Optional<String> index, List<Path> paths, Condition where, List<Order> order)
      implements Statement {
    @Override
    public boolean reads() {
      return true;
    }
  }

  /** By what items are sorted. */
  record Order(String attribute, boolean descending) {}

  /** Puts an item that is not there yet. */
  record Insert(String table, Document item) implements Statement {}

  /** Changes an item that is there. */
  record Modify(String table, Update update, Condition where, Optional<Returning> returning)
      implements Statement {}

  /** Deletes an item. */
  record Remove(String table, Condition where, Optional<Returning> returning)
      implements Statement {}

  /** Demands, within a transaction, that there is an item. */
  record Exists(String table, Condition where) implements Statement {}

  /** What comes back of an item that was changed. */
  record Returning(boolean all, boolean old) {}
}
