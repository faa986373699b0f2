package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Projection;
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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The operations on many items at once, each on its own. */
interface Batches extends Writing {

  int MAX_READS = 100;
  int MAX_WRITES = 25;

  /** How large an answer may be, in bytes. */
  int MAX_ANSWER = 16 << 20;

  @Override
  default BatchGetItemResponse batchGetItem(BatchGetItemRequest in) {
    int total = in.requestItems().values().stream().mapToInt(keys -> keys.keys().size()).sum();
    if (total > MAX_READS) {
      throw Invalid.because("Too many items requested for the BatchGetItem call");
    }
    Map<String, List<Map<String, AttributeValue>>> responses = new LinkedHashMap<>();
    Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>();
    List<Capacity> capacities = new ArrayList<>();
    long left = MAX_ANSWER;
    for (Map.Entry<String, KeysAndAttributes> entry : in.requestItems().entrySet()) {
      Found found = read(entry.getKey(), entry.getValue(), left);
      left -= found.bytes;
      responses.put(entry.getKey(), found.items);
      capacities.add(found.capacity);
      if (!found.unprocessed.isEmpty()) {
        unprocessed.put(
            entry.getKey(), entry.getValue().toBuilder().keys(found.unprocessed).build());
      }
    }
    BatchGetItemResponse.Builder out =
        BatchGetItemResponse.builder().responses(responses).unprocessedKeys(unprocessed);
    if (isWanted(in.returnConsumedCapacity())) {
      out.consumedCapacity(Capacity.shown(capacities, Optional.of(in.returnConsumedCapacity())));
    }
    return out.build();
  }

  private static boolean isWanted(@Nullable ReturnConsumedCapacity wanted) {
    return wanted != null && wanted != ReturnConsumedCapacity.NONE;
  }

  /** What a batch has found in one table. */
  record Found(
      List<Map<String, AttributeValue>> items,
      List<Map<String, AttributeValue>> unprocessed,
      Capacity capacity,
      long bytes) {}

  private Found read(String name, KeysAndAttributes wanted, long left) {
    Projection projection = projection(wanted);
    boolean consistent = Boolean.TRUE.equals(wanted.consistentRead());
    DynamoTable table = table(name);
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    List<Map<String, AttributeValue>> unprocessed = new ArrayList<>();
    Capacity capacity = new Capacity(table.name(), true, 0, Map.of(), Map.of());
    Set<Key> seen = new HashSet<>();
    long bytes = 0;
    for (Map<String, AttributeValue> given : wanted.keys()) {
      Document target = Attributes.read(given);
      KeyChecks.checkKey(table.schema(), target);
      Key key = table.schema().key().keyOf(target);
      checkNew(seen, key);
      Optional<Document> item = table.content().get(key);
      int size = item.map(Sizes::of).orElse(0);
      if (bytes + size > left) {
        unprocessed.add(given);
      } else {
        bytes += size;
        capacity = capacity.plus(Capacity.read(table.name(), size, consistent));
        item.ifPresent(found -> items.add(Attributes.write(projection.of(found))));
      }
    }
    return new Found(items, unprocessed, capacity, bytes);
  }

  private static void checkNew(Set<Key> seen, Key key) {
    if (!seen.add(key)) {
      throw Invalid.because("Provided list of item keys contains duplicates");
    }
  }

  private static Projection projection(KeysAndAttributes in) {
    new Requests.Parameters()
        .other("AttributesToGet", in.hasAttributesToGet())
        .expression("ProjectionExpression", in.projectionExpression())
        .check(in.hasExpressionAttributeNames(), false, "");
    if (in.hasAttributesToGet()) {
      return ItemRequests.attributes(in.attributesToGet());
    }
    if (in.projectionExpression() == null) {
      return Projection.EVERYTHING;
    }
    return ItemRequests.projection(in.projectionExpression(), in.expressionAttributeNames());
  }

  @Override
  default BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest in) {
    int total = in.requestItems().values().stream().mapToInt(List::size).sum();
    if (total > MAX_WRITES) {
      throw Invalid.because("Too many items requested for the BatchWriteItem call");
    }
    List<Write> writes = new ArrayList<>();
    in.requestItems()
        .forEach((table, requests) -> requests.forEach(one -> writes.add(write(table, one))));
    in.requestItems().keySet().forEach(table -> checkDistinct(table, writes));
    List<Written> written = writes.stream().map(this::write).toList();
    BatchWriteItemResponse.Builder out =
        BatchWriteItemResponse.builder().unprocessedItems(Map.of());
    if (isWanted(in.returnConsumedCapacity())) {
      out.consumedCapacity(
          Capacity.shown(
              written.stream().map(Capacity::of).toList(),
              Optional.of(in.returnConsumedCapacity())));
    }
    Map<String, List<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
    written.forEach(
        one ->
            new Outcome(one)
                .metrics(in.returnItemCollectionMetrics())
                .ifPresent(
                    metric ->
                        metrics
                            .computeIfAbsent(one.table().name(), name -> new ArrayList<>())
                            .add(metric)));
    if (!metrics.isEmpty()) {
      out.itemCollectionMetrics(metrics);
    }
    return out.build();
  }

  private static Write write(String table, WriteRequest in) {
    if ((in.putRequest() == null) == (in.deleteRequest() == null)) {
      throw Invalid.because(
          in.putRequest() == null
              ? "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
              : "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    }
    if (in.putRequest() != null) {
      Document item = Requests.item(in.putRequest().item());
      return new Write(table, item, Write.Precondition.NONE, new Mutation.Put(item));
    }
    Document key = Attributes.read(in.deleteRequest().key());
    return new Write(table, key, Write.Precondition.NONE, new Mutation.Remove());
  }

  /** Checks all writes to a table before the first of them is made. */
  private void checkDistinct(String name, List<Write> writes) {
    DynamoTable table = table(name);
    Set<Key> seen = new HashSet<>();
    for (Write write : writes) {
      if (write.table().equals(name)) {
        Document target = write.check(table.schema());
        checkNew(seen, table.schema().key().keyOf(target));
      }
    }
  }
}
