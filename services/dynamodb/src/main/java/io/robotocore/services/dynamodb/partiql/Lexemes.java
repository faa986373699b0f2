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
          "(?:(?<word>[A-Za-z_$][\\w$]*)"
              + "|\"(?<quoted>(?:[^\"]|\"\")*)\""
              + "|'(?<string>(?:[^']|'')*)'"
              + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
              + "|(?!/\\*)(?<symbol><<|>>|<>|<=|>=|!=|\\|\\||[-+*/=<>(){}\\[\\],.?:;]))");

  private static final Pattern BLANK = Pattern.compile("(?:\\s++|--[^\\n]*+|/\\*(?s:.*?)\\*/)*+");

  private static final int MAX_DEPTH = 300;

  private final String statement;
  private final List<Lexeme> pieces = new ArrayList<>();
  private int at;
  private int depth;

  Lexemes(String statement) {
    this.statement = statement;
    Matcher matcher = PIECE.matcher(statement);
    int end = afterBlank(0);
    while (end < statement.length()) {
      matcher.region(end, statement.length());
      if (!matcher.lookingAt()) {
        throw malformed("");
      }
      pieces.add(piece(matcher));
      end = afterBlank(matcher.end());
    }
    pieces.add(new Lexeme(Lexeme.Kind.END, "", end, 0));
  }

  /** Where white space and comments end that begin at a place. */
  private int afterBlank(int start) {
    Matcher blank = BLANK.matcher(statement).region(start, statement.length());
    return blank.lookingAt() ? blank.end() : start;
  }

  private static Lexeme piece(Matcher matcher) {
    if (matcher.group("word") != null) {
      return piece(Lexeme.Kind.WORD, matcher.group("word"), matcher);
    } else if (matcher.group("quoted") != null) {
      return piece(Lexeme.Kind.QUOTED, matcher.group("quoted").replace("\"\"", "\""), matcher);
    } else if (matcher.group("string") != null) {
      return piece(Lexeme.Kind.STRING, matcher.group("string").replace("''", "'"), matcher);
    } else if (matcher.group("number") != null) {
      return piece(Lexeme.Kind.NUMBER, matcher.group("number"), matcher);
    }
    return piece(Lexeme.Kind.SYMBOL, matcher.group("symbol"), matcher);
  }

  private static Lexeme piece(Lexeme.Kind kind, String text, Matcher matcher) {
    return new Lexeme(kind, text, matcher.start(), matcher.end() - matcher.start());
  }

  DynamoDbException malformed() {
    return malformed(statement);
  }

  /** A statement that cannot be read, with what is said of it. */
  DynamoDbException malformed(String detail) {
    return Invalid.because("Statement wasn't well formed, can't be processed: " + detail);
  }

  /** A statement that says more than a statement can. */
  DynamoDbException leftover() {
    return malformed("Unexpected token after expression");
  }

  /** Something that is wrong with a piece: its line, column and length are shown. */
  DynamoDbException wrong(String what, Lexeme piece) {
    String before = statement.substring(0, piece.start());
    long line = before.chars().filter(one -> one == '\n').count() + 1;
    int column = piece.start() - before.lastIndexOf('\n');
    return Invalid.because("%s at %d:%d:%d".formatted(what, line, column, piece.length()));
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
