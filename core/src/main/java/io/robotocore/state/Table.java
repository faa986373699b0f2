package io.robotocore.state;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A sorted table of immutable values.
 *
 * <p>Reading never blocks and sees the content of one instant. A change is atomic; several changes
 * that belong together go into {@link State#atomically}. Whoever {@linkplain State#await waits} for
 * a key is woken when its value changes.
 *
 * @param <K> the key, in whose natural order the table is sorted
 * @param <V> the value, which must be immutable
 */
public final class Table<K extends Comparable<? super K>, V> {

  private final State state;
  private volatile TreePMap<K, V> content = TreePMap.empty();

  Table(State state) {
    this.state = state;
  }

  /** The value of a key. */
  public Optional<V> get(K key) {
    return Optional.ofNullable(content.get(key));
  }

  /** Whether there is a value for a key. */
  public boolean containsKey(K key) {
    return content.containsKey(key);
  }

  /** The number of keys. */
  public int size() {
    return content.size();
  }

  /**
   * The content as it is now, sorted by key; it never changes, so it can be ranged over and kept.
   */
  public NavigableMap<K, V> asMap() {
    return content;
  }

  /** Sets the value of a key. */
  public void put(K key, V value) {
    change(key, () -> content = content.plus(key, value));
  }

  /** Sets the value of a key that has none, and gives the value that it has then. */
  public V computeIfAbsent(K key, Supplier<V> value) {
    @Nullable V present = content.get(key);
    return present != null
        ? present
        : state.atomically(() -> get(key).orElseGet(() -> added(key, value.get())));
  }

  /** Replaces the value of a key that has one, and gives the new value. */
  public Optional<V> computeIfPresent(K key, UnaryOperator<V> change) {
    return state.atomically(() -> get(key).map(value -> added(key, change.apply(value))));
  }

  /** Takes a key out, and gives the value that it had. */
  public Optional<V> remove(K key) {
    return state.atomically(
        () -> {
          Optional<V> removed = get(key);
          removed.ifPresent(value -> change(key, () -> content = content.minus(key)));
          return removed;
        });
  }

  /** Takes every key out. */
  public void clear() {
    state.run(
        () -> {
          content.keySet().forEach(state::signal);
          content = TreePMap.empty();
        });
  }

  private V added(K key, V value) {
    put(key, value);
    return value;
  }

  private void change(K key, Runnable change) {
    state.run(
        () -> {
          change.run();
          state.signal(key);
        });
  }

  /** The content as a snapshot keeps it. */
  Object content() {
    return content;
  }

  /** Takes over the content that a table of the same kind had when a snapshot was taken. */
  @SuppressWarnings("unchecked")
  void restore(Object snapshot) {
    content = (TreePMap<K, V>) snapshot;
  }
}
