package io.robotocore.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * HTTP header fields in the order in which they were sent. Names compare without regard to case; a
 * name may occur more than once.
 */
public final class Headers {

  private static final Headers NONE = new Headers(new String[0]);

  /** Name and value in turn. */
  private final String[] fields;

  private Headers(String[] fields) {
    this.fields = fields;
  }

  /** No header at all. */
  public static Headers none() {
    return NONE;
  }

  /**
   * Headers from names and values in turn: {@code of("Content-Type", "text/plain", "Date", "…")}.
   */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a name without a value: " + Arrays.toString(namesAndValues));
    }
    return new Headers(namesAndValues.clone());
  }

  /** Starts an empty collection of headers to add to. */
  public static Builder builder() {
    return new Builder();
  }

  /** These headers and one more at the end. */
  public Headers with(String name, String value) {
    String[] more = Arrays.copyOf(fields, fields.length + 2);
    more[fields.length] = name;
    more[fields.length + 1] = value;
    return new Headers(more);
  }

  /** These headers without those of a name. */
  public Headers without(String name) {
    Builder others = builder();
    forEach(
        (present, value) -> {
          if (!present.equalsIgnoreCase(name)) {
            others.add(present, value);
          }
        });
    return others.build();
  }

  /** The first value of a header. */
  public Optional<String> first(String name) {
    return Optional.ofNullable(firstOrNull(name));
  }

  /** The first value of a header, or the given one when it was not sent. */
  public String firstOr(String name, String otherwise) {
    @Nullable String value = firstOrNull(name);
    return value == null ? otherwise : value;
  }

  /** Whether a header of this name was sent. */
  public boolean contains(String name) {
    return firstOrNull(name) != null;
  }

  /** Every value of a header, in order. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>(2);
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equalsIgnoreCase(name)) {
        values.add(fields[i + 1]);
      }
    }
    return values;
  }

  /** Hands every field to the consumer, names as they were sent. */
  public void forEach(BiConsumer<String, String> consumer) {
    for (int i = 0; i < fields.length; i += 2) {
      consumer.accept(fields[i], fields[i + 1]);
    }
  }

  private @Nullable String firstOrNull(String name) {
    for (int i = 0; i < fields.length; i += 2) {
      if (fields[i].equalsIgnoreCase(name)) {
        return fields[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Headers that && Arrays.equals(lowerNames(), that.lowerNames());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lowerNames());
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private String[] lowerNames() {
    String[] lower = fields.clone();
    for (int i = 0; i < lower.length; i += 2) {
      lower[i] = lower[i].toLowerCase(Locale.ROOT);
    }
    return lower;
  }

  /** Collects headers. */
  public static final class Builder {

    private final List<String> fields = new ArrayList<>(24);

    private Builder() {}

    /** Adds a field behind those already there. */
    public Builder add(String name, String value) {
      fields.add(name);
      fields.add(value);
      return this;
    }

    /** The headers collected so far. */
    public Headers build() {
      return fields.isEmpty() ? NONE : new Headers(fields.toArray(String[]::new));
    }
  }
}
