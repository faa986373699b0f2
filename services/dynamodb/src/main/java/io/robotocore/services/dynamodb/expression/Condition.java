package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an item has to fulfil. */
public sealed interface Condition {

  /** Whether an item fulfils it; one that does not exist is one without attributes. */
  boolean test(Document item);

  /** The paths that it looks at. */
  default Stream<Path> paths() {
    return Stream.empty();
  }

  private static Stream<Path> paths(Operand... operands) {
    return Arrays.stream(operands)
        .flatMap(
            operand ->
                operand instanceof Operand.At at
                    ? Stream.of(at.path())
                    : operand instanceof Operand.Size size
                        ? paths(size.operand())
                        : Stream.empty());
  }

  /** All of several conditions. */
  record All(List<Condition> conditions) implements Condition {
    @Override
    public boolean test(Document item) {
      return conditions.stream().allMatch(condition -> condition.test(item));
    }

    @Override
    public Stream<Path> paths() {
      return conditions.stream().flatMap(Condition::paths);
    }
  }

  /** One of several conditions. */
  record Any(List<Condition> conditions) implements Condition {
    @Override
    public boolean test(Document item) {
      return conditions.stream().anyMatch(condition -> condition.test(item));
    }

    @Override
    public Stream<Path> paths() {
      return conditions.stream().flatMap(Condition::paths);
    }
  }

  /** The contrary of a condition. */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean test(Document item) {
      return !condition.test(item);
    }

    @Override
    public Stream<Path> paths() {
      return condition.paths();
    }
  }

  /**
   * How a value compares to another. What does not exist is unequal to everything, and nothing
   * else.
   */
  record Compares(Comparison comparison, Operand left, Operand right) implements Condition {
    @Override
    public boolean test(Document item) {
      Optional<Value> one = left.in(item);
      Optional<Value> other = right.in(item);
      boolean both = one.isPresent() && other.isPresent();
      return both ? comparison.test(one.get(), other.get()) : comparison == Comparison.NE;
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(left, right);
    }
  }

  /** Whether a value lies between two others. */
  record Between(Operand operand, Operand low, Operand high) implements Condition {
    @Override
    public boolean test(Document item) {
      return new Compares(Comparison.GE, operand, low).test(item)
          && new Compares(Comparison.LE, operand, high).test(item);
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(operand, low, high);
    }
  }

  /** Whether a value is one of several. */
  record In(Operand operand, List<Operand> others) implements Condition {
    @Override
    public boolean test(Document item) {
      return others.stream()
          .anyMatch(other -> new Compares(Comparison.EQ, operand, other).test(item));
    }

    @Override
    public Stream<Path> paths() {
      return Stream.concat(
          Condition.paths(operand), others.stream().flatMap(other -> Condition.paths(other)));
    }
  }

  /** Whether there is something at a path. */
  record Exists(Path path) implements Condition {
    @Override
    public boolean test(Document item) {
      return path.in(item).isPresent();
    }

    @Override
    public Stream<Path> paths() {
      return Stream.of(path);
    }
  }

  /** Whether a value is of a type. */
  record IsOf(Operand operand, Type type) implements Condition {
    @Override
    public boolean test(Document item) {
      return operand.in(item).filter(value -> value.type() == type).isPresent();
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(operand);
    }
  }

  /** Whether a text or binary begins with another. */
  record Begins(Operand operand, Operand prefix) implements Condition {
    @Override
    public boolean test(Document item) {
      Optional<Value> start = prefix.in(item);
      return operand
          .in(item)
          .filter(value -> start.filter(with -> Contents.begins(value, with)).isPresent())
          .isPresent();
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(operand, prefix);
    }
  }

  /** Whether a text, binary, set or list contains a value. */
  record Contains(Operand operand, Operand element) implements Condition {
    @Override
    public boolean test(Document item) {
      Optional<Value> part = element.in(item);
      return operand
          .in(item)
          .filter(value -> part.filter(one -> Contents.contains(value, one)).isPresent())
          .isPresent();
    }

    @Override
    public Stream<Path> paths() {
      return Condition.paths(operand, element);
    }
  }
}
