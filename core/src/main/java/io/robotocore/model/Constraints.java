package io.robotocore.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What values of a shape must satisfy. */
public final class Constraints {

  /** Any value will do. */
  public static final Constraints NONE = new Constraints(JsonObject.EMPTY);

  private final @Nullable BigDecimal min;
  private final @Nullable BigDecimal max;
  private final @Nullable String pattern;
  private final List<String> enumValues;
  private final boolean uniqueItems;

  private Constraints(JsonObject facts) {
    min = facts.number("min").orElse(null);
    max = facts.number("max").orElse(null);
    pattern = facts.optional("pattern").map(PatternMistakes::corrected).orElse(null);
    enumValues = facts.texts("enum");
    uniqueItems = facts.flag("uniqueItems");
  }

  static Constraints in(JsonObject facts) {
    Constraints constraints = new Constraints(facts);
    return constraints.isEmpty() ? NONE : constraints;
  }

  private boolean isEmpty() {
    return min == null && max == null && pattern == null && enumValues.isEmpty() && !uniqueItems;
  }

  /**
   * The least value of a number; the least length of a string in characters, a blob in bytes, a
   * list or map in entries.
   */
  public Optional<BigDecimal> min() {
    return Optional.ofNullable(min);
  }

  /** The greatest value or length, counted as for {@link #min}. */
  public Optional<BigDecimal> max() {
    return Optional.ofNullable(max);
  }

  /**
   * The regular expression that a string must match; Java accepts those of all models. What is
   * plainly a slip of the pen in a model is corrected.
   */
  public Optional<String> pattern() {
    return Optional.ofNullable(pattern);
  }

  /** The only values that a string may have, in the model's order; empty when it may have any. */
  public List<String> enumValues() {
    return enumValues;
  }

  /** Whether no two entries of a list may be equal. */
  public boolean uniqueItems() {
    return uniqueItems;
  }
}
