package io.robotocore.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.type.Type;
import com.github.javaparser.ast.type.UnionType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Law 8: exactly one place turns exceptions into responses. */
final class CatchTest {
  private static final Set<String> ANYTHING =
      Set.of("Exception", "RuntimeException", "Throwable", "Error");

  /** Files outside of the gateway that catch anything, by reason. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "io.robotocore.service.Payload",
          "the SDK's ResponseTransformer declares Exception, which the SDK's operations do not");

  @Test
  void law8_gatewayAlone_catchesAnything() {
    List<String> catching =
        Source.ALL.stream()
            .filter(source -> !source.packageName().equals("io.robotocore.gateway"))
            .filter(
                source ->
                    source.unit().findAll(CatchClause.class).stream()
                        .anyMatch(CatchTest::catchesAnything))
            .map(Source::name)
            .toList();

    assertThat(Source.ALL).isNotEmpty();
    assertThat(catching)
        .as(
            "law 8: whoever catches anything hides what nobody expected; only the gateway answers for that")
        .hasSameElementsAs(EXCEPTIONS.keySet());
  }

  private static boolean catchesAnything(CatchClause clause) {
    Type type = clause.getParameter().getType();
    List<? extends Type> caught =
        type instanceof UnionType union ? union.getElements() : List.of(type);
    return caught.stream().anyMatch(one -> ANYTHING.contains(one.asString()));
  }
}
