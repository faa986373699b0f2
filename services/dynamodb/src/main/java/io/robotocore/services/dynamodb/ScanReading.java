package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.Expressions;
import io.robotocore.services.dynamodb.expression.Placeholders;
import io.robotocore.services.dynamodb.expression.Projection;
import io.robotocore.services.dynamodb.item.Invalid;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/**
 * What a scan asks for, by expressions or by what there was before those.
 *
 * @param filter which items come back
 * @param selection what of them
 * @param segment which part of the table
 * @param totalSegments of how many
 */
record ScanReading(Condition filter, Selection selection, int segment, int totalSegments) {

  static ScanReading of(ScanRequest in) {
    new Requests.Parameters()
        .other("AttributesToGet", in.hasAttributesToGet())
        .other("ScanFilter", in.hasScanFilter())
        .other("ConditionalOperator", in.conditionalOperator() != null)
        .expression("ProjectionExpression", in.projectionExpression())
        .expression("FilterExpression", in.filterExpression())
        .check(
            in.hasExpressionAttributeNames(),
            in.hasExpressionAttributeValues(),
            "FilterExpression is null");
    checkSegments(in);
    Optional<String> explicit =
        in.hasAttributesToGet()
            ? Optional.of("AttributesToGet")
            : Optional.ofNullable(in.projectionExpression()).map(text -> "ProjectionExpression");
    Placeholders placeholders =
        Requests.placeholders(in.expressionAttributeNames(), in.expressionAttributeValues());
    Projection projection = projection(in, placeholders);
    Condition filter = filter(in, placeholders);
    placeholders.checkUsed();
    return new ScanReading(
        filter,
        Selection.of(projection, explicit, in.select(), in.indexName() != null),
        Optional.ofNullable(in.segment()).orElse(0),
        Optional.ofNullable(in.totalSegments()).orElse(1));
  }

  private static void checkSegments(ScanRequest in) {
    if (in.segment() != null && in.totalSegments() == null) {
      throw Invalid.because(
          "The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
    }
    if (in.segment() == null && in.totalSegments() != null) {
      throw Invalid.because(
          "The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
    }
    if (in.segment() != null && in.segment() >= in.totalSegments()) {
      throw Invalid.because(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: %d is not less than TotalSegments: %d"
              .formatted(in.segment(), in.totalSegments()));
    }
  }

  private static Projection projection(ScanRequest in, Placeholders placeholders) {
    if (in.hasAttributesToGet()) {
      return ItemRequests.attributes(in.attributesToGet());
    }
    return in.projectionExpression() == null
        ? Projection.EVERYTHING
        : Expressions.projection(in.projectionExpression(), placeholders);
  }

  private static Condition filter(ScanRequest in, Placeholders placeholders) {
    if (in.filterExpression() != null) {
      return Expressions.condition("FilterExpression", in.filterExpression(), placeholders);
    }
    return in.hasScanFilter() || in.conditionalOperator() != null
        ? LegacyConditions.filter(in.scanFilter(), Optional.ofNullable(in.conditionalOperator()))
        : Conditions.ALWAYS;
  }
}
