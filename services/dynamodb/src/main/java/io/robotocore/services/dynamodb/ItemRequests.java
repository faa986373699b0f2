package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.Write.Precondition;
import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.Expressions;
import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.expression.Placeholders;
import io.robotocore.services.dynamodb.expression.Projection;
import io.robotocore.services.dynamodb.expression.Update;
import io.robotocore.services.dynamodb.expression.Updates;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Reads the requests about single items: their expressions, or what there was before those. */
final class ItemRequests {

  private ItemRequests() {}

  static Projection projection(GetItemRequest in) {
    if (in.projectionExpression() == null
        && !in.hasAttributesToGet()
        && !in.hasExpressionAttributeNames()) {
      return Projection.EVERYTHING;
    }
    new Requests.Parameters()
        .other("AttributesToGet", in.hasAttributesToGet())
        .expression("ProjectionExpression", in.projectionExpression())
        .check(in.hasExpressionAttributeNames(), false, "");
    if (in.hasAttributesToGet()) {
      return attributes(in.attributesToGet());
    }
    return projection(in.projectionExpression(), in.expressionAttributeNames());
  }

  /** The only expression of a request, a projection. */
  static Projection projection(String expression, Map<String, String> names) {
    Placeholders placeholders = Requests.placeholders(names);
    Projection projection = Expressions.projection(expression, placeholders);
    placeholders.checkUsed();
    return projection;
  }

  /** The projection of the older parameter. */
  static Projection attributes(List<String> names) {
    if (new HashSet<>(names).size() < names.size()) {
      throw Invalid.parameter("Duplicate value in attribute name: " + duplicate(names));
    }
    return Projection.of(names.stream().map(Path::of).toList());
  }

  private static String duplicate(List<String> names) {
    return names.stream()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .findFirst()
        .orElse("");
  }

  static Write put(PutItemRequest in) {
    new Requests.Parameters()
        .other("Expected", in.hasExpected())
        .other("ConditionalOperator", in.conditionalOperator() != null)
        .expression("ConditionExpression", in.conditionExpression())
        .check(
            in.hasExpressionAttributeNames(),
            in.hasExpressionAttributeValues(),
            "ConditionExpression is null");
    Document item = Requests.item(in.item());
    Condition condition =
        in.conditionExpression() == null
            ? LegacyConditions.expected(
                in.expected(), Optional.ofNullable(in.conditionalOperator()))
            : condition(
                in.conditionExpression(),
                Requests.placeholders(
                    in.expressionAttributeNames(), in.expressionAttributeValues()));
    return new Write(
        in.tableName(),
        item,
        precondition(condition, in.returnValuesOnConditionCheckFailure()),
        new Mutation.Put(item));
  }

  static Precondition precondition(
      Condition condition, @Nullable ReturnValuesOnConditionCheckFailure wanted) {
    return condition == Conditions.ALWAYS
        ? Precondition.NONE
        : new Precondition(condition, wanted == ReturnValuesOnConditionCheckFailure.ALL_OLD);
  }

  /** The only expression of a request, a condition. */
  static Condition condition(String expression, Placeholders placeholders) {
    Condition condition = Expressions.condition("ConditionExpression", expression, placeholders);
    placeholders.checkUsed();
    return condition;
  }

  static Write delete(DeleteItemRequest in) {
    new Requests.Parameters()
        .other("Expected", in.hasExpected())
        .other("ConditionalOperator", in.conditionalOperator() != null)
        .expression("ConditionExpression", in.conditionExpression())
        .check(
            in.hasExpressionAttributeNames(),
            in.hasExpressionAttributeValues(),
            "ConditionExpression is null");
    Document key = Attributes.read(in.key());
    Condition condition =
        in.conditionExpression() == null
            ? LegacyConditions.expected(
                in.expected(), Optional.ofNullable(in.conditionalOperator()))
            : condition(
                in.conditionExpression(),
                Requests.placeholders(
                    in.expressionAttributeNames(), in.expressionAttributeValues()));
    return new Write(
        in.tableName(),
        key,
        precondition(condition, in.returnValuesOnConditionCheckFailure()),
        new Mutation.Remove());
  }

  static Write update(UpdateItemRequest in) {
    new Requests.Parameters()
        .other("AttributeUpdates", in.hasAttributeUpdates())
        .other("Expected", in.hasExpected())
        .other("ConditionalOperator", in.conditionalOperator() != null)
        .expression("UpdateExpression", in.updateExpression())
        .expression("ConditionExpression", in.conditionExpression())
        .check(
            in.hasExpressionAttributeNames(),
            in.hasExpressionAttributeValues(),
            "UpdateExpression is null");
    Document key = Attributes.read(in.key());
    if (in.updateExpression() != null || in.conditionExpression() != null) {
      return expressed(in, key);
    }
    Condition condition =
        LegacyConditions.expected(in.expected(), Optional.ofNullable(in.conditionalOperator()));
    return new Write(
        in.tableName(),
        key,
        precondition(condition, in.returnValuesOnConditionCheckFailure()),
        new Mutation.Change(LegacyUpdates.of(in.attributeUpdates())));
  }

  private static Write expressed(UpdateItemRequest in, Document key) {
    Placeholders placeholders =
        Requests.placeholders(in.expressionAttributeNames(), in.expressionAttributeValues());
    Update update =
        in.updateExpression() == null
            ? Updates.of(List.of())
            : Expressions.update(in.updateExpression(), placeholders);
    Condition condition =
        in.conditionExpression() == null
            ? Conditions.ALWAYS
            : Expressions.condition("ConditionExpression", in.conditionExpression(), placeholders);
    placeholders.checkUsed();
    return new Write(
        in.tableName(),
        key,
        precondition(condition, in.returnValuesOnConditionCheckFailure()),
        new Mutation.Change(update));
  }
}
