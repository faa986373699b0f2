package io.robotocore.services.dynamodb;

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

import io.robotocore.junit5.AwsEmulator;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalOperator;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Conditions, updates and projections.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html">expressions</a>
 */
@AwsEmulator
final class ExpressionsTest {

  private static final Map<String, AttributeValue> KEY = item("id", s("a"));

  /** What every test has at hand, as far as its expression uses it. */
  private static final Map<String, AttributeValue> VALUES =
      item(
          ":one",
          n(1),
          ":two",
          n(2),
          ":five",
          n(5),
          ":text",
          s("text"),
          ":te",
          s("te"),
          ":list",
          l(n(9)),
          ":set",
          ss("x", "y"),
          ":numbers",
          ns(2, 3),
          ":yes",
          bool(true),
          ":S",
          s("S"),
          ":wrong",
          s("Q"),
          ":map",
          m("k", n(1)));

  private final DynamoDbClient dynamo;

  ExpressionsTest(DynamoDbClient dynamo) {
    this.dynamo = dynamo;
  }

  @BeforeEach
  void createTable() {
    dynamo.createTable(table("things", "id:S").build());
    dynamo.putItem(
        in ->
            in.tableName("things")
                .item(
                    item(
                        "id", s("a"),
                        "num", n(5),
                        "txt", s("text"),
                        "lst", l(n(1), n(2), n(3)),
                        "doc", m("nest", m("deep", s("x")), "lst", l(m("k", n(7)))),
                        "tags", ss("x", "y", "z"),
                        "flag", bool(true))));
  }

  private static Map<String, AttributeValue> used(String expression) {
    Map<String, AttributeValue> used = new HashMap<>();
    VALUES.forEach(
        (name, value) -> {
          if (expression.matches("(?s).*" + name + "\\b.*")) {
            used.put(name, value);
          }
        });
    return used;
  }

