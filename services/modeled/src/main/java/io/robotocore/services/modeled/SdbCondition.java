package io.robotocore.services.modeled;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What items must be like to be selected.
 *
 * <p>A comparison holds if it holds for one of an attribute's values. Where comparisons of one
 * attribute are joined, it must be the same value for which all of that holds.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/RangeValueQueriesSelect.html">
 *     queries on attributes with multiple values</a>
 */
sealed interface SdbCondition {

  /** Whether it holds for an item. */
  boolean holds(SdbItem item);

  /** The attribute of whose values it speaks one by one; empty if it speaks of something else. */
  default Optional<String> attribute() {
    return Optional.empty();
  }

  /** Whether it holds for one value of its attribute. */
  default boolean holds(String value) {
    return false;
  }

  /** A comparison of the item's name. */
  record OfName(Predicate<String> test) implements SdbCondition {
    @Override
    public boolean holds(SdbItem item) {
      return test.test(item.name());
    }
  }

  /** A comparison that must hold for all values. */
  record OfEvery(String name, Predicate<String> test) implements SdbCondition {
    @Override
    public boolean holds(SdbItem item) {
      List<String> values = item.values(name);
      return !values.isEmpty() && values.stream().allMatch(test);
    }
  }

  /** A comparison of an attribute. */
  record OfOne(String name, Predicate<String> test) implements SdbCondition {
    @Override
    public boolean holds(SdbItem item) {
      return item.values(name).stream().anyMatch(test);
    }

    @Override
    public Optional<String> attribute() {
      return Optional.of(name);
    }

    @Override
    public boolean holds(String value) {
      return test.test(value);
    }
  }

  /** Whether an item has an attribute. */
  record Presence(String name, boolean present) implements SdbCondition {
    @Override
    public boolean holds(SdbItem item) {
      return item.values(name).isEmpty() != present;
    }
  }

  /** What must not be. */
  record Not(SdbCondition inner) implements SdbCondition {
    @Override
    public boolean holds(SdbItem item) {
      return !inner.holds(item);
    }
  }

  /** Two conditions that both must hold for an item, for whatever values. */
  record Intersection(SdbCondition left, SdbCondition right) implements SdbCondition {
    @Override
    public boolean holds(SdbItem item) {
      return left.holds(item) && right.holds(item);
    }
  }

  /** Two conditions, joined by {@code and} or {@code or}. */
  record Joined(SdbCondition left, SdbCondition right, boolean and) implements SdbCondition {
    @Override
    public boolean holds(SdbItem item) {
      return attribute()
          .map(name -> item.values(name).stream().anyMatch(this::holds))
          .orElseGet(() -> joined(left.holds(item), right.holds(item)));
    }

    @Override
    public Optional<String> attribute() {
      return left.attribute().filter(name -> right.attribute().equals(Optional.of(name)));
    }

    @Override
    public boolean holds(String value) {
      return joined(left.holds(value), right.holds(value));
    }

    private boolean joined(boolean one, boolean other) {
      return and ? one && other : one || other;
    }
  }
}
