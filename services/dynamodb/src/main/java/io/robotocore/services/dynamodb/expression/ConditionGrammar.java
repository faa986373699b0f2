package io.robotocore.services.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a condition. Parentheses may stand around operands and conditions alike, so what a group
 * holds is told by what was read.
 */
final class ConditionGrammar {

  private static final int MAX_IN = 100;

  private final Tokens tokens;

  private ConditionGrammar(Tokens tokens) {
    this.tokens = tokens;
  }

  static Node read(Tokens tokens) {
    ConditionGrammar grammar = new ConditionGrammar(tokens);
    Node node = grammar.condition(grammar.or());
    tokens.expectEnd();
    return node;
  }

  /** Refuses an operand where a condition has to be. */
  private Node condition(Node node) {
    if (node.isOperand() && !(node instanceof Node.Invocation)) {
      throw tokens.unexpected();
    }
    return node;
  }

  private Node or() {
    Node first = and();
    if (!tokens.peek().isWord("OR")) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(condition(first)));
    while (tokens.skipWord("OR")) {
      parts.add(condition(and()));
    }
    return new Node.Operation("OR", parts);
  }

  private Node and() {
    Node first = not();
    if (!tokens.peek().isWord("AND")) {
      return first;
    }
    List<Node> parts = new ArrayList<>(List.of(condition(first)));
    while (tokens.skipWord("AND")) {
      parts.add(condition(not()));
    }
    return new Node.Operation("AND", parts);
  }

  private Node not() {
    return tokens.skipWord("NOT")
        ? new Node.Operation("NOT", List.of(condition(tokens.deeper(this::not))))
        : comparison();
  }

  private Node comparison() {
    Node left = primary();
    if (!left.isOperand()) {
      return left;
    }
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.SYMBOL && Comparison.of(token.text()).isPresent()) {
      tokens.next();
      return new Node.Operation(token.text(), List.of(left, operand()));
    } else if (tokens.skipWord("BETWEEN")) {
      Node low = operand();
      if (!tokens.skipWord("AND")) {
        throw tokens.unexpected();
      }
      return new Node.Operation("BETWEEN", List.of(left, low, operand()));
    } else if (tokens.skipWord("IN")) {
      return in(left);
    }
    boolean alone = left instanceof Node.Invocation || token.is(")");
    if (!alone) {
      throw tokens.unexpected();
    }
    return left;
  }

  private Node in(Node left) {
    List<Node> parts = new ArrayList<>(List.of(left));
    tokens.expect("(");
    do {
      parts.add(operand());
    } while (tokens.skip(","));
    tokens.expect(")");
    if (parts.size() - 1 > MAX_IN) {
      throw tokens.error(
          "The IN operator is provided with too many operands; number of operands: "
              + (parts.size() - 1));
    }
    return new Node.Operation("IN", parts);
  }

  private Node primary() {
    return tokens.peek().is("(") ? tokens.group(this::or) : tokens.operand(this::operand);
  }

  private Node operand() {
    return tokens.peek().is("(") ? tokens.group(this::operand) : tokens.operand(this::operand);
  }
}
