package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a query.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/QuotingRulesSelect.html">
 *     Select quoting rules</a>
 */
final class SdbTokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<text>'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\")|(?<quoted>`(?:[^`]|``)+`)"
              + "|(?<word>[A-Za-z_$][A-Za-z0-9_$]*)|(?<number>[0-9]{1,9})"
              + "|(?<symbol><=|>=|!=|[=<>(),*]))");

  private enum Kind {
    TEXT,
    QUOTED,
    WORD,
    NUMBER,
    SYMBOL
  }

  private record Token(Kind kind, String text) {}

  private final List<Token> tokens;
  private int at;

  private SdbTokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  static SdbTokens of(String query) {
    String text = query.strip();
    Matcher matcher = TOKEN.matcher(text);
    List<Token> tokens = new ArrayList<>();
    int end = 0;
    while (end < text.length()) {
      if (!matcher.find() || matcher.start() != end) {
        throw invalid();
      }
      for (Kind kind : Kind.values()) {
        String found = matcher.group(kind.name().toLowerCase(java.util.Locale.ROOT));
        if (found != null) {
          tokens.add(new Token(kind, unquoted(kind, found)));
        }
      }
      end = matcher.end();
    }
    return new SdbTokens(tokens);
  }

  private static String unquoted(Kind kind, String found) {
    if (kind != Kind.TEXT && kind != Kind.QUOTED) {
      return found;
    }
    String quote = found.substring(0, 1);
    return found.substring(1, found.length() - 1).replace(quote + quote, quote);
  }

  /** Whether the next ones are these words or symbols. */
  private boolean are(String... words) {
    for (int i = 0; i < words.length; i++) {
      boolean there = at + i < tokens.size();
      Token token = there ? tokens.get(at + i) : new Token(Kind.TEXT, "");
      boolean bare = token.kind == Kind.WORD || token.kind == Kind.SYMBOL;
      if (!bare || !token.text.equalsIgnoreCase(words[i])) {
        return false;
      }
    }
    return true;
  }

  /** Steps over a word or symbol, if it is the next one. */
  boolean skip(String word) {
    boolean next = are(word);
    at += next ? 1 : 0;
    return next;
  }

  /** Steps over a function, if it is the next one: {@code itemName()}. */
  boolean skipCall(String name, String... within) {
    List<String> words = new ArrayList<>(List.of(name, "("));
    words.addAll(List.of(within));
    words.add(")");
    boolean next = are(words.toArray(String[]::new));
    at += next ? words.size() : 0;
    return next;
  }

  void expect(String word) {
    if (!skip(word)) {
      throw invalid();
    }
  }

  void expectEnd() {
    if (at < tokens.size()) {
      throw invalid();
    }
  }

  /** The name of a domain or an attribute. */
  String name() {
    return next(Kind.WORD, Kind.QUOTED);
  }

  /** A text that something is compared with. */
  String constant() {
    return next(Kind.TEXT);
  }

  String symbol() {
    return next(Kind.SYMBOL);
  }

  int number() {
    return Integer.parseInt(next(Kind.NUMBER));
  }

  private String next(Kind... kinds) {
    if (at >= tokens.size() || !List.of(kinds).contains(tokens.get(at).kind)) {
      throw invalid();
    }
    return tokens.get(at++).text;
  }

  static DocumentError invalid() {
    return SdbView.error(
        "InvalidQueryExpression", "The specified query expression syntax is not valid.");
  }
}