  private boolean holds(String condition) {
    try {
      check(condition);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private void check(String condition) {
    dynamo.updateItem(
        in -> {
          in.tableName("things").key(KEY).conditionExpression(condition);
          if (!used(condition).isEmpty()) {
            in.expressionAttributeValues(used(condition));
          }
        });
  }

  private UpdateItemResponse update(String expression, ReturnValue returned) {
    return dynamo.updateItem(
        in -> {
          in.tableName("things").key(KEY).updateExpression(expression).returnValues(returned);
          if (!used(expression).isEmpty()) {
            in.expressionAttributeValues(used(expression));
          }
        });
  }

  private Map<String, AttributeValue> updated(String expression) {
    return update(expression, ReturnValue.ALL_NEW).attributes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "num = :five",
        "num <> :one",
        "num > :one AND num <= :five",
        "num BETWEEN :one AND :five",
        "num IN (:one, :five)",
        "nope <> :one",
        "NOT nope = :one",
        "NOT num < :one",
        "attribute_exists(doc.nest.deep) and attribute_not_exists(doc.nest.nope)",
        "attribute_type(txt, :S)",
        "begins_with(txt, :te)",
        "contains(txt, :te)",
        "contains(tags, doc.nest.deep)",
        "contains(lst, :two)",
        "size(lst) > :two",
        "size(txt) < :five",
        "doc.lst[0].k > num",
        "(num = :one OR num = :five) AND flag = :yes",
        "num = :one OR num = :two OR num = :five",
        ":five = num",
        "lst[1] = :two"
      })
  void updateItem_conditionHolds_isDone(String condition) {
    assertThat(holds(condition)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "num = :text",
        "num < :text",
        "nope < :one",
        "nope = :one",
        "attribute_exists(lst[3])",
        "attribute_type(num, :S)",
        "begins_with(num, :te)",
        "contains(txt, :wrong)",
        "NOT num = :five",
        "num = :five AND num = :one",
        "size(num) > :one",
        "tags = :set"
      })
  void updateItem_conditionDoesNotHold_isRefused(String condition) {
    assertThat(holds(condition)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "num | Syntax error; token: \"<EOF>\", near: \"num\"",
        "num = | Syntax error; token: \"<EOF>\", near: \"=\"",
        "num = :one or or | Syntax error; token: \"or\", near: \"or or\"",
        "num[0 = :one | Syntax error; token: \"=\", near: \"0 = :one\"",
        "num ! :one | Syntax error; token: \"!\", near: \"num ! :one\"",
        "((num = :one)) | The expression has redundant parentheses;",
        "name = :one | Attribute name is a reserved keyword; reserved keyword: name",
        "num = :none | An expression attribute value used in expression is not defined; attribute value: :none",
        "#none = :one | An expression attribute name used in the document path is not defined; attribute name: #none",
        "num = num | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [num]",
        "foo(num) | Invalid function name; function: foo",
        "size(num) | The function is not allowed to be used this way in an expression; function: size",
        "contains(num, :one) = :one | The function is not allowed to be used this way in an expression; function: contains",
        "list_append(num, :one) = :one | The function is not allowed in a condition expression; function: list_append",
        "attribute_exists(:one) | Operator or function requires a document path; operator or function: attribute_exists",
        "attribute_exists(num, txt) | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2",
        "begins_with(num, :one) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
        "attribute_type(num, :wrong) | Invalid attribute type name found; type: Q, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}",
        "num < :yes | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
        "num BETWEEN :five AND :one | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {N:1}",
        "num BETWEEN :one AND :text | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:text}"
      })
  void updateItem_wrongCondition_isRefusedInAwsWords(String condition, String message) {
    assertInvalid(() -> check(condition), "Invalid ConditionExpression: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "set | Syntax error; token: \"<EOF>\", near: \"set\"",
        "set num = :one + :one + :one | Syntax error; token: \"+\", near: \":one + :one\"",
        "set num = :one, num = :two | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [num], path two: [num]",
        "set doc = :one, doc.nest = :two | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [doc], path two: [doc, nest]",
        "set doc.x = :one, doc[0] = :two | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [doc, x], path two: [doc, [0]]",
        "set num = :one set txt = :two | The \"SET\" section can only be used once in an update expression;",
        "add num :text | Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND",
        "delete num :one | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND",
        "set num = :text + :one | Incorrect operand type for operator or function; operator or function: +, operand type: S",
        "set num = list_append(:one, :list) | Incorrect operand type for operator or function; operator or function: list_append, operand type: N",
        "set num = if_not_exists(:one, :two) | Operator or function requires a document path; operator or function: if_not_exists",
        "set num = size(txt) | The function is not allowed in an update expression; function: size",
        "set status = :one | Attribute name is a reserved keyword; reserved keyword: status"
      })
  void updateItem_wrongUpdate_isRefusedInAwsWords(String update, String message) {
    assertInvalid(() -> updated(update), "Invalid UpdateExpression: " + message);
  }

  @Test
  void updateItem_updateThatDoesNotFitTheItem_isRefused() {
    assertInvalid(
        () -> updated("set x = nope"),
        "The provided expression refers to an attribute that does not exist in the item");
    assertInvalid(
        () -> updated("set txt.x = :one"),
        "The document path provided in the update expression is invalid for update");
    assertInvalid(
        () -> updated("remove nope.x"),
        "The document path provided in the update expression is invalid for update");
    assertInvalid(
        () -> updated("set num = txt + :one"),
        "An operand in the update expression has an incorrect data type");
    assertInvalid(
        () -> updated("add txt :one"),
        "An operand in the update expression has an incorrect data type");
    assertInvalidValue(
        () -> updated("set id = :text"),
        "Cannot update attribute id. This attribute is part of the key");
  }

  @Test
  void updateItem_set_takesValuesOfTheItemBefore() {
    assertThat(updated("set num = num + :one, oth = num - :two, third = :five - num"))
        .containsEntry("num", n(6))
        .containsEntry("oth", n(3))
        .containsEntry("third", n(0));
  }

  @Test
  void updateItem_setFunctions_takeDefaultsAndAppend() {
    assertThat(
            updated(
                "set cnt = if_not_exists(cnt, :one) + :two, num = if_not_exists(num, :one),"
                    + " lst = list_append(:list, lst)"))
        .containsEntry("cnt", n(3))
        .containsEntry("num", n(5))
        .containsEntry("lst", l(n(9), n(1), n(2), n(3)));
  }

  @Test
  void updateItem_elementsOfLists_keepTheirIndexesWithinAnUpdate() {
    assertThat(updated("set lst[1] = :text, lst[9] = :one, lst[7] = :two remove lst[0]"))
        .containsEntry("lst", l(s("text"), n(3), n(2), n(1)));
  }

  @Test
  void updateItem_nestedPaths_areSetAndRemoved() {
    assertThat(
            updated("set doc.nest.deep = :one, doc.lst[0].k = :two, doc.fresh = :map").get("doc"))
        .isEqualTo(m("nest", m("deep", n(1)), "lst", l(m("k", n(2))), "fresh", m("k", n(1))));
    assertThat(updated("remove doc.nest, doc.lst[0]").get("doc"))
        .isEqualTo(m("lst", l(), "fresh", m("k", n(1))));
  }

  @Test
  void updateItem_addAndDelete_changeNumbersAndSets() {
    assertThat(updated("add num :two, cnt :five, fresh :numbers delete tags :set, nope :set"))
        .containsEntry("num", n(7))
        .containsEntry("cnt", n(5))
        .containsEntry("fresh", ns(2, 3))
        .containsEntry("tags", ss("z"))
        .doesNotContainKey("nope");
    assertThat(updated("delete fresh :numbers")).doesNotContainKey("fresh");
  }

  @Test
  void updateItem_noItem_makesOne() {
    assertThat(
            dynamo
                .updateItem(
                    in ->
                        in.tableName("things")
                            .key(item("id", s("b")))
                            .updateExpression("set v = :one")
                            .expressionAttributeValues(Map.of(":one", n(1)))
                            .returnValues(ReturnValue.ALL_NEW))
                .attributes())
        .isEqualTo(item("id", s("b"), "v", n(1)));
  }

  @Test
  void updateItem_returnValues_showWhatIsWanted() {
    assertThat(update("set doc.nest.deep = :one, x = :two", ReturnValue.UPDATED_OLD).attributes())
        .isEqualTo(item("doc", m("nest", m("deep", s("x")))));
    assertThat(update("set doc.nest.deep = :text, x = :one", ReturnValue.UPDATED_NEW).attributes())
        .isEqualTo(item("doc", m("nest", m("deep", s("text"))), "x", n(1)));
    assertThat(update("remove doc, x", ReturnValue.ALL_OLD).attributes())
        .containsEntry("x", n(1))
        .containsKey("txt");
    assertThat(update("set x = :one", ReturnValue.NONE).hasAttributes()).isFalse();
  }

  @Test
  void updateItem_numberOverflow_isRefused() {
    updated("set num = :five");
    dynamo.updateItem(
        in ->
            in.tableName("things")
                .key(KEY)
                .updateExpression("set num = :max")
                .expressionAttributeValues(Map.of(":max", n("9.9E+125"))));

    assertInvalid(
        () ->
            dynamo.updateItem(
                in ->
                    in.tableName("things")
                        .key(KEY)
                        .updateExpression("add num :max")
                        .expressionAttributeValues(Map.of(":max", n("9.9E+125")))),
        "Number overflow. Attempting to store a number with magnitude larger than supported range");
  }

  @Test
  void getItem_projection_showsPaths() {
    assertThat(
            dynamo
                .getItem(
                    in ->
                        in.tableName("things")
                            .key(KEY)
                            .projectionExpression(
                                "num, doc.#i.deep, lst[2], lst[0], nope, doc.lst[0]")
                            .expressionAttributeNames(Map.of("#i", "nest")))
                .item())
        .isEqualTo(
            item(
                "num", n(5),
                "doc", m("nest", m("deep", s("x")), "lst", l(m("k", n(7)))),
                "lst", l(n(1), n(3))));
  }

  @Test
  void anyExpression_placeholders_mustBeRightAndUsed() {
    assertInvalid(
        () ->
            dynamo.getItem(
                in ->
                    in.tableName("things")
                        .key(KEY)
                        .projectionExpression("num")
                        .expressionAttributeNames(Map.of("#x", "y"))),
        "Value provided in ExpressionAttributeNames unused in expressions: keys: {#x}");
    assertInvalid(
        () ->
            dynamo.putItem(
                in ->
                    in.tableName("things")
                        .item(KEY)
                        .conditionExpression("num = :one")
                        .expressionAttributeValues(Map.of(":one", n(1), ":two", n(2)))),
        "Value provided in ExpressionAttributeValues unused in expressions: keys: {:two}");
    assertInvalid(
        () ->
            dynamo.putItem(
                in ->
                    in.tableName("things")
                        .item(KEY)
                        .expressionAttributeValues(Map.of(":one", n(1)))),
        "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null");
    assertInvalid(
        () ->
            dynamo.putItem(
                in ->
                    in.tableName("things")
                        .item(KEY)
                        .conditionExpression("num = :one")
                        .expressionAttributeValues(Map.of("one", n(1)))),
        "ExpressionAttributeValues contains invalid key: Syntax error; key: \"one\"");
  }

  @Test
  void putItem_expectedAndExpression_cannotBeMixed() {
    assertInvalid(
        () ->
            dynamo.putItem(
                in ->
                    in.tableName("things")
                        .item(KEY)
                        .conditionExpression("attribute_exists(id)")
                        .expected(
                            Map.of("x", ExpectedAttributeValue.builder().exists(false).build()))),
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}");
  }

  @Test
  void updateItem_legacyParameters_workAsBefore() {
    Map<String, AttributeValue> after =
        dynamo
            .updateItem(
                in ->
                    in.tableName("things")
                        .key(KEY)
                        .expected(
                            Map.of(
                                "num", ExpectedAttributeValue.builder().value(n(5)).build(),
                                "nope", ExpectedAttributeValue.builder().value(n(1)).build()))
                        .conditionalOperator(ConditionalOperator.OR)
                        .attributeUpdates(
                            Map.of(
                                "num", change(AttributeAction.ADD, n(2)),
                                "txt", change(AttributeAction.PUT, s("new")),
                                "tags", change(AttributeAction.DELETE, ss("x")),
                                "lst", AttributeValueUpdate.builder().action("DELETE").build()))
                        .returnValues(ReturnValue.ALL_NEW))
            .attributes();

    assertThat(after)
        .containsEntry("num", n(7))
        .containsEntry("txt", s("new"))
        .containsEntry("tags", ss("y", "z"))
        .doesNotContainKey("lst");
    assertRefused(
        () ->
            dynamo.deleteItem(
                in ->
                    in.tableName("things")
                        .key(KEY)
                        .expected(
                            Map.of("num", ExpectedAttributeValue.builder().exists(false).build()))),
        ConditionalCheckFailedException.class,
        "The conditional request failed");
  }

  private static AttributeValueUpdate change(AttributeAction action, AttributeValue value) {
    return AttributeValueUpdate.builder().action(action).value(value).build();
  }
}
