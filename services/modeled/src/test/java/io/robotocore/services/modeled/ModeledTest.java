package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.Fidelity;
import io.robotocore.Snapshot;
import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Region;
import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.Database;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetDatabasesResponse;
import software.amazon.awssdk.services.glue.model.GlueException;
import software.amazon.awssdk.services.glue.model.InvalidInputException;
import software.amazon.awssdk.services.glue.model.Table;

/** What is common to all modeled services, shown by some of them. */
@AwsEmulator
final class ModeledTest {

  private static void create(GlueClient glue, String name) {
    glue.createDatabase(create -> create.databaseInput(input -> input.name(name).description("d")));
  }

  @Test
  void create_thenDescribe_givesBackWhatWasPut(GlueClient glue) {
    create(glue, "sales");
    Database database = glue.getDatabase(get -> get.name("sales")).database();
    assertThat(database.name()).isEqualTo("sales");
    assertThat(database.description()).isEqualTo("d");
    assertThat(database.createTime()).isNotNull();
    assertThat(database.catalogId()).isEqualTo("123456789012");
  }

  @Test
  void create_twice_isAConflictInTheWordsOfTheService(GlueClient glue) {
    create(glue, "sales");
    assertThatThrownBy(() -> create(glue, "sales")).isInstanceOf(AlreadyExistsException.class);
  }

  @Test
  void describe_ofNothing_failsInTheWordsOfTheService(GlueClient glue) {
    assertThatThrownBy(() -> glue.getDatabase(get -> get.name("none")))
        .isInstanceOf(EntityNotFoundException.class)
        .hasMessageContaining("Database none not found");
  }

