package io.robotocore.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A table of DynamoDB whose partitions have a hundred items of 200 bytes, and calls about it. */
final class Things {

  /** What makes up most of an item. */
  static final String TEXT = "x".repeat(150);

  private static final String TABLE = "things";

  private final DynamoDbClient client;
  private int next;

  private Things(DynamoDbClient client) {
    this.client = client;
  }

  /** Makes the table and fills it with so many items. */
  static Things create(DynamoDbClient client, int items) {
    createTable(client, TABLE);
    Things things = new Things(client);
    for (int i = 0; i < items; i++) {
      things.put("p" + i / 100, i % 100);
    }
    return things;
  }

  /** Makes so many tables, with nothing in them. */
  static Things createTables(DynamoDbClient client, int tables) {
    for (int i = 0; i < tables; i++) {
      createTable(client, TABLE + i);
    }
    return new Things(client);
  }

  private static void createTable(DynamoDbClient client, String name) {
    client.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    attribute("pk", ScalarAttributeType.S), attribute("sk", ScalarAttributeType.N))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
  }

  /** Describes one of the first 1,000 of many tables. */
  DescribeTableResponse describe() {
    String name = TABLE + next++ % 1_000;
    return client.describeTable(table -> table.tableName(name));
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static Map<String, AttributeValue> item(String pk, int sk) {
    return Map.of(
        "pk", AttributeValue.fromS(pk),
        "sk", AttributeValue.fromN(Integer.toString(sk)),
        "text", AttributeValue.fromS(TEXT),
        "count", AttributeValue.fromN("7"));
  }

  private PutItemResponse put(String pk, int sk) {
    return client.putItem(put -> put.tableName(TABLE).item(item(pk, sk)));
  }

  /** Writes an item, one of a thousand. */
  PutItemResponse put() {
    next++;
    return put("q" + next % 10, next % 100);
  }

  /** Reads an item. */
  GetItemResponse get() {
    next++;
    return client.getItem(
        get ->
            get.tableName(TABLE)
                .key(
                    Map.of(
                        "pk", AttributeValue.fromS("p" + next % 10),
                        "sk", AttributeValue.fromN(Integer.toString(next % 100)))));
  }

  /** Reads twenty items of a partition. */
  QueryResponse query() {
    next++;
    return client.query(
        query ->
            query
                .tableName(TABLE)
                .keyConditionExpression("pk = :p AND sk >= :s")
                .expressionAttributeValues(
                    Map.of(
                        ":p", AttributeValue.fromS("p" + next % 10),
                        ":s", AttributeValue.fromN("40")))
                .limit(20));
  }

  /** Writes four items as one. */
  TransactWriteItemsResponse transactWrite() {
    next++;
    List<TransactWriteItem> four =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    TransactWriteItem.builder()
                        .put(put -> put.tableName(TABLE).item(item("t" + i, next % 100)))
                        .build())
            .toList();
    return client.transactWriteItems(write -> write.transactItems(four));
  }
}
