package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Numbers;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** How numbers and sets are added and taken away. */
final class Arithmetic {

  private Arithmetic() {}

  /** A number with another added, a set with elements added, or two lists in one. */
  public static Value added(Value old, Value value) {
    if (old instanceof Value.Num number && value instanceof Value.Num other) {
      return Numbers.sum(number, other);
    }
    if (old instanceof Value.Elements set
        && value instanceof Value.Elements more
        && set.type() == more.type()) {
      SortedSet<Value.Scalar> all = new TreeSet<>(set.elements());
      all.addAll(more.elements());
      return Attributes.elements(set.type(), all);
    }
    if (old instanceof Value.Sequence list && value instanceof Value.Sequence more) {
      List<Value> all = new ArrayList<>(list.values());
      all.addAll(more.values());
      return new Value.Sequence(List.copyOf(all));
    }
    throw wrongType();
  }

  /** A set without some elements; nothing if none are left. */
  public static Optional<Value> deleted(Value old, Value.Elements value) {
    if (old instanceof Value.Elements set && set.type() == value.type()) {
      SortedSet<Value.Scalar> left = new TreeSet<>(set.elements());
      left.removeAll(value.elements());
      return left.isEmpty() ? Optional.empty() : Optional.of(Attributes.elements(set.type(), left));
    }
    throw wrongType();
  }

  /** A value is of a type that cannot be changed so. */
  public static DynamoDbException wrongType() {
    return Invalid.because("An operand in the update expression has an incorrect data type");
  }
}
