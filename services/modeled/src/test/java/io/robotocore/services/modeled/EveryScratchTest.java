package io.robotocore.services.modeled;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.model.AwsModels;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.service.Randomness;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EveryScratchTest {
  @Test
  void all() throws Exception {
    AwsModels models = AwsModels.load();
    int bad = 0, n = 0, ok = 0;
    Values values = new Values(new Randomness(7), Instant.parse("2026-01-02T03:04:05Z"), 1);
    Values empty = new Values(new Randomness(7), Instant.parse("2026-01-02T03:04:05Z"), 0);
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of("/tmp/every.txt")));
        Emulator emulator = Emulator.start()) {
      for (String id : models.ids()) {
        ServiceModel model = models.service(id).orElseThrow();
        DocumentClient client = new DocumentClient(emulator.httpClient(), "111111111111", "us-east-1");
        for (String name : model.operationNames()) {
          OperationModel operation = model.operation(name).orElseThrow();
          for (int kind = 0; kind < 2; kind++) {
            Map<String, Object> input = new LinkedHashMap<>();
            for (Member member : operation.input().members()) {
              if ((kind == 0 || member.location() == io.robotocore.model.Location.URI) && (member.required() || kind == 0 && !(member.target() instanceof io.robotocore.model.StructureShape))) {
                Object v = values.of(member);
                input.put(member.name(), "".equals(v) ? "x" : v);
              }
            }
            n++;
            try {
              DocumentClient.Answer a = client.call(operation, input);
              if (a.ok()) ok++;
              if (a.status() == 500 || a.status() == 404 && a.text().contains("Unknown operation")) {
                bad++;
                out.println(id + "." + name + " " + kind + " " + a.status() + " " + a.text().replace('\n', ' ').substring(0, Math.min(300, a.text().length())));
              }
            } catch (RuntimeException e) {
              bad++;
              out.println(id + "." + name + " " + kind + " UNREADABLE " + e);
            }
          }
        }
      }
    }
    System.out.println("EVERY " + n + " ok " + ok + " bad " + bad);
    assertThat(n).isPositive();
  }
}
