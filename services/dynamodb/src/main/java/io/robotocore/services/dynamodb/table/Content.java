package io.robotocore.services.dynamodb.table;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.item.KeyWriter;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.item.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The items of a table. A change makes a new one that shares nearly everything with the old, so
 * that backups and snapshots are references.
 *
 * @param schema what items must have
 * @param items all items, by key
 * @param indexes the entries of each index, by index
 * @param expiry which of them expire, and when
 * @param bytes the size of all items
 */
public record Content(
    Schema schema,
    TreePMap<Key, Document> items,
    TreePMap<String, Entries> indexes,
    Expiry expiry,
    long bytes) {

  /** No items. */
  public static Content empty(Schema schema) {
    TreePMap<String, Entries> indexes = TreePMap.empty();
    for (Index index : schema.indexes()) {
      indexes = indexes.plus(index.name(), Entries.NONE);
    }
    return new Content(schema, TreePMap.empty(), indexes, Expiry.NEVER, 0);
  }

  /** The item of a key. */
  public Optional<Document> get(Key key) {
    return Optional.ofNullable(items.get(key));
  }

  /** The items of an index, by their keys there. */
  public TreePMap<Key, Document> of(Index index) {
    return entries(index).items();
  }

  private Entries entries(Index index) {
    return indexes.getOrDefault(index.name(), Entries.NONE);
  }

  /** These items with one of them set. */
  public Content with(Key key, Document item) {
    Optional<Document> old = get(key);
    Document like = old.or(() -> sample(key)).orElse(item);
    Document compact = item.sharingNames(like);
    return new Content(
        schema,
        items.plus(key, compact),
        indexed(key, old, Optional.of(compact)),
        expiry.changed(key, old, Optional.of(compact)),
        bytes + Sizes.of(item) - old.map(Sizes::of).orElse(0));
  }

  /** An item nearby, which probably has the same attributes. */
  private Optional<Document> sample(Key key) {
    return Optional.ofNullable(items.floorEntry(key)).map(Map.Entry::getValue);
  }

  /** These items without one of them. */
  public Content without(Key key) {
    Optional<Document> old = get(key);
    return old.isEmpty()
        ? this
        : new Content(
            schema,
            items.minus(key),
            indexed(key, old, Optional.empty()),
            expiry.changed(key, old, Optional.empty()),
            bytes - Sizes.of(old.get()));
  }

  private TreePMap<String, Entries> indexed(
      Key key, Optional<Document> old, Optional<Document> item) {
    TreePMap<String, Entries> changed = indexes;
    for (Index index : schema.indexes()) {
      Entries entries = entries(index);
      Optional<Key> before = old.flatMap(one -> index.keyOf(one, key));
      Optional<Key> after = item.flatMap(one -> index.keyOf(one, key));
      if (before.isPresent()) {
        int size = index.sizeOf(old.orElseThrow(), schema.key());
        entries =
            before.equals(after) ? entries.resized(-size) : entries.without(before.get(), size);
      }
      if (after.isPresent()) {
        Document entry = item.orElseThrow();
        entries = entries.with(after.get(), entry, index.sizeOf(entry, schema.key()));
      }
      changed = changed.plus(index.name(), entries);
    }
    return changed;
  }

  /** The same items with other indexes, filled from the items. */
  public Content with(Schema other) {
    TreePMap<String, Entries> filled = TreePMap.empty();
    for (Index index : other.indexes()) {
      boolean same = schema.index(index.name()).filter(index::equals).isPresent();
      filled = filled.plus(index.name(), same ? entries(index) : filled(index, other.key()));
    }
    return new Content(other, items, filled, expiry, bytes);
  }

  private Entries filled(Index index, KeyShape table) {
    Entries entries = Entries.NONE;
    for (Map.Entry<Key, Document> item : items.entrySet()) {
      Optional<Key> at = index.keyOf(item.getValue(), item.getKey());
      if (at.isPresent()) {
        entries = entries.with(at.get(), item.getValue(), index.sizeOf(item.getValue(), table));
      }
    }
    return entries;
  }

  /** The same items, which expire at the time that an attribute says; never if there is none. */
  public Content expiringBy(Optional<String> attribute) {
    Expiry fresh = new Expiry(attribute, TreePMap.empty());
    if (attribute.isPresent()) {
      for (Map.Entry<Key, Document> item : items.entrySet()) {
        fresh = fresh.changed(item.getKey(), Optional.empty(), Optional.of(item.getValue()));
      }
    }
    return new Content(schema, items, indexes, fresh, bytes);
  }

  /** The size of an index's entries, in bytes. */
  public long bytes(Index index) {
    return entries(index).bytes();
  }

  /**
   * The entries of an index.
   *
   * @param items the items, whole, by their keys there
   * @param bytes the size of what the index has of them
   */
  public record Entries(TreePMap<Key, Document> items, long bytes) {

    private static final Entries NONE = new Entries(TreePMap.empty(), 0);

    private Entries with(Key key, Document item, int size) {
      return new Entries(items.plus(key, item), bytes + size);
    }

    /** These with an entry that another will replace no longer counted. */
    private Entries resized(int by) {
      return new Entries(items, bytes + by);
    }

    private Entries without(Key key, int size) {
      return new Entries(items.minus(key), bytes - size);
    }
  }

  /**
   * Which items expire when.
   *
   * @param attribute the attribute that says when, in seconds since 1970
   * @param keys the keys of the items that have it, the first to expire first
   */
  public record Expiry(Optional<String> attribute, TreePMap<Key, Key> keys) {

    private static final Expiry NEVER = new Expiry(Optional.empty(), TreePMap.empty());
    private static final BigDecimal LATEST = BigDecimal.valueOf(Instant.MAX.getEpochSecond());

    private Expiry changed(Key key, Optional<Document> old, Optional<Document> item) {
      if (attribute.isEmpty()) {
        return this;
      }
      Optional<Value.Num> before = old.flatMap(this::of);
      Optional<Value.Num> after = item.flatMap(this::of);
      TreePMap<Key, Key> changed = keys;
      if (before.isPresent() && !before.equals(after)) {
        changed = changed.minus(at(before.get(), key));
      }
      if (after.isPresent()) {
        changed = changed.plus(at(after.get(), key), key);
      }
      return new Expiry(attribute, changed);
    }

    private static Key at(Value.Num time, Key key) {
      return KeyWriter.hashed(0).add(time).addAll(key).key();
    }

    private Optional<Value.Num> of(Document item) {
      return attribute
          .flatMap(item::get)
          .filter(Value.Num.class::isInstance)
          .map(Value.Num.class::cast)
          .filter(time -> time.number().signum() > 0 && time.number().compareTo(LATEST) < 0);
    }

    /** When an item expires. */
    public Optional<Instant> timeOf(Document item) {
      return of(item).map(time -> Instant.ofEpochSecond(time.number().longValue()));
    }

    /** The key of the item that expires first. */
    public Optional<Key> first() {
      return keys.isEmpty() ? Optional.empty() : Optional.of(keys.firstEntry().getValue());
    }
  }
}
