package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.GlueException;

/** An emulator that does not answer what it knows nothing of. */
@AwsEmulator(strict = true)
final class StrictTest {

  @Test
  void answers_withoutMeaning_areRefused(GlueClient glue) {
    assertThatThrownBy(() -> glue.getDataflowGraph(graph -> graph.pythonScript("x")))
        .isInstanceOfSatisfying(
            GlueException.class, e -> assertThat(e.statusCode()).isEqualTo(501));
  }

  @Test
  void whatWasCreated_isToldOf(GlueClient glue) {
    glue.createDatabase(create -> create.databaseInput(input -> input.name("sales")));
    assertThat(glue.getDatabases(all -> {}).databaseList()).hasSize(1);
  }
}
