package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.KeyPredicate;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.partiql.Statement;
import io.robotocore.services.dynamodb.table.Index;
import io.robotocore.services.dynamodb.table.KeyRange;
import io.robotocore.services.dynamodb.table.KeyShape;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * How the items are found that a statement selects: by a query if it names a partition key, else by
 * a scan.
 *
 * @param limit how many items are looked at
 * @param token where the page before has ended
 */
record Selected(DynamoTable table, Statement.Select select, int limit, Optional<String> token) {

  Search search(boolean consistent) {
    Optional<Index> index = index(table, select);
    if (consistent && index.filter(Index::global).isPresent()) {
      throw Invalid.because("Consistent reads are not supported on global secondary indexes");
    }
    KeyShape shape = index.map(Index::key).orElse(table.schema().key());
    Optional<List<KeyPredicate>> keys = WhereKeys.of(select.where()).query(shape);
    if (!select.order().isEmpty() && keys.isEmpty()) {
      throw Invalid.because("Must have WHERE clause in the statement when using ORDER BY clause.");
    }
    boolean descending =
        select.order().stream()
            .anyMatch(
                order ->
                    order.descending()
                        && shape.range().stream()
                            .anyMatch(range -> range.name().equals(order.attribute())));
    return new Search(
        table,
        index,
        keys.map(predicates -> KeyRange.of(shape, predicates))
            .orElseGet(() -> KeyRange.segment(0, 1)),
        new Search.Paging(!descending, token.map(text -> start(text, index)), limit),
        select.where(),
        false);
  }

  /** The index that a statement reads; not one whose key has several attributes in a part. */
  static Optional<Index> index(DynamoTable table, Statement.Select select) {
    Optional<Index> index =
        select
            .index()
            .map(
                name ->
                    table
                        .schema()
                        .index(name)
                        .orElseThrow(
                            () ->
                                Invalid.because(
                                    "The table does not have the specified index: " + name)));
    index
        .map(Index::key)
        .filter(key -> key.hash().size() > 1 || key.range().size() > 1)
        .ifPresent(
            key -> {
              throw Invalid.because(
                  "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.");
            });
    return index;
  }

  private Document start(String text, Optional<Index> index) {
    try {
      String json = new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
      return StartKeys.read(table, index, DynamoDbJson.item(json));
    } catch (IllegalArgumentException e) {
      throw Invalid.because("NextToken does not match request");
    }
  }

  static String token(Document last) {
    String json = DynamoDbJson.line(last);
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
