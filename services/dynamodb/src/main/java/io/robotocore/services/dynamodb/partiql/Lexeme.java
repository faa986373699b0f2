package io.robotocore.services.dynamodb.partiql;

/**
 * A piece of a statement.
 *
 * @param text a word or symbol as it was written; a name or string without its quotes
 */
record Lexeme(Kind kind, String text) {

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
