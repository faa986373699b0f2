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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    try (Emulator emulator = Emulator.builder().seed(7).start()) {
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
  static Map<String, Object> input(OperationModel operation, boolean full) {
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
  void everyResource_ofMostServices_livesItsLife() throws IOException {
    List<ServiceRow> rows = services().map(EveryServiceTest::row).toList();
    List<String> catalogue = ServiceTable.catalogue();
    ServiceTable all = new ServiceTable(rows);
    ServiceTable promised =
        new ServiceTable(rows.stream().filter(row -> catalogue.contains(row.service())).toList());
    all.write(promised);
    Files.write(Path.of("target", "lives.txt"), all.failures());
    assertThat(promised.rows()).hasSameSizeAs(catalogue);
    assertThat(promised.lived()).isGreaterThan(0.92);
    assertThat(promised.meant()).isGreaterThan(0.9);
    assertThat(all.lived()).isGreaterThan(0.9);
    assertThat(all.meant()).isGreaterThan(0.88);
  }

  private static ServiceRow row(ServiceModel model) {
    try (Emulator emulator = Emulator.builder().seed(7).start()) {
      Lifecycle lifecycle =
          new Lifecycle(
              new DocumentClient(emulator.httpClient(), ACCOUNT, "us-east-1"),
              new DocumentClient(emulator.httpClient(), "222222222222", "eu-west-1"),
              model);
      TreeSet<String> whole = new TreeSet<>();
      TreeMap<String, String> broken = new TreeMap<>();
      for (Resource resource : lifecycle.design().resources().toList()) {
        if (lifecycle.isWhole(resource)) {
          whole.add(resource.noun());
          lifecycle.failure(resource).ifPresent(failure -> broken.put(resource.noun(), failure));
        }
      }
      return ServiceRow.of(lifecycle.design(), whole, broken);
    }
  }
}
