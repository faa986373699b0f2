package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Value;
import java.util.Arrays;
import java.util.Optional;

/** How two values are compared. Values of different types are unequal and have no order. */
public enum Comparison {
  EQ("="),
  NE("<>"),
  LT("<"),
  LE("<="),
  GT(">"),
  GE(">=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }

  static Optional<Comparison> of(String symbol) {
    return Arrays.stream(values()).filter(one -> one.symbol.equals(symbol)).findFirst();
  }

  /** Whether a value stands so to another. */
  public boolean test(Value one, Value other) {
    return switch (this) {
      case EQ -> one.equals(other);
      case NE -> !one.equals(other);
      default -> isOrdered(one, other);
    };
  }

  private boolean isOrdered(Value one, Value other) {
    if (one.type() != other.type()
        || !(one instanceof Value.Scalar a)
        || !(other instanceof Value.Scalar b)) {
      return false;
    }
    int order = a.compareTo(b);
    return switch (this) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      default -> order >= 0;
    };
  }
}
