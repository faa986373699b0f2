package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.global;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.local;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What requests consume, in figures that were computed by hand: a unit of reading is 4,096 bytes,
 * half a unit if the read may be stale; a unit of writing is 1,024 bytes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">reads
 *     and writes</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.ThroughputConsiderations">global
 *     indexes</a>
 */
@AwsEmulator
final class CapacityTest {

  private static final ReturnConsumedCapacity INDEXES = ReturnConsumedCapacity.INDEXES;

  private final DynamoDbClient dynamo;

  CapacityTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeAll
  static void createTables(DynamoDbClient dynamo) {
    dynamo.createTable(table("plain", "id:S").build());
    dynamo.createTable(
        table("indexed", "id:S", "at:N")
            .attributeDefinitions(attributes("id:S", "at:N", "g:S", "l:S"))
            .globalSecondaryIndexes(
                global("all", "g:S"),
                global("keys", "g:S").toBuilder()
                    .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                    .build())
            .localSecondaryIndexes(
                local("byL", "id:S", "l:S").toBuilder()
                    .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                    .build())
            .build());
  }

  /** An item of exactly so many bytes. */
  private static Map<String, AttributeValue> sized(String id, int bytes) {
    return item("id", s(id), "t", s("x".repeat(bytes - 3 - id.length())));
  }

