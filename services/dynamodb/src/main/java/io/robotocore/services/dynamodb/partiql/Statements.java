package io.robotocore.services.dynamodb.partiql;

import io.robotocore.services.dynamodb.expression.Condition;
import io.robotocore.services.dynamodb.expression.Conditions;
import io.robotocore.services.dynamodb.expression.Operand;
import io.robotocore.services.dynamodb.expression.Path;
import io.robotocore.services.dynamodb.expression.Source;
import io.robotocore.services.dynamodb.expression.Update;
import io.robotocore.services.dynamodb.expression.Updates;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads statements. */
public final class Statements {

  private final Lexemes lexemes;
  private final Values values;
  private final Where where;

  private Statements(String text, List<AttributeValue> parameters) {
    this.lexemes = new Lexemes(text);
    this.values = new Values(lexemes, parameters);
    this.where = new Where(lexemes, values);
  }

  /**
   * Reads a statement.
   *
   * @param parameters what its question marks stand for
   */
  public static Statement read(String text, List<AttributeValue> parameters) {
    Statements statements = new Statements(text, parameters);
    Statement statement = statements.statement();
    statements.lexemes.skip(";");
    if (statements.lexemes.peek().kind() != Lexeme.Kind.END) {
      throw statements.lexemes.leftover();
    }
    statements.values.checkUsed();
    return statement;
  }

  private Statement statement() {
    Lexeme first = lexemes.next();
    return switch (first.text().toUpperCase(Locale.ROOT)) {
      case "SELECT" -> select();
      case "INSERT" -> insert();
      case "UPDATE" -> update();
      case "DELETE" -> delete();
      case "EXISTS" -> exists();
      default ->
          throw Invalid.because(
              "Invalid operation. Only select, insert, update and delete operations are valid");
    };
  }

  private Statement.Select select() {
    List<Path> paths = new ArrayList<>();
    if (!lexemes.skip("*")) {
      do {
        paths.add(shown());
      } while (lexemes.skip(","));
    }
    lexemes.expectWord("FROM");
    String table = lexemes.name();
    Optional<String> index = lexemes.skip(".") ? Optional.of(lexemes.name()) : Optional.empty();
    checkNoAlias("WHERE", "ORDER");
    Condition condition = condition();
    List<Statement.Order> order = new ArrayList<>();
    if (lexemes.skipWord("ORDER")) {
      lexemes.expectWord("BY");
      do {
        order.add(order());
      } while (lexemes.skip(","));
    }
    return new Statement.Select(table, index, List.copyOf(paths), condition, List.copyOf(order));
  }

  private Path shown() {
    if (lexemes.peek(1).is("(")) {
      throw lexemes.wrong("Unexpected path component", lexemes.peek());
    }
    return where.path();
  }

  /** Tables have no other names in statements: their names are followed by one of some words. */
  private void checkNoAlias(String... words) {
    Lexeme next = lexemes.peek();
    boolean name = next.kind() == Lexeme.Kind.WORD || next.kind() == Lexeme.Kind.QUOTED;
    if (name && Arrays.stream(words).noneMatch(next::isWord)) {
      throw Invalid.because("Aliasing is not supported");
    }
  }

  private Statement.Order order() {
    String name = lexemes.name();
    boolean descending = lexemes.skipWord("DESC");
    if (!descending) {
      lexemes.skipWord("ASC");
    }
    return new Statement.Order(name, descending);
  }

  private Condition condition() {
    return lexemes.skipWord("WHERE") ? where.condition() : Conditions.ALWAYS;
  }

  private Statement insert() {
    lexemes.expectWord("INTO");
    String table = lexemes.name();
    if (!lexemes.skipWord("VALUE")) {
      throw lexemes.leftover();
    }
    if (values.item() instanceof Document item) {
      return new Statement.Insert(table, item);
    }
    throw Invalid.because(
        "Unsupported format in item expression. Please use struct format {...} to express item values for insert statement.");
  }

