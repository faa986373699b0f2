package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.b;
import static io.robotocore.services.dynamodb.Given.bool;
import static io.robotocore.services.dynamodb.Given.item;
import static io.robotocore.services.dynamodb.Given.l;
import static io.robotocore.services.dynamodb.Given.m;
import static io.robotocore.services.dynamodb.Given.n;
import static io.robotocore.services.dynamodb.Given.ns;
import static io.robotocore.services.dynamodb.Given.s;
import static io.robotocore.services.dynamodb.Given.ss;
import static io.robotocore.services.dynamodb.Given.table;
import static io.robotocore.services.dynamodb.Invalids.assertInvalid;
import static io.robotocore.services.dynamodb.Invalids.assertInvalidValue;
import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.robotocore.junit5.AwsEmulator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** Single items: what can be in them, and what comes back. */
@AwsEmulator
final class ItemsTest {

  private final DynamoDbClient dynamo;

  ItemsTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeEach
  void createTables() {
    dynamo.createTable(table("users", "id:S").build());
    dynamo.createTable(table("events", "source:S", "at:N").build());
  }

  private void put(Map<String, AttributeValue> item) {
    dynamo.putItem(in -> in.tableName("users").item(item));
  }

  private void putValue(AttributeValue value) {
    put(item("id", s("a"), "v", value));
  }

  private Map<String, AttributeValue> get(String id) {
    return dynamo.getItem(in -> in.tableName("users").key(item("id", s(id)))).item();
  }

