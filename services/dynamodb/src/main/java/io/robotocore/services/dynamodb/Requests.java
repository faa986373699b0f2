package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

  /** Refuses placeholders that are given and empty. */
  static void checkNotEmpty(String parameter, boolean given, Map<?, ?> map) {
    if (given && map.isEmpty()) {
      throw Invalid.because(parameter + " must not be empty");
    }
  }

  static <T> Optional<T> given(@Nullable T value) {
    return Optional.ofNullable(value);
  }
}
