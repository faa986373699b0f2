package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.service.ServiceProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** A class path that has the emulator's services, but not the SDK module of one of them. */
class MissingModuleTest {

  @Test
  void service_whoseSdkModuleIsMissing_namesTheArtifactToAdd() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader withoutSqs = withoutSqs(before)) {
      thread.setContextClassLoader(withoutSqs);
      try (Emulator emulator = Emulator.start()) {
        HttpResponse<String> response = listQueues(emulator);
        assertThat(response.statusCode()).isEqualTo(501);
        assertThat(response.body())
            .contains("add software.amazon.awssdk:sqs to the test class path");
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A loader that loads the SQS service itself, and finds none of the SDK's classes for SQS. */
  private static URLClassLoader withoutSqs(ClassLoader everything) {
    URL[] sqs =
        ServiceLoader.load(ServiceProvider.class).stream()
            .map(ServiceLoader.Provider::type)
            .filter(type -> type.getPackageName().endsWith(".sqs"))
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
            .toArray(URL[]::new);
    ClassLoader hiding =
        new ClassLoader(everything) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("software.amazon.awssdk.services.sqs.")
                || name.startsWith("io.robotocore.services.sqs.")) {
              throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
          }
        };
    return new URLClassLoader(sqs, hiding);
  }

  private static HttpResponse<String> listQueues(Emulator emulator)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(emulator.endpoint())
            .header("X-Amz-Target", "AmazonSQS.ListQueues")
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(BodyPublishers.ofString("{}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
