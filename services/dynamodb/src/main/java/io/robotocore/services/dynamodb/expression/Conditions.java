package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Value;
import java.util.List;

/** Conditions that are not written as expressions. */
public final class Conditions {

  /** A condition that everything fulfils. */
  public static final Condition ALWAYS = new Condition.All(List.of());

  private Conditions() {}

  private static Operand at(String attribute) {
    return new Operand.At(Path.of(attribute));
  }

  private static Operand literal(Value value) {
    return new Operand.Literal(value);
  }

  /** All of several conditions. */
  public static Condition all(List<Condition> conditions) {
    return new Condition.All(List.copyOf(conditions));
  }

  /** One of several conditions. */
  public static Condition any(List<Condition> conditions) {
    return new Condition.Any(List.copyOf(conditions));
  }

  /** The contrary of a condition. */
  public static Condition not(Condition condition) {
    return new Condition.Not(condition);
  }

  /** How an attribute compares to a value. */
  public static Condition compares(String attribute, Comparison comparison, Value value) {
    return new Condition.Compares(comparison, at(attribute), literal(value));
  }

  /** Whether an attribute lies between the first and the second of two values. */
  public static Condition between(String attribute, List<Value> bounds) {
    return new Condition.Between(at(attribute), literal(bounds.get(0)), literal(bounds.get(1)));
  }

  /** Whether an attribute has one of several values. */
  public static Condition in(String attribute, List<Value> values) {
    return new Condition.In(at(attribute), values.stream().map(Conditions::literal).toList());
  }

  /** Whether an attribute begins with a value. */
  public static Condition begins(String attribute, Value prefix) {
    return new Condition.Begins(at(attribute), literal(prefix));
  }

  /** Whether an attribute contains a value. */
  public static Condition contains(String attribute, Value part) {
    return new Condition.Contains(at(attribute), literal(part));
  }

  /** Whether there is an attribute. */
  public static Condition exists(String attribute) {
    return new Condition.Exists(Path.of(attribute));
  }

  /** Whether there is no such attribute. */
  public static Condition missing(String attribute) {
    return not(exists(attribute));
  }
}
