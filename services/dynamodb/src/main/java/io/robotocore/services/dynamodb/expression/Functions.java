package io.robotocore.services.dynamodb.expression;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The functions of expressions: where they may stand, and how many operands they have. */
final class Functions {

  private static final Map<String, Integer> CONDITION =
      Map.of(
          "attribute_exists", 1,
          "attribute_not_exists", 1,
          "attribute_type", 2,
          "begins_with", 2,
          "contains", 2,
          "size", 1);

  private static final Map<String, Integer> UPDATE = Map.of("if_not_exists", 2, "list_append", 2);

  private Functions() {}

  /** Refuses functions that do not exist, or not in a condition. */
  static void checkCondition(Tokens tokens, Node root) {
    check(tokens, root, CONDITION.keySet(), "a condition expression");
    if (root instanceof Node.Invocation call && call.function().equals("size")) {
      throw misused(tokens, call);
    }
    root.all().forEach(node -> checkUse(tokens, node));
  }

  /** Refuses functions that do not exist, or not in an update. */
  static void checkUpdate(Tokens tokens, Node root) {
    check(tokens, root, UPDATE.keySet(), "an update expression");
  }

  private static void check(Tokens tokens, Node root, Set<String> allowed, String where) {
    root.all()
        .forEach(
            node -> {
              if (node instanceof Node.Invocation call && !allowed.contains(call.function())) {
                String name = call.function();
                throw tokens.error(
                    CONDITION.containsKey(name) || UPDATE.containsKey(name)
                        ? "The function is not allowed in " + where + "; function: " + name
                        : "Invalid function name; function: " + name);
              }
            });
  }

  /** Conditions consist of all functions but size, operands only of size. */
  private static void checkUse(Tokens tokens, Node node) {
    boolean ofConditions =
        node instanceof Node.Operation operation
            && Set.of("AND", "OR", "NOT").contains(operation.operator());
    for (Node part : node.parts()) {
      if (part instanceof Node.Invocation call && call.function().equals("size") == ofConditions) {
        throw misused(tokens, call);
      }
    }
  }

  private static DynamoDbException misused(Tokens tokens, Node.Invocation call) {
    return tokens.error(
        "The function is not allowed to be used this way in an expression; function: "
            + call.function());
  }

  /** Refuses a call with too few or too many operands. */
  static void checkOperands(Tokens tokens, Node.Invocation call) {
    int wanted = CONDITION.getOrDefault(call.function(), UPDATE.getOrDefault(call.function(), 0));
    if (call.parts().size() != wanted) {
      throw tokens.error(
          "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
              .formatted(call.function(), call.parts().size()));
    }
  }
}