  private double put(String id, int bytes) {
    return dynamo
        .putItem(
            in ->
                in.tableName("plain")
                    .item(sized(id, bytes))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
        .consumedCapacity()
        .capacityUnits();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 1, 0.5, 1",
    "1024, 1, 0.5, 1",
    "1025, 2, 0.5, 1",
    "4096, 4, 0.5, 1",
    "4097, 5, 1, 2",
    "409600, 400, 50, 100"
  })
  void anyOperation_item_consumesByItsSize(int bytes, double write, double stale, double read) {
    assertThat(put("a", bytes)).isEqualTo(write);
    for (boolean consistent : List.of(false, true)) {
      double expected = consistent ? read : stale;
      ConsumedCapacity got =
          dynamo
              .getItem(
                  in ->
                      in.tableName("plain")
                          .key(item("id", s("a")))
                          .projectionExpression("id")
                          .consistentRead(consistent)
                          .returnConsumedCapacity(INDEXES))
              .consumedCapacity();
      assertThat(got.capacityUnits()).isEqualTo(expected);
      assertThat(got.table().capacityUnits()).isEqualTo(expected);
      assertThat(
              dynamo
                  .query(
                      in ->
                          in.tableName("plain")
                              .keyConditionExpression("id = :a")
                              .expressionAttributeValues(item(":a", s("a")))
                              .consistentRead(consistent)
                              .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                  .consumedCapacity()
                  .capacityUnits())
          .isEqualTo(expected);
    }
  }

  @Test
  void writes_itemThatGrowsOrShrinks_consumeByTheLarger() {
    put("a", 3_000);
    assertThat(put("a", 100)).isEqualTo(3);
    assertThat(put("a", 2_000)).isEqualTo(2);
    ConsumedCapacity updated =
        dynamo
            .updateItem(
                in ->
                    in.tableName("plain")
                        .key(item("id", s("a")))
                        .updateExpression("SET t = :t")
                        .expressionAttributeValues(item(":t", s("")))
                        .returnConsumedCapacity(INDEXES))
            .consumedCapacity();
    assertThat(updated.table().capacityUnits()).isEqualTo(2);
    put("a", 5_000);
    for (double units : new double[] {5, 1}) {
      assertThat(
              dynamo
                  .deleteItem(
                      in ->
                          in.tableName("plain")
                              .key(item("id", s("a")))
                              .returnConsumedCapacity(INDEXES))
                  .consumedCapacity()
                  .capacityUnits())
          .isEqualTo(units);
    }
  }

  @Test
  void batchGetItem_items_areRoundedOneByOne_scansTogether() {
    put("a", 1_000);
    put("b", 5_000);
    KeysAndAttributes keys =
        KeysAndAttributes.builder()
            .keys(List.of(item("id", s("a")), item("id", s("b")), item("id", s("none"))))
            .consistentRead(true)
            .build();
    assertThat(
            dynamo
                .batchGetItem(
                    in ->
                        in.requestItems(Map.of("plain", keys))
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .get(0)
                .capacityUnits())
        .isEqualTo(1 + 2 + 1);
    assertThat(
            dynamo
                .scan(
                    in ->
                        in.tableName("plain")
                            .consistentRead(true)
                            .filterExpression("attribute_not_exists(id)")
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits())
        .isEqualTo(2);
  }

  private ConsumedCapacity put(Object... namesAndValues) {
    Map<String, AttributeValue> item = item(namesAndValues);
    item.putAll(item("id", s("a"), "at", n(1)));
    return dynamo
        .putItem(in -> in.tableName("indexed").item(item).returnConsumedCapacity(INDEXES))
        .consumedCapacity();
  }

  private static void assertUnits(
      ConsumedCapacity consumed, double table, Map<String, Double> indexes) {
    assertThat(consumed.table().capacityUnits()).isEqualTo(table);
    Map<String, Capacity> units = new HashMap<>(consumed.globalSecondaryIndexes());
    units.putAll(consumed.localSecondaryIndexes());
    assertThat(units.keySet()).isEqualTo(indexes.keySet());
    indexes.forEach(
        (index, expected) ->
            assertThat(units.get(index).capacityUnits()).as(index).isEqualTo(expected));
    assertThat(consumed.capacityUnits())
        .isEqualTo(table + indexes.values().stream().mapToDouble(one -> one).sum());
  }

  @Test
  void putItem_indexes_consumeByWhatChangesInThem() {
    String large = "x".repeat(1_500);
    assertUnits(put("t", s(large)), 2, Map.of());
    assertUnits(put("t", s(large), "g", s("one")), 2, Map.of("all", 2.0, "keys", 1.0));
    assertUnits(put("t", s(large), "g", s("two")), 2, Map.of("all", 4.0, "keys", 2.0));
    assertUnits(put("t", s("y"), "g", s("two")), 2, Map.of("all", 2.0));
    assertUnits(put("t", s("y"), "g", s("two"), "l", s("l")), 1, Map.of("all", 1.0, "byL", 1.0));
    assertUnits(put("t", s("y"), "l", s("m")), 1, Map.of("all", 1.0, "keys", 1.0, "byL", 2.0));
    assertUnits(put("t", s("y"), "l", s("m")), 1, Map.of());
  }

  @Test
  void query_indexes_consumeByWhatTheyHave() {
    for (int i = 0; i < 4; i++) {
      Map<String, AttributeValue> item =
          item("id", s("q"), "at", n(i), "g", s("query"), "l", s("l"), "t", s("x".repeat(4_500)));
      dynamo.putItem(in -> in.tableName("indexed").item(item));
    }
    assertUnits(queried("all", "g = :k", "query", false), 0, Map.of("all", 2.5));
    assertUnits(queried("keys", "g = :k", "query", false), 0, Map.of("keys", 0.5));
    assertUnits(queried("byL", "id = :k", "q", true), 0, Map.of("byL", 1.0));
  }

  private ConsumedCapacity queried(String index, String condition, String key, boolean consistent) {
    return dynamo
        .query(
            in ->
                in.tableName("indexed")
                    .indexName(index)
                    .keyConditionExpression(condition)
                    .expressionAttributeValues(item(":k", s(key)))
                    .consistentRead(consistent)
                    .returnConsumedCapacity(INDEXES))
        .consumedCapacity();
  }

  @Test
  void transactions_consumeTwice_andOnlyLookWhenTheyAreRepeated() {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .transactItems(
                TransactWriteItem.builder()
                    .put(put -> put.tableName("plain").item(sized("c", 5_000)))
                    .build(),
                TransactWriteItem.builder()
                    .delete(delete -> delete.tableName("plain").key(item("id", s("none"))))
                    .build())
            .clientRequestToken("once")
            .returnConsumedCapacity(INDEXES)
            .build();
    TransactGetItem get =
        TransactGetItem.builder()
            .get(one -> one.tableName("plain").key(item("id", s("c"))))
            .build();
    ConsumedCapacity first = dynamo.transactWriteItems(request).consumedCapacity().get(0);
    ConsumedCapacity again = dynamo.transactWriteItems(request).consumedCapacity().get(0);

    assertThat(first.writeCapacityUnits()).isEqualTo(2 * (5 + 1));
    assertThat(first.table().writeCapacityUnits()).isEqualTo(12);
    assertThat(again.writeCapacityUnits()).isNull();
    assertThat(again.readCapacityUnits()).isEqualTo(2 * (2 + 1));
    assertThat(
            dynamo
                .transactGetItems(
                    in ->
                        in.transactItems(get).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .get(0)
                .readCapacityUnits())
        .isEqualTo(2 * 2);
  }
}
