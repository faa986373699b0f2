package io.robotocore.services.dynamodb.table;

import io.robotocore.services.dynamodb.expression.KeyPredicate;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.item.KeyWriter;
import io.robotocore.services.dynamodb.item.Sizes;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * A part of a table or index whose items stand together.
 *
 * @param from the first key
 * @param to the key behind the last; everything if there is none
 */
public record KeyRange(Key from, Optional<Key> to) {

  private static final long HASHES = 1L << 32;

  /** One of several parts of about the same size, for scans in parallel. */
  public static KeyRange segment(int segment, int total) {
    long from = HASHES * segment / total;
    long to = HASHES * (segment + 1) / total;
    return new KeyRange(
        KeyWriter.hashed((int) from).key(),
        to == HASHES ? Optional.empty() : Optional.of(KeyWriter.hashed((int) to).key()));
  }

  /** What fulfils a key condition. */
  public static KeyRange of(KeyShape shape, List<KeyPredicate> predicates) {
    int attributes = shape.names().size();
    if (predicates.size() > Math.max(2, attributes)) {
      throw Invalid.because(
          "The number of query conditions (%d) exceeds the number of key attributes defined in the schema (%d)"
              .formatted(predicates.size(), attributes));
    }
    Map<String, KeyPredicate> byName = new HashMap<>();
    predicates.forEach(predicate -> byName.put(predicate.attribute(), predicate));
    List<Value.Scalar> partition = new ArrayList<>();
    for (KeyAttribute attribute : shape.hash()) {
      KeyPredicate predicate = taken(byName, attribute);
      if (predicate.kind() != KeyPredicate.Kind.EQ) {
        throw Invalid.because("Query key condition not supported");
      }
      partition.add((Value.Scalar) predicate.value());
    }
    return inPartition(shape, byName, partition);
  }

  private static KeyRange inPartition(
      KeyShape shape, Map<String, KeyPredicate> byName, List<Value.Scalar> partition) {
    checkNoGap(shape.range(), byName);
    List<Value.Scalar> equal = new ArrayList<>();
    for (KeyAttribute attribute : shape.range()) {
      if (byName.isEmpty()) {
        break;
      }
      KeyPredicate predicate = taken(byName, attribute);
      if (predicate.kind() != KeyPredicate.Kind.EQ) {
        checkAllTaken(byName, shape);
        return of(predicate, partition, equal);
      }
      equal.add((Value.Scalar) predicate.value());
    }
    checkAllTaken(byName, shape);
    Key prefix = writer(partition, equal).key();
    return new KeyRange(prefix, Optional.of(prefix.afterAll()));
  }

  /**
   * Of several attributes of a sort key, all before the last one that is named have to be equal.
   */
  private static void checkNoGap(List<KeyAttribute> range, Map<String, KeyPredicate> byName) {
    List<String> open = new ArrayList<>();
    for (KeyAttribute attribute : range) {
      Optional<KeyPredicate> predicate = Optional.ofNullable(byName.get(attribute.name()));
      if (predicate.isPresent() && !open.isEmpty()) {
        throw Invalid.because(
            "RANGE key attributes %s must have equality conditions specified in the query because a condition is present on key attribute %s"
                .formatted(String.join(", ", open), attribute.name()));
      }
      if (predicate.filter(one -> one.kind() == KeyPredicate.Kind.EQ).isEmpty()) {
        open.add(attribute.name());
      }
    }
  }

  private static void checkAllTaken(Map<String, KeyPredicate> left, KeyShape shape) {
    if (!left.isEmpty()) {
      throw shape.range().isEmpty()
          ? Invalid.because("Query key condition not supported")
          : missing(shape.range().get(0));
    }
  }

  private static RuntimeException missing(KeyAttribute attribute) {
    return Invalid.because("Query condition missed key schema element: " + attribute.name());
  }

  /** What is demanded of an attribute, which then is dealt with. */
  private static KeyPredicate taken(Map<String, KeyPredicate> byName, KeyAttribute attribute) {
    KeyPredicate predicate =
        Optional.ofNullable(byName.remove(attribute.name())).orElseThrow(() -> missing(attribute));
    for (Value value : predicate.values()) {
      if (value.type() != attribute.type()) {
        throw Invalid.parameter("Condition parameter type does not match schema type");
      }
      boolean prefix = predicate.kind() == KeyPredicate.Kind.BEGINS_WITH;
      if (!prefix && Sizes.of(value) == 0) {
        throw Invalid.because(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: "
                + attribute.name());
      }
    }
    return predicate;
  }

  private static KeyRange of(
      KeyPredicate predicate, List<Value.Scalar> partition, List<Value.Scalar> equal) {
    Key all = writer(partition, equal).key();
    Value.Scalar value = (Value.Scalar) predicate.value();
    Key at = writer(partition, equal).add(value).key();
    return switch (predicate.kind()) {
      case LT -> new KeyRange(all, Optional.of(at));
      case LE -> new KeyRange(all, Optional.of(at.afterAll()));
      case GT -> new KeyRange(at.afterAll(), Optional.of(all.afterAll()));
      case GE -> new KeyRange(at, Optional.of(all.afterAll()));
      case BETWEEN -> {
        Value.Scalar high = (Value.Scalar) predicate.values().get(1);
        Key last = writer(partition, equal).add(high).key();
        yield new KeyRange(at, Optional.of(last.afterAll()));
      }
      default -> {
        Key prefix = writer(partition, equal).addPrefix(value).key();
        yield new KeyRange(prefix, Optional.of(prefix.afterAll()));
      }
    };
  }

  private static KeyWriter writer(List<Value.Scalar> partition, List<Value.Scalar> equal) {
    KeyWriter writer = KeyWriter.partition(partition);
    equal.forEach(writer::add);
    return writer;
  }

  /** Whether a key is in the range. */
  public boolean has(Key key) {
    return key.compareTo(from) >= 0 && to.filter(end -> key.compareTo(end) >= 0).isEmpty();
  }

  /** The entries in the range. */
  public TreePMap<Key, Document> of(TreePMap<Key, Document> entries) {
    return to.map(end -> from.compareTo(end) < 0 ? entries.subMap(from, end) : none())
        .orElseGet(() -> entries.tailMap(from));
  }

  private static TreePMap<Key, Document> none() {
    return TreePMap.empty();
  }
}
