package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Value;
import java.util.List;
import java.util.Optional;

/**
 * Where a value stands within an item.
 *
 * @param steps an attribute's name, then names and indexes
 */
public record Path(List<Step> steps) {

  /** The path of an attribute. */
  public static Path of(String attribute) {
    return new Path(List.of(new Named(attribute)));
  }

  /** The attribute in which it begins. */
  public String attribute() {
    return ((Named) steps.get(0)).name();
  }

  /** Whether it is an attribute as a whole. */
  public boolean isAttribute() {
    return steps.size() == 1;
  }

  /** The value at the path. */
  public Optional<Value> in(Document item) {
    Optional<Value> value = item.get(attribute());
    for (int i = 1; i < steps.size() && value.isPresent(); i++) {
      value = steps.get(i).in(value.get());
    }
    return value;
  }

  @Override
  public String toString() {
    return steps.toString();
  }

  /** A step from a value to one within it. */
  public sealed interface Step {

    /** The value to which the step leads. */
    Optional<Value> in(Value value);
  }

  /** To what a map has under a name. */
  public record Named(String name) implements Step {
    @Override
    public Optional<Value> in(Value value) {
      return value instanceof Document map ? map.get(name) : Optional.empty();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** To an element of a list. */
  public record Indexed(int index) implements Step {
    @Override
    public Optional<Value> in(Value value) {
      return value instanceof Value.Sequence list && index < list.values().size()
          ? Optional.of(list.values().get(index))
          : Optional.empty();
    }

    @Override
    public String toString() {
      return "[" + index + "]";
    }
  }
}
