package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.local;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnItemCollectionMetrics;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Several items at once: batches, and transactions that are made whole or not at all. */
@AwsEmulator
final class TransactionsTest {

  private final DynamoDbClient dynamo;
  private final Emulator emulator;

  TransactionsTest(DynamoDbClient dynamo, Emulator emulator) {
    this.dynamo = dynamo;
    this.emulator = emulator;
  }

  @BeforeEach
  void createTables() {
    dynamo.createTable(table("accounts", "id:S").build());
    dynamo.createTable(table("entries", "id:S").build());
  }

  private static TransactWriteItem put(String table, Object... item) {
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item(item))).build();
  }

  private static TransactWriteItem add(String id, int amount) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName("accounts")
                    .key(item("id", s(id)))
                    .updateExpression("ADD balance :v")
                    .expressionAttributeValues(Map.of(":v", n(amount))))
        .build();
  }

  private static TransactWriteItem expect(String id, int atLeast) {
    return TransactWriteItem.builder()
        .conditionCheck(
            check ->
                check
                    .tableName("accounts")
                    .key(item("id", s(id)))
                    .conditionExpression("balance >= :v")
                    .expressionAttributeValues(Map.of(":v", n(atLeast)))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD))
        .build();
  }

  private void write(TransactWriteItem... items) {
    dynamo.transactWriteItems(in -> in.transactItems(items));
  }

  private Map<String, AttributeValue> account(String id) {
    return dynamo.getItem(in -> in.tableName("accounts").key(item("id", s(id)))).item();
  }

  @Test
  void transactWriteItems_conditionsHold_writesAll() {
    write(add("a", 10), put("entries", "id", s("e1")));
    write(expect("a", 5), add("b", 3), put("entries", "id", s("e2")));

    assertThat(account("a")).containsEntry("balance", n(10));
    assertThat(account("b")).containsEntry("balance", n(3));
    assertThat(dynamo.scan(in -> in.tableName("entries")).count()).isEqualTo(2);
  }

  @Test
  void transactWriteItems_oneFails_writesNothingAndSaysWhy() {
    write(add("a", 10));

    assertThatExceptionOfType(TransactionCanceledException.class)
        .isThrownBy(
            () ->
                write(
                    add("b", 1),
                    expect("a", 50),
                    TransactWriteItem.builder()
                        .update(
                            update ->
                                update
                                    .tableName("accounts")
                                    .key(item("id", s("c")))
                                    .updateExpression("SET x = nope"))
                        .build()))
        .satisfies(
            cancelled -> {
              assertThat(cancelled.awsErrorDetails().errorMessage())
                  .isEqualTo(
                      "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ValidationError]");
              assertThat(cancelled.cancellationReasons())
                  .extracting(CancellationReason::code)
                  .containsExactly("None", "ConditionalCheckFailed", "ValidationError");
              assertThat(cancelled.cancellationReasons().get(1).item())
                  .isEqualTo(item("id", s("a"), "balance", n(10)));
              assertThat(cancelled.cancellationReasons().get(2).message())
                  .isEqualTo(
                      "The provided expression refers to an attribute that does not exist in the item");
            });
    assertThat(account("b")).isEmpty();
  }

  @Test
  void transactWriteItems_wrongRequest_isRefused() {
    assertInvalid(
        () -> write(add("a", 1), add("a", 2)),
        "Transaction request cannot include multiple operations on one item");
    assertInvalid(
        () ->
            write(
                add("a", 1).toBuilder()
                    .delete(delete -> delete.tableName("accounts").key(item("id", s("b"))))
                    .build()),
        "TransactItems can only contain one of Check, Put, Update or Delete");
    assertRefused(
        () -> write(put("none", "id", s("a"))),
        ResourceNotFoundException.class,
        "Requested resource not found");
  }

  @Test
  void transactWriteItems_sameToken_isMadeOnceForTenMinutes() {
    List<TransactWriteItem> items = List.of(add("a", 10));
    dynamo.transactWriteItems(in -> in.transactItems(items).clientRequestToken("t"));
    dynamo.transactWriteItems(in -> in.transactItems(items).clientRequestToken("t"));
    assertThat(account("a")).containsEntry("balance", n(10));

    assertThatExceptionOfType(IdempotentParameterMismatchException.class)
        .isThrownBy(
            () ->
                dynamo.transactWriteItems(
                    in -> in.transactItems(add("a", 11)).clientRequestToken("t")));
    emulator.clock().advance(Duration.ofMinutes(11));
    dynamo.transactWriteItems(in -> in.transactItems(items).clientRequestToken("t"));
    assertThat(account("a")).containsEntry("balance", n(20));
  }

  @Test
  void transactWriteItems_sameTokenForAnItemOfTheSameHash_isRefused() {
    dynamo.transactWriteItems(in -> in.transactItems(add("Aa", 1)).clientRequestToken("t"));

    assertThat("Aa").hasSameHashCodeAs("BB");
    assertThatExceptionOfType(IdempotentParameterMismatchException.class)
        .isThrownBy(
            () ->
                dynamo.transactWriteItems(
                    in -> in.transactItems(add("BB", 1)).clientRequestToken("t")));
  }

  @Test
  void transactions_consumed_areTwiceAsMuch() {
    assertThat(
            dynamo
                .transactWriteItems(
                    in ->
                        in.transactItems(add("a", 1))
                            .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity())
        .singleElement()
        .satisfies(
            consumed -> {
              assertThat(consumed.capacityUnits()).isEqualTo(2);
              assertThat(consumed.writeCapacityUnits()).isEqualTo(2);
            });
  }

  @Test
  void transactGetItems_keys_giveItemsInTheirOrder() {
    write(add("a", 1), add("b", 2));

    assertThat(
            dynamo
                .transactGetItems(in -> in.transactItems(get("b"), get("none"), get("a")))
                .responses())
        .satisfiesExactly(
            b -> assertThat(b.item()).containsEntry("balance", n(2)),
            none -> assertThat(none.hasItem()).isFalse(),
            a -> assertThat(a.item()).containsEntry("balance", n(1)));
  }

  private static TransactGetItem get(String id) {
    return TransactGetItem.builder()
        .get(get -> get.tableName("accounts").key(item("id", s(id))))
        .build();
  }

  @Test
  void transactions_sixteenThreads_areSeenWholeOrNotAtAll() throws Exception {
    write(add("a", 500), add("b", 500));
    List<Future<Integer>> sums = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    for (int thread = 0; thread < 16; thread++) {
      boolean writes = thread % 2 == 0;
      sums.add(threads.submit(() -> writes ? transferring() : reading()));
    }
    for (Future<Integer> sum : sums) {
      assertThat(sum.get()).isEqualTo(1_000);
    }
    threads.shutdown();
    assertThat(reading()).isEqualTo(1_000);
  }

  private int transferring() {
    for (int i = 0; i < 40; i++) {
      int amount = i % 7;
      write(add("a", -amount), add("b", amount));
    }
    return 1_000;
  }

  /**
   * The sum of both accounts, which no transfer changes; what it was when it was something else.
   */
  private int reading() {
    int sum = 1_000;
    for (int i = 0; i < 40 && sum == 1_000; i++) {
      sum =
          dynamo.transactGetItems(in -> in.transactItems(get("a"), get("b"))).responses().stream()
              .mapToInt(one -> Integer.parseInt(one.item().get("balance").n()))
              .sum();
    }
    return sum;
  }

  @Test
  void updateItem_sixteenThreadsCounting_loseNothing() throws Exception {
    List<Future<?>> all = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(16);
    for (int thread = 0; thread < 16; thread++) {
      all.add(
          threads.submit(
              () -> {
                for (int i = 0; i < 50; i++) {
                  dynamo.updateItem(
                      in ->
                          in.tableName("accounts")
                              .key(item("id", s("count")))
                              .updateExpression("ADD balance :one")
                              .expressionAttributeValues(Map.of(":one", n(1))));
                }
              }));
    }
    for (Future<?> one : all) {
      one.get();
    }
    threads.shutdown();

    assertThat(account("count")).containsEntry("balance", n(800));
  }

  @Test
  void batchWriteItem_putsAndDeletes_areAllDone() {
    write(add("old", 1));
    BatchWriteItemResponse done =
        dynamo.batchWriteItem(
            in ->
                in.requestItems(
                        Map.of(
                            "accounts",
                            List.of(
                                putRequest("id", s("a")),
                                WriteRequest.builder()
                                    .deleteRequest(delete -> delete.key(item("id", s("old"))))
                                    .build()),
                            "entries",
                            List.of(putRequest("id", s("e")))))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));

    assertThat(done.unprocessedItems()).isEmpty();
    assertThat(done.consumedCapacity()).hasSize(2);
    assertThat(account("old")).isEmpty();
    assertThat(account("a")).isNotEmpty();
  }

  private static WriteRequest putRequest(Object... item) {
    return WriteRequest.builder().putRequest(put -> put.item(item(item))).build();
  }

  @Test
  void batchWriteItem_duplicates_areRefused() {
    assertInvalid(
        () ->
            dynamo.batchWriteItem(
                in ->
                    in.requestItems(
                        Map.of(
                            "accounts",
                            List.of(putRequest("id", s("a")), putRequest("id", s("a")))))),
        "Provided list of item keys contains duplicates");
    assertThat(account("a")).isEmpty();
  }

  @Test
  void batchWriteItem_moreThan25OverTables_isRefused() {
    List<WriteRequest> many =
        IntStream.range(0, 13).mapToObj(i -> putRequest("id", s("i" + i))).toList();
    assertInvalid(
        () ->
            dynamo.batchWriteItem(in -> in.requestItems(Map.of("accounts", many, "entries", many))),
        "Too many items requested for the BatchWriteItem call");
  }

  @Test
  void batchGetItem_keys_giveWhatThereIs() {
    write(add("a", 1), put("entries", "id", s("e"), "text", s("x"), "more", s("y")));
    BatchGetItemResponse found =
        dynamo.batchGetItem(
            in ->
                in.requestItems(
                    Map.of(
                        "accounts", keys("a", "none").build(),
                        "entries", keys("e").projectionExpression("id, more").build())));

    assertThat(found.responses())
        .isEqualTo(
            Map.of(
                "accounts", List.of(item("id", s("a"), "balance", n(1))),
                "entries", List.of(item("id", s("e"), "more", s("y")))));
    assertThat(found.unprocessedKeys()).isEmpty();
    assertInvalid(
        () ->
            dynamo.batchGetItem(in -> in.requestItems(Map.of("accounts", keys("a", "a").build()))),
        "Provided list of item keys contains duplicates");
  }

  private static KeysAndAttributes.Builder keys(String... ids) {
    return KeysAndAttributes.builder()
        .keys(List.of(ids).stream().map(id -> item("id", s(id))).toList());
  }

  @Test
  void batchGetItem_moreThan16Megabytes_leavesKeysUnprocessed() {
    for (int i = 0; i < 45; i++) {
      int id = i;
      dynamo.putItem(
          in -> in.tableName("entries").item(item("id", s("e" + id), "t", s("x".repeat(400_000)))));
    }
    String[] ids = IntStream.range(0, 45).mapToObj(i -> "e" + i).toArray(String[]::new);
    BatchGetItemResponse found =
        dynamo.batchGetItem(in -> in.requestItems(Map.of("entries", keys(ids).build())));

    assertThat(found.responses().get("entries")).hasSize(41);
    assertThat(found.unprocessedKeys().get("entries").keys()).hasSize(4);
  }

  @Test
  void putItem_capacityAndMetrics_countIndexes() {
    dynamo.createTable(
        table("indexed", "id:S", "at:S")
            .attributeDefinitions(Given.attributes("id:S", "at:S", "l:S", "g:S"))
            .localSecondaryIndexes(local("byL", "id:S", "l:S"))
            .globalSecondaryIndexes(Given.global("byG", "g:S"))
            .build());
    var done =
        dynamo.putItem(
            in ->
                in.tableName("indexed")
                    .item(
                        item(
                            "id",
                            s("a"),
                            "at",
                            s("b"),
                            "l",
                            s("c"),
                            "g",
                            s("d"),
                            "text",
                            s("x".repeat(1_500))))
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES)
                    .returnItemCollectionMetrics(ReturnItemCollectionMetrics.SIZE));

    assertThat(done.consumedCapacity().capacityUnits()).isEqualTo(6);
    assertThat(done.consumedCapacity().table().capacityUnits()).isEqualTo(2);
    assertThat(done.consumedCapacity().globalSecondaryIndexes().get("byG").capacityUnits())
        .isEqualTo(2);
    assertThat(done.consumedCapacity().localSecondaryIndexes().get("byL").capacityUnits())
        .isEqualTo(2);
    assertThat(done.itemCollectionMetrics().itemCollectionKey()).isEqualTo(item("id", s("a")));
    assertThat(done.itemCollectionMetrics().sizeEstimateRangeGB()).containsExactly(0.0, 1.0);
  }
}
