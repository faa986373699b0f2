package io.robotocore.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.model.AwsModels;
import io.robotocore.model.ServiceModel;
import io.robotocore.service.AwsService;
import io.robotocore.service.Call;
import io.robotocore.service.Principal;
import io.robotocore.service.Service;
import io.robotocore.service.ServiceProvider;
import io.robotocore.state.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Keeps the table in {@code services/README.md}. An operation is there if the service's view
 * overrides the method that the SDK's interface has for it.
 */
class CoverageTest {

  private static final Path TABLE = Path.of("..", "README.md");
  private static final Path MODELED = Path.of("..", "modeled", "README.md");

  @Test
  void coverage_ofAllServices_isWhatTheTableSays() throws IOException {
    String table = table();
    if (Boolean.getBoolean("coverage.write")) {
      Files.writeString(TABLE, table);
    }
    assertThat(TABLE)
        .as("to be written with -Dtest=CoverageTest -Dcoverage.write=true")
        .hasContent(table);
  }

  private static String table() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    ServiceLoader.load(ServiceProvider.class).stream()
        .forEach(
            provider -> {
              String id = provider.type().getAnnotation(AwsService.class).id();
              ServiceModel model = AwsModels.load().service(id).orElseThrow();
              rows.put(id, row(model, provider.get().service()));
            });
    return """
        # What is emulated

        Written by `CoverageTest`: an operation is emulated if code of ours answers it; the rest answers 501, or as its model
        tells, where this says so. All other services are served from their models, as the tables further down tell.

        | service | version | emulated | not emulated |
        |---|---|---|---|
        """
        + String.join("", rows.values())
        + "\n"
        + modeled();
  }

  /** The tables of the services that are served from their models, without what is missing. */
  private static String modeled() throws IOException {
    String page = Files.readString(MODELED).replace("# Services that", "## Services that");
    return page.replaceAll("(?s)\n### What is missing.*?(?=\n## |\\z)", "")
            .replaceAll("(?m)^## (The|All) ", "### $1 ")
        + "\nWhat is missing stands by name in [the page of these services](modeled/README.md).\n";
  }

  private static <C extends SdkClient, S extends State> String row(
      ServiceModel model, Service<C, S> service) {
    Class<?> view = service.view(anyCall(), service.freshState().get()).getClass();
    List<String> missing =
        model.operationNames().stream()
            .filter(name -> service.streaming(name).isEmpty())
            .filter(name -> !overrides(view, service.client(), name))
            .sorted()
            .toList();
    int all = model.operationNames().size();
    String rest =
        service.completedByModel().isPresent() ? "%d modeled".formatted(missing.size()) : "";
    return "| %s (`%s`) | %s | %d of %d | %s |%n"
        .formatted(
            model.fullName(),
            model.id(),
            model.apiVersion(),
            all - missing.size(),
            all,
            rest.isEmpty() ? String.join(", ", missing) : rest);
  }

  private static boolean overrides(Class<?> view, Class<?> client, String operation) {
    String name = operation.toLowerCase(Locale.ROOT);
    return Arrays.stream(view.getMethods())
        .filter(method -> method.getName().toLowerCase(Locale.ROOT).equals(name))
        .filter(method -> method.getParameterCount() > 0)
        .filter(method -> SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
        .anyMatch(method -> method.getDeclaringClass() != client);
  }

  /** A call that is never made. */
  private static Call anyCall() {
    return new Call(
        Principal.root("aws", "123456789012"),
        "us-east-1",
        "none",
        URI.create("http://localhost"),
        null,
        true);
  }
}