  @Test
  void child_ofNothing_isRefused(GlueClient glue) {
    assertThatThrownBy(
            () ->
                glue.createTable(
                    create -> create.databaseName("none").tableInput(input -> input.name("t"))))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void children_ofTwoParents_areApart_andGoWithTheirs(GlueClient glue) {
    for (String database : List.of("one", "two")) {
      create(glue, database);
      glue.createTable(
          create ->
              create.databaseName(database).tableInput(input -> input.name("t").owner(database)));
    }
    assertThat(glue.getTables(get -> get.databaseName("one")).tableList())
        .extracting(Table::owner)
        .containsExactly("one");
    glue.deleteDatabase(delete -> delete.name("one"));
    create(glue, "one");
    assertThat(glue.getTables(get -> get.databaseName("one")).tableList()).isEmpty();
    assertThat(glue.getTables(get -> get.databaseName("two")).tableList()).hasSize(1);
  }

  @Test
  void update_changesWhatIsDescribed(GlueClient glue) {
    create(glue, "sales");
    glue.updateDatabase(
        update ->
            update.name("sales").databaseInput(input -> input.name("sales").description("other")));
    assertThat(glue.getDatabase(get -> get.name("sales")).database().description())
        .isEqualTo("other");
  }

  @Test
  void list_comesInPages_andRefusesTokensOfNoList(GlueClient glue) {
    for (int i = 0; i < 5; i++) {
      create(glue, "db" + i);
    }
    GetDatabasesResponse first = glue.getDatabases(get -> get.maxResults(2));
    assertThat(first.databaseList()).hasSize(2);
    assertThat(
            glue.getDatabasesPaginator(get -> get.maxResults(2)).stream()
                .flatMap(page -> page.databaseList().stream()))
        .extracting(Database::name)
        .containsExactly("db0", "db1", "db2", "db3", "db4");
    assertThatThrownBy(() -> glue.getDatabases(get -> get.nextToken("no token")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void tags_atCreationAndLater_areTold(GlueClient glue) {
    glue.createDatabase(
        create -> create.databaseInput(input -> input.name("sales")).tags(Map.of("a", "1")));
    String arn = "arn:aws:glue:us-east-1:123456789012:database/sales";
    glue.tagResource(tag -> tag.resourceArn(arn).tagsToAdd(Map.of("b", "2")));
    glue.untagResource(untag -> untag.resourceArn(arn).tagsToRemove("a"));
    assertThat(glue.getTags(get -> get.resourceArn(arn)).tags()).isEqualTo(Map.of("b", "2"));
  }

  @Test
  void delete_takesItAway(GlueClient glue) {
    create(glue, "sales");
    glue.deleteDatabase(delete -> delete.name("sales"));
    assertThatThrownBy(() -> glue.deleteDatabase(delete -> delete.name("sales")))
        .isInstanceOf(EntityNotFoundException.class);
  }

  @Test
  void otherAccountsAndRegions_seeNothing(
      GlueClient glue,
      @Account("222222222222") GlueClient stranger,
      @Region("eu-west-1") GlueClient elsewhere) {
    create(glue, "sales");
    assertThat(stranger.getDatabases(all -> {}).databaseList()).isEmpty();
    assertThat(elsewhere.getDatabases(all -> {}).databaseList()).isEmpty();
  }

  @Test
  void snapshot_restored_hasWhatItHad(GlueClient glue, Emulator emulator) {
    create(glue, "sales");
    Snapshot before = emulator.snapshot();
    glue.deleteDatabase(delete -> delete.name("sales"));
    emulator.restore(before);
    assertThat(glue.getDatabases(all -> {}).databaseList()).hasSize(1);
  }

  @Test
  void input_againstTheModel_isRefused(GlueClient glue) {
    assertThatThrownBy(() -> glue.getDatabase(get -> get.name("")))
        .isInstanceOfSatisfying(
            GlueException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
              assertThat(e.awsErrorDetails().errorMessage()).contains("'name'");
            });
  }

  @Test
  void answers_sayWhatTheyAreWorth(GlueClient glue, Emulator emulator) {
    assertThat(
            glue.getDatabases(all -> {})
                .sdkHttpResponse()
                .firstMatchingHeader("x-robotocore-fidelity"))
        .contains("modeled");
    assertThat(emulator.calls().get(0).fidelity()).isEqualTo(Fidelity.MODELED);
  }

  @Test
  void computation_isNotPretended(GlueClient glue) {
    assertThatThrownBy(
            () ->
                glue.checkSchemaVersionValidity(
                    check -> check.dataFormat("JSON").schemaDefinition("{}")))
        .isInstanceOfSatisfying(
            GlueException.class, e -> assertThat(e.statusCode()).isEqualTo(501));
  }

  @Test
  void strict_refusesWhatHasNoMeaning() {
    OperationModel operation =
        AwsModels.load()
            .service("autoscaling")
            .orElseThrow()
            .operation("DescribeAdjustmentTypes")
            .orElseThrow();
    try (Emulator lenient = Emulator.start();
        Emulator strict = Emulator.builder().strict(true).start()) {
      DocumentClient.Answer answer =
          new DocumentClient(lenient.httpClient(), "111111111111", "us-east-1")
              .call(operation, Map.of());
      assertThat(answer.fidelity()).isEqualTo("synthesized");
      assertThat(
              new DocumentClient(strict.httpClient(), "111111111111", "us-east-1")
                  .call(operation, Map.of())
                  .status())
          .isEqualTo(501);
    }
  }

  @Test
  void tags_ofAwsOrTooMany_areRefused(GlueClient glue) {
    create(glue, "sales");
    String arn = "arn:aws:glue:us-east-1:123456789012:database/sales";
    Map<String, String> many =
        IntStream.range(0, 50).boxed().collect(Collectors.toMap(i -> "key" + i, i -> ""));
    glue.tagResource(tag -> tag.resourceArn(arn).tagsToAdd(many));

    assertThatThrownBy(
            () -> glue.tagResource(tag -> tag.resourceArn(arn).tagsToAdd(Map.of("one", "more"))))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at most 50 tags");
    assertThatThrownBy(
            () ->
                glue.createDatabase(
                    create ->
                        create.databaseInput(in -> in.name("other")).tags(Map.of("AWS:x", "y"))))
        .isInstanceOf(GlueException.class)
        .hasMessageContaining("reserved for system use");
    assertThat(glue.getTags(get -> get.resourceArn(arn)).tags()).isEqualTo(many);
    assertThat(glue.getDatabases(all -> {}).databaseList()).hasSize(1);
  }
}
