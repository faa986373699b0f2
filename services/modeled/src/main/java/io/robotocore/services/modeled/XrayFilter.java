package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a filter expression. Edges, groups, root causes and the facts of instances are not
 * implemented.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html">filter
 *     expressions</a>
 */
final class XrayFilter {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9]+(?:\\.[0-9]+)?"
              + "|[A-Za-z_][\\w.:-]*(?:\\[[\\w.:-]+\\])?|<=|>=|!=|[=<>!(){}])");
  private static final int NOT_IMPLEMENTED = 501;

  private final List<String> tokens = new ArrayList<>();
  private int at;

  private XrayFilter(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw invalid();
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  /**
   * What an expression says of a trace.
   *
   * @throws DocumentError if it is none
   */
  static Predicate<XrayTrace> of(String text) {
    XrayFilter filter = new XrayFilter(text);
    Predicate<XrayTrace> condition = filter.either();
    if (filter.at < filter.tokens.size()) {
      throw invalid();
    }
    return condition;
  }

  private Predicate<XrayTrace> either() {
    Predicate<XrayTrace> condition = both();
    while (skip("OR")) {
      condition = condition.or(both());
    }
    return condition;
  }

  private Predicate<XrayTrace> both() {
    Predicate<XrayTrace> condition = one();
    while (skip("AND")) {
      condition = condition.and(one());
    }
    return condition;
  }

  private Predicate<XrayTrace> one() {
    if (skip("!")) {
      return one().negate();
    }
    if (skip("(")) {
      Predicate<XrayTrace> inner = either();
      expect(")");
      return inner;
    }
    if (skip("service")) {
      return service();
    }
    String keyword = next();
    if (!Character.isLetter(keyword.charAt(0))) {
      throw invalid();
    }
    return comparison(keyword);
  }

  /** Segments of a service, of which more can be said in braces. */
  private Predicate<XrayTrace> service() {
    expect("(");
    String name = text(next());
    expect(")");
    Predicate<XrayTrace> inner = trace -> true;
    if (skip("{")) {
      inner = either();
      expect("}");
    }
    Predicate<XrayTrace> within = inner;
    return trace -> trace.ofService(name).anyMatch(within);
  }

  private Predicate<XrayTrace> comparison(String keyword) {
    checkKnown(keyword);
    String operator = at < tokens.size() ? tokens.get(at).toUpperCase(Locale.ROOT) : "";
    if (!operator.matches("[=<>]|[<>!]=|CONTAINS|BEGINSWITH|ENDSWITH")) {
      return trace -> facts(trace, keyword).stream().anyMatch(fact -> !fact.equals(false));
    }
    at++;
    Object value = value(next());
    return trace -> facts(trace, keyword).stream().anyMatch(fact -> compare(fact, operator, value));
  }

  private static void checkKnown(String keyword) {
    String name = keyword.toLowerCase(Locale.ROOT);
    if (!name.startsWith("annotation") && !XrayTrace.KEYWORDS.contains(name)) {
      throw DocumentError.unmodeled(
          "NotImplemented", "Filters by " + keyword + " are not implemented", NOT_IMPLEMENTED);
    }
  }

  private static boolean compare(Object fact, String operator, Object value) {
    String one = String.valueOf(fact);
    String other = String.valueOf(value);
    int order =
        fact instanceof Double number && value instanceof Double with
            ? number.compareTo(with)
            : one.compareTo(other);
    return switch (operator) {
      case "=" -> order == 0;
      case "!=" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "CONTAINS" -> one.contains(other);
      case "BEGINSWITH" -> one.startsWith(other);
      default -> one.endsWith(other);
    };
  }

  private static List<Object> facts(XrayTrace trace, String keyword) {
    String name = keyword.toLowerCase(Locale.ROOT);
    if (name.startsWith("annotation")) {
      return trace.annotated(
          keyword.replaceFirst("(?i)^annotation(?:\\.|\\[)([^\\]]*)\\]?$", "$1"));
    }
    Object fact = trace.facts().get(name);
    return fact == null ? List.of() : List.of(fact);
  }

  private static Object value(String token) {
    if (token.matches("-?[0-9.]+")) {
      return Double.valueOf(token);
    }
    return token.matches("(?i)true|false") ? Boolean.valueOf(token) : text(token);
  }

  private static String text(String token) {
    if (!token.startsWith("\"")) {
      throw invalid();
    }
    return token.substring(1, token.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  private boolean skip(String word) {
    boolean next = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
    at += next ? 1 : 0;
    return next;
  }

  private void expect(String word) {
    if (!skip(word)) {
      throw invalid();
    }
  }

  private String next() {
    if (at >= tokens.size()) {
      throw invalid();
    }
    return tokens.get(at++);
  }

  private static DocumentError invalid() {
    String message = "Invalid filter expression";
    return new DocumentError("InvalidRequestException", message, Map.of("Message", message));
  }
}
