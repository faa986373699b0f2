package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Comparison;
import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.KeyPredicate;
import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ComparisonOperator;
import software.amazon.awssdk.services.dynamodb.model.ConditionalOperator;
import software.amazon.awssdk.services.dynamodb.model.ExpectedAttributeValue;

/**
 * The parameters for conditions from before there were expressions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html">legacy
 *     conditional parameters</a>
 */
final class LegacyConditions {

  private LegacyConditions() {}

  /** What is expected of an item before it is written. */
  static Condition expected(
      Map<String, ExpectedAttributeValue> expected, Optional<ConditionalOperator> operator) {
    List<Condition> conditions = new ArrayList<>();
    expected.forEach((name, value) -> conditions.add(expected(name, value)));
    return joined(conditions, operator);
  }

  /** A filter of items. */
  static Condition filter(
      Map<String, software.amazon.awssdk.services.dynamodb.model.Condition> filter,
      Optional<ConditionalOperator> operator) {
    List<Condition> conditions = new ArrayList<>();
    filter.forEach((name, condition) -> conditions.add(condition(name, condition)));
    return joined(conditions, operator);
  }

  /** What a query demands of keys. */
  static List<KeyPredicate> keys(
      Map<String, software.amazon.awssdk.services.dynamodb.model.Condition> conditions) {
    if (conditions.isEmpty() || conditions.size() > 2) {
      throw Invalid.because("Conditions can be of length 1 or 2 only");
    }
    List<KeyPredicate> keys = new ArrayList<>();
    conditions.forEach((name, condition) -> keys.add(key(name, condition)));
    return keys;
  }

  private static KeyPredicate key(
      String name, software.amazon.awssdk.services.dynamodb.model.Condition condition) {
    condition(name, condition);
    try {
      KeyPredicate.Kind kind = KeyPredicate.Kind.valueOf(condition.comparisonOperatorAsString());
      return new KeyPredicate(
          name, kind, condition.attributeValueList().stream().map(Attributes::read).toList());
    } catch (IllegalArgumentException e) {
      throw Invalid.because("Attempted conditional constraint is not an indexable operation");
    }
  }

  private static Condition joined(
      List<Condition> conditions, Optional<ConditionalOperator> operator) {
    if (operator.isPresent() && conditions.size() < 2) {
      throw Invalid.parameter(
          conditions.isEmpty()
              ? "ConditionalOperator cannot be used without Filter or Expected"
              : "ConditionalOperator can only be used when Filter or Expected has two or more elements");
    }
    if (conditions.isEmpty()) {
      return Conditions.ALWAYS;
    }
    return operator.filter(ConditionalOperator.OR::equals).isPresent()
        ? Conditions.any(conditions)
        : Conditions.all(conditions);
  }

  private static Condition expected(String name, ExpectedAttributeValue expected) {
    boolean hasValue = expected.value() != null;
    if (expected.comparisonOperator() == null) {
      return plain(name, expected, hasValue);
    }
    if (expected.exists() != null) {
      throw Invalid.parameter(
          "Exists and ComparisonOperator cannot be used together for Attribute: " + name);
    }
    if (hasValue && expected.hasAttributeValueList()) {
      throw Invalid.parameter(
          "Value and AttributeValueList cannot be used together for Attribute: " + name);
    }
    List<AttributeValue> values =
        hasValue ? List.of(expected.value()) : expected.attributeValueList();
    return of(name, expected.comparisonOperator(), values);
  }

  private static Condition plain(String name, ExpectedAttributeValue expected, boolean hasValue) {
    if (expected.hasAttributeValueList()) {
      throw Invalid.parameter(
          "AttributeValueList can only be used with a ComparisonOperator for Attribute: " + name);
    }
    boolean exists = expected.exists() == null || expected.exists();
    if (exists && !hasValue) {
      throw Invalid.parameter(
          "Value must be provided when Exists is %s for Attribute: %s"
              .formatted(expected.exists(), name));
    }
    if (!exists && hasValue) {
      throw Invalid.parameter("Value cannot be used when Exists is false for Attribute: " + name);
    }
    return exists
        ? Conditions.compares(name, Comparison.EQ, Attributes.read(expected.value()))
        : Conditions.missing(name);
  }

  private static Condition condition(
      String name, software.amazon.awssdk.services.dynamodb.model.Condition condition) {
    return of(name, condition.comparisonOperator(), condition.attributeValueList());
  }

  private static Condition of(
      String name, ComparisonOperator operator, List<AttributeValue> given) {
    List<Value> values = given.stream().map(Attributes::read).toList();
    checkCount(operator, values.size());
    values.forEach(value -> checkType(operator, value));
    return switch (operator) {
      case EQ -> Conditions.compares(name, Comparison.EQ, values.get(0));
      case NE -> Conditions.compares(name, Comparison.NE, values.get(0));
      case LT -> Conditions.compares(name, Comparison.LT, values.get(0));
      case LE -> Conditions.compares(name, Comparison.LE, values.get(0));
      case GT -> Conditions.compares(name, Comparison.GT, values.get(0));
      case GE -> Conditions.compares(name, Comparison.GE, values.get(0));
      case IN -> Conditions.in(name, values);
      case BETWEEN -> between(name, values);
      case BEGINS_WITH -> Conditions.begins(name, values.get(0));
      case CONTAINS -> Conditions.contains(name, values.get(0));
      case NOT_CONTAINS ->
          Conditions.all(
              List.of(
                  Conditions.exists(name),
                  Conditions.not(Conditions.contains(name, values.get(0)))));
      case NOT_NULL -> Conditions.exists(name);
      default -> Conditions.missing(name);
    };
  }

  private static Condition between(String name, List<Value> values) {
    if (Comparison.GT.test(values.get(0), values.get(1))) {
      throw Invalid.because(
          "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
    }
    return Conditions.between(name, values);
  }

  private static void checkCount(ComparisonOperator operator, int count) {
    boolean right =
        switch (operator) {
          case NULL, NOT_NULL -> count == 0;
          case IN -> count > 0;
          case BETWEEN -> count == 2;
          default -> count == 1;
        };
    if (!right) {
      throw Invalid.parameter(
          "Invalid number of argument(s) for the " + operator + " ComparisonOperator");
    }
  }

  private static void checkType(ComparisonOperator operator, Value value) {
    boolean right =
        switch (operator) {
          case LT, LE, GT, GE, BETWEEN, IN, CONTAINS, NOT_CONTAINS -> value.type().isOrdered();
          case BEGINS_WITH -> value.type() == Type.S || value.type() == Type.B;
          default -> true;
        };
    if (!right) {
      throw Invalid.parameter(
          "ComparisonOperator %s is not valid for %s AttributeValue type"
              .formatted(operator, value.type()));
    }
  }
}
