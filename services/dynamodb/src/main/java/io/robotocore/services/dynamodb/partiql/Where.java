package io.robotocore.services.dynamodb.partiql;

import io.robotocore.services.dynamodb.expression.Comparison;
import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.Operand;
import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a statement demands of items. */
final class Where {

  private static final Map<String, Integer> FUNCTIONS =
      Map.of(
          "attribute_exists", 1,
          "attribute_not_exists", 1,
          "begins_with", 2,
          "contains", 2,
          "attribute_type", 2);

  private final Lexemes lexemes;
  private final Values values;

  Where(Lexemes lexemes, Values values) {
    this.lexemes = lexemes;
    this.values = values;
  }

  Condition condition() {
    List<Condition> parts = new ArrayList<>(List.of(conjunction()));
    while (lexemes.skipWord("OR")) {
      parts.add(conjunction());
    }
    return parts.size() == 1 ? parts.get(0) : Conditions.any(parts);
  }

  private Condition conjunction() {
    List<Condition> parts = new ArrayList<>(List.of(negation()));
    while (lexemes.skipWord("AND")) {
      parts.add(negation());
    }
    return parts.size() == 1 ? parts.get(0) : Conditions.all(parts);
  }

  private Condition negation() {
    if (lexemes.skipWord("NOT")) {
      return Conditions.not(lexemes.deeper(this::negation));
    }
    if (lexemes.skip("(")) {
      Condition inner = lexemes.deeper(this::condition);
      lexemes.expect(")");
      return inner;
    }
    Lexeme piece = lexemes.peek();
    return piece.kind() == Lexeme.Kind.WORD && lexemes.peek(1).is("(") && !piece.isWord("size")
        ? function()
        : comparison();
  }

  private Condition function() {
    Lexeme function = lexemes.next();
    String name = function.text().toLowerCase(Locale.ROOT);
    if (!FUNCTIONS.containsKey(name)) {
      throw lexemes.wrong("Unrecognized function: " + name, function);
    }
    List<Operand> operands = operands();
    if (operands.size() != FUNCTIONS.get(name)) {
      throw Invalid.because(
          "Incorrect number of operands for operator or function; operator or function: %s, number of operands: %d"
              .formatted(name, operands.size()));
    }
    Operand first = operands.get(0);
    return switch (name) {
      case "attribute_exists" -> new Condition.Exists(path(first, name));
      case "attribute_not_exists" -> Conditions.not(new Condition.Exists(path(first, name)));
      case "begins_with" -> new Condition.Begins(first, operands.get(1));
      case "contains" -> new Condition.Contains(first, operands.get(1));
      default -> new Condition.IsOf(first, type(operands.get(1)));
    };
  }

  /** The operands of a function, in parentheses. */
  List<Operand> operands() {
    lexemes.expect("(");
    List<Operand> operands = new ArrayList<>();
    while (!lexemes.skip(")")) {
      if (!operands.isEmpty()) {
        lexemes.expect(",");
      }
      operands.add(operand());
    }
    return operands;
  }

  private static Type type(Operand operand) {
    String name =
        operand instanceof Operand.Literal literal && literal.value() instanceof Value.Text text
            ? text.text()
            : "";
    try {
      return Type.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw Invalid.because("Invalid attribute type name found: " + name);
    }
  }

  private static Path path(Operand operand, String function) {
    if (operand instanceof Operand.At at) {
      return at.path();
    }
    throw Invalid.because(
        "Operator or function requires a document path; operator or function: " + function);
  }

  private Condition comparison() {
    Operand left = operand();
    if (lexemes.skipWord("IS")) {
      boolean not = lexemes.skipWord("NOT");
      Condition is = is(left);
      return not ? Conditions.not(is) : is;
    }
    boolean not = lexemes.skipWord("NOT");
    if (lexemes.skipWord("BETWEEN")) {
      Operand low = operand();
      lexemes.expectWord("AND");
      Condition between = new Condition.Between(left, low, operand());
      return not ? Conditions.not(between) : between;
    } else if (lexemes.skipWord("IN")) {
      Condition in = in(left);
      return not ? Conditions.not(in) : in;
    }
    String symbol = lexemes.next().text();
    Comparison comparison =
        switch (symbol) {
          case "=" -> Comparison.EQ;
          case "<>", "!=" -> Comparison.NE;
          case "<" -> Comparison.LT;
          case "<=" -> Comparison.LE;
          case ">" -> Comparison.GT;
          case ">=" -> Comparison.GE;
          default -> throw lexemes.malformed();
        };
    return new Condition.Compares(comparison, left, operand());
  }

  private Condition is(Operand left) {
    if (lexemes.skipWord("MISSING")) {
      return Conditions.not(new Condition.Exists(path(left, "IS MISSING")));
    }
    lexemes.expectWord("NULL");
    return new Condition.IsOf(left, Type.NULL);
  }

  private Condition in(Operand left) {
    String end = lexemes.skip("[") ? "]" : ")";
    if (end.equals(")")) {
      lexemes.expect("(");
    }
    List<Operand> others = new ArrayList<>();
    do {
      others.add(operand());
    } while (lexemes.skip(","));
    lexemes.expect(end);
    return new Condition.In(left, List.copyOf(others));
  }

  private Operand operand() {
    if (values.isNext()) {
      return new Operand.Literal(values.value());
    }
    if (lexemes.peek().isWord("size") && lexemes.peek(1).is("(")) {
      lexemes.next();
      lexemes.next();
      Operand sized = lexemes.deeper(this::operand);
      lexemes.expect(")");
      return new Operand.Size(sized);
    }
    return new Operand.At(path());
  }

  /** Reads a document path. */
  Path path() {
    List<Path.Step> steps = new ArrayList<>(List.of(new Path.Named(lexemes.name())));
    while (true) {
      if (lexemes.skip(".")) {
        steps.add(new Path.Named(lexemes.name()));
      } else if (lexemes.skip("[")) {
        Lexeme index = lexemes.next();
        if (index.kind() == Lexeme.Kind.NUMBER && index.text().matches("\\d{1,9}")) {
          steps.add(new Path.Indexed(Integer.parseInt(index.text())));
        } else if (index.kind() == Lexeme.Kind.STRING) {
          steps.add(new Path.Named(index.text()));
        } else {
          throw lexemes.malformed();
        }
        lexemes.expect("]");
      } else {
        return new Path(List.copyOf(steps));
      }
    }
  }
}
