package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a query.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonSimpleDB/latest/DeveloperGuide/UsingSelect.html">Using
 *     Select to create Amazon SimpleDB queries</a>
 */
final class SdbParser {

  private static final int USUAL_LIMIT = 100;
  private static final int MOST = 2500;
  private static final String ITEM_NAME = "";

  private final SdbTokens tokens;
  private final Set<String> compared = new HashSet<>();

  private SdbParser(SdbTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The query of a text.
   *
   * @throws DocumentError if it is none
   */
  static SdbQuery query(String text) {
    return new SdbParser(SdbTokens.of(text)).query();
  }

  private SdbQuery query() {
    tokens.expect("select");
    SdbQuery.Output output = output();
    tokens.expect("from");
    String domain = tokens.name();
    SdbCondition condition =
        tokens.skip("where") ? intersection() : new SdbCondition.OfName(name -> true);
    SdbQuery.Paging page = page();
    tokens.expectEnd();
    return new SdbQuery(output, domain, condition, page);
  }

  private SdbQuery.Output output() {
    if (tokens.skip("*")) {
      return new SdbQuery.Output(SdbQuery.Output.Kind.ALL, List.of());
    }
    if (tokens.skipCall("count", "*")) {
      return new SdbQuery.Output(SdbQuery.Output.Kind.COUNT, List.of());
    }
    if (tokens.skipCall("itemname")) {
      return new SdbQuery.Output(SdbQuery.Output.Kind.NAME, List.of());
    }
    List<String> names = new ArrayList<>();
    do {
      names.add(tokens.name());
    } while (tokens.skip(","));
    return new SdbQuery.Output(SdbQuery.Output.Kind.SOME, names);
  }

  private SdbCondition intersection() {
    SdbCondition condition = either();
    while (tokens.skip("intersection")) {
      condition = new SdbCondition.Intersection(condition, either());
    }
    return condition;
  }

  private SdbCondition either() {
    SdbCondition condition = both();
    while (tokens.skip("or")) {
      condition = new SdbCondition.Joined(condition, both(), false);
    }
    return condition;
  }

  private SdbCondition both() {
    SdbCondition condition = one();
    while (tokens.skip("and")) {
      condition = new SdbCondition.Joined(condition, one(), true);
    }
    return condition;
  }

  private SdbCondition one() {
    if (tokens.skip("not")) {
      return new SdbCondition.Not(one());
    }
    if (tokens.skip("(")) {
      SdbCondition inner = intersection();
      tokens.expect(")");
      return inner;
    }
    if (tokens.skipCall("itemname")) {
      return ofName();
    }
    if (tokens.skip("every")) {
      tokens.expect("(");
      String name = tokens.name();
      tokens.expect(")");
      compared.add(name);
      return new SdbCondition.OfEvery(name, comparison());
    }
    String name = tokens.name();
    if (tokens.skip("is")) {
      return presence(name);
    }
    compared.add(name);
    return new SdbCondition.OfOne(name, comparison());
  }

  private SdbCondition ofName() {
    compared.add(ITEM_NAME);
    if (tokens.skip("is")) {
      boolean present = tokens.skip("not");
      tokens.expect("null");
      return new SdbCondition.OfName(name -> present);
    }
    return new SdbCondition.OfName(comparison());
  }

  private SdbCondition presence(String name) {
    boolean present = tokens.skip("not");
    tokens.expect("null");
    if (present) {
      compared.add(name);
    }
    return new SdbCondition.Presence(name, present);
  }

  private Predicate<String> comparison() {
    if (tokens.skip("between")) {
      String least = tokens.constant();
      tokens.expect("and");
      String most = tokens.constant();
      return value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }
    if (tokens.skip("in")) {
      List<String> constants = constants();
      return constants::contains;
    }
    if (tokens.skip("not")) {
      tokens.expect("like");
      return like(tokens.constant()).negate();
    }
    if (tokens.skip("like")) {
      return like(tokens.constant());
    }
    String operator = tokens.symbol();
    String constant = tokens.constant();
    return switch (operator) {
      case "=" -> value -> value.equals(constant);
      case "!=" -> value -> !value.equals(constant);
      case "<" -> value -> value.compareTo(constant) < 0;
      case "<=" -> value -> value.compareTo(constant) <= 0;
      case ">" -> value -> value.compareTo(constant) > 0;
      case ">=" -> value -> value.compareTo(constant) >= 0;
      default -> throw SdbTokens.invalid();
    };
  }

  private List<String> constants() {
    tokens.expect("(");
    List<String> constants = new ArrayList<>();
    do {
      constants.add(tokens.constant());
    } while (tokens.skip(","));
    tokens.expect(")");
    return constants;
  }

  /** A percent sign stands for anything, unless a backslash is in front of it. */
  private static Predicate<String> like(String constant) {
    StringBuilder pattern = new StringBuilder("(?s)");
    for (String part : constant.split("(?<!\\\\)(?=%)|(?<=(?<!\\\\)%)")) {
      pattern.append(part.equals("%") ? ".*" : Pattern.quote(part.replace("\\%", "%")));
    }
    return Pattern.compile(pattern.toString()).asMatchPredicate();
  }

  private SdbQuery.Paging page() {
    Optional<String> sort = Optional.empty();
    boolean descending = false;
    if (tokens.skip("order")) {
      tokens.expect("by");
      String name = tokens.skipCall("itemname") ? ITEM_NAME : tokens.name();
      descending = tokens.skip("desc");
      if (!descending) {
        tokens.skip("asc");
      }
      checkSort(name);
      sort = Optional.of(name);
    }
    return new SdbQuery.Paging(sort, descending, tokens.skip("limit") ? limit() : USUAL_LIMIT);
  }

  private int limit() {
    int limit = tokens.number();
    if (limit < 1 || limit > MOST) {
      throw SdbTokens.invalid();
    }
    return limit;
  }

  private void checkSort(String name) {
    if (!compared.contains(name)) {
      throw DocumentError.unmodeled(
          "InvalidSortExpression",
          "Invalid sort expression. The sort attribute must be present in at least one of the"
              + " predicates, and the predicate cannot contain the is null operator.",
          400);
    }
  }
}
