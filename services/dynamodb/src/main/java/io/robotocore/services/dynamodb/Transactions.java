package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.table.KeyChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * The operations that read or write several items as one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">transactions</a>
 */
interface Transactions extends Writing {

  int MAX_BYTES = 4 << 20;

  @Override
  default TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest in) {
    List<Write> writes = in.transactItems().stream().map(TransactionRequests::write).toList();
    List<Written> written =
        state()
            .atomically(
                () -> {
                  boolean done =
                      Optional.ofNullable(in.clientRequestToken())
                          .filter(token -> Tokens.isDone(this, token, in.transactItems()))
                          .isPresent();
                  return done ? List.of() : written(writes);
                });
    announce(written);
    return answer(in, consumed(writes, written), written);
  }

  /**
   * What a transaction has consumed: twice the units of its writes, or, if it was made before, of
   * looking at its items.
   */
  default List<Capacity> consumed(List<Write> writes, List<Written> written) {
    return written.isEmpty()
        ? writes.stream().map(this::looked).toList()
        : written.stream().map(one -> Capacity.of(one).times(2)).toList();
  }

  private Capacity looked(Write write) {
    DynamoTable table = table(write.table());
    Key key = table.schema().key().keyOf(write.target());
    int size = table.content().get(key).map(Sizes::of).orElse(0);
    return Capacity.read(table.name(), size, true).times(2);
  }

  /** Makes all of several writes, or none of them. */
  default List<Written> written(List<Write> writes) {
    List<Written> evaluated = evaluated(writes);
    Map<String, DynamoTable> tables = new LinkedHashMap<>();
    for (Written one : evaluated) {
      if (one.changedSomething()) {
        DynamoTable table = tables.getOrDefault(one.table().name(), one.table());
        tables.put(table.name(), stored(table, one));
      }
    }
    tables.forEach(state().tables()::put);
    evaluated.stream().filter(Written::changedSomething).forEach(this::recorded);
    return evaluated;
  }

  private List<Written> evaluated(List<Write> writes) {
    List<DynamoTable> tables = writes.stream().map(write -> table(write.table())).toList();
    Cancellation cancellation = new Cancellation();
    List<Written> evaluated = new ArrayList<>();
    Set<Object> items = new HashSet<>();
    for (int i = 0; i < writes.size(); i++) {
      DynamoTable table = tables.get(i);
      Write write = writes.get(i);
      cancellation.unlessFails(
          () -> {
            Document target = write.check(table.schema());
            checkNew(items, List.of(table.name(), table.schema().key().keyOf(target)));
          },
          () -> evaluated.add(evaluated(table, write)));
    }
    cancellation.throwIfAny();
    return evaluated;
  }

  private static void checkNew(Set<Object> items, Object item) {
    if (!items.add(item)) {
      throw Invalid.because("Transaction request cannot include multiple operations on one item");
    }
  }

  private static TransactWriteItemsResponse answer(
      TransactWriteItemsRequest in, List<Capacity> consumed, List<Written> written) {
    TransactWriteItemsResponse.Builder out = TransactWriteItemsResponse.builder();
    if (in.returnConsumedCapacity() != null) {
      out.consumedCapacity(
          Capacity.ofTransaction(consumed, Optional.of(in.returnConsumedCapacity())));
    }
    Map<String, List<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
    for (Written one : written) {
      new Outcome(one)
          .metrics(in.returnItemCollectionMetrics())
          .ifPresent(
              metric ->
                  metrics
                      .computeIfAbsent(one.table().name(), name -> new ArrayList<>())
                      .add(metric));
    }
    if (!metrics.isEmpty()) {
      out.itemCollectionMetrics(metrics);
    }
    return out.build();
  }

  @Override
  default TransactGetItemsResponse transactGetItems(TransactGetItemsRequest in) {
    List<TransactionRequests.Read> reads =
        in.transactItems().stream()
            .map(TransactGetItem::get)
            .map(TransactionRequests::read)
            .toList();
    List<Optional<Document>> found = state().atomically(() -> found(reads));
    List<ItemResponse> responses = new ArrayList<>();
    List<Capacity> capacities = new ArrayList<>();
    for (int i = 0; i < reads.size(); i++) {
      TransactionRequests.Read read = reads.get(i);
      Optional<Document> item = found.get(i);
      ItemResponse.Builder response = ItemResponse.builder();
      item.ifPresent(one -> response.item(Attributes.write(read.projection().of(one))));
      responses.add(response.build());
      String table = TableName.of(read.table(), call());
      capacities.add(Capacity.read(table, item.map(Sizes::of).orElse(0), true).times(2));
    }
    TransactGetItemsResponse.Builder out = TransactGetItemsResponse.builder().responses(responses);
    if (in.returnConsumedCapacity() != null) {
      out.consumedCapacity(
          Capacity.ofTransaction(capacities, Optional.of(in.returnConsumedCapacity())));
    }
    return out.build();
  }

  /** The items of several keys, all at one instant. */
  default List<Optional<Document>> found(List<TransactionRequests.Read> reads) {
    Cancellation cancellation = new Cancellation();
    List<Optional<Document>> found = new ArrayList<>();
    Set<Object> items = new HashSet<>();
    for (TransactionRequests.Read read : reads) {
      DynamoTable table = table(read.table());
      cancellation.unlessFails(
          () -> {
            KeyChecks.checkKey(table.schema(), read.key());
            checkNew(items, List.of(table.name(), table.schema().key().keyOf(read.key())));
          },
          () -> found.add(table.content().get(table.schema().key().keyOf(read.key()))));
    }
    cancellation.throwIfAny();
    long bytes = found.stream().flatMap(Optional::stream).mapToLong(Sizes::of).sum();
    if (bytes > MAX_BYTES) {
      throw Invalid.because(
          "Collection size of items requested in the transaction exceeds the 4 MB limit");
    }
    return found;
  }
}
