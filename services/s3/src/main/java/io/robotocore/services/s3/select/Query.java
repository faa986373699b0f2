package io.robotocore.services.s3.select;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.SelectItem;

/** A query, and what has come of it so far. */
final class Query {

  private static final Row NOTHING = new Row.Value(Absent.MISSING);

  private final SqlText text;
  private final Term condition;
  private final List<Item> items = new ArrayList<>();
  private final List<Accumulator> accumulators = new ArrayList<>();
  private long left;

  /** A query at a time. */
  Query(String sql, OffsetDateTime now) {
    text = SqlText.of(sql);
    Terms terms = new Terms(text, new Functions(now, accumulators));
    condition = text.select().getWhere() == null ? row -> true : terms.of(text.select().getWhere());
    if (!accumulators.isEmpty()) {
      throw SelectError.unsupported();
    }
    text.select().getSelectItems().forEach(item -> items.add(item(item, terms)));
    left = Optional.ofNullable(text.select().getLimit()).map(Query::limit).orElse(Long.MAX_VALUE);
  }

  private static long limit(Limit limit) {
    if (limit.getOffset() == null && limit.getRowCount() instanceof LongValue number) {
      return number.getValue();
    }
    throw SelectError.unsupported();
  }

  private Item item(SelectItem<?> item, Terms terms) {
    if (item.getExpression() instanceof AllColumns
        || item.getExpression() instanceof AllTableColumns) {
      return new Item("", row -> Absent.NULL);
    }
    String own = item.getExpression() instanceof Column column ? text.path(column).lastName() : "";
    String name = item.getAlias() == null ? own : item.getUnquotedAliasName();
    return new Item(
        name.isEmpty() ? "_" + (items.size() + 1) : name, terms.of(item.getExpression()));
  }

  /** The path from the object to its records. */
  Path source() {
    return text.source();
  }

  /** Whether no row can change anything any more. */
  boolean isDone() {
    return left <= 0;
  }

  /** What comes of a row at once; empty if nothing does. */
  Optional<Map<String, Object>> take(Row row) {
    if (isDone() || !condition.holds(row)) {
      return Optional.empty();
    }
    if (!accumulators.isEmpty()) {
      accumulators.forEach(accumulator -> accumulator.add(row));
      return Optional.empty();
    }
    left--;
    return Optional.of(values(row));
  }

  /** What comes of all rows together; empty if nothing does. */
  Optional<Map<String, Object>> rest() {
    return accumulators.isEmpty() || isDone() ? Optional.empty() : Optional.of(values(NOTHING));
  }

  private Map<String, Object> values(Row row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Item item : items) {
      if (item.name.isEmpty()) {
        values.putAll(row.members());
      } else {
        String name = values.containsKey(item.name) ? "_" + (values.size() + 1) : item.name;
        values.put(name, item.term.of(row));
      }
    }
    return values;
  }

  /** A column of the answer; without a name it is all columns. */
  private record Item(String name, Term term) {}
}
