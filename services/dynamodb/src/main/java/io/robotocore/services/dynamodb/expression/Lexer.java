package io.robotocore.services.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes an expression apart. What is no token is a symbol of one character, which no rule wants.
 */
final class Lexer {

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    while (lexer.skipBlanks()) {
      lexer.tokens.add(lexer.next());
    }
    lexer.tokens.add(new Token(Token.Kind.END, "<EOF>", text.length()));
    return lexer.tokens;
  }

  private boolean skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private Token next() {
    char first = text.charAt(at);
    if (isLetter(first)) {
      return token(Token.Kind.WORD, endOfWord(at));
    } else if (isDigit(first)) {
      int end = at;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      return token(Token.Kind.NUMBER, end);
    } else if ((first == '#' || first == ':') && endOfWord(at + 1) > at + 1) {
      Token.Kind kind = first == '#' ? Token.Kind.NAME_PLACEHOLDER : Token.Kind.VALUE_PLACEHOLDER;
      return token(kind, endOfWord(at + 1));
    }
    String two = text.substring(at, Math.min(at + 2, text.length()));
    boolean pair = two.equals("<>") || two.equals("<=") || two.equals(">=");
    return token(Token.Kind.SYMBOL, at + (pair ? 2 : Character.charCount(text.codePointAt(at))));
  }

  private Token token(Token.Kind kind, int end) {
    Token token = new Token(kind, text.substring(at, end), at);
    at = end;
    return token;
  }

  private int endOfWord(int from) {
    int end = from;
    while (end < text.length() && isPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isPart(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