  @Test
  void getItem_everyType_comesBackAsItWasPut() {
    Map<String, AttributeValue> item =
        item(
            "id", s("a"),
            "text", s("grüße €😀"),
            "number", n("-12.5"),
            "bytes", b(0, 255, 7),
            "yes", bool(true),
            "nothing", AttributeValue.fromNul(true),
            "texts", ss("a", "b"),
            "numbers", ns(1, 2, 3),
            "binaries", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"))),
            "list", l(s("x"), n(1), l(), m()),
            "map", m("inner", m("deep", l(bool(false)))),
            "emptyText", s(""),
            "emptyBytes", b());
    put(item);

    assertThat(get("a")).isEqualTo(item);
    assertThat(dynamo.getItem(in -> in.tableName("users").key(item("id", s("b")))).hasItem())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1",
    "0.00, 0",
    "-0, 0",
    "+5, 5",
    "1E+5, 100000",
    "1e-3, 0.001",
    "12345678901234567890123456789012345678, 12345678901234567890123456789012345678",
    ".5, 0.5"
  })
  void putItem_number_isNormalised(String given, String stored) {
    putValue(n(given));

    assertThat(get("a").get("v").n()).isEqualTo(stored);
  }

  @Test
  void putItem_extremeNumbers_areKept() {
    putValue(n("9.9999999999999999999999999999999999999E+125"));
    assertThat(get("a").get("v").n())
        .hasSize(126)
        .startsWith("99999999999999999999999999999999999999000");

    putValue(n("-1E-130"));
    assertThat(get("a").get("v").n()).hasSize(133).startsWith("-0.000").endsWith("01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | The parameter cannot be converted to a numeric value",
        "1e99999999999 | Number overflow. Attempting to store a number with magnitude larger than supported range",
        "1e-99999999999 | Number underflow. Attempting to store a number with magnitude smaller than supported range",
        "abc | The parameter cannot be converted to a numeric value: abc",
        "' 1' | 'The parameter cannot be converted to a numeric value:  1'",
        "1234567890123456789012345678901234567.89 | Attempting to store more than 38 significant digits in a Number",
        "1E+126 | Number overflow. Attempting to store a number with magnitude larger than supported range",
        "1E-131 | Number underflow. Attempting to store a number with magnitude smaller than supported range"
      })
  void putItem_noNumber_isRefused(String number, String message) {
    assertInvalid(() -> putValue(n(number)), message);
    assertInvalid(() -> putValue(ns(number)), message);
  }

  @Test
  void putItem_sets_haveNoOrderAndNoDuplicates() {
    putValue(ns(3, "1.0", 2));
    assertThat(get("a").get("v").ns()).containsExactlyInAnyOrder("1", "2", "3");

    assertInvalid(() -> putValue(ns("1", "1.0")), "Input collection contains duplicates");
    assertInvalidValue(
        () -> putValue(ss("a", "a")), "Input collection [a, a] contains duplicates.");
    assertInvalidValue(() -> putValue(ss()), "An string set  may not be empty");
    assertInvalidValue(() -> putValue(ns()), "An number set  may not be empty");
  }

  @Test
  void putItem_noValueOrTwo_isRefused() {
    assertInvalid(
        () -> putValue(AttributeValue.builder().build()),
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    assertInvalid(
        () -> putValue(AttributeValue.builder().s("a").n("1").build()),
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");
    assertInvalidValue(
        () -> putValue(AttributeValue.fromNul(false)),
        "Null attribute value types must have the value of true");
  }

  @Test
  void putItem_wrongKey_isRefused() {
    assertInvalidValue(() -> put(item("x", s("y"))), "Missing the key id in the item");
    assertInvalidValue(
        () -> put(item("id", n(1))), "Type mismatch for key id expected: S actual: N");
    assertInvalid(
        () -> put(item("id", s(""))),
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: id");
    assertInvalidValue(
        () -> put(item("id", s("x".repeat(2049)))),
        "Size of hashkey has exceeded the maximum size limit of2048 bytes");
    put(item("id", s("x".repeat(2048))));
  }

  @Test
  void getItem_wrongKey_isRefused() {
    for (Map<String, AttributeValue> key :
        List.of(item(), item("id", n(1)), item("id", s("a"), "x", s("y")), item("x", s("a")))) {
      assertInvalid(
          () -> dynamo.getItem(in -> in.tableName("users").key(key)),
          "The provided key element does not match the schema");
    }
  }

  @Test
  void anyOperation_noSuchTable_isNotFound() {
    assertRefused(
        () -> dynamo.getItem(in -> in.tableName("none").key(item("id", s("a")))),
        ResourceNotFoundException.class,
        "Requested resource not found");
    assertRefused(
        () -> dynamo.putItem(in -> in.tableName("none").item(item("id", s("a")))),
        ResourceNotFoundException.class,
        "Requested resource not found");
  }

  @Test
  void putItem_tooLarge_isRefused() {
    putValue(s("x".repeat(409_600 - 4)));

    assertInvalid(
        () -> putValue(s("x".repeat(409_600 - 3))),
        "Item size has exceeded the maximum allowed size");
  }

  @Test
  void putItem_tooDeep_isRefused() {
    AttributeValue deep = s("x");
    for (int i = 0; i < 31; i++) {
      deep = l(deep);
    }
    putValue(deep);

    AttributeValue deeper = l(deep);
    assertInvalid(
        () -> putValue(deeper),
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
  }

  @Test
  void putItem_again_replacesTheItem() {
    put(item("id", s("a"), "x", n(1)));

    assertThat(
            dynamo
                .putItem(
                    in ->
                        in.tableName("users")
                            .item(item("id", s("a"), "y", n(2)))
                            .returnValues(ReturnValue.ALL_OLD))
                .attributes())
        .isEqualTo(item("id", s("a"), "x", n(1)));
    assertThat(get("a")).isEqualTo(item("id", s("a"), "y", n(2)));
  }

  @Test
  void putItem_returnValues_canBeOldOnly() {
    assertInvalid(
        () ->
            dynamo.putItem(
                in ->
                    in.tableName("users")
                        .item(item("id", s("a")))
                        .returnValues(ReturnValue.ALL_NEW)),
        "ReturnValues can only be ALL_OLD or NONE");
  }

  @Test
  void deleteItem_item_isGone() {
    put(item("id", s("a"), "x", n(1)));

    assertThat(
            dynamo
                .deleteItem(
                    in ->
                        in.tableName("users")
                            .key(item("id", s("a")))
                            .returnValues(ReturnValue.ALL_OLD))
                .attributes())
        .isEqualTo(item("id", s("a"), "x", n(1)));
    assertThat(get("a")).isEmpty();
    assertThat(
            dynamo
                .deleteItem(
                    in ->
                        in.tableName("users")
                            .key(item("id", s("a")))
                            .returnValues(ReturnValue.ALL_OLD))
                .hasAttributes())
        .isFalse();
  }

  @Test
  void putItem_conditionFails_showsTheItemIfAsked() {
    put(item("id", s("a"), "x", n(1)));

    assertThatExceptionOfType(ConditionalCheckFailedException.class)
        .isThrownBy(
            () ->
                dynamo.putItem(
                    in ->
                        in.tableName("users")
                            .item(item("id", s("a")))
                            .conditionExpression("attribute_not_exists(id)")
                            .returnValuesOnConditionCheckFailure(
                                ReturnValuesOnConditionCheckFailure.ALL_OLD)))
        .satisfies(
            refused -> {
              assertThat(refused.item()).isEqualTo(item("id", s("a"), "x", n(1)));
              assertThat(refused.awsErrorDetails().errorMessage())
                  .isEqualTo("The conditional request failed");
            });
    assertThat(get("a")).containsKey("x");
  }

  @Test
  void getItem_numberKeys_areEqualByValue() {
    dynamo.putItem(
        in -> in.tableName("events").item(item("source", s("x"), "at", n("10"), "v", n(1))));

    assertThat(
            dynamo
                .getItem(in -> in.tableName("events").key(item("source", s("x"), "at", n("1E1"))))
                .item())
        .containsEntry("v", n(1));
  }
}
