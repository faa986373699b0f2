package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.attributes;
import static io.robotocore.services.dynamodb.Given.bool;
import static io.robotocore.services.dynamodb.Given.global;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.l;
import static io.robotocore.services.dynamodb.Given.m;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.ns;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementErrorCodeEnum;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DuplicateItemException;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * PartiQL.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html">PartiQL
 *     for DynamoDB</a>
 */
@AwsEmulator
final class StatementsTest {

  private final DynamoDbClient dynamo;

  StatementsTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeEach
  void createTable() {
    dynamo.createTable(
        table("music", "artist:S", "year:N")
            .attributeDefinitions(attributes("artist:S", "year:N", "genre:S"))
            .globalSecondaryIndexes(global("byGenre", "genre:S"))
            .build());
    for (int year = 1; year <= 5; year++) {
      execute(
          "INSERT INTO music VALUE {'artist':'abba', 'year':?, 'genre':?, 'doc':{'list':[1,{'k':'v'}]}}",
          n(year),
          s(year % 2 == 0 ? "pop" : "rock"));
    }
  }

  private ExecuteStatementResponse execute(String statement, AttributeValue... parameters) {
    return dynamo.executeStatement(
        in ->
            in.statement(statement)
                .parameters(parameters.length == 0 ? null : List.of(parameters)));
  }

