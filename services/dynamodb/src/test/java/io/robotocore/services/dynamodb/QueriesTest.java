package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.b;
import static io.robotocore.services.dynamodb.Given.global;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.local;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.Condition;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Queries and scans of tables and indexes. */
@AwsEmulator
final class QueriesTest {

  private final DynamoDbClient dynamo;

  QueriesTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeAll
  static void createTable(DynamoDbClient dynamo) {
    dynamo.createTable(
        table("music", "artist:S", "year:N")
            .attributeDefinitions(attributes("artist:S", "year:N", "genre:S", "title:S"))
            .globalSecondaryIndexes(
                global("byGenre", "genre:S", "title:S"),
                global("keys", "genre:S").toBuilder()
                    .projection(
                        Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build())
                    .build())
            .localSecondaryIndexes(
                local("byTitle", "artist:S", "title:S").toBuilder()
                    .projection(
                        Projection.builder()
                            .projectionType(ProjectionType.INCLUDE)
                            .nonKeyAttributes("stars")
                            .build())
                    .build())
            .build());
    for (String artist : List.of("abba", "blur", "cure")) {
      for (int year = -2; year <= 10; year++) {
        Map<String, AttributeValue> song =
            item(
                "artist", s(artist),
                "year", n(year),
                "title", s("t" + (year + 2) % 5),
                "stars", n(year % 3),
                "text", s("x".repeat(100)));
        if (year >= 0) {
          song.put("genre", s(year % 2 == 0 ? "pop" : "rock"));
        }
        dynamo.putItem(in -> in.tableName("music").item(song));
      }
    }
  }

  private static Map<String, AttributeValue> values(Object... namesAndValues) {
    return item(namesAndValues);
  }

  private QueryResponse query(Consumer<QueryRequest.Builder> more) {
    return dynamo.query(in -> in.tableName("music").applyMutation(more));
  }

  private QueryResponse ofAbba(String condition, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> all = new HashMap<>(values);
    all.put(":a", s("abba"));
    return query(
        in ->
            in.keyConditionExpression("artist = :a" + condition)
                .expressionAttributeNames(condition.contains("#y") ? Map.of("#y", "year") : null)
                .expressionAttributeValues(all));
  }

  private static List<Integer> years(List<Map<String, AttributeValue>> items) {
    return items.stream().map(item -> Integer.valueOf(item.get("year").n())).toList();
  }

  @Test
  void query_partition_comesInTheOrderOfNumbers() {
    QueryResponse found = ofAbba("", Map.of());

    assertThat(years(found.items())).isEqualTo(IntStream.rangeClosed(-2, 10).boxed().toList());
    assertThat(found.count()).isEqualTo(13);
    assertThat(found.hasLastEvaluatedKey()).isFalse();
    assertThat(
            years(
                query(
                        in ->
                            in.keyConditionExpression("artist = :a")
                                .expressionAttributeValues(values(":a", s("abba")))
                                .scanIndexForward(false))
                    .items()))
        .startsWith(10, 9, 8)
        .endsWith(-1, -2);
  }

  @ParameterizedTest
  @CsvSource({
    "#y = :v, 3, 3",
    "#y < :v, -2, -1",
    "#y <= :v, -2, 0",
    "#y > :v, 8, 10",
    "#y >= :v, 9, 10",
    "#y BETWEEN :v AND :w, 2, 5"
  })
  void query_sortKeyCondition_givesThatRange(String condition, int first, int last) {
    int value =
        switch (condition) {
          case "#y < :v", "#y <= :v" -> 0;
          case "#y > :v" -> 7;
          case "#y >= :v" -> 9;
          case "#y = :v" -> 3;
          default -> 2;
        };
    Map<String, AttributeValue> values = new HashMap<>(values(":v", n(value)));
    if (condition.contains(":w")) {
      values.put(":w", n(5));
    }

    assertThat(years(ofAbba(" AND " + condition, values).items()))
        .isEqualTo(IntStream.rangeClosed(first, last).boxed().toList());
  }

