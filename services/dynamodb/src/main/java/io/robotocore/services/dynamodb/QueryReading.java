package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.Expressions;
import io.robotocore.services.dynamodb.expression.KeyPredicate;
import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.expression.Placeholders;
import io.robotocore.services.dynamodb.expression.Projection;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.table.Index;
import io.robotocore.services.dynamodb.table.KeyAttribute;
import io.robotocore.services.dynamodb.table.KeyShape;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * What a query asks for, by expressions or by what there was before those.
 *
 * @param keys what it demands of keys
 * @param filter which items come back
 * @param selection what of them
 * @param legacy whether it was said without expressions
 */
record QueryReading(
    List<KeyPredicate> keys, Condition filter, Selection selection, boolean legacy) {

  static QueryReading of(QueryRequest in) {
    new Requests.Parameters()
        .other("AttributesToGet", in.hasAttributesToGet())
        .other("QueryFilter", in.hasQueryFilter())
        .other("ConditionalOperator", in.conditionalOperator() != null)
        .other("KeyConditions", in.hasKeyConditions())
        .expression("ProjectionExpression", in.projectionExpression())
        .expression("FilterExpression", in.filterExpression())
        .expression("KeyConditionExpression", in.keyConditionExpression())
        .check(
            in.hasExpressionAttributeNames(),
            in.hasExpressionAttributeValues(),
            "FilterExpression and KeyConditionExpression are null");
    if (in.keyConditionExpression() == null && !in.hasKeyConditions()) {
      throw Invalid.because(
          "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.");
    }
    return in.keyConditionExpression() == null ? legacy(in) : expressed(in);
  }

  private static QueryReading legacy(QueryRequest in) {
    Projection projection =
        in.hasAttributesToGet()
            ? ItemRequests.attributes(in.attributesToGet())
            : Projection.EVERYTHING;
    Condition filter =
        LegacyConditions.filter(in.queryFilter(), Optional.ofNullable(in.conditionalOperator()));
    return new QueryReading(
        LegacyConditions.keys(in.keyConditions()),
        filter,
        Selection.of(
            projection,
            in.hasAttributesToGet() ? Optional.of("AttributesToGet") : Optional.empty(),
            in.select(),
            in.indexName() != null),
        true);
  }

  private static QueryReading expressed(QueryRequest in) {
    Placeholders placeholders =
        Requests.placeholders(in.expressionAttributeNames(), in.expressionAttributeValues());
    Projection projection =
        in.projectionExpression() == null
            ? Projection.EVERYTHING
            : Expressions.projection(in.projectionExpression(), placeholders);
    Condition filter =
        in.filterExpression() == null
            ? Conditions.ALWAYS
            : Expressions.condition("FilterExpression", in.filterExpression(), placeholders);
    List<KeyPredicate> keys = Expressions.keyCondition(in.keyConditionExpression(), placeholders);
    placeholders.checkUsed();
    return new QueryReading(
        keys,
        filter,
        Selection.of(
            projection,
            Optional.ofNullable(in.projectionExpression()).map(text -> "ProjectionExpression"),
            in.select(),
            in.indexName() != null),
        false);
  }

  /** Refuses a filter on attributes of the key. */
  void checkFilter(KeyShape shape) {
    filter
        .paths()
        .map(Path::attribute)
        .filter(shape::has)
        .findFirst()
        .ifPresent(
            name -> {
              throw Invalid.because(
                  "%s can only contain non-primary key attributes: Primary key attribute: %s"
                      .formatted(legacy ? "QueryFilter" : "Filter Expression", name));
            });
  }

  /** What it demands of the partition key alone. */
  List<KeyPredicate> partition(DynamoTable table, Optional<Index> index) {
    KeyShape shape = index.map(Index::key).orElse(table.schema().key());
    List<String> names = shape.hash().stream().map(KeyAttribute::name).toList();
    return keys.stream().filter(predicate -> names.contains(predicate.attribute())).toList();
  }
}
