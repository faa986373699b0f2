package io.robotocore.protocol;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a map in the order in which they were read, for an SDK class that goes through
 * them once to make a map of its own. A key may occur twice; the later one counts.
 */
final class Entries extends AbstractMap<String, @Nullable Object> {

  /** Keys and values in turn. */
  private @Nullable Object[] entries = new Object[32];

  private int length;

  @Override
  public @Nullable Object put(String key, @Nullable Object value) {
    if (length == entries.length) {
      entries = Arrays.copyOf(entries, length * 2);
    }
    entries[length] = key;
    entries[length + 1] = value;
    length += 2;
    return null;
  }

  @Override
  public int size() {
    return length / 2;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super @Nullable Object> consumer) {
    for (int i = 0; i < length; i += 2) {
      consumer.accept((String) entries[i], entries[i + 1]);
    }
  }

  @Override
  public Set<Map.Entry<String, @Nullable Object>> entrySet() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    forEach(map::put);
    return map.entrySet();
  }
}
