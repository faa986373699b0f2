package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Key;
import io.robotocore.services.dynamodb.table.Index;
import io.robotocore.services.dynamodb.table.KeyAttribute;
import io.robotocore.services.dynamodb.table.KeyRange;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What is checked of the key behind which a page begins. */
final class StartKeys {

  private StartKeys() {}

  /** Reads a key, which has all attributes of the table's key and the index's, and no others. */
  static Document read(
      DynamoTable table, Optional<Index> index, Map<String, AttributeValue> given) {
    Document key;
    try {
      key = Attributes.read(given);
    } catch (DynamoDbException e) {
      throw Invalid.because(
          "The provided starting key is invalid: " + e.awsErrorDetails().errorMessage());
    }
    Set<KeyAttribute> wanted = new LinkedHashSet<>();
    table.schema().key().attributes().forEach(wanted::add);
    index.ifPresent(one -> one.key().attributes().forEach(wanted::add));
    if (key.size() != wanted.size()) {
      throw Invalid.because("The provided starting key is invalid");
    }
    if (wanted.stream().anyMatch(attribute -> attribute.in(key).isEmpty())) {
      throw Invalid.because(
          "The provided starting key is invalid: The provided key element does not match the schema");
    }
    return key;
  }

  /** Refuses a key that is not in the part of the table that is queried. */
  static void checkInPartition(Search search, KeyRange partition) {
    Optional<Key> key = search.paging().start().map(search::keyOf);
    if (key.filter(at -> !partition.has(at)).isPresent()) {
      throw Invalid.because(
          "The provided starting key is outside query boundaries based on provided conditions");
    }
    if (key.filter(at -> !search.range().has(at)).isPresent()) {
      throw Invalid.because("The provided starting key does not match the range key predicate");
    }
  }

  /** Refuses a key that is in another segment of a scan. */
  static void checkInSegment(Search search, int segment, int total) {
    if (search
        .paging()
        .start()
        .map(search::keyOf)
        .filter(at -> !search.range().has(at))
        .isPresent()) {
      throw Invalid.because(
          "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: %d Segment: %d"
              .formatted(total, segment));
    }
  }
}
