package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.b;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Transport;
import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.ConditionalOperator;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;

/** Random statements and parameters of older days are answered or refused, and never do harm. */
@AwsEmulator(transport = Transport.IN_PROCESS)
final class RandomRequestsTest {

  private static final List<String> NAMES = List.of("id", "at", "aa", "bb", "", "a.b", "é");

  private final DynamoDbClient dynamo;
  private final Random random = new Random(20260505);

  RandomRequestsTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeEach
  void createTable() {
    dynamo.createTable(
        table("things", "id:S", "at:N")
            .attributeDefinitions(Given.attributes("id:S", "at:N", "aa:S"))
            .globalSecondaryIndexes(Given.global("byA", "aa:S"))
            .localSecondaryIndexes(Given.local("byIdAndA", "id:S", "aa:S"))
            .build());
    RandomUpdates values = new RandomUpdates(random);
    for (int i = 0; i < 20; i++) {
      Map<String, AttributeValue> item = values.attributes();
      item.putAll(item("id", s("x"), "at", n(i), "aa", s("y" + i % 3)));
      dynamo.putItem(in -> in.tableName("things").item(item));
    }
  }

  private boolean maybe(int one) {
    return random.nextInt(one) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static int status(Runnable call) {
    try {
      call.run();
      return 200;
    } catch (DynamoDbException e) {
      return e.statusCode();
    }
  }

  /** Neither a fault of the emulator, nor all of them refused. */
  private static void assertAnsweredOrRefused(List<Integer> statuses) {
    assertThat(statuses).isSubsetOf(200, 400);
    assertThat(statuses.stream().filter(status -> status == 200).count())
        .isGreaterThan(statuses.size() / 20);
  }

  private AttributeValue value() {
    return switch (random.nextInt(8)) {
      case 0 -> s("x");
      case 1 -> s("");
      case 2 -> b(1, 255);
      case 3 -> AttributeValue.fromNul(true);
      case 4 -> n(any(List.of("1e125", "-9", "0.00", "1e-130", "7")));
      case 5 -> AttributeValue.builder().build();
      default -> new RandomUpdates(random).value();
    };
  }

  private List<AttributeValue> values() {
    return Stream.generate(this::value).limit(any(List.of(0, 1, 1, 1, 2, 2, 3))).toList();
  }

  private ConditionalOperator operator() {
    return maybe(3) ? any(ConditionalOperator.knownValues().stream().sorted().toList()) : null;
  }

  private ComparisonOperator comparison() {
    return any(ComparisonOperator.knownValues().stream().sorted().toList());
  }

  private <T> Map<String, T> byName(Supplier<T> one) {
    if (maybe(3)) {
      return null;
    }
    Map<String, T> all = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      all.put(maybe(8) ? any(NAMES) : any(NAMES.subList(0, 4)), one.get());
    }
    return all;
  }

  private Map<String, Condition> conditions() {
    return byName(
        () ->
            Condition.builder()
                .comparisonOperator(comparison())
                .attributeValueList(values())
                .build());
  }

  private Map<String, Condition> keyConditions() {
    Map<String, Condition> conditions = new LinkedHashMap<>();
    conditions.put(
        "id", Condition.builder().comparisonOperator("EQ").attributeValueList(s("x")).build());
    if (maybe(2)) {
      conditions.put(any(List.of("at", "at", "aa")), conditionOnKey());
    }
    return maybe(8) ? conditions() : conditions;
  }

  private Condition conditionOnKey() {
    List<AttributeValue> values =
        Stream.generate(() -> maybe(4) ? value() : n(random.nextInt(20)))
            .limit(1 + random.nextInt(2))
            .toList();
    return Condition.builder().comparisonOperator(comparison()).attributeValueList(values).build();
  }

  private ExpectedAttributeValue expected() {
    ExpectedAttributeValue.Builder expected = ExpectedAttributeValue.builder();
    if (maybe(2)) {
      expected.comparisonOperator(comparison()).attributeValueList(values());
    } else if (maybe(2)) {
      expected.exists(maybe(2));
    }
    return (maybe(3) ? expected.value(value()) : expected).build();
  }

  private AttributeValueUpdate update() {
    AttributeValueUpdate.Builder update = AttributeValueUpdate.builder();
    if (!maybe(4)) {
      update.value(value());
    }
    return update.action(any(AttributeAction.knownValues().stream().sorted().toList())).build();
  }

