package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.model.AwsModels;
import io.robotocore.model.Location;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.WireException;
import io.robotocore.service.Randomness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All operations and all resources of all of AWS's services, as their models describe them. */
final class EveryServiceTest {

  private static final AwsModels MODELS = AwsModels.load();
  private static final String ACCOUNT = "111111111111";

  /** Services with typed code, which the models do not serve. */
  private static final List<String> TYPED =
      List.of("dynamodb", "dynamodbstreams", "s3", "sqs", "sts");

  private static Stream<ServiceModel> services() {
    return MODELS.ids().parallelStream()
        .filter(id -> !TYPED.contains(id))
        .map(id -> MODELS.service(id).orElseThrow());
  }

  @Test
  void everyOperation_withAnyInput_answersWhatItsClientCanRead() {
    List<String> broken = services().flatMap(model -> broken(model).stream()).toList();
    assertThat(broken).isEmpty();
  }

  private static List<String> broken(ServiceModel model) {
    List<String> broken = new ArrayList<>();
    try (Emulator emulator = Emulator.start()) {
      DocumentClient client = new DocumentClient(emulator.httpClient(), ACCOUNT, "us-east-1");
      for (String name : model.operationNames()) {
        OperationModel operation = model.operation(name).orElseThrow();
        for (boolean full : List.of(true, false)) {
          fault(client, operation, full).ifPresent(broken::add);
        }
      }
    }
    return broken;
  }

  /** What is wrong with an answer; empty if it is what a client can read. */
  private static Optional<String> fault(
      DocumentClient client, OperationModel operation, boolean full) {
    try {
      DocumentClient.Answer answer = client.call(operation, input(operation, full));
      boolean unknown = answer.text().contains("Unknown operation");
      return answer.status() == 500 || unknown
          ? Optional.of(operation + ": " + answer.text())
          : Optional.empty();
    } catch (WireException e) {
      return Optional.of(operation + " is not readable: " + e.getMessage());
    }
  }

  /** What may be in a request, or no more than what its path is made of. */
  private static Map<String, Object> input(OperationModel operation, boolean full) {
    Values values = new Values(new Randomness(7), Instant.parse("2026-01-02T03:04:05Z"), 1);
    Map<String, Object> input = new LinkedHashMap<>();
    for (Member member : operation.input().members()) {
      boolean simple = !(member.target() instanceof StructureShape);
      boolean given = full ? member.required() || simple : member.location() == Location.URI;
      if (given) {
        Object value = values.of(member);
        input.put(member.name(), value.equals("") ? "x" : value);
      }
    }
    return input;
  }

  @Test
  void everyResource_ofMostServices_livesItsLife() {
    List<Lives> lives = services().map(EveryServiceTest::lives).toList();
    int resources = lives.stream().mapToInt(one -> one.whole).sum();
    int complete = lives.stream().mapToInt(one -> one.complete).sum();
    int operations = lives.stream().mapToInt(one -> one.operations).sum();
    int modeled = lives.stream().mapToInt(one -> one.modeled).sum();
    write(lives);
    System.out.printf(
        "Modeled services: %d, operations modeled: %d of %d, lifecycles complete: %d of %d%n",
        lives.size(), modeled, operations, complete, resources);
    assertThat(complete).isGreaterThan((int) (resources * 0.82));
    assertThat(modeled).isGreaterThan((int) (operations * 0.77));
  }

  /**
   * How it goes with the resources of a service.
   *
   * @param service the service's id
   * @param operations how many operations it has
   * @param modeled how many of them create, tell of, change or delete something
   * @param synthesized how many have an answer of the right form without meaning
   * @param whole how many resources can be created and told of
   * @param complete how many of them live from creation to deletion as they should
   * @param broken those that do not
   */
  private record Lives(
      String service,
      int operations,
      int modeled,
      int synthesized,
      int whole,
      int complete,
      TreeSet<String> broken) {

    String row() {
      return "| %s | %d | %d | %d | %d | %d of %d | %s |"
          .formatted(
              service,
              operations,
              modeled,
              synthesized,
              operations - modeled - synthesized,
              complete,
              whole,
              String.join(", ", broken));
    }
  }

  private static Lives lives(ServiceModel model) {
    try (Emulator emulator = Emulator.start()) {
      Lifecycle lifecycle =
          new Lifecycle(
              new DocumentClient(emulator.httpClient(), ACCOUNT, "us-east-1"),
              new DocumentClient(emulator.httpClient(), "222222222222", "eu-west-1"),
              model);
      TreeSet<String> broken = new TreeSet<>();
      int whole = 0;
      for (Resource resource : lifecycle.design().resources()) {
        if (lifecycle.isWhole(resource)) {
          whole++;
          lifecycle.failure(resource).ifPresent(failure -> broken.add(resource.noun()));
        }
      }
      return new Lives(
          model.id(),
          model.operationNames().size(),
          count(lifecycle.design(), false),
          count(lifecycle.design(), true),
          whole,
          whole - broken.size(),
          broken);
    }
  }

  private static int count(Design design, boolean synthesized) {
    return (int)
        design.model().operationNames().stream()
            .map(name -> design.plan(design.model().operation(name).orElseThrow()).kind())
            .filter(kind -> kind != Kind.COMPUTE && (kind == Kind.NOTHING) == synthesized)
            .count();
  }

  /** Writes the table that is read by people, when asked to. */
  private static void write(List<Lives> lives) {
    if (!Boolean.getBoolean("coverage.write")) {
      return;
    }
    String head =
        """
        # Services that are served from their models

        Written by `EveryServiceTest`. *Modeled* operations create, tell of, change, tag or delete something that stays;
        *synthesized* ones have an answer of the right form and no meaning (`strict` refuses them); the rest would have to
        compute something and answers 501. A resource's *life* is: it is created with generated input, described, listed,
        changed and deleted, is gone then, and another account never sees it.

        | service | operations | modeled | synthesized | 501 | lives | not complete |
        |---|---|---|---|---|---|---|
        """;
    String rows = String.join("\n", lives.stream().map(Lives::row).sorted().toList());
    try {
      Files.writeString(Path.of("README.md"), head + rows + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
