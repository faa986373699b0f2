package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.model.AwsModels;
import io.robotocore.model.ServiceModel;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Blueprints and the models that they complete. */
final class BlueprintTest {

  static Stream<String> services() throws Exception {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(BlueprintTest.class.getResource("/blueprints").toURI());
  }

  @ParameterizedTest
  @MethodSource("services")
  void blueprint_namesOnlyWhatTheModelHas(String service) {
    ServiceModel model = AwsModels.load().service(service).orElseThrow();
    Blueprint blueprint = Blueprint.of(service);
    Design design = Design.of(model);

    assertThat(blueprint.operations().keySet()).allMatch(name -> model.operation(name).isPresent());
    assertThat(blueprint.operations().values())
        .allMatch(
            meaning ->
                meaning.noun().isEmpty()
                    || design.resource(Names.canonical(meaning.noun())).isPresent());
    blueprint
        .resources()
        .values()
        .forEach(
            trait -> {
              assertThat(trait.conduct().passing()).allSatisfy((verb, status) -> assertVerb(verb));
              assertThat(
                      Stream.concat(
                              Stream.of(trait.missing(), trait.taken()),
                              trait.conduct().holds().values().stream())
                          .map(error -> error.split(": ", 2)[0]))
                  .allMatch(
                      code ->
                          code.isEmpty()
                              || code.equals("ValidationException")
                              || model.error(code).isPresent()
                              || model.protocols().get(0).isQuery());
            });
    blueprint
        .resources()
        .values()
        .forEach(
            trait ->
                assertThat(
                        Stream.concat(
                            trait.conduct().holds().keySet().stream(),
                            trait.conduct().refers().values().stream()
                                .map(noun -> noun.replace(".arn", ""))))
                    .allMatch(noun -> design.resource(Names.canonical(noun)).isPresent()));
    assertThat(design.behaviour().operations().keySet())
        .allMatch(name -> model.operation(name).isPresent());
    assertThat(blueprint.existing().keySet())
        .allMatch(noun -> design.resource(Names.canonical(noun)).isPresent());
    try (Emulator emulator = Emulator.start()) {
      String first = model.operationNames().iterator().next();
      assertThat(
              new DocumentClient(emulator.httpClient(), "111111111111", "us-east-1")
                  .call(model.operation(first).orElseThrow(), Map.of())
                  .status())
          .isNotEqualTo(500);
    }
  }

  private static void assertVerb(String verb) {
    String capital = verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1);
    assertThat(capital)
        .isIn(
            Stream.of(Verbs.CREATE, Verbs.UPDATE, Verbs.DELETE, Verbs.TRANSITION)
                .flatMap(Set::stream)
                .toList());
  }
}
