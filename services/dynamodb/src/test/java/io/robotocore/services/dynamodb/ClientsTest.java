package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.dynamodbv2.AcquireLockOptions;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBLockClient;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBLockClientOptions;
import com.amazonaws.services.dynamodbv2.CreateDynamoDBTableOptions;
import com.amazonaws.services.dynamodbv2.LockItem;
import com.amazonaws.services.dynamodbv2.model.LockCurrentlyUnavailableException;
import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The other clients that users have: asynchronous, enhanced, and the lock client. */
@AwsEmulator
final class ClientsTest {

  private final DynamoDbClient dynamo;

  ClientsTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  /** An order as the enhanced client maps it. */
  @DynamoDbBean
  public static final class Order {
    private String customer = "";
    private int number;
    private String state = "";
    private List<String> things = List.of();
    private Long version;

    /** The customer. */
    @DynamoDbPartitionKey
    public String getCustomer() {
      return customer;
    }

    /** Sets the customer. */
    public void setCustomer(String customer) {
      this.customer = customer;
    }

    /** The number. */
    @DynamoDbSortKey
    public int getNumber() {
      return number;
    }

    /** Sets the number. */
    public void setNumber(int number) {
      this.number = number;
    }

    /** The state. */
    @DynamoDbSecondaryPartitionKey(indexNames = "byState")
    public String getState() {
      return state;
    }

    /** Sets the state. */
    public void setState(String state) {
      this.state = state;
    }

    /** What was ordered. */
    public List<String> getThings() {
      return things;
    }

    /** Sets what was ordered. */
    public void setThings(List<String> things) {
      this.things = things;
    }

    /** The version. */
    @DynamoDbVersionAttribute
    public Long getVersion() {
      return version;
    }

    /** Sets the version. */
    public void setVersion(Long version) {
      this.version = version;
    }
  }

  private static Order order(String customer, int number, String state) {
    Order order = new Order();
    order.setCustomer(customer);
    order.setNumber(number);
    order.setState(state);
    order.setThings(List.of("tea", "cup"));
    return order;
  }

  private DynamoDbTable<Order> orders(DynamoDbEnhancedClient enhanced) {
    DynamoDbTable<Order> orders = enhanced.table("orders", TableSchema.fromBean(Order.class));
    orders.createTable(
        create ->
            create.globalSecondaryIndices(
                index ->
                    index
                        .indexName("byState")
                        .projection(all -> all.projectionType(ProjectionType.ALL))));
    dynamo.waiter().waitUntilTableExists(in -> in.tableName("orders"));
    return orders;
  }

  private DynamoDbEnhancedClient enhanced() {
    return DynamoDbEnhancedClient.builder().dynamoDbClient(dynamo).build();
  }

  @Test
  void enhancedClient_beans_areWrittenReadAndQueried() {
    DynamoDbTable<Order> orders = orders(enhanced());
    for (int number = 1; number <= 5; number++) {
      orders.putItem(order("ann", number, number % 2 == 0 ? "sent" : "open"));
    }
    Order second = orders.getItem(Key.builder().partitionValue("ann").sortValue(2).build());
    assertThat(second.getThings()).containsExactly("tea", "cup");
    assertThat(second.getVersion()).isEqualTo(1);

    assertThat(
            orders
                .query(
                    QueryConditional.sortGreaterThan(
                        Key.builder().partitionValue("ann").sortValue(3).build()))
                .items())
        .extracting(Order::getNumber)
        .containsExactly(4, 5);
    assertThat(
            orders
                .index("byState")
                .query(QueryConditional.keyEqualTo(key -> key.partitionValue("sent")))
                .stream()
                .flatMap(page -> page.items().stream()))
        .extracting(Order::getNumber)
        .containsExactlyInAnyOrder(2, 4);
  }

