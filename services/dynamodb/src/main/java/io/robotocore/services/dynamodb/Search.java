package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.table.Index;
import io.robotocore.services.dynamodb.table.KeyRange;
import io.robotocore.services.dynamodb.table.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.TreePMap;

/**
 * A walk through a part of a table or index, one page at a time: it costs as much as the page.
 *
 * @param table the table
 * @param index the index, if not the table itself
 * @param range which part
 * @param paging from where and how far
 * @param filter which items come back
 * @param fetches whether items come back as the table has them, rather than the index
 */
record Search(
    DynamoTable table,
    Optional<Index> index,
    KeyRange range,
    Paging paging,
    Condition filter,
    boolean fetches) {

  private static final int MAX_BYTES = 1 << 20;

  /**
   * From where and how far a walk goes.
   *
   * @param start the key behind which it begins
   * @param limit how many items it looks at
   */
  record Paging(boolean forward, Optional<Document> start, int limit) {

    /** All that fits on a page, from the beginning. */
    static final Paging ALL = new Paging(true, Optional.empty(), Integer.MAX_VALUE);
  }

  /**
   * A page.
   *
   * @param items what the filter has let through
   * @param scanned how many items were looked at
   * @param bytes how large those were
   * @param fetched how many bytes were read from the table for a local index
   * @param last the key of the last one, if there may be more
   */
  record Page(
      List<Document> items, int scanned, long bytes, long fetched, Optional<Document> last) {}

  private TreePMap<Key, Document> entries() {
    return range.of(
        index.map(one -> table.content().of(one)).orElseGet(() -> table.content().items()));
  }

  /** The place of an item, or of where one was, in the table or index. */
  Key keyOf(Document item) {
    Key primary = table.schema().key().keyOf(item);
    return index.flatMap(one -> one.keyOf(item, primary)).orElse(primary);
  }

  private TreePMap<Key, Document> left() {
    TreePMap<Key, Document> entries = entries();
    TreePMap<Key, Document> behind =
        paging
            .start()
            .map(this::keyOf)
            .map(
                key -> paging.forward() ? entries.tailMap(key, false) : entries.headMap(key, false))
            .orElse(entries);
    return paging.forward() ? behind : behind.descendingMap();
  }

  /** The next page. */
  Page page() {
    List<Document> items = new ArrayList<>();
    int scanned = 0;
    long bytes = 0;
    long fetched = 0;
    for (Map.Entry<Key, Document> entry : left().entrySet()) {
      Document item = entry.getValue();
      Document seen = index.map(one -> one.project(item, table.schema().key())).orElse(item);
      bytes += Sizes.of(seen);
      fetched += fetches ? (Sizes.of(item) + 4_095) / 4_096 * 4_096L : 0;
      scanned++;
      Document given = fetches ? item : seen;
      if (filter.test(given)) {
        items.add(given);
      }
      if (scanned == paging.limit() || bytes >= MAX_BYTES) {
        return new Page(items, scanned, bytes, fetched, Optional.of(lastKey(item)));
      }
    }
    return new Page(items, scanned, bytes, fetched, Optional.empty());
  }

  private Document lastKey(Document item) {
    Schema schema = table.schema();
    Set<String> names = new LinkedHashSet<>(schema.key().names());
    index.ifPresent(one -> names.addAll(one.key().names()));
    return item.only(names);
  }

  /** What reading a page has consumed. */
  Capacity capacity(Page page, boolean consistent) {
    if (index.isEmpty()) {
      return Capacity.read(table.name(), page.bytes(), consistent);
    }
    Capacity ofIndex = Capacity.read(table.name(), index.get(), page.bytes(), consistent);
    return page.fetched() == 0
        ? ofIndex
        : ofIndex.plus(Capacity.read(table.name(), page.fetched(), consistent));
  }
}
