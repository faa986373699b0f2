package io.robotocore.services.dynamodb.partiql;

import io.robotocore.services.dynamodb.item.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** The pieces of a statement, read from left to right. */
final class Lexemes {

  private static final Pattern PIECE =
      Pattern.compile(
          "\\s*(?:(?<word>[A-Za-z_$][\\w$]*)"
              + "|\"(?<quoted>(?:[^\"]|\"\")*)\""
              + "|'(?<string>(?:[^']|'')*)'"
              + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
              + "|(?<symbol><<|>>|<>|<=|>=|!=|\\|\\||[-+*/=<>(){}\\[\\],.?:;]))");

  private static final int MAX_DEPTH = 300;

  private final String statement;
  private final List<Lexeme> pieces = new ArrayList<>();
  private int at;
  private int depth;

  Lexemes(String statement) {
    this.statement = statement;
    String text = statement.stripTrailing();
    Matcher matcher = PIECE.matcher(text);
    int end = 0;
    while (end < text.length()) {
      matcher.region(end, text.length());
      if (!matcher.lookingAt()) {
        throw malformed();
      }
      pieces.add(piece(matcher));
      end = matcher.end();
    }
    pieces.add(new Lexeme(Lexeme.Kind.END, ""));
  }

  private static Lexeme piece(Matcher matcher) {
    if (matcher.group("word") != null) {
      return new Lexeme(Lexeme.Kind.WORD, matcher.group("word"));
    } else if (matcher.group("quoted") != null) {
      return new Lexeme(Lexeme.Kind.QUOTED, matcher.group("quoted").replace("\"\"", "\""));
    } else if (matcher.group("string") != null) {
      return new Lexeme(Lexeme.Kind.STRING, matcher.group("string").replace("''", "'"));
    } else if (matcher.group("number") != null) {
      return new Lexeme(Lexeme.Kind.NUMBER, matcher.group("number"));
    }
    return new Lexeme(Lexeme.Kind.SYMBOL, matcher.group("symbol"));
  }

  DynamoDbException malformed() {
    return Invalid.because("Statement wasn't well formed, can't be processed: " + statement);
  }

  /** Reads something within something else; refuses what is nested too deep to be meant. */
  <T> T deeper(Supplier<T> content) {
    if (depth == MAX_DEPTH) {
      throw malformed();
    }
    depth++;
    T read = content.get();
    depth--;
    return read;
  }

  Lexeme peek() {
    return pieces.get(at);
  }

  Lexeme peek(int ahead) {
    return pieces.get(Math.min(at + ahead, pieces.size() - 1));
  }

  Lexeme next() {
    Lexeme piece = pieces.get(at);
    at = Math.min(at + 1, pieces.size() - 1);
    return piece;
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
      throw malformed();
    }
  }

  void expectWord(String word) {
    if (!skipWord(word)) {
      throw malformed();
    }
  }

  /** A name, in double quotes or without. */
  String name() {
    Lexeme piece = next();
    if (piece.kind() != Lexeme.Kind.WORD && piece.kind() != Lexeme.Kind.QUOTED) {
      throw malformed();
    }
    return piece.text();
  }
}