  @Test
  void enhancedClient_oldVersion_isRefused() {
    DynamoDbTable<Order> orders = orders(enhanced());
    orders.putItem(order("ann", 1, "open"));
    Order mine = orders.getItem(key -> key.key(k -> k.partitionValue("ann").sortValue(1)));
    Order yours = orders.getItem(key -> key.key(k -> k.partitionValue("ann").sortValue(1)));
    mine.setState("sent");
    assertThat(orders.updateItem(mine).getVersion()).isEqualTo(2);

    yours.setState("lost");
    assertThatExceptionOfType(ConditionalCheckFailedException.class)
        .isThrownBy(() -> orders.updateItem(yours));
  }

  @Test
  void enhancedClient_transaction_isWholeOrNothing() {
    DynamoDbEnhancedClient enhanced = enhanced();
    DynamoDbTable<Order> orders = orders(enhanced);
    enhanced.transactWriteItems(
        write ->
            write
                .addPutItem(orders, order("ann", 1, "open"))
                .addPutItem(orders, order("bob", 1, "open")));
    Expression isSent =
        Expression.builder()
            .expression("#s = :sent")
            .putExpressionName("#s", "state")
            .putExpressionValue(":sent", s("sent"))
            .build();

    assertThatExceptionOfType(TransactionCanceledException.class)
        .isThrownBy(
            () ->
                enhanced.transactWriteItems(
                    write ->
                        write
                            .addPutItem(orders, order("cid", 1, "open"))
                            .addConditionCheck(
                                orders,
                                check ->
                                    check
                                        .key(k -> k.partitionValue("ann").sortValue(1))
                                        .conditionExpression(isSent))));
    assertThat(orders.scan().items())
        .extracting(Order::getCustomer)
        .containsExactlyInAnyOrder("ann", "bob");
  }

  @Test
  void enhancedClient_batch_writesAll() {
    DynamoDbEnhancedClient enhanced =
        DynamoDbEnhancedClient.builder().dynamoDbClient(dynamo).extensions(List.of()).build();
    DynamoDbTable<Order> orders = orders(enhanced);
    enhanced.batchWriteItem(
        batch ->
            batch.writeBatches(
                WriteBatch.builder(Order.class)
                    .mappedTableResource(orders)
                    .addPutItem(order("ann", 1, "open"))
                    .addPutItem(order("ann", 2, "open"))
                    .build()));

    assertThat(orders.scan().items()).hasSize(2);
  }

  @Test
  void asyncClient_manyWritesAtOnce_areAllThere(DynamoDbAsyncClient async) {
    async.createTable(table("things", "id:N").build()).join();
    IntStream.range(0, 100)
        .mapToObj(i -> async.putItem(in -> in.tableName("things").item(item("id", n(i)))))
        .toList()
        .forEach(one -> one.join());

    assertThat(async.scan(in -> in.tableName("things")).join().count()).isEqualTo(100);
  }

  @Test
  void lockClient_lock_isHeldByOne() throws Exception {
    AmazonDynamoDBLockClient.createLockTableInDynamoDB(
        CreateDynamoDBTableOptions.builder(
                dynamo,
                ProvisionedThroughput.builder()
                    .readCapacityUnits(1L)
                    .writeCapacityUnits(1L)
                    .build(),
                "locks")
            .build());
    try (AmazonDynamoDBLockClient ann = lockClient("ann");
        AmazonDynamoDBLockClient bob = lockClient("bob")) {
      Optional<LockItem> held = ann.tryAcquireLock(AcquireLockOptions.builder("key").build());
      assertThat(held).isPresent();
      assertThatExceptionOfType(LockCurrentlyUnavailableException.class)
          .isThrownBy(() -> bob.tryAcquireLock(once()));

      ann.releaseLock(held.get());
      assertThat(bob.tryAcquireLock(once())).isPresent();
    }
  }

  private static AcquireLockOptions once() {
    return AcquireLockOptions.builder("key").withShouldSkipBlockingWait(true).build();
  }

  private AmazonDynamoDBLockClient lockClient(String owner) {
    return new AmazonDynamoDBLockClient(
        AmazonDynamoDBLockClientOptions.builder(dynamo, "locks")
            .withOwnerName(owner)
            .withTimeUnit(TimeUnit.SECONDS)
            .withLeaseDuration(10L)
            .withHeartbeatPeriod(3L)
            .withCreateHeartbeatBackgroundThread(false)
            .build());
  }
}
