package io.robotocore.services.s3.select;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.schema.Column;

/**
 * Makes of the expressions of a query what is computed for each row.
 *
 * @param text the query, which knows its paths
 * @param functions the functions that it may call
 */
record Terms(SqlText text, Functions functions) {

  private static final Term NULL = row -> Absent.NULL;

  Term of(Expression expression) {
    if (expression instanceof Column column) {
      return of(column);
    }
    if (expression instanceof BinaryExpression binary) {
      return ofBinary(binary);
    }
    if (expression instanceof CastExpression cast) {
      Term value = of(cast.getLeftExpression());
      String type = cast.getColDataType().getDataType();
      return row -> Values.cast(value.of(row), type);
    }
    return literal(expression)
        .or(() -> test(expression))
        .or(() -> call(expression))
        .orElseThrow(SelectError::unsupported);
  }

  private Term of(Column column) {
    String name = column.getColumnName();
    if (name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false")) {
      return row -> Boolean.valueOf(name);
    }
    Path path = text.path(column);
    return row -> path.steps().isEmpty() ? whole(row) : row.at(path);
  }

  private static Object whole(Row row) {
    return row instanceof Row.Value value ? value.value() : row.members();
  }

  private Optional<Term> literal(Expression expression) {
    if (expression instanceof LongValue number) {
      BigDecimal value = new BigDecimal(number.getStringValue());
      return Optional.of(row -> value);
    }
    if (expression instanceof DoubleValue number) {
      BigDecimal value = new BigDecimal(number.toString());
      return Optional.of(row -> value);
    }
    if (expression instanceof StringValue string) {
      String value = string.getNotExcapedValue();
      return Optional.of(row -> value);
    }
    if (expression instanceof BooleanValue truth) {
      return Optional.of(row -> truth.getValue());
    }
    if (expression instanceof NullValue) {
      return Optional.of(NULL);
    }
    if (expression instanceof SignedExpression signed) {
      Term value = of(signed.getExpression());
      return Optional.of(
          signed.getSign() == '-' ? row -> Values.needNumber(value.of(row)).negate() : value);
    }
    return Optional.empty();
  }

  private Term ofBinary(BinaryExpression binary) {
    Term left = of(binary.getLeftExpression());
    if (SqlText.isMissing(binary.getRightExpression())) {
      boolean wanted = binary.getStringExpression().equals("=");
      return row -> (left.of(row) == Absent.MISSING) == wanted;
    }
    Term right = of(binary.getRightExpression());
    if (binary instanceof AndExpression) {
      return row -> left.holds(row) && right.holds(row);
    }
    if (binary instanceof OrExpression) {
      return row -> left.holds(row) || right.holds(row);
    }
    if (binary instanceof LikeExpression like) {
      return like(like, left, right);
    }
    if (binary instanceof Concat) {
      return present(left, right, (one, other) -> Values.text(one) + Values.text(other));
    }
    return switch (binary.getStringExpression()) {
      case "=" -> present(left, right, Values::same);
      case "<>", "!=" -> present(left, right, (one, other) -> !Values.same(one, other));
      case "<" -> ordered(left, right, order -> order < 0);
      case "<=" -> ordered(left, right, order -> order <= 0);
      case ">" -> ordered(left, right, order -> order > 0);
      case ">=" -> ordered(left, right, order -> order >= 0);
      default ->
          present(
              left,
              right,
              (one, other) ->
                  Values.compute(
                      binary.getStringExpression(),
                      Values.needNumber(one),
                      Values.needNumber(other)));
    };
  }

  /** What is computed of two values if both are there. */
  private static Term present(Term left, Term right, BiFunction<Object, Object, Object> how) {
    return row -> {
      Object one = left.of(row);
      Object other = right.of(row);
      return Absent.is(one) || Absent.is(other) ? Absent.NULL : how.apply(one, other);
    };
  }

  private static Term ordered(Term left, Term right, IntPredicate test) {
    return present(
        left, right, (one, other) -> Values.compare(one, other).filter(test::test).isPresent());
  }

  private Term like(LikeExpression like, Term left, Term right) {
    Term escape = like.getEscape() == null ? row -> "" : of(like.getEscape());
    return row -> {
      Object value = left.of(row);
      return Absent.is(value)
          ? Absent.NULL
          : pattern(Values.text(right.of(row)), Values.text(escape.of(row)))
                  .matcher(Values.text(value))
                  .matches()
              != like.isNot();
    };
  }

