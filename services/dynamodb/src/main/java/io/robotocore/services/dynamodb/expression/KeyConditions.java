package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Reads key conditions: conditions of which only a few kinds are allowed. */
final class KeyConditions {

  private final List<KeyPredicate> predicates = new ArrayList<>();

  private KeyConditions() {}

  static List<KeyPredicate> of(Condition condition) {
    KeyConditions conditions = new KeyConditions();
    conditions.add(condition);
    Set<String> seen = new HashSet<>();
    for (KeyPredicate predicate : conditions.predicates) {
      if (!seen.add(predicate.attribute())) {
        throw Invalid.because(
            "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key");
      }
    }
    return List.copyOf(conditions.predicates);
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.All all) {
      all.conditions().forEach(this::add);
    } else if (condition instanceof Condition.Compares compares) {
      predicates.add(comparison(compares));
    } else if (condition instanceof Condition.Between between) {
      KeyPredicate.Kind kind = KeyPredicate.Kind.BETWEEN;
      predicates.add(predicate(kind, between.operand(), between.low(), between.high()));
    } else if (condition instanceof Condition.Begins begins) {
      predicates.add(predicate(KeyPredicate.Kind.BEGINS_WITH, begins.operand(), begins.prefix()));
    } else {
      throw wrongOperator(operator(condition));
    }
  }

  private static KeyPredicate comparison(Condition.Compares compares) {
    if (compares.comparison() == Comparison.NE) {
      throw wrongOperator("<>");
    }
    KeyPredicate.Kind kind = KeyPredicate.Kind.valueOf(compares.comparison().name());
    if (compares.left() instanceof Operand.Literal && compares.right() instanceof Operand.At) {
      return predicate(mirrored(kind), compares.right(), compares.left());
    }
    return predicate(kind, compares.left(), compares.right());
  }

  private static KeyPredicate.Kind mirrored(KeyPredicate.Kind kind) {
    return switch (kind) {
      case LT -> KeyPredicate.Kind.GT;
      case LE -> KeyPredicate.Kind.GE;
      case GT -> KeyPredicate.Kind.LT;
      case GE -> KeyPredicate.Kind.LE;
      default -> kind;
    };
  }

  private static KeyPredicate predicate(
      KeyPredicate.Kind kind, Operand attribute, Operand... operands) {
    List<Value> values = new ArrayList<>();
    for (Operand operand : operands) {
      checkPlain(operand);
      if (operand instanceof Operand.At) {
        throw wrong("Multiple attribute names used in one condition");
      }
      values.add(((Operand.Literal) operand).value());
    }
    checkPlain(attribute);
    if (!(attribute instanceof Operand.At at)) {
      throw wrong("No key attribute specified");
    }
    if (!at.path().isAttribute()) {
      throw Invalid.because(
          "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: "
              + at.path().attribute());
    }
    return new KeyPredicate(at.path().attribute(), kind, List.copyOf(values));
  }

  private static void checkPlain(Operand operand) {
    if (operand instanceof Operand.Size) {
      throw Invalid.because("KeyConditionExpressions cannot contain nested operations");
    }
  }

  private static DynamoDbException wrong(String what) {
    return Invalid.because("Invalid condition in KeyConditionExpression: " + what);
  }

  private static DynamoDbException wrongOperator(String operator) {
    return Invalid.because("Invalid operator used in KeyConditionExpression: " + operator);
  }

  private static String operator(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return not.condition() instanceof Condition.Exists ? "attribute_not_exists" : "NOT";
    }
    Optional<String> function =
        condition instanceof Condition.Contains
            ? Optional.of("contains")
            : condition instanceof Condition.Exists
                ? Optional.of("attribute_exists")
                : condition instanceof Condition.IsOf
                    ? Optional.of("attribute_type")
                    : Optional.empty();
    return function.orElse(condition instanceof Condition.In ? "IN" : "OR");
  }
}
