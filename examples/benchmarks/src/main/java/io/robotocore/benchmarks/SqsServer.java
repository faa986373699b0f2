package io.robotocore.benchmarks;

import io.robotocore.Emulator;
import io.robotocore.Transport;
import java.net.URI;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Something that answers SQS clients.
 *
 * @param client a client of it
 * @param ending ends it
 */
record SqsServer(SqsClient client, Runnable ending) implements AutoCloseable {

  /** The servers by the names that the benchmarks use. */
  static SqsServer of(String name) {
    return switch (name) {
      case "floor" -> {
        Floor floor = new Floor();
        yield new SqsServer(clientOf(floor.endpoint()), floor::close);
      }
      case "robotocore" -> ofEmulator(Transport.HTTP);
      case "robotocoreInProcess" -> ofEmulator(Transport.IN_PROCESS);
      case "elasticmq" -> {
        SQSRestServer server =
            SQSRestServerBuilder.withInterface("localhost").withDynamicPort().start();
        int port = server.waitUntilStarted().localAddress().getPort();
        yield new SqsServer(clientOf(URI.create("http://localhost:" + port)), server::stopAndWait);
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static SqsServer ofEmulator(Transport transport) {
    Emulator emulator = Emulator.builder().transport(transport).start();
    return new SqsServer(emulator.client(SqsClient.class), emulator::close);
  }

  private static SqsClient clientOf(URI endpoint) {
    return SqsClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("123456789012", "secret")))
        .build();
  }

  @Override
  public void close() {
    ending.run();
  }
}