  @Test
  void query_pages_giveEverythingOnce() {
    List<Integer> years = new ArrayList<>();
    QueryRequest request =
        QueryRequest.builder()
            .tableName("music")
            .keyConditionExpression("artist = :a")
            .expressionAttributeValues(values(":a", s("blur")))
            .limit(4)
            .build();
    dynamo.queryPaginator(request).forEach(page -> years.addAll(years(page.items())));
    assertThat(years).isEqualTo(IntStream.rangeClosed(-2, 10).boxed().toList());

    List<Integer> back = new ArrayList<>();
    dynamo
        .queryPaginator(request.toBuilder().scanIndexForward(false).build())
        .forEach(page -> back.addAll(years(page.items())));
    assertThat(back).hasSize(13).startsWith(10, 9).doesNotHaveDuplicates();
  }

  @Test
  void query_limitReachedWithTheLastItem_hasALastKeyAllTheSame() {
    assertThat(
            query(
                    in ->
                        in.keyConditionExpression("artist = :a")
                            .expressionAttributeValues(values(":a", s("abba")))
                            .limit(13))
                .lastEvaluatedKey())
        .isEqualTo(item("artist", s("abba"), "year", n(10)));
  }

  @Test
  void query_filter_countsWhatWasLookedAt() {
    QueryResponse found =
        query(
            in ->
                in.keyConditionExpression("artist = :a")
                    .filterExpression("stars = :one")
                    .expressionAttributeValues(values(":a", s("abba"), ":one", n(1)))
                    .limit(6));

    assertThat(found.scannedCount()).isEqualTo(6);
    assertThat(years(found.items())).containsExactly(1);
  }

  @Test
  void query_globalIndex_isSparseAndKeepsEqualKeysApart() {
    QueryResponse found =
        query(
            in ->
                in.indexName("byGenre")
                    .keyConditionExpression("genre = :g AND begins_with(title, :t)")
                    .expressionAttributeValues(values(":g", s("pop"), ":t", s("t2"))));
    assertThat(found.count()).isEqualTo(6);
    assertThat(found.items()).allSatisfy(song -> assertThat(song).containsKey("text"));

    List<Map<String, AttributeValue>> all = new ArrayList<>();
    dynamo
        .queryPaginator(
            in ->
                in.tableName("music")
                    .indexName("byGenre")
                    .keyConditionExpression("genre = :g")
                    .expressionAttributeValues(values(":g", s("rock")))
                    .limit(2))
        .forEach(page -> all.addAll(page.items()));
    assertThat(all).hasSize(15).doesNotHaveDuplicates();
    assertThat(all).extracting(song -> song.get("title").s()).isSorted();
  }

  @Test
  void query_projectedIndex_hasOnlyItsAttributes() {
    assertThat(
            query(
                    in ->
                        in.indexName("keys")
                            .keyConditionExpression("genre = :g")
                            .expressionAttributeValues(values(":g", s("pop")))
                            .limit(1))
                .items()
                .get(0))
        .containsOnlyKeys("genre", "artist", "year");
    assertInvalid(
        () ->
            query(
                in ->
                    in.indexName("keys")
                        .keyConditionExpression("genre = :g")
                        .projectionExpression("stars")
                        .expressionAttributeValues(values(":g", s("pop")))),
        "One or more parameter values were invalid: Global secondary index keys does not project [stars]");
  }

