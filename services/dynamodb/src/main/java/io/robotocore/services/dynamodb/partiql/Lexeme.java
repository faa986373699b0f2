package io.robotocore.services.dynamodb.partiql;

/**
 * A piece of a statement.
 *
 * @param text a word or symbol as it was written; a name or string without its quotes
 * @param start where in the statement it begins
 * @param length how long it is there
 */
record Lexeme(Kind kind, String text, int start, int length) {

  enum Kind {
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }
}
