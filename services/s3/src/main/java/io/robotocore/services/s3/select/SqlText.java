package io.robotocore.services.s3.select;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.PlainSelect;

/**
 * A query in S3's dialect. What other dialects do not have, paths and {@code MISSING}, stands
 * behind names when the grammar sees it.
 *
 * @param select the query
 * @param paths the paths in it, by number
 * @param source the path to the records
 * @param alias what the records are called
 */
record SqlText(PlainSelect select, List<Path> paths, Path source, String alias) {

  private static final String MISSING = "__missing";
  private static final String PATH = "__path";
  private static final Pattern FROM =
      Pattern.compile(
          "(?is)\\bFROM\\s+(S3Object)((?:\\[(?:\\*|\\d+)]|\\.\\w+|\\.\"[^\"]+\")*)"
              + "(?:\\s+(?:AS\\s+)?(?!WHERE\\b|LIMIT\\b)(\\w+))?");
  private static final Pattern IS_MISSING = Pattern.compile("(?i)\\bIS\\s+(NOT\\s+)?MISSING\\b");
  private static final Pattern PATHS =
      Pattern.compile(
          "'(?:[^']|'')*'"
              + "|(?:[A-Za-z_]\\w*|\"[^\"]*\")"
              + "(?:\\.(?:[A-Za-z_]\\w*|\"[^\"]*\")|\\[(?:\\d+|'[^']*')])+");

  static SqlText of(String query) {
    Matcher from = FROM.matcher(query);
    if (!from.find()) {
      throw SelectError.noSource();
    }
    String alias = from.group(3) == null ? "S3Object" : from.group(3);
    List<Path> paths = new ArrayList<>();
    String before = prepared(query.substring(0, from.start()), paths);
    String after = prepared(query.substring(from.end()), paths);
    try {
      if (CCJSqlParserUtil.parse(before + " FROM S3Object s " + after) instanceof PlainSelect select
          && select.getJoins() == null
          && select.getGroupBy() == null
          && select.getOrderByElements() == null
          && select.getDistinct() == null) {
        return new SqlText(select, List.copyOf(paths), Path.of(from.group(2)), alias);
      }
    } catch (JSQLParserException e) {
      throw SelectError.syntax();
    }
    throw SelectError.unsupported();
  }

  private static String prepared(String part, List<Path> paths) {
    String named =
        PATHS.matcher(part).replaceAll(found -> Matcher.quoteReplacement(name(found, paths)));
    return IS_MISSING
        .matcher(named)
        .replaceAll(found -> (found.group(1) == null ? "= " : "<> ") + MISSING);
  }

  private static String name(MatchResult found, List<Path> paths) {
    if (found.group().startsWith("'")) {
      return found.group();
    }
    paths.add(Path.of(found.group()));
    return PATH + (paths.size() - 1);
  }

  static boolean isMissing(Expression expression) {
    return expression instanceof Column column && column.getColumnName().equals(MISSING);
  }

  /** The path that a column stands for, from the record on. */
  Path path(Column column) {
    String name = column.getColumnName();
    Path path =
        name.startsWith(PATH)
            ? paths.get(Integer.parseInt(name.substring(PATH.length())))
            : Path.of(name);
    return path.startsWith(alias) || path.startsWith("S3Object") ? path.rest() : path;
  }
}
