package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Transport;
import io.robotocore.junit5.AwsEmulator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Random items and expressions agree with a simple evaluation, and never do harm. */
@AwsEmulator(transport = Transport.IN_PROCESS)
final class RandomTest {

  private static final List<String> PIECES =
      List.of(
          "aa",
          "bb",
          "#n",
          ":v",
          "(",
          ")",
          ",",
          ".",
          "[",
          "]",
          "0",
          "7",
          "=",
          "<>",
          "<",
          ">=",
          "+",
          "-",
          "AND",
          "OR",
          "NOT",
          "IN",
          "BETWEEN",
          "SET",
          "REMOVE",
          "ADD",
          "DELETE",
          "size",
          "contains",
          "begins_with",
          "attribute_exists",
          "if_not_exists",
          "list_append",
          "#",
          ":",
          "'",
          "\"",
          "?",
          "\u00e9",
          "SELECT",
          "FROM",
          "WHERE",
          "*",
          "{",
          "}",
          "<<",
          ">>",
          "things",
          "VALUE",
          "INTO",
          "INSERT",
          "UPDATE",
          "99999999999",
          "IS",
          "MISSING",
          "id");

  private final DynamoDbClient dynamo;

  RandomTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeEach
  void createTables() {
    dynamo.createTable(table("things", "id:S").build());
    dynamo.createTable(table("numbers", "id:S", "at:N").build());
  }

  @Test
  void conditions_ofRandomItems_meanWhatTheyMean() {
    Random random = new Random(20260101);
    int fulfilled = 0;
    for (int i = 0; i < 500; i++) {
      RandomConditions conditions = new RandomConditions(random);
      Map<String, AttributeValue> item = conditions.attributes();
      item.put("id", s("a"));
      dynamo.putItem(in -> in.tableName("things").item(item));
      RandomConditions.Meaning condition = conditions.condition(random.nextInt(4));
      Map<String, AttributeValue> values =
          RandomConditions.used(conditions.values(), condition.text());
      boolean expected = condition.test().test(item);
      boolean actual;
      try {
        dynamo.putItem(
            in ->
                in.tableName("things")
                    .item(item)
                    .conditionExpression(condition.text())
                    .expressionAttributeValues(values.isEmpty() ? null : values));
        actual = true;
      } catch (ConditionalCheckFailedException e) {
        actual = false;
      }
      assertThat(actual).as("%s with %s of %s", condition.text(), values, item).isEqualTo(expected);
      fulfilled += expected ? 1 : 0;
    }
    assertThat(fulfilled).isBetween(100, 400);
  }

  @Test
  void expressions_ofRandomPieces_neverFailInTheEmulator() {
    Random random = new Random(7);
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      StringBuilder text = new StringBuilder();
      for (int piece = random.nextInt(9); piece >= 0; piece--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())))
            .append(random.nextInt(3) > 0 ? " " : "");
      }
      statuses.add(status(i % 4, text.toString()));
    }

    assertThat(statuses).hasSize(1_500).isSubsetOf(200, 400);
  }

  @Test
  void expressions_nestedWithoutEnd_areRefused() {
    for (String piece : List.of("(", "NOT ", "size(", "NOT (", "contains(aa, ")) {
      String text = piece.repeat(4_000 / piece.length());
      for (int kind = 0; kind < 3; kind++) {
        assertThat(status(kind, kind == 0 ? "SET aa = " + text.substring(20) : text))
            .isEqualTo(400);
      }
      assertThat(status(3, "SELECT * FROM things WHERE " + text)).isEqualTo(400);
    }
    for (String piece : List.of("[", "{'a':", "<<", "list_append(")) {
      assertThat(status(3, "UPDATE things SET a = " + piece.repeat(600))).isEqualTo(400);
    }
  }

  private int status(int kind, String text) {
    Map<String, String> names = Map.of("#n", "nn");
    Map<String, AttributeValue> values = Map.of(":v", n(1));
    try {
      switch (kind) {
        case 0 ->
            dynamo.updateItem(
                in ->
                    in.tableName("things")
                        .key(item("id", s("a")))
                        .updateExpression(text)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
        case 1 ->
            dynamo.scan(
                in ->
                    in.tableName("things")
                        .filterExpression(text)
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values));
        case 2 ->
            dynamo.query(
                in ->
                    in.tableName("things")
                        .keyConditionExpression(text)
                        .projectionExpression(text)
                        .expressionAttributeValues(values));
        default -> dynamo.executeStatement(in -> in.statement(text).parameters(n(1)));
      }
      return 200;
    } catch (DynamoDbException e) {
      return e.statusCode();
    }
  }

  @Test
  void query_randomNumbers_comeInTheirOrder() {
    Random random = new Random(11);
    TreeSet<BigDecimal> numbers = new TreeSet<>();
    for (int i = 0; i < 500; i++) {
      BigDecimal number =
          new BigDecimal(new BigInteger(random.nextInt(1, 120), random), random.nextInt(-40, 60));
      numbers.add(random.nextBoolean() ? number : number.negate());
    }
    numbers.add(BigDecimal.ZERO);
    for (BigDecimal number : numbers) {
      dynamo.putItem(in -> in.tableName("numbers").item(item("id", s("a"), "at", n(number))));
    }
    List<BigDecimal> found = new ArrayList<>();
    dynamo
        .queryPaginator(
            in ->
                in.tableName("numbers")
                    .keyConditionExpression("id = :a")
                    .expressionAttributeValues(Map.of(":a", s("a")))
                    .limit(100))
        .items()
        .forEach(one -> found.add(new BigDecimal(one.get("at").n())));

    assertThat(found)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactlyElementsOf(numbers);
    BigDecimal middle = found.get(200);
    assertThat(
            dynamo
                .query(
                    in ->
                        in.tableName("numbers")
                            .keyConditionExpression("id = :a AND #at > :m")
                            .expressionAttributeNames(Map.of("#at", "at"))
                            .expressionAttributeValues(Map.of(":a", s("a"), ":m", n(middle))))
                .count())
        .isEqualTo(found.size() - 201);
  }
}
