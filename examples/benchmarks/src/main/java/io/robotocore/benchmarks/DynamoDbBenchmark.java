package io.robotocore.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Calls of DynamoDB through the same SDK client; the floor can only answer GetItem. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DynamoDbBenchmark {

  private static final String TEXT = "x".repeat(150);

  /** What answers. */
  @Param({"floor", "robotocore", "robotocoreInProcess", "local"})
  public String server = "";

  /** How many items there are, in partitions of a hundred. */
  @Param({"1000"})
  public int items;

  private Optional<DynamoDbServer> running = Optional.empty();
  private int next;

  /** Starts the server, makes a table and fills it. */
  @Setup(Level.Trial)
  public void start() throws Exception {
    running = Optional.of(DynamoDbServer.of(server));
    client()
        .createTable(
            table ->
                table
                    .tableName("things")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                        attribute("pk", ScalarAttributeType.S),
                        attribute("sk", ScalarAttributeType.N))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
    if (!server.equals("floor")) {
      for (int i = 0; i < items; i++) {
        put("p" + i / 100, i % 100);
      }
    }
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  /** Ends the server. */
  @TearDown(Level.Trial)
  public void stop() throws Exception {
    if (running.isPresent()) {
      running.get().close();
    }
  }

  private DynamoDbClient client() {
    return running.orElseThrow().client();
  }

  private static Map<String, AttributeValue> item(String pk, int sk) {
    return Map.of(
        "pk", AttributeValue.fromS(pk),
        "sk", AttributeValue.fromN(Integer.toString(sk)),
        "text", AttributeValue.fromS(TEXT),
        "count", AttributeValue.fromN("7"));
  }

  private PutItemResponse put(String pk, int sk) {
    return client().putItem(put -> put.tableName("things").item(item(pk, sk)));
  }

  /** Writes an item, one of a thousand. */
  @Benchmark
  public PutItemResponse putItem() {
    next++;
    return put("q" + next % 10, next % 100);
  }

  /** Reads an item. */
  @Benchmark
  public GetItemResponse getItem() {
    next++;
    return client()
        .getItem(
            get ->
                get.tableName("things")
                    .key(
                        Map.of(
                            "pk", AttributeValue.fromS("p" + next % 10),
                            "sk", AttributeValue.fromN(Integer.toString(next % 100)))));
  }

  /** Reads twenty items of a partition. */
  @Benchmark
  public QueryResponse query() {
    next++;
    return client()
        .query(
            query ->
                query
                    .tableName("things")
                    .keyConditionExpression("pk = :p AND sk >= :s")
                    .expressionAttributeValues(
                        Map.of(
                            ":p", AttributeValue.fromS("p" + next % 10),
                            ":s", AttributeValue.fromN("40")))
                    .limit(20));
  }

  /** Writes four items as one. */
  @Benchmark
  public TransactWriteItemsResponse transactWrite() {
    next++;
    List<TransactWriteItem> four =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    TransactWriteItem.builder()
                        .put(put -> put.tableName("things").item(item("t" + i, next % 100)))
                        .build())
            .toList();
    return client().transactWriteItems(write -> write.transactItems(four));
  }
}
