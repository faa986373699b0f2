package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.expression.Comparison;
import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.KeyPredicate;
import io.robotocore.services.dynamodb.expression.Operand;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Value;
import io.robotocore.services.dynamodb.table.KeyAttribute;
import io.robotocore.services.dynamodb.table.KeyShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the condition of a statement demands of keys.
 *
 * @param parts the conditions that have to be fulfilled all
 */
record WhereKeys(List<Condition> parts) {

  static WhereKeys of(Condition where) {
    List<Condition> parts = new ArrayList<>();
    collect(where, parts);
    return new WhereKeys(parts);
  }

  private static void collect(Condition condition, List<Condition> parts) {
    if (condition instanceof Condition.All all) {
      all.conditions().forEach(one -> collect(one, parts));
    } else {
      parts.add(condition);
    }
  }

  private static Optional<KeyPredicate> predicate(Condition condition) {
    if (condition instanceof Condition.Compares compares
        && compares.comparison() != Comparison.NE
        && compares.left() instanceof Operand.At at
        && at.path().isAttribute()
        && compares.right() instanceof Operand.Literal literal) {
      return Optional.of(
          new KeyPredicate(
              at.path().attribute(),
              KeyPredicate.Kind.valueOf(compares.comparison().name()),
              List.of(literal.value())));
    }
    if (condition instanceof Condition.Between between
        && between.operand() instanceof Operand.At at
        && at.path().isAttribute()
        && between.low() instanceof Operand.Literal low
        && between.high() instanceof Operand.Literal high
        && !Comparison.GT.test(low.value(), high.value())) {
      return Optional.of(
          new KeyPredicate(
              at.path().attribute(),
              KeyPredicate.Kind.BETWEEN,
              List.of(low.value(), high.value())));
    }
    return Optional.empty();
  }

  /** The predicates that lead to a part of a table; none if all of it has to be looked through. */
  Optional<List<KeyPredicate>> query(KeyShape shape) {
    Map<String, KeyPredicate> byName = new HashMap<>();
    parts.forEach(
        part ->
            predicate(part)
                .filter(predicate -> fits(shape, predicate))
                .ifPresent(predicate -> byName.putIfAbsent(predicate.attribute(), predicate)));
    List<KeyPredicate> used = new ArrayList<>();
    for (KeyAttribute attribute : shape.hash()) {
      Optional<KeyPredicate> equal = equal(byName, attribute);
      if (equal.isEmpty()) {
        return Optional.empty();
      }
      used.add(equal.get());
    }
    for (KeyAttribute attribute : shape.range()) {
      Optional<KeyPredicate> next = Optional.ofNullable(byName.get(attribute.name()));
      next.ifPresent(used::add);
      if (next.filter(one -> one.kind() == KeyPredicate.Kind.EQ).isEmpty()) {
        break;
      }
    }
    return Optional.of(used);
  }

  private static boolean fits(KeyShape shape, KeyPredicate predicate) {
    return shape
        .attributes()
        .filter(attribute -> attribute.name().equals(predicate.attribute()))
        .anyMatch(
            attribute ->
                predicate.values().stream().allMatch(value -> value.type() == attribute.type()));
  }

  private static Optional<KeyPredicate> equal(
      Map<String, KeyPredicate> byName, KeyAttribute attribute) {
    return Optional.ofNullable(byName.get(attribute.name()))
        .filter(predicate -> predicate.kind() == KeyPredicate.Kind.EQ);
  }

  /** The key of the one item that is meant, if all attributes of the key are given. */
  Optional<Document> key(KeyShape shape) {
    Map<String, Value> key = new HashMap<>();
    parts.forEach(
        part ->
            predicate(part)
                .filter(one -> one.kind() == KeyPredicate.Kind.EQ && shape.has(one.attribute()))
                .ifPresent(one -> key.put(one.attribute(), one.value())));
    return key.size() == shape.names().size() ? Optional.of(Document.of(key)) : Optional.empty();
  }

  /** What is demanded besides. */
  Condition rest(KeyShape shape) {
    List<Condition> rest =
        parts.stream()
            .filter(
                part ->
                    predicate(part)
                        .filter(
                            one -> one.kind() == KeyPredicate.Kind.EQ && shape.has(one.attribute()))
                        .isEmpty())
            .toList();
    return rest.isEmpty() ? Conditions.ALWAYS : Conditions.all(rest);
  }
}
