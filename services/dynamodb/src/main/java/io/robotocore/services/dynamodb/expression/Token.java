package io.robotocore.services.dynamodb.expression;

/**
 * A piece of an expression.
 *
 * @param kind what it is
 * @param text how it was written
 * @param start where it begins in the expression
 */
record Token(Kind kind, String text, int start) {

  enum Kind {
    WORD,
    NAME_PLACEHOLDER,
    VALUE_PLACEHOLDER,
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

  int end() {
    return kind == Kind.END ? start : start + text.length();
  }
}