  private List<Integer> years(String where, AttributeValue... parameters) {
    return execute("SELECT * FROM music WHERE " + where, parameters).items().stream()
        .map(one -> Integer.valueOf(one.get("year").n()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "artist = 'abba' AND year = 2 | 2",
        "artist = 'abba' AND year BETWEEN 2 AND 4 | 2 3 4",
        "artist = 'abba' AND year > 3 ORDER BY year DESC | 5 4",
        "artist = 'abba' AND genre = 'pop' | 2 4",
        "genre <> 'pop' | 1 3 5",
        "year IN [1, 5, 9] | 1 5",
        "NOT (year < 4 OR genre = 'rock') | 4",
        "begins_with(genre, 'ro') AND size(artist) = 4 | 1 3 5",
        "contains(genre, 'op') | 2 4",
        "attribute_type(year, 'N') AND nope IS MISSING AND doc IS NOT NULL AND year < 2 | 1",
        "doc.list[1].k = 'v' AND \"year\" <= 1.0e0 | 1"
      })
  void executeStatement_select_findsWhatIsMeant(String where, String years) {
    assertThat(years(where))
        .containsExactlyElementsOf(Arrays.stream(years.split(" ")).map(Integer::valueOf).toList());
  }

  @Test
  void executeStatement_selectPathsOfAnIndex_showsThem() {
    assertThat(
            execute(
                    "SELECT year, doc.list[0], doc.list[1].k FROM \"music\".\"byGenre\" WHERE genre = ? AND year = ?",
                    s("pop"),
                    n(2))
                .items())
        .containsExactly(item("year", n(2), "list[0]", n(1), "k", s("v")));
  }

  @Test
  void executeStatement_pages_areContinuedByToken() {
    List<String> years = new ArrayList<>();
    String token = null;
    do {
      String next = token;
      ExecuteStatementResponse page =
          dynamo.executeStatement(
              in ->
                  in.statement("SELECT year FROM music WHERE artist = 'abba'")
                      .limit(2)
                      .nextToken(next));
      page.items().forEach(one -> years.add(one.get("year").n()));
      token = page.nextToken();
    } while (token != null);

    assertThat(years).containsExactly("1", "2", "3", "4", "5");
  }

  @Test
  void executeStatement_update_changesTheItem() {
    assertThat(
            execute(
                    "UPDATE music SET plays = 1, doc.list = list_append(doc.list, [7]) SET tags = <<1, 2>> REMOVE genre WHERE artist = 'abba' AND year = 1 RETURNING ALL NEW *")
                .items())
        .containsExactly(
            item(
                "artist", s("abba"),
                "doc", m("list", l(n(1), m("k", s("v")), n(7))),
                "plays", n(1),
                "tags", ns(1, 2),
                "year", n(1)));
    assertThat(
            execute(
                    "UPDATE music SET plays = plays + ?, tags = set_add(tags, <<3>>) WHERE artist = 'abba' AND year = 1 AND plays = 1 RETURNING MODIFIED OLD *",
                    n(5))
                .items())
        .containsExactly(item("plays", n(1), "tags", ns(1, 2)));
    assertRefused(
        () ->
            execute("UPDATE music SET plays = 0 WHERE artist = 'abba' AND year = 1 AND plays = 1"),
        ConditionalCheckFailedException.class,
        "The conditional request failed");
    assertRefused(
        () -> execute("UPDATE music SET plays = 0 WHERE artist = 'none' AND year = 1"),
        ConditionalCheckFailedException.class,
        "The conditional request failed");
  }

  @Test
  void executeStatement_insertAndDelete_workOnOneItem() {
    execute("INSERT INTO music VALUE {'artist':'cure','year':1,'live':true,'none':null}");
    assertRefused(
        () -> execute("INSERT INTO music VALUE {'artist':'cure','year':1}"),
        DuplicateItemException.class,
        "Duplicate primary key exists in table");
    assertThat(
            execute("DELETE FROM music WHERE artist = 'cure' AND year = 1 RETURNING ALL OLD *")
                .items())
        .containsExactly(
            item(
                "artist",
                s("cure"),
                "live",
                bool(true),
                "none",
                AttributeValue.fromNul(true),
                "year",
                n(1)));
    assertThat(execute("DELETE FROM music WHERE artist = 'cure' AND year = 1").items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT * FROM | Statement wasn't well formed, can't be processed: SELECT * FROM",
        "SELECT * FROM music WHERE year = = 3 | Statement wasn't well formed, can't be processed: SELECT * FROM music WHERE year = = 3",
        "DROP TABLE music | Invalid operation. Only select, insert, update and delete operations are valid",
        "DELETE FROM music WHERE artist = 'abba' | Where clause does not contain a mandatory equality on all key attributes",
        "SELECT * FROM music WHERE year = ? | Number of parameters in request and statement don't match.",
        "SELECT * FROM music.none WHERE year = 1 | The table does not have the specified index: none",
        "EXISTS(SELECT * FROM music WHERE artist = 'abba' AND year = 1) | EXISTS can only be used in ExecuteTransaction write requests.",
        "SELECT * FROM music WHERE year = 1 e5 | Statement wasn't well formed, can't be processed: Unexpected token after expression",
        "INSERT INTO music t VALUE {'artist':'x'} | Statement wasn't well formed, can't be processed: Unexpected token after expression",
        "DELETE FROM music WHERE year = 1 ORDER BY year | Statement wasn't well formed, can't be processed: Unexpected token after expression",
        "SELECT * FROM music t WHERE year = 1 | Aliasing is not supported",
        "SELECT * FROM music AS t WHERE year = 1 | Aliasing is not supported",
        "UPDATE music t SET a = 3 WHERE year = 1 | Aliasing is not supported",
        "DELETE FROM music t WHERE year = 1 | Aliasing is not supported",
        "SELECT * FROM music WHERE year = 1e126 | Number overflow. Attempting to store a number with magnitude larger than supported range under root",
        "INSERT INTO music VALUE {'artist':'x', 'm':{'x':[1, 1e-131]}} | Number underflow. Attempting to store a number with magnitude smaller than supported range under root.x[1]",
        "SELECT * FROM music WHERE attribute_exists('genre') | Operator or function requires a document path; operator or function: attribute_exists",
        "SELECT * FROM music WHERE attribute_exists(genre, year) | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2",
        "SELECT * FROM music WHERE EXISTS(genre) | Unrecognized function: exists at 1:27:6",
        "SELECT size(genre) FROM music | Unexpected path component at 1:8:4",
        "UPDATE music SET t = set_add(ss, <<'x'>>) | The first argument to SET_ADD must equal the assignment value at 1:22:7",
        "UPDATE music SET ss = set_delete(ss, 'x') | The second argument to SET_DELETE must be a value with type SET at 1:34:2",
        "UPDATE music SET ss = set_add(ss) | SET_ADD must have exactly two arguments at 1:23:7",
        "UPDATE music SET ss = set_add(ss, <<'x', 'x'>>) | One or more parameter values were invalid: Input collection [x, x] contains duplicates.",
        "UPDATE music SET ss = set_add(ss, <<>>) | Empty bags are not supported",
        "INSERT INTO music VALUE {'artist':'x', 'ss':set_add(<<'a'>>)} | Unsupported data type: set_add under key root at 1:45:7"
      })
  void executeStatement_wrongStatement_isRefused(String statement, String message) {
    assertInvalid(() -> execute(statement), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e2147483648", "1.5e-2147483647", "1 # note", "1 /* note"})
  void executeStatement_unreadableValue_isRefused(String value) {
    assertInvalid(
        () -> execute("SELECT * FROM music WHERE year = " + value),
        "Statement wasn't well formed, can't be processed: ");
  }

  @Test
  void executeStatement_comments_areIgnored() {
    assertThat(
            execute("-- all\nSELECT * /* of */ FROM music -- in\nWHERE year = .2e1 /* * */ -- end")
                .items())
        .hasSize(1);
  }

  @Test
  void batchExecuteStatement_someFail_saysWhich() {
    List<BatchStatementResponse> read =
        dynamo
            .batchExecuteStatement(
                in ->
                    in.statements(
                        batched("SELECT genre FROM music WHERE artist = 'abba' AND year = 2"),
                        batched("SELECT * FROM music WHERE artist = 'abba'")))
            .responses();
    assertThat(read.get(0).item()).isEqualTo(item("genre", s("pop")));
    assertThat(read.get(1).error().message())
        .isEqualTo(
            "Select statements within BatchExecuteStatement must specify the primary key in the where clause.");

    List<BatchStatementResponse> written =
        dynamo
            .batchExecuteStatement(
                in ->
                    in.statements(
                        batched("INSERT INTO music VALUE {'artist':'blur','year':1}"),
                        batched("INSERT INTO music VALUE {'artist':'abba','year':1}")))
            .responses();
    assertThat(written.get(0).error()).isNull();
    assertThat(written.get(1).error().code()).isEqualTo(BatchStatementErrorCodeEnum.DUPLICATE_ITEM);
  }

  private static BatchStatementRequest batched(String statement) {
    return BatchStatementRequest.builder().statement(statement).build();
  }

  @Test
  void executeTransaction_writes_areMadeAllOrNone() {
    transact(
        "INSERT INTO music VALUE {'artist':'blur','year':1}",
        "UPDATE music SET plays = 3 WHERE artist = 'abba' AND year = 2",
        "EXISTS(SELECT * FROM music WHERE artist = 'abba' AND year = 1 AND genre = 'rock')");
    assertThat(years("artist = 'blur'")).containsExactly(1);

    assertThatExceptionOfType(TransactionCanceledException.class)
        .isThrownBy(
            () ->
                transact(
                    "DELETE FROM music WHERE artist = 'blur' AND year = 1",
                    "EXISTS(SELECT * FROM music WHERE artist = 'abba' AND year = 1 AND genre = 'pop')"))
        .satisfies(
            cancelled ->
                assertThat(cancelled.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("None", "ConditionalCheckFailed"));
    assertThat(
            transact(
                "SELECT plays FROM music WHERE artist = 'abba' AND year = 2",
                "SELECT * FROM music WHERE artist = 'none' AND year = 1"))
        .extracting(ItemResponse::item)
        .containsExactly(Map.of("plays", n(3)), Map.of());
  }

  private List<ItemResponse> transact(String... statements) {
    return dynamo
        .executeTransaction(
            in ->
                in.transactStatements(
                    Arrays.stream(statements)
                        .map(one -> ParameterizedStatement.builder().statement(one).build())
                        .toList()))
        .responses();
  }
}
