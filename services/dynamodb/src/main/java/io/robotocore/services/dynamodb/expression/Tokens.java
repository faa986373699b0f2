package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The tokens of an expression, read from left to right, and what all grammars have in common. */
final class Tokens {

  private static final int MAX_LENGTH = 4_096;
  private static final int MAX_DEPTH = 300;

  private final String kind;
  private final String text;
  private final List<Token> tokens;
  private int at;
  private int groupStart = -1;
  private int groupEnd = -1;
  private boolean redundant;
  private int depth;

  /**
   * The tokens of an expression.
   *
   * @param kind which parameter it is, for errors
   */
  Tokens(String kind, String text) {
    this.kind = kind;
    this.text = text;
    if (text.isBlank()) {
      throw error("The expression can not be empty;");
    }
    if (text.length() > MAX_LENGTH) {
      throw error(
          "Expression size has exceeded the maximum allowed size; expression size: "
              + text.length());
    }
    this.tokens = Lexer.tokens(text);
  }

  DynamoDbException error(String message) {
    return Invalid.because("Invalid " + kind + ": " + message);
  }

  Token peek() {
    return tokens.get(at);
  }

  private Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean skip(String symbol) {
    boolean there = peek().is(symbol);
    if (there) {
      next();
    }
    return there;
  }

  boolean skipWord(String word) {
    boolean there = peek().isWord(word);
    if (there) {
      next();
    }
    return there;
  }

  void expect(String symbol) {
    if (!skip(symbol)) {
      throw unexpected();
    }
  }

  Token expect(Token.Kind wanted) {
    if (peek().kind() != wanted) {
      throw unexpected();
    }
    return next();
  }

  void expectEnd() {
    expect(Token.Kind.END);
  }

  /** The next token cannot stand where it does; shown with its neighbours. */
  DynamoDbException unexpected() {
    Token token = peek();
    int start = at == 0 ? token.start() : tokens.get(at - 1).start();
    int end = token.kind() == Token.Kind.END ? text.length() : peek(1).end();
    return error(
        "Syntax error; token: \"%s\", near: \"%s\""
            .formatted(token.text(), text.substring(start, end)));
  }

  /** Reads something within something else; refuses what is nested too deep to be meant. */
  Node deeper(Supplier<Node> content) {
    if (depth == MAX_DEPTH) {
      throw unexpected();
    }
    depth++;
    Node node = content.get();
    depth--;
    return node;
  }

  /** An opening parenthesis is next; what it holds is read by the grammar. */
  Node group(Supplier<Node> content) {
    int start = at;
    expect("(");
    Node node = deeper(content);
    redundant |= groupStart == start + 1 && groupEnd == at;
    expect(")");
    groupStart = start;
    groupEnd = at;
    return node;
  }

  /** Refuses an expression that has the same pair of parentheses twice. */
  void checkParentheses() {
    if (redundant) {
      throw error("The expression has redundant parentheses;");
    }
  }

  /** Reads a call of a function, a value, or a path. */
  Node operand(Supplier<Node> argument) {
    Token token = peek();
    if (token.kind() == Token.Kind.VALUE_PLACEHOLDER) {
      return new Node.Placeholder(next().text());
    }
    if (token.kind() == Token.Kind.WORD && peek(1).is("(")) {
      next();
      next();
      List<Node> arguments = new ArrayList<>();
      do {
        arguments.add(deeper(argument));
      } while (skip(","));
      expect(")");
      return new Node.Invocation(token.text(), arguments);
    }
    return path();
  }

  /** Reads a document path. */
  Node.Way path() {
    List<Node.Step> steps = new ArrayList<>();
    steps.add(name());
    while (true) {
      if (skip(".")) {
        steps.add(name());
      } else if (skip("[")) {
        steps.add(new Node.Step(expect(Token.Kind.NUMBER).text(), Token.Kind.NUMBER));
        expect("]");
      } else {
        return new Node.Way(steps);
      }
    }
  }

  private Node.Step name() {
    Token token = peek();
    boolean isName =
        token.kind() == Token.Kind.NAME_PLACEHOLDER
            || (token.kind() == Token.Kind.WORD && !isKeyword(token.text()));
    if (!isName) {
      throw unexpected();
    }
    next();
    return new Node.Step(token.text(), token.kind());
  }

  private boolean isKeyword(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AND", "OR", "NOT", "IN", "BETWEEN" -> !kind.equals("UpdateExpression");
      case "SET", "REMOVE", "ADD", "DELETE" -> kind.equals("UpdateExpression");
      default -> false;
    };
  }
}