  @Test
  void anyOperation_randomLegacyParameters_isAnsweredOrRefused() {
    Map<String, AttributeValue> key = item("id", s("x"), "at", n(1));
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      String index = maybe(3) ? any(List.of("byA", "byIdAndA", "none")) : null;
      List<String> names = maybe(3) ? List.of(any(NAMES), any(NAMES)) : null;
      statuses.add(
          status(
              () ->
                  dynamo.updateItem(
                      in ->
                          in.tableName("things")
                              .key(key)
                              .attributeUpdates(byName(this::update))
                              .expected(byName(this::expected))
                              .conditionalOperator(operator())
                              .returnValues("ALL_NEW"))));
      statuses.add(
          status(
              () ->
                  dynamo.deleteItem(
                      in ->
                          in.tableName("things")
                              .key(key)
                              .expected(byName(this::expected))
                              .conditionalOperator(operator()))));
      statuses.add(
          status(
              () ->
                  dynamo.query(
                      in ->
                          in.tableName("things")
                              .indexName(index)
                              .keyConditions(keyConditions())
                              .queryFilter(conditions())
                              .conditionalOperator(operator())
                              .attributesToGet(names))));
      statuses.add(
          status(
              () ->
                  dynamo.scan(
                      in ->
                          in.tableName("things")
                              .indexName(index)
                              .scanFilter(conditions())
                              .conditionalOperator(operator())
                              .attributesToGet(names))));
    }
    assertAnsweredOrRefused(statuses);
  }

  private String path() {
    return any(List.of("id", "at", "aa", "bb", "cc", "\"dd\"", "aa.kk", "bb[0]", "cc[1].kk"));
  }

  private String literal(int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 10)) {
      case 0 -> "'x'";
      case 1 -> "1";
      case 2 -> "-0.5e3";
      case 3 -> "?";
      case 4 -> any(List.of("true", "NULL", "MISSING", "''"));
      case 5 -> "'it''s'";
      case 6 -> path();
      case 7 -> "[" + literals(depth - 1) + "]";
      case 8 -> "<<" + literals(depth - 1) + ">>";
      default -> "{'kk': " + literal(depth - 1) + ", 'jj': " + literal(depth - 1) + "}";
    };
  }

  private String literals(int depth) {
    return Stream.generate(() -> literal(depth))
        .limit(random.nextInt(3))
        .collect(Collectors.joining(", "));
  }

  private String operand() {
    return switch (random.nextInt(8)) {
      case 0 -> "size(" + path() + ")";
      case 1 -> path() + any(List.of(" + ", " - ")) + literal(0);
      case 2 -> "list_append(" + path() + ", " + literal(1) + ")";
      case 3 -> any(List.of("set_add", "set_delete", "if_not_exists")) + "(" + path() + ", <<1>>)";
      case 4, 5 -> path();
      default -> literal(2);
    };
  }

  private String condition(int depth) {
    return switch (random.nextInt(depth == 0 ? 6 : 9)) {
      case 0 -> path() + any(List.of(" = ", " <> ", " != ", " < ", " >= ")) + literal(1);
      case 1 -> path() + " BETWEEN " + literal(0) + " AND " + literal(0);
      case 2 -> path() + " IN " + any(List.of("[", "(")) + literals(0) + any(List.of("]", ")"));
      case 3 -> any(List.of("begins_with", "contains")) + "(" + path() + ", " + literal(0) + ")";
      case 4 -> path() + any(List.of(" IS MISSING", " IS NOT MISSING", " IS NULL"));
      case 5 -> "attribute_type(" + path() + ", 'S')";
      case 6 -> "NOT " + condition(depth - 1);
      case 7 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
      default -> condition(depth - 1) + " AND " + condition(depth - 1);
    };
  }

  private String where() {
    String key = "id = 'x' AND at = " + random.nextInt(20);
    return " WHERE "
        + switch (random.nextInt(3)) {
          case 0 -> condition(2);
          case 1 -> key + " AND " + condition(1);
          default -> key;
        };
  }

  private String statement() {
    String table = any(List.of("things", "\"things\"", "\"things\".\"byA\"", "none"));
    return switch (random.nextInt(6)) {
      case 0 -> "INSERT INTO " + table + " VALUE {'id': 'i', 'at': ?, 'aa': " + literal(2) + "}";
      case 1 -> "DELETE FROM " + table + where() + any(List.of("", " RETURNING ALL OLD *"));
      case 2, 3 ->
          "UPDATE things"
              + any(List.of(" SET ", " SET ", " REMOVE "))
              + any(List.of("bb", path()))
              + any(List.of(" = " + operand(), ""))
              + where()
              + any(List.of("", " RETURNING ALL NEW *", " RETURNING MODIFIED OLD *"));
      default ->
          "SELECT "
              + any(List.of("*", path(), path() + ", " + path(), "size(aa)", "COUNT(*)"))
              + " FROM "
              + any(List.of("things", table))
              + any(List.of(where(), ""))
              + any(List.of("", " ORDER BY at DESC", " ORDER BY aa"));
    };
  }

  @Test
  void executeStatement_randomStatements_areAnsweredOrRefused() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      String statement = statement();
      List<AttributeValue> parameters =
          Stream.generate(this::value)
              .limit(statement.chars().filter(c -> c == '?').count() + (maybe(20) ? 1 : 0))
              .toList();
      statuses.add(
          status(
              () ->
                  dynamo.executeStatement(
                      in ->
                          in.statement(statement)
                              .parameters(parameters.isEmpty() ? null : parameters))));
    }
    assertAnsweredOrRefused(statuses);
  }
}