  @Test
  void query_localIndex_fetchesWhatItDoesNotHave() {
    QueryResponse projected =
        query(
            in ->
                in.indexName("byTitle")
                    .keyConditionExpression("artist = :a AND title = :t")
                    .expressionAttributeValues(values(":a", s("abba"), ":t", s("t2"))));
    assertThat(projected.items())
        .isNotEmpty()
        .allSatisfy(song -> assertThat(song).containsOnlyKeys("artist", "year", "title", "stars"));

    QueryResponse fetched =
        query(
            in ->
                in.indexName("byTitle")
                    .keyConditionExpression("artist = :a AND title = :t")
                    .expressionAttributeValues(values(":a", s("abba"), ":t", s("t2")))
                    .select(Select.ALL_ATTRIBUTES)
                    .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES));
    assertThat(fetched.items()).allSatisfy(song -> assertThat(song).containsKey("text"));
    ConsumedCapacity consumed = fetched.consumedCapacity();
    assertThat(consumed.localSecondaryIndexes().get("byTitle").capacityUnits()).isEqualTo(0.5);
    assertThat(consumed.table().capacityUnits()).isEqualTo(0.5 * fetched.count());
    assertThat(consumed.capacityUnits()).isEqualTo(0.5 + 0.5 * fetched.count());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "artist = :a OR genre = :a | Invalid operator used in KeyConditionExpression: OR",
        "NOT artist = :a | Invalid operator used in KeyConditionExpression: NOT",
        "artist <> :a | Invalid operator used in KeyConditionExpression: <>",
        "artist IN (:a) | Invalid operator used in KeyConditionExpression: IN",
        "artist = :a AND contains(title, :a) | Invalid operator used in KeyConditionExpression: contains",
        "size(artist) = :a | KeyConditionExpressions cannot contain nested operations",
        "title = :a | Query condition missed key schema element: artist",
        "artist > :a | Query key condition not supported",
        "artist = :a AND artist = :a | Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key",
        "artist = :a AND title > :a AND genre = :a | The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)",
        "artist = :a AND genre = :a | Query condition missed key schema element: year",
        "artist = genre AND title = :a | Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
        "artist.x = :a | Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: artist"
      })
  void query_wrongKeyCondition_isRefused(String condition, String message) {
    assertInvalid(
        () ->
            query(
                in ->
                    in.keyConditionExpression(condition)
                        .expressionAttributeValues(values(":a", s("abba")))),
        message);
  }

  @Test
  void query_wrongRequest_isRefused() {
    assertInvalid(
        () -> query(in -> {}),
        "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
    assertInvalid(
        () -> ofAbba("", values(":x", n(1))),
        "Value provided in ExpressionAttributeValues unused in expressions: keys: {:x}");
    Consumer<QueryRequest.Builder> abba =
        in ->
            in.keyConditionExpression("artist = :a")
                .expressionAttributeValues(values(":a", s("abba")));
    assertInvalid(
        () -> query(abba.andThen(in -> in.filterExpression("artist <> :a"))),
        "Filter Expression can only contain non-primary key attributes: Primary key attribute: artist");
    assertInvalid(
        () -> query(abba.andThen(in -> in.indexName("none"))),
        "The table does not have the specified index: none");
    assertInvalid(
        () ->
            query(
                abba.andThen(in -> in.exclusiveStartKey(item("artist", s("blur"), "year", n(1))))),
        "The provided starting key is outside query boundaries based on provided conditions");
    assertInvalid(
        () -> query(abba.andThen(in -> in.exclusiveStartKey(item("artist", s("abba"))))),
        "The provided starting key is invalid");
    assertInvalid(
        () -> query(abba.andThen(in -> in.select(Select.SPECIFIC_ATTRIBUTES))),
        "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES");
  }

  @Test
  void query_legacyConditions_findTheSame() {
    QueryResponse found =
        query(
            in ->
                in.keyConditions(
                        Map.of(
                            "artist", condition(ComparisonOperator.EQ, s("abba")),
                            "year", condition(ComparisonOperator.GE, n(4))))
                    .queryFilter(Map.of("genre", condition(ComparisonOperator.EQ, s("pop"))))
                    .attributesToGet("year"));

    assertThat(years(found.items())).containsExactly(4, 6, 8, 10);
    assertThat(found.items().get(0)).containsOnlyKeys("year");
  }

  private static Condition condition(ComparisonOperator operator, AttributeValue... values) {
    return Condition.builder().comparisonOperator(operator).attributeValueList(values).build();
  }

  @Test
  void scan_segments_shareThePartitions() {
    dynamo.createTable(table("many", "id:N").build());
    for (int id = 0; id < 100; id++) {
      int one = id;
      dynamo.putItem(in -> in.tableName("many").item(item("id", n(one))));
    }

    int all = 0;
    for (int segment = 0; segment < 4; segment++) {
      int one = segment;
      int count = dynamo.scan(in -> in.tableName("many").segment(one).totalSegments(4)).count();
      assertThat(count).isBetween(5, 50);
      all += count;
    }
    assertThat(all).isEqualTo(100);
  }

  @Test
  void scan_segments_giveEverythingOnce() {
    Set<Object> keys = new HashSet<>();
    int items = 0;
    for (int segment = 0; segment < 7; segment++) {
      int one = segment;
      for (ScanResponse page :
          dynamo.scanPaginator(
              in -> in.tableName("music").segment(one).totalSegments(7).limit(3))) {
        page.items().forEach(song -> keys.add(List.of(song.get("artist"), song.get("year"))));
        items += page.count();
      }
    }

    assertThat(items).isEqualTo(39);
    assertThat(keys).hasSize(39);
  }

  @Test
  void scan_filterAndCount_givesNoItems() {
    ScanResponse found =
        dynamo.scan(
            in ->
                in.tableName("music")
                    .filterExpression("attribute_not_exists(genre)")
                    .select(Select.COUNT)
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)
                    .consistentRead(true));

    assertThat(found.count()).isEqualTo(6);
    assertThat(found.scannedCount()).isEqualTo(39);
    assertThat(found.hasItems()).isFalse();
    assertThat(found.consumedCapacity().capacityUnits()).isEqualTo(2.0);
  }

  @Test
  void scan_wrongSegments_isRefused() {
    assertInvalid(
        () -> dynamo.scan(in -> in.tableName("music").segment(2).totalSegments(2)),
        "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2");
    assertInvalid(
        () -> dynamo.scan(in -> in.tableName("music").segment(0)),
        "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
  }

  @Test
  void scan_moreThanAMegabyte_comesInPages() {
    dynamo.createTable(table("large", "id:N").build());
    for (int i = 0; i < 12; i++) {
      int id = i;
      dynamo.putItem(
          in -> in.tableName("large").item(item("id", n(id), "text", s("x".repeat(300_000)))));
    }
    List<Integer> counts = new ArrayList<>();
    dynamo
        .scanPaginator(ScanRequest.builder().tableName("large").build())
        .forEach(page -> counts.add(page.count()));

    assertThat(counts).containsExactly(4, 4, 4, 0);
  }

  @Test
  void query_binarySortKeys_areOrderedAsUnsignedBytes() {
    dynamo.createTable(table("bytes", "id:S", "at:B").build());
    for (int[] key : new int[][] {{255}, {0, 255}, {0}, {0, 0}, {127}, {128}, {0, 1}}) {
      dynamo.putItem(in -> in.tableName("bytes").item(item("id", s("a"), "at", b(key))));
    }

    assertThat(
            dynamo
                .query(
                    in ->
                        in.tableName("bytes")
                            .keyConditionExpression("id = :a")
                            .expressionAttributeValues(values(":a", s("a"))))
                .items())
        .extracting(one -> one.get("at"))
        .containsExactly(b(0), b(0, 0), b(0, 1), b(0, 255), b(127), b(128), b(255));
    assertThat(
            dynamo
                .query(
                    in ->
                        in.tableName("bytes")
                            .keyConditionExpression("id = :a AND begins_with(#at, :b)")
                            .expressionAttributeNames(Map.of("#at", "at"))
                            .expressionAttributeValues(values(":a", s("a"), ":b", b(0))))
                .count())
        .isEqualTo(4);
  }
}
