package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Transport;
import io.robotocore.junit5.AwsEmulator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Random updates, projections and filters agree with a simple evaluation. */
@AwsEmulator(transport = Transport.IN_PROCESS)
final class RandomMeaningsTest {

  private final DynamoDbClient dynamo;

  RandomMeaningsTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeEach
  void createTable() {
    dynamo.createTable(table("things", "id:S").build());
  }

  @Test
  void updates_ofRandomItems_meanWhatTheyMean() {
    Random random = new Random(20260202);
    int done = 0;
    for (int i = 0; i < 600; i++) {
      RandomUpdates update = new RandomUpdates(random);
      Map<String, AttributeValue> item = update.attributes();
      item.put("id", s("a"));
      dynamo.putItem(in -> in.tableName("things").item(item));
      Optional<Object> expected = meaning(update, item);
      Optional<Object> actual = updated(update);

      assertThat(actual)
          .as("%s with %s of %s", update.text(), update.values(), item)
          .isEqualTo(expected);
      done += actual.isPresent() ? 1 : 0;
    }
    assertThat(done).isBetween(180, 480);
  }

  private static Optional<Object> meaning(RandomUpdates update, Map<String, AttributeValue> item) {
    try {
      return Optional.of(normal(update.of(item)));
    } catch (RandomUpdates.Impossible e) {
      return Optional.empty();
    }
  }

  private static Object normal(Map<String, AttributeValue> item) {
    return RandomConditions.normal(AttributeValue.fromM(item));
  }

  /** The item afterwards, as the answer and the table have it; none if it was refused. */
  private Optional<Object> updated(RandomUpdates update) {
    try {
      Map<String, AttributeValue> answered =
          dynamo
              .updateItem(
                  in ->
                      in.tableName("things")
                          .key(item("id", s("a")))
                          .updateExpression(update.text())
                          .expressionAttributeValues(
                              update.values().isEmpty() ? null : update.values())
                          .returnValues(ReturnValue.ALL_NEW))
              .attributes();
      assertThat(dynamo.getItem(in -> in.tableName("things").key(item("id", s("a")))).item())
          .isEqualTo(answered);
      return Optional.of(normal(answered));
    } catch (DynamoDbException e) {
      assertThat(e.statusCode()).as(update.text()).isEqualTo(400);
      return Optional.empty();
    }
  }

  @Test
  void projections_ofRandomItems_showWhatTheyMean() {
    Random random = new Random(20260303);
    RandomProjections projections = new RandomProjections(random);
    for (int i = 0; i < 300; i++) {
      Map<String, AttributeValue> item =
          item(
              "id", s("a"),
              "aa", projections.value(3),
              "bb", projections.value(3),
              "cc", projections.value(2));
      dynamo.putItem(in -> in.tableName("things").item(item));
      List<List<Object>> paths = projections.paths();
      String text = RandomProjections.text(paths);

      assertThat(
              dynamo
                  .getItem(
                      in ->
                          in.tableName("things").key(item("id", s("a"))).projectionExpression(text))
                  .item())
          .as("%s of %s", text, item)
          .isEqualTo(RandomProjections.shown(item, paths));
    }
  }

  @Test
  void filters_ofRandomItems_letThroughWhatTheyMean() {
    Random random = new Random(20260404);
    Map<String, Map<String, AttributeValue>> items = new LinkedHashMap<>();
    for (int i = 0; i < 40; i++) {
      Map<String, AttributeValue> item = new RandomConditions(random).attributes();
      item.put("id", s("item" + i));
      items.put("item" + i, item);
      dynamo.putItem(in -> in.tableName("things").item(item));
    }
    for (int i = 0; i < 120; i++) {
      RandomConditions conditions = new RandomConditions(random);
      RandomConditions.Meaning filter = conditions.condition(random.nextInt(3));
      Map<String, AttributeValue> values =
          RandomConditions.used(conditions.values(), filter.text());
      List<String> expected =
          items.entrySet().stream()
              .filter(item -> filter.test().test(item.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      List<String> found = new ArrayList<>();
      dynamo
          .scan(
              in ->
                  in.tableName("things")
                      .filterExpression(filter.text())
                      .expressionAttributeValues(values.isEmpty() ? null : values))
          .items()
          .forEach(item -> found.add(item.get("id").s()));

      assertThat(found)
          .as("%s with %s", filter.text(), values)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
