package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void all() throws Exception {
    AwsModels models = AwsModels.load();
    int ops = 0, whole = 0, live = 0;
    Map<Kind, Integer> kinds = new TreeMap<>();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of("/tmp/lifecycle.txt")))) {
      for (String id : models.ids()) {
        ServiceModel model = models.service(id).orElseThrow();
        try (Emulator emulator = Emulator.start()) {
          DocumentClient client = new DocumentClient(emulator.httpClient(), "111111111111", "us-east-1");
          DocumentClient stranger = new DocumentClient(emulator.httpClient(), "222222222222", "eu-west-1");
          Lifecycle lifecycle = new Lifecycle(client, stranger, model);
          int w = 0, l = 0;
          Map<Kind, Integer> mine = new TreeMap<>();
          for (String name : model.operationNames()) {
            Kind kind = lifecycle.design().plan(model.operation(name).orElseThrow()).kind();
            kinds.merge(kind, 1, Integer::sum);
            mine.merge(kind, 1, Integer::sum);
            ops++;
            if (kind == Kind.NOTHING || kind == Kind.COMPUTE) {
              out.println("  - " + id + "." + name + " " + kind);
            }
          }
          for (Resource resource : lifecycle.design().resources()) {
            if (lifecycle.isWhole(resource)) {
              w++;
              Optional<String> failure;
              try {
                failure = lifecycle.failure(resource);
              } catch (RuntimeException e) {
                java.io.StringWriter t = new java.io.StringWriter();
                e.printStackTrace(new PrintWriter(t));
                failure = Optional.of("HARNESS " + t.toString().lines().limit(6).toList());
              }
              if (failure.isEmpty()) {
                l++;
              } else {
                out.println("  ! " + id + " " + resource + ": " + failure.get());
              }
            }
          }
          whole += w;
          live += l;
          int modeled = model.operationNames().size() - mine.getOrDefault(Kind.NOTHING, 0) - mine.getOrDefault(Kind.COMPUTE, 0);
          out.println("= " + id + " ops " + model.operationNames().size() + " modeled " + modeled + " resources " + w + " live " + l);
        }
      }
      out.println("TOTAL ops " + ops + " " + kinds + " resources " + whole + " live " + live);
    }
    System.out.println("TOTAL ops " + ops + " " + kinds + " resources " + whole + " live " + live);
    assertThat(ops).isPositive();
  }
}