  private Statement update() {
    String table = lexemes.name();
    checkNoAlias("SET", "REMOVE", "WHERE");
    List<Update.Action> actions = new ArrayList<>();
    while (true) {
      if (lexemes.skipWord("SET")) {
        do {
          actions.add(set());
        } while (lexemes.skip(","));
      } else if (lexemes.skipWord("REMOVE")) {
        do {
          actions.add(Updates.remove(where.path()));
        } while (lexemes.skip(","));
      } else {
        break;
      }
    }
    if (actions.isEmpty()) {
      throw lexemes.malformed();
    }
    Condition condition = condition();
    return new Statement.Modify(table, Updates.of(actions), condition, returning());
  }

  private Update.Action set() {
    Path path = where.path();
    lexemes.expect("=");
    String function = lexemes.peek().text().toLowerCase(Locale.ROOT);
    boolean ofSets = function.equals("set_add") || function.equals("set_delete");
    if (!ofSets || !lexemes.peek(1).is("(")) {
      return Updates.put(path, sum());
    }
    Value.Elements set = ofSets(path);
    return function.equals("set_add") ? Updates.add(path, set) : Updates.delete(path, set);
  }

  /** What is to be added to a set or deleted from it: the second argument; the first is the set. */
  private Value.Elements ofSets(Path path) {
    Lexeme function = lexemes.next();
    String name = function.text().toUpperCase(Locale.ROOT);
    Lexeme first = lexemes.peek(1);
    List<Operand> operands = where.operands();
    if (operands.size() != 2) {
      throw lexemes.wrong(name + " must have exactly two arguments", function);
    }
    if (!operands.get(0).equals(new Operand.At(path))) {
      throw lexemes.wrong(
          "The first argument to " + name + " must equal the assignment value", function);
    }
    if (operands.get(1) instanceof Operand.Literal literal
        && literal.value() instanceof Value.Elements set) {
      return set;
    }
    throw lexemes.wrong("The second argument to " + name + " must be a value with type SET", first);
  }

  private Source sum() {
    Source left = source();
    while (lexemes.peek().is("+") || lexemes.peek().is("-")) {
      boolean minus = lexemes.next().is("-");
      left = new Source.Sum(left, source(), minus);
    }
    return left;
  }

  private Source source() {
    if (values.isNext()) {
      return new Source.Plain(new Operand.Literal(values.value()));
    }
    String function = lexemes.peek().text().toLowerCase(Locale.ROOT);
    if (!lexemes.peek(1).is("(")) {
      return new Source.Plain(new Operand.At(where.path()));
    }
    lexemes.next();
    lexemes.expect("(");
    Source source =
        switch (function) {
          case "list_append" -> new Source.Appended(lexemes.deeper(this::sum), second());
          case "if_not_exists" -> new Source.Default(where.path(), second());
          default -> throw Invalid.because("Unsupported function: " + function);
        };
    lexemes.expect(")");
    return source;
  }

  private Source second() {
    lexemes.expect(",");
    return lexemes.deeper(this::sum);
  }

  private Statement delete() {
    lexemes.expectWord("FROM");
    String table = lexemes.name();
    checkNoAlias("WHERE", "RETURNING");
    Condition condition = condition();
    return new Statement.Remove(table, condition, returning());
  }

  private Optional<Statement.Returning> returning() {
    if (!lexemes.skipWord("RETURNING")) {
      return Optional.empty();
    }
    boolean all = lexemes.skipWord("ALL");
    if (!all) {
      lexemes.expectWord("MODIFIED");
    }
    boolean old = lexemes.skipWord("OLD");
    if (!old) {
      lexemes.expectWord("NEW");
    }
    lexemes.expect("*");
    return Optional.of(new Statement.Returning(all, old));
  }

  private Statement exists() {
    lexemes.expect("(");
    lexemes.expectWord("SELECT");
    Statement.Select select = select();
    lexemes.expect(")");
    return new Statement.Exists(select.table(), select.where());
  }
}
