package io.robotocore.services.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.pcollections.TreePMap;

/**
 * Goes through sorted keys from some place on and takes what a listing shows: what begins with a
 * prefix, and of all keys that have the same text up to a delimiter only that text. It never walks
 * through what it does not show.
 *
 * @param keys what there is
 * @param items what a listing shows of a key
 * @param scope which keys, and how many
 * @param <V> what there is of a key
 * @param <I> what a listing shows
 */
record Scan<V, I>(
    TreePMap<String, V> keys, Function<Map.Entry<String, V>, List<I>> items, Scope scope) {

  /**
   * Which keys are listed, and how many.
   *
   * @param prefix what they begin with
   * @param delimiter up to what they are the same; empty if each stands for itself
   * @param max how many items and common prefixes, at the most
   */
  record Scope(String prefix, String delimiter, int max) {}

  /** A key and something that a listing shows of it. */
  record Item<I>(String key, I value) {}

  /**
   * What a listing shows at once.
   *
   * @param items what stands for itself
   * @param prefixes what stands for several keys
   * @param last the last key or prefix of these
   * @param truncated whether there is more
   */
  record Page<I>(
      List<Item<I>> items, List<String> prefixes, Optional<String> last, boolean truncated) {}

  /** What comes after a key, or after all keys that begin with it if it is a common prefix. */
  Page<I> after(String marker) {
    boolean isPrefix =
        !scope.delimiter.isEmpty()
            && marker.length() > scope.prefix.length()
            && commonPrefix(marker).filter(marker::equals).isPresent();
    if (isPrefix) {
      return Keys.behind(marker).map(next -> from(next, true)).orElseGet(this::nothing);
    }
    return from(marker, false);
  }

  /** What comes from a key on. */
  Page<I> from(String start, boolean inclusive) {
    if (scope.max == 0) {
      return nothing();
    }
    boolean before = Keys.BY_UTF8.compare(start, scope.prefix) < 0;
    Walk walk = new Walk();
    walk.go(before ? scope.prefix : start, before || inclusive);
    return walk.page();
  }

  private Page<I> nothing() {
    return new Page<>(List.of(), List.of(), Optional.empty(), false);
  }

  private Optional<String> commonPrefix(String key) {
    if (scope.delimiter.isEmpty() || !key.startsWith(scope.prefix)) {
      return Optional.empty();
    }
    int at = key.indexOf(scope.delimiter, scope.prefix.length());
    return at < 0 ? Optional.empty() : Optional.of(key.substring(0, at + scope.delimiter.length()));
  }

  /** What has been found on the way. */
  private final class Walk {
    private final List<Item<I>> found = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private Optional<String> last = Optional.empty();
    private boolean truncated;

    private void go(String start, boolean inclusive) {
      Optional<String> next = run(keys.tailMap(start, inclusive));
      while (next.isPresent()) {
        next = run(keys.tailMap(next.get(), true));
      }
    }

    /** Takes keys until the way is over, or until it goes on behind a common prefix. */
    private Optional<String> run(Map<String, V> rest) {
      for (Map.Entry<String, V> entry : rest.entrySet()) {
        String key = entry.getKey();
        if (!key.startsWith(scope.prefix)) {
          return Optional.empty();
        }
        List<I> shown = items.apply(entry);
        if (shown.isEmpty()) {
          continue;
        }
        Optional<String> common = commonPrefix(key);
        if (common.isPresent()) {
          if (isFull()) {
            return Optional.empty();
          }
          prefixes.add(common.get());
          last = common;
          return Keys.behind(common.get());
        }
        if (!take(key, shown)) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private boolean take(String key, List<I> shown) {
      for (I item : shown) {
        if (isFull()) {
          return false;
        }
        found.add(new Item<>(key, item));
        last = Optional.of(key);
      }
      return true;
    }

    private boolean isFull() {
      truncated = found.size() + prefixes.size() >= scope.max;
      return truncated;
    }

    private Page<I> page() {
      return new Page<>(List.copyOf(found), List.copyOf(prefixes), last, truncated);
    }
  }
}
