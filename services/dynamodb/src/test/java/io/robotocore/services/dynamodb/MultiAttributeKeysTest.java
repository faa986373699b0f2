package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.services.dynamodb.Invalids.assertInvalidValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Global indexes whose keys have up to four attributes in each part.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.DesignPattern.MultiAttributeKeys.html">multi-attribute
 *     keys</a>
 */
@AwsEmulator
final class MultiAttributeKeysTest {

  private final DynamoDbClient dynamo;

  MultiAttributeKeysTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  private static GlobalSecondaryIndex index(String hash, String range) {
    List<KeySchemaElement> schema = new ArrayList<>();
    for (String name : hash.split(" ")) {
      schema.add(KeySchemaElement.builder().attributeName(name).keyType(KeyType.HASH).build());
    }
    for (String name : range.split(" ")) {
      schema.add(KeySchemaElement.builder().attributeName(name).keyType(KeyType.RANGE).build());
    }
    return GlobalSecondaryIndex.builder()
        .indexName("matches")
        .keySchema(schema)
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  @BeforeAll
  static void createTable(DynamoDbClient dynamo) {
    dynamo.createTable(
        table("games", "id:S")
            .attributeDefinitions(
                attributes("id:S", "cup:S", "area:S", "round:N", "pair:S", "game:S"))
            .globalSecondaryIndexes(index("cup area", "round pair game"))
            .build());
    put(dynamo, "g1", "area", "west", 2, "b", "x");
    put(dynamo, "g2", "area", "west", 10, "a", "y");
    put(dynamo, "g3", "area", "west", 2, "a", "z");
    put(dynamo, "g4", "area", "west", 2, "a", "x");
    put(dynamo, "g5", "area", "east", 1, "a", "x");
    put(dynamo, "g6", "nowhere", "west", 1, "a", "x");
  }

  private static void put(
      DynamoDbClient dynamo, String id, String name, String area, int round, String... rest) {
    Map<String, AttributeValue> item =
        item("id", s(id), "cup", s("c"), name, s(area), "round", n(round));
    item.putAll(item("pair", s(rest[0]), "game", s(rest[1])));
    dynamo.putItem(in -> in.tableName("games").item(item));
  }

  private QueryResponse query(String condition, Consumer<QueryRequest.Builder> more) {
    Map<String, AttributeValue> values =
        item(":c", s("c"), ":w", s("west"), ":r", n(2), ":p", s("a"), ":g", s("x"), ":h", s("y"));
    values.keySet().removeIf(name -> !condition.contains(name));
    return dynamo.query(
        in ->
            in.tableName("games")
                .indexName("matches")
                .keyConditionExpression(condition.replace("round", "#r"))
                .expressionAttributeNames(
                    condition.contains("round") ? Map.of("#r", "round") : null)
                .expressionAttributeValues(values)
                .applyMutation(more));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cup = :c AND area = :w                                                | g4 g3 g1 g2
          area = :w AND round = :r AND cup = :c                                 | g4 g3 g1
          cup = :c AND area = :w AND round > :r                                 | g2
          cup = :c AND area = :w AND round = :r AND pair = :p                   | g4 g3
          cup = :c AND area = :w AND round = :r AND pair > :p                   | g1
          cup = :c AND area = :w AND round = :r AND begins_with(pair, :p)       | g4 g3
          cup = :c AND area = :w AND round = :r AND pair = :p AND game = :g     | g4
          cup = :c AND area = :w AND round = :r AND pair = :p AND game >= :h    | g3
          cup = :c AND area = :w AND round = :r AND pair = :p AND game BETWEEN :g AND :h | g4
          """)
  void query_allOfThePartitionAndTheBeginningOfTheSortKey_givesWhatIsThere(
      String condition, String ids) {
    assertThat(query(condition, in -> {}).items())
        .extracting(game -> game.get("id").s())
        .containsExactly(ids.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cup = :c AND area = :w AND pair = :p                   | round       | pair
          cup = :c AND area = :w AND round > :r AND pair = :p    | round       | pair
          cup = :c AND area = :w AND round = :r AND game = :g    | pair        | game
          """)
  void query_gapInTheSortKey_isRefused(String condition, String missing, String present) {
    assertInvalid(
        () -> query(condition, in -> {}),
        "RANGE key attributes %s must have equality conditions specified in the query because a condition is present on key attribute %s"
            .formatted(missing, present));
  }

  @Test
  void query_partOfThePartitionKey_isRefused() {
    assertInvalid(
        () -> query("cup = :c", in -> {}), "Query condition missed key schema element: area");
    assertInvalid(
        () -> query("cup = :c AND area > :w", in -> {}), "Query key condition not supported");
  }

  @Test
  void query_pages_nameAllAttributesOfBothKeys() {
    QueryResponse first = query("cup = :c AND area = :w", in -> in.limit(2));
    assertThat(first.lastEvaluatedKey())
        .isEqualTo(
            item(
                "id", s("g3"),
                "cup", s("c"),
                "area", s("west"),
                "round", n(2),
                "pair", s("a"),
                "game", s("z")));
    assertThat(
            query(
                    "cup = :c AND area = :w",
                    in -> in.exclusiveStartKey(first.lastEvaluatedKey()).scanIndexForward(true))
                .items())
        .extracting(game -> game.get("id").s())
        .containsExactly("g1", "g2");
    assertThat(query("cup = :c AND area = :w", in -> in.scanIndexForward(false).limit(1)).items())
        .extracting(game -> game.get("id").s())
        .containsExactly("g2");
  }

  @Test
  void scan_index_hasOnlyItemsWithAllAttributes() {
    assertThat(dynamo.scan(in -> in.tableName("games").indexName("matches")).count()).isEqualTo(5);
    assertThat(
            dynamo
                .describeTable(in -> in.tableName("games"))
                .table()
                .globalSecondaryIndexes()
                .get(0)
                .keySchema())
        .extracting(element -> element.keyTypeAsString() + " " + element.attributeName())
        .containsExactly("HASH cup", "HASH area", "RANGE round", "RANGE pair", "RANGE game");
  }

  @Test
  void putItem_wrongTypeInTheMiddleOfAKey_isRefused() {
    assertInvalidValue(
        () -> dynamo.putItem(in -> in.tableName("games").item(item("id", s("a"), "pair", n(1)))),
        "Type mismatch for Index Key pair Expected: S Actual: N IndexName: matches");
  }

  @Test
  void executeStatement_index_isRefused() {
    String refused =
        "PartiQL statements cannot be executed on tables with multi-attribute HASH keys or multi-attribute RANGE keys.";
    String statement = "SELECT * FROM games.matches WHERE cup = 'c' AND area = 'west'";
    BatchStatementRequest batched = BatchStatementRequest.builder().statement(statement).build();
    assertInvalid(() -> dynamo.executeStatement(in -> in.statement(statement)), refused);
    assertThat(
            dynamo
                .batchExecuteStatement(in -> in.statements(List.of(batched)))
                .responses()
                .get(0)
                .error()
                .message())
        .isEqualTo(refused);
    assertThat(
            dynamo
                .executeStatement(in -> in.statement("SELECT cup FROM games WHERE id = 'g1'"))
                .items())
        .containsExactly(item("cup", s("c")));
  }

  @Test
  void createTable_tooManyAttributesInAKey_isRefused() {
    assertInvalidValue(
        () ->
            dynamo.createTable(
                table("many", "id:S")
                    .attributeDefinitions(
                        attributes("id:S", "a:S", "b:S", "c:S", "d:S", "e:S", "f:S"))
                    .globalSecondaryIndexes(index("a b c d e", "f"))
                    .build()),
        "Number of attributes of the HASH key exceeds the limit of 4");
    assertInvalidValue(
        () ->
            dynamo.createTable(
                table("many", "id:S")
                    .attributeDefinitions(attributes("id:S", "a:S", "b:S"))
                    .globalSecondaryIndexes(index("a b", "c"))
                    .build()),
        "Some index key attributes are not defined in AttributeDefinitions. Keys: [a, b, c], AttributeDefinitions: [id, a, b]");
  }
}
