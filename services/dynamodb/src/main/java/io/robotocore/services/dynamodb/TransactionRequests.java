package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.Expressions;
import io.robotocore.services.dynamodb.expression.Placeholders;
import io.robotocore.services.dynamodb.expression.Projection;
import io.robotocore.services.dynamodb.expression.Update;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Get;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Reads the actions of transactions. */
final class TransactionRequests {

  private TransactionRequests() {}

  /** A read of one item. */
  record Read(String table, Document key, Projection projection) {}

  static Read read(Get get) {
    Placeholders placeholders = Placeholders.of(get.expressionAttributeNames(), Map.of());
    Projection projection =
        get.projectionExpression() == null
            ? Projection.EVERYTHING
            : Expressions.projection(get.projectionExpression(), placeholders);
    placeholders.checkUsed();
    return new Read(get.tableName(), Attributes.read(get.key()), projection);
  }

  static Write write(TransactWriteItem in) {
    long actions =
        Stream.of(
                in.conditionCheck() != null,
                in.put() != null,
                in.delete() != null,
                in.update() != null)
            .filter(given -> given)
            .count();
    if (actions != 1) {
      throw Invalid.because(
          actions == 0
              ? "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request"
              : "TransactItems can only contain one of Check, Put, Update or Delete");
    }
    if (in.put() != null) {
      return put(in.put());
    } else if (in.delete() != null) {
      return delete(in.delete());
    }
    return in.update() != null ? update(in.update()) : check(in.conditionCheck());
  }

  private static Write put(Put put) {
    Document item = Requests.item(put.item());
    Placeholders placeholders =
        Placeholders.of(put.expressionAttributeNames(), put.expressionAttributeValues());
    Condition condition = condition(put.conditionExpression(), placeholders);
    placeholders.checkUsed();
    return new Write(
        put.tableName(),
        item,
        ItemRequests.precondition(condition, put.returnValuesOnConditionCheckFailure()),
        new Mutation.Put(item));
  }

  private static Write delete(Delete delete) {
    Placeholders placeholders =
        Placeholders.of(delete.expressionAttributeNames(), delete.expressionAttributeValues());
    Condition condition = condition(delete.conditionExpression(), placeholders);
    placeholders.checkUsed();
    return new Write(
        delete.tableName(),
        Attributes.read(delete.key()),
        ItemRequests.precondition(condition, delete.returnValuesOnConditionCheckFailure()),
        new Mutation.Remove());
  }

  private static Write update(software.amazon.awssdk.services.dynamodb.model.Update in) {
    Placeholders placeholders =
        Placeholders.of(in.expressionAttributeNames(), in.expressionAttributeValues());
    Update update = Expressions.update(in.updateExpression(), placeholders);
    Condition condition = condition(in.conditionExpression(), placeholders);
    placeholders.checkUsed();
    return new Write(
        in.tableName(),
        Attributes.read(in.key()),
        ItemRequests.precondition(condition, in.returnValuesOnConditionCheckFailure()),
        new Mutation.Change(update));
  }

  private static Write check(ConditionCheck check) {
    Placeholders placeholders =
        Placeholders.of(check.expressionAttributeNames(), check.expressionAttributeValues());
    Condition condition = condition(check.conditionExpression(), placeholders);
    placeholders.checkUsed();
    return new Write(
        check.tableName(),
        Attributes.read(check.key()),
        ItemRequests.precondition(condition, check.returnValuesOnConditionCheckFailure()),
        new Mutation.Check());
  }

  private static Condition condition(@Nullable String expression, Placeholders placeholders) {
    return expression == null
        ? Conditions.ALWAYS
        : Expressions.condition("ConditionExpression", expression, placeholders);
  }
}
