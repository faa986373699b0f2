package io.robotocore.services.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an update. */
final class UpdateGrammar {

  private final Tokens tokens;
  private final List<Clause> clauses = new ArrayList<>();
  private final List<String> sections = new ArrayList<>();

  private UpdateGrammar(Tokens tokens) {
    this.tokens = tokens;
  }

  static UpdateGrammar read(Tokens tokens) {
    UpdateGrammar grammar = new UpdateGrammar(tokens);
    do {
      grammar.section();
    } while (tokens.peek().kind() != Token.Kind.END);
    return grammar;
  }

  List<Clause> clauses() {
    return clauses;
  }

  /** The section that stands there twice, if one does. */
  Optional<String> repeatedSection() {
    return sections.stream()
        .filter(section -> sections.indexOf(section) != sections.lastIndexOf(section))
        .findFirst();
  }

  private void section() {
    String name = tokens.peek().text().toUpperCase(Locale.ROOT);
    if (!List.of("SET", "REMOVE", "ADD", "DELETE").contains(name)) {
      throw tokens.unexpected();
    }
    tokens.next();
    sections.add(name);
    do {
      clauses.add(clause(name));
    } while (tokens.skip(","));
  }

  private Clause clause(String section) {
    Node.Way way = tokens.path();
    switch (section) {
      case "SET" -> {
        tokens.expect("=");
        return new Clause(section, way, Optional.of(value()));
      }
      case "REMOVE" -> {
        return new Clause(section, way, Optional.empty());
      }
      default -> {
        String name = tokens.expect(Token.Kind.VALUE_PLACEHOLDER).text();
        return new Clause(section, way, Optional.of(new Node.Placeholder(name)));
      }
    }
  }

  private Node value() {
    Node left = operand();
    Token token = tokens.peek();
    if (token.is("+") || token.is("-")) {
      tokens.next();
      return new Node.Operation(token.text(), List.of(left, operand()));
    }
    return left;
  }

  private Node operand() {
    return tokens.peek().is("(") ? tokens.group(this::value) : tokens.operand(this::operand);
  }

  /** What is to happen at a path. */
  record Clause(String section, Node.Way way, Optional<Node> value) {}
}
