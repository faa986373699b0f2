package io.robotocore.architecture;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** Law 11: what outgrows its budget is divided. */
final class BudgetsTest {
  private static final int FILE_LINES = 300;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 4;

  /** Files that may be longer, by reason. */
  private static final Map<String, String> LONG_FILES = Map.of();

  /** Methods that may be longer, as class.method, by reason. */
  private static final Map<String, String> LONG_METHODS = Map.of();

  /** Methods and constructors that may have more parameters, as class.method, by reason. */
  private static final Map<String, String> MANY_PARAMETERS = Map.of();

  @Test
  void law11_files_haveAtMost300LinesOfCode() {
    Map<String, Integer> files =
        Source.ALL.stream().collect(toMap(Source::name, source -> linesOfCode(source.unit())));

    assertThat(files).isNotEmpty();
    Map<String, Integer> over = over(FILE_LINES, files);
    assertThat(over.keySet())
        .as("law 11: lines of code, at most " + FILE_LINES + ": %s", over)
        .hasSameElementsAs(LONG_FILES.keySet());
  }

  @Test
  void law11_methods_haveAtMost40LinesOfCode() {
    assertThat(methods(BudgetsTest::linesOfCode).values()).isNotEmpty();
    Map<String, Integer> over = over(METHOD_LINES, methods(BudgetsTest::linesOfCode));
    assertThat(over.keySet())
        .as("law 11: lines of code, at most " + METHOD_LINES + ": %s", over)
        .hasSameElementsAs(LONG_METHODS.keySet());
  }

  @Test
  void law11_methods_haveAtMost4Parameters() {
    assertThat(methods(BudgetsTest::ownParameters).values()).isNotEmpty();
    Map<String, Integer> over = over(PARAMETERS, methods(BudgetsTest::ownParameters));
    assertThat(over.keySet())
        .as("law 11: parameters, at most " + PARAMETERS + ": %s", over)
        .hasSameElementsAs(MANY_PARAMETERS.keySet());
  }

  private static Map<String, Integer> over(int budget, Map<String, Integer> measures) {
    Map<String, Integer> over = new TreeMap<>(measures);
    over.values().removeIf(measure -> measure <= budget);
    return over;
  }

  /** The largest measure of the methods and constructors of one name in one file. */
  private static Map<String, Integer> methods(ToIntFunction<CallableDeclaration<?>> measure) {
    Map<String, Integer> measures = new TreeMap<>();
    for (Source source : Source.ALL) {
      for (CallableDeclaration<?> method : source.unit().findAll(CallableDeclaration.class)) {
        measures.merge(
            source.name() + "." + method.getNameAsString(), measure.applyAsInt(method), Math::max);
      }
    }
    return measures;
  }

  /** The number of parameters where the signature is ours to choose. */
  private static int ownParameters(CallableDeclaration<?> method) {
    return method.isAnnotationPresent(Override.class) ? 0 : method.getParameters().size();
  }

  /** The number of lines that hold something other than blanks and comments. */
  private static int linesOfCode(Node node) {
    Set<Integer> lines = new HashSet<>();
    for (JavaToken token : node.getTokenRange().orElseThrow()) {
      if (!token.getCategory().isWhitespaceOrComment()) {
        Range range = token.getRange().orElseThrow();
        for (int line = range.begin.line; line <= range.end.line; line++) {
          lines.add(line);
        }
      }
    }
    return lines.size();
  }
}
