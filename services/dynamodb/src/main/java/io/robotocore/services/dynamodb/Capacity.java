package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.table.Index;
import io.robotocore.services.dynamodb.table.Schema;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * What a request has consumed of a table, in capacity units.
 *
 * @param table the table's name
 * @param reads whether the units are of reading
 * @param units what the table itself has given
 * @param local what its local indexes have given
 * @param global what its global indexes have given
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">consumption</a>
 */
record Capacity(
    String table,
    boolean reads,
    double units,
    Map<String, Double> local,
    Map<String, Double> global) {

  private static final int READ_UNIT = 4_096;
  private static final int WRITE_UNIT = 1_024;

  /** Reading some bytes from a table. */
  static Capacity read(String table, long bytes, boolean consistent) {
    return new Capacity(table, true, readUnits(bytes, consistent), Map.of(), Map.of());
  }

  /** Reading some bytes from an index. */
  static Capacity read(String table, Index index, long bytes, boolean consistent) {
    Map<String, Double> units = Map.of(index.name(), readUnits(bytes, consistent));
    return index.global()
        ? new Capacity(table, true, 0, Map.of(), units)
        : new Capacity(table, true, 0, units, Map.of());
  }

  private static double readUnits(long bytes, boolean consistent) {
    return Math.max(1, (bytes + READ_UNIT - 1) / READ_UNIT) * (consistent ? 1 : 0.5);
  }

  /** What a write has consumed of the table and of each index in which it has changed something. */
  static Capacity of(Written written) {
    Schema schema = written.table().schema();
    Map<String, Double> local = new TreeMap<>();
    Map<String, Double> global = new TreeMap<>();
    for (Index index : schema.indexes()) {
      double units = units(index, schema, written);
      if (units > 0) {
        (index.global() ? global : local).put(index.name(), units);
      }
    }
    double units = Math.max(size(written.old()), size(written.item()));
    return new Capacity(written.table().name(), false, Math.max(1, units), local, global);
  }

  private static double size(Optional<Document> item) {
    return item.map(one -> (Sizes.of(one) + WRITE_UNIT - 1) / WRITE_UNIT).orElse(0);
  }

  private static double units(Index index, Schema schema, Written written) {
    Optional<Key> before = written.old().flatMap(item -> index.keyOf(item, written.key()));
    Optional<Key> after = written.item().flatMap(item -> index.keyOf(item, written.key()));
    Optional<Document> old =
        before.map(key -> index.project(written.old().orElseThrow(), schema.key()));
    Optional<Document> item =
        after.map(key -> index.project(written.item().orElseThrow(), schema.key()));
    if (old.equals(item)) {
      return 0;
    }
    return before.equals(after) ? Math.max(size(old), size(item)) : size(old) + size(item);
  }

  /** Both together. */
  Capacity plus(Capacity other) {
    return new Capacity(
        table, reads, units + other.units, sum(local, other.local), sum(global, other.global));
  }

  /** The same several times, as in transactions. */
  Capacity times(int factor) {
    Capacity all = this;
    for (int i = 1; i < factor; i++) {
      all = all.plus(this);
    }
    return all;
  }

  private static Map<String, Double> sum(Map<String, Double> one, Map<String, Double> other) {
    Map<String, Double> sum = new TreeMap<>(one);
    other.forEach((index, units) -> sum.merge(index, units, Double::sum));
    return sum;
  }

  private double total() {
    return units
        + local.values().stream().mapToDouble(Double::doubleValue).sum()
        + global.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** What a client is told that wants to know. */
  Optional<ConsumedCapacity> shown(Optional<ReturnConsumedCapacity> wanted) {
    return wanted
        .filter(how -> how != ReturnConsumedCapacity.NONE)
        .map(
            how -> {
              ConsumedCapacity.Builder shown =
                  ConsumedCapacity.builder().tableName(table).capacityUnits(total());
              if (how == ReturnConsumedCapacity.INDEXES) {
                showParts(shown);
              }
              return shown.build();
            });
  }

  private void showParts(ConsumedCapacity.Builder shown) {
    shown.table(of(units));
    if (!local.isEmpty()) {
      shown.localSecondaryIndexes(of(local));
    }
    if (!global.isEmpty()) {
      shown.globalSecondaryIndexes(of(global));
    }
  }

  private static software.amazon.awssdk.services.dynamodb.model.Capacity of(double units) {
    return software.amazon.awssdk.services.dynamodb.model.Capacity.builder()
        .capacityUnits(units)
        .build();
  }

  private static Map<String, software.amazon.awssdk.services.dynamodb.model.Capacity> of(
      Map<String, Double> units) {
    return units.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, index -> of(index.getValue())));
  }

  /** What a client is told of several tables. */
  static Collection<ConsumedCapacity> shown(
      Collection<Capacity> capacities, Optional<ReturnConsumedCapacity> wanted) {
    Map<String, Capacity> byTable = new TreeMap<>();
    capacities.forEach(one -> byTable.merge(one.table(), one, Capacity::plus));
    return byTable.values().stream().flatMap(one -> one.shown(wanted).stream()).toList();
  }

  /** What a client is told that wants to know what a transaction has consumed. */
  static Collection<ConsumedCapacity> ofTransaction(
      Collection<Capacity> capacities, Optional<ReturnConsumedCapacity> wanted) {
    Map<String, Capacity> byTable = new TreeMap<>();
    capacities.forEach(one -> byTable.merge(one.table(), one, Capacity::plus));
    return byTable.values().stream()
        .flatMap(one -> one.shown(wanted).map(one::withKind).stream())
        .toList();
  }

  /** Says besides whether units are of reading or writing. */
  private ConsumedCapacity withKind(ConsumedCapacity shown) {
    ConsumedCapacity.Builder kind = shown.toBuilder();
    if (reads) {
      kind.readCapacityUnits(total());
    } else {
      kind.writeCapacityUnits(total());
    }
    if (shown.table() != null) {
      kind.table(
          reads
              ? shown.table().toBuilder().readCapacityUnits(units).build()
              : shown.table().toBuilder().writeCapacityUnits(units).build());
    }
    return kind.build();
  }
}
