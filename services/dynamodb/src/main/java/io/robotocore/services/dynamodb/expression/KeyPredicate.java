package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Value;
import java.util.List;

/**
 * What a query demands of one attribute of a key.
 *
 * @param attribute the attribute
 * @param kind how it is compared
 * @param values the value, or the two bounds
 */
public record KeyPredicate(String attribute, Kind kind, List<Value> values) {

  /** How an attribute of a key can be compared. */
  public enum Kind {
    EQ,
    LT,
    LE,
    GT,
    GE,
    BETWEEN,
    BEGINS_WITH
  }

  /** The value, or the lower bound. */
  public Value value() {
    return values.get(0);
  }
}