  private static Pattern pattern(String like, String escape) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      String c = like.substring(i, i + 1);
      if (c.equals(escape) && i + 1 < like.length()) {
        i++;
        pattern.append(Pattern.quote(like.substring(i, i + 1)));
      } else {
        pattern.append(c.equals("%") ? ".*" : c.equals("_") ? "." : Pattern.quote(c));
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }

  private Optional<Term> test(Expression expression) {
    if (expression instanceof NotExpression not) {
      Term value = of(not.getExpression());
      return Optional.of(row -> !value.holds(row));
    }
    if (expression instanceof IsNullExpression isNull) {
      Term value = of(isNull.getLeftExpression());
      return Optional.of(row -> Absent.is(value.of(row)) != isNull.isNot());
    }
    if (expression instanceof IsBooleanExpression is) {
      Term value = of(is.getLeftExpression());
      return Optional.of(row -> Boolean.valueOf(is.isTrue()).equals(value.of(row)) != is.isNot());
    }
    if (expression instanceof Between between) {
      Term value = of(between.getLeftExpression());
      Term both =
          and(
              ordered(value, of(between.getBetweenExpressionStart()), order -> order >= 0),
              ordered(value, of(between.getBetweenExpressionEnd()), order -> order <= 0));
      return Optional.of(row -> both.holds(row) != between.isNot());
    }
    if (expression instanceof InExpression in) {
      Term value = of(in.getLeftExpression());
      List<Term> candidates = all(in.getRightExpression());
      return Optional.of(
          row ->
              candidates.stream().anyMatch(one -> Values.same(one.of(row), value.of(row)))
                  != in.isNot());
    }
    return Optional.empty();
  }

  private static Term and(Term one, Term other) {
    return row -> one.holds(row) && other.holds(row);
  }

  private List<Term> all(Expression expression) {
    return expression instanceof ExpressionList<?> list
        ? list.stream().map(this::of).toList()
        : List.of(of(expression));
  }

  private Optional<Term> call(Expression expression) {
    if (expression instanceof ExpressionList<?> list && list.size() == 1) {
      return Optional.of(of(list.get(0)));
    }
    if (expression instanceof Function function) {
      List<Expression> arguments = new ArrayList<>();
      Optional.ofNullable(function.getParameters()).ifPresent(arguments::addAll);
      Optional.ofNullable(function.getNamedParameters()).ifPresent(arguments::addAll);
      return Optional.of(functions.call(function.getName(), arguments, this));
    }
    if (expression instanceof ExtractExpression extract) {
      Term time = of(extract.getExpression());
      return Optional.of(row -> Functions.part(extract.getName(), Values.needTime(time.of(row))));
    }
    if (expression instanceof TrimFunction trim) {
      return Optional.of(trim(trim));
    }
    return expression instanceof CaseExpression cases ? Optional.of(of(cases)) : Optional.empty();
  }

  private Term trim(TrimFunction trim) {
    boolean named = trim.getFromExpression() != null;
    Term value = of(named ? trim.getFromExpression() : trim.getExpression());
    Term characters = named ? of(trim.getExpression()) : row -> " ";
    String where =
        trim.getTrimSpecification() == null
            ? "BOTH"
            : trim.getTrimSpecification().name().toUpperCase(Locale.ROOT);
    return row -> {
      String set = "[" + Pattern.quote(Values.text(characters.of(row))) + "]+";
      String text = Values.text(value.of(row));
      String left = where.equals("TRAILING") ? text : text.replaceFirst("^" + set, "");
      return where.equals("LEADING") ? left : left.replaceFirst(set + "$", "");
    };
  }

  private Term of(CaseExpression cases) {
    Optional<Term> subject =
        Optional.ofNullable(cases.getSwitchExpression()).map(expression -> of(expression));
    List<When> branches = cases.getWhenClauses().stream().map(when -> of(when, subject)).toList();
    Term otherwise = cases.getElseExpression() == null ? NULL : of(cases.getElseExpression());
    return row ->
        Stream.concat(
                branches.stream().filter(branch -> branch.test.holds(row)),
                Stream.of(new When(otherwise, otherwise)))
            .findFirst()
            .orElseThrow()
            .value
            .of(row);
  }

  private When of(WhenClause when, Optional<Term> subject) {
    Term test = of(when.getWhenExpression());
    return new When(
        subject.map(value -> present(value, test, Values::same)).orElse(test),
        of(when.getThenExpression()));
  }

  private record When(Term test, Term value) {}
}
