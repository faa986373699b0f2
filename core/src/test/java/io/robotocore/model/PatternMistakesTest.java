package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Patterns of AWS's models that are corrected. */
final class PatternMistakesTest {

  @Test
  void correction_ofEach_isOfAPatternThatAModelStillHas() {
    Set<String> used = new HashSet<>();
    AwsModels models = AwsModels.load();
    for (String id : models.ids()) {
      ServiceModel model = models.service(id).orElseThrow();
      for (String shape : model.shapeNames()) {
        model.shape(shape).constraints().pattern().ifPresent(used::add);
      }
    }

    assertThat(used).containsAll(PatternMistakes.MEANT.values());
    assertThat(used).doesNotContainAnyElementsOf(PatternMistakes.MEANT.keySet());
    assertThat(PatternMistakes.MEANT.values()).allSatisfy(Pattern::compile);
  }
}
