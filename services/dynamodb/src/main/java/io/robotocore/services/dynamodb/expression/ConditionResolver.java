package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Makes a condition of what was read, and refuses what makes no sense.
 *
 * @param tokens the expression, for its errors
 * @param resolver knows the placeholders
 */
record ConditionResolver(Tokens tokens, Resolver resolver) {

  private static final int MAX_OPERATORS = 300;

  static Condition resolve(Tokens tokens, Node root, Resolver resolver) {
    long operators =
        root.all()
            .filter(node -> node instanceof Node.Operation || node instanceof Node.Invocation)
            .mapToLong(node -> isChain(node) ? node.parts().size() - 1L : 1)
            .sum();
    if (operators > MAX_OPERATORS) {
      throw tokens.error(
          "The expression contains too many operators; operator count: " + (MAX_OPERATORS + 1));
    }
    tokens.checkParentheses();
    Functions.checkCondition(tokens, root);
    resolver.checkNames(root);
    return new ConditionResolver(tokens, resolver).condition(root);
  }

  private static boolean isChain(Node node) {
    return node instanceof Node.Operation operation
        && Set.of("AND", "OR").contains(operation.operator());
  }

  private Condition condition(Node node) {
    if (node instanceof Node.Invocation call) {
      return function(call);
    }
    Node.Operation operation = (Node.Operation) node;
    List<Node> parts = operation.parts();
    return switch (operation.operator()) {
      case "AND" -> new Condition.All(parts.stream().map(this::condition).toList());
      case "OR" -> new Condition.Any(parts.stream().map(this::condition).toList());
      case "NOT" -> new Condition.Not(condition(parts.get(0)));
      case "BETWEEN" -> between(operands(parts));
      case "IN" -> in(operands(parts));
      default -> comparison(operation.operator(), operands(parts));
    };
  }

  private List<Operand> operands(List<Node> nodes) {
    List<Operand> operands = new ArrayList<>(nodes.size());
    nodes.forEach(node -> operands.add(operand(node)));
    return operands;
  }

  private Operand operand(Node node) {
    if (node instanceof Node.Way way) {
      return new Operand.At(resolver.path(way));
    } else if (node instanceof Node.Placeholder placeholder) {
      return new Operand.Literal(resolver.value(placeholder));
    }
    Node.Invocation size = (Node.Invocation) node;
    List<Operand> operands = operands(size.parts());
    Functions.checkOperands(tokens, size);
    Operand sized = operands.get(0);
    if (sized.type().filter(Set.of(Type.N, Type.BOOL, Type.NULL)::contains).isPresent()) {
      throw wrongType("size", sized);
    }
    return new Operand.Size(sized);
  }

  private Condition comparison(String operator, List<Operand> operands) {
    Comparison comparison = Comparison.of(operator).orElseThrow();
    checkDistinct(operator, operands);
    if (comparison != Comparison.EQ && comparison != Comparison.NE) {
      operands.forEach(operand -> checkOrdered(operator, operand));
    }
    return new Condition.Compares(comparison, operands.get(0), operands.get(1));
  }

  private void checkOrdered(String operator, Operand operand) {
    if (operand.type().filter(type -> !type.isOrdered()).isPresent()) {
      throw wrongType(operator, operand);
    }
  }

  private Condition between(List<Operand> operands) {
    operands.forEach(operand -> checkOrdered("BETWEEN", operand));
    if (operands.get(1) instanceof Operand.Literal low
        && operands.get(2) instanceof Operand.Literal high) {
      checkBounds(low.value(), high.value());
    }
    return new Condition.Between(operands.get(0), operands.get(1), operands.get(2));
  }

  private void checkBounds(Value low, Value high) {
    String bounds =
        "lower bound operand: AttributeValue: %s, upper bound operand: AttributeValue: %s"
            .formatted(Shown.value(low), Shown.value(high));
    if (low.type() != high.type()) {
      throw tokens.error(
          "The BETWEEN operator requires same data type for lower and upper bounds; " + bounds);
    }
    if (Comparison.GT.test(low, high)) {
      throw tokens.error(
          "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
              + bounds);
    }
  }

  private Condition in(List<Operand> operands) {
    return new Condition.In(operands.get(0), operands.subList(1, operands.size()));
  }

  private Condition function(Node.Invocation call) {
    List<Operand> operands = operands(call.parts());
    String name = call.function();
    Functions.checkOperands(tokens, call);
    checkDistinct(name, operands);
    return switch (name) {
      case "attribute_exists" -> new Condition.Exists(path(name, operands.get(0)));
      case "attribute_not_exists" ->
          new Condition.Not(new Condition.Exists(path(name, operands.get(0))));
      case "attribute_type" -> type(operands.get(0), operands.get(1));
      case "begins_with" -> begins(operands.get(0), operands.get(1));
      default -> new Condition.Contains(operands.get(0), operands.get(1));
    };
  }

  private Path path(String function, Operand operand) {
    if (operand instanceof Operand.At at) {
      return at.path();
    }
    throw tokens.error(
        "Operator or function requires a document path; operator or function: " + function);
  }

  private Condition type(Operand operand, Operand type) {
    if (!(type instanceof Operand.Literal literal)
        || !(literal.value() instanceof Value.Text name)) {
      throw wrongType("attribute_type", type);
    }
    try {
      return new Condition.IsOf(operand, Type.valueOf(name.text().toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw tokens.error(
          "Invalid attribute type name found; type: %s, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
              .formatted(name.text()));
    }
  }

  private Condition begins(Operand operand, Operand prefix) {
    for (Operand one : List.of(operand, prefix)) {
      if (one.type().filter(type -> type != Type.S && type != Type.B).isPresent()) {
        throw wrongType("begins_with", one);
      }
    }
    return new Condition.Begins(operand, prefix);
  }

  private void checkDistinct(String operator, List<Operand> operands) {
    if (operands.size() == 2
        && operands.get(0) instanceof Operand.At first
        && first.equals(operands.get(1))) {
      throw tokens.error(
          "The first operand must be distinct from the remaining operands for this operator or function; operator: %s, first operand: %s"
              .formatted(operator, first.path()));
    }
  }

  private DynamoDbException wrongType(String operator, Operand operand) {
    String type = operand.type().map(Type::name).orElse("{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
    return tokens.error(
        "Incorrect operand type for operator or function; operator or function: %s, operand type: %s"
            .formatted(operator, type));
  }
}
