package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Placeholders;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What is checked of requests before a table is looked at. */
final class Requests {

  private Requests() {}

  /** Reads an item that is to be stored. */
  static Document item(Map<String, AttributeValue> map) {
    if (map.containsKey("")) {
      throw Invalid.parameter("Empty attribute name");
    }
    Document item = Attributes.read(map);
    if (Sizes.of(item) > Sizes.MAX_ITEM) {
      throw Invalid.because("Item size has exceeded the maximum allowed size");
    }
    if (Sizes.depth(item) > Sizes.MAX_DEPTH + 1) {
      throw tooDeep();
    }
    return item;
  }

  static DynamoDbException tooDeep() {
    return Invalid.because(
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");
  }

  /** The parameters of a request that exclude each other: those of expressions and older ones. */
  static final class Parameters {
    private final List<String> expressions = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /** An expression, which may be absent. */
    Parameters expression(String name, @Nullable String text) {
      if (text != null) {
        expressions.add(name);
      }
      return this;
    }

    /** A parameter from before there were expressions. */
    Parameters other(String name, boolean given) {
      if (given) {
        others.add(name);
      }
      return this;
    }

    /** Refuses both kinds together, and placeholders without expressions. */
    void check(boolean names, boolean values, String valuedExpressions) {
      if (!expressions.isEmpty() && !others.isEmpty()) {
        throw Invalid.because(
            "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {%s} Expression parameters: {%s}"
                .formatted(String.join(", ", others), String.join(", ", expressions)));
      }
      if (names && expressions.isEmpty()) {
        throw Invalid.because(
            "ExpressionAttributeNames can only be specified when using expressions");
      }
      boolean valued = expressions.stream().anyMatch(name -> !name.equals("ProjectionExpression"));
      if (values && !valued) {
        throw Invalid.because(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + valuedExpressions);
      }
    }
  }

  /** The placeholders of a request that has expressions; they cannot be given and be empty. */
  static Placeholders placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
    checkNotEmpty("ExpressionAttributeNames", names);
    checkNotEmpty("ExpressionAttributeValues", values);
    return Placeholders.of(names, values);
  }

  /** The placeholders of a request whose expression has no values. */
  static Placeholders placeholders(Map<String, String> names) {
    checkNotEmpty("ExpressionAttributeNames", names);
    return Placeholders.of(names, Map.of());
  }

  private static void checkNotEmpty(String parameter, Map<?, ?> map) {
    boolean given = !(map instanceof SdkAutoConstructMap);
    if (given && map.isEmpty()) {
      throw Invalid.because(parameter + " must not be empty");
    }
  }
}
