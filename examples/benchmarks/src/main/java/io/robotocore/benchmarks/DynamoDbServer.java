package io.robotocore.benchmarks;

import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import io.robotocore.Emulator;
import io.robotocore.Transport;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Something that answers DynamoDB clients.
 *
 * @param client a client of it
 * @param ending ends it
 */
record DynamoDbServer(DynamoDbClient client, AutoCloseable ending) implements AutoCloseable {

  /** The servers by the names that the benchmarks use. */
  static DynamoDbServer of(String name) throws Exception {
    return switch (name) {
      case "floor" -> {
        Floor floor = new Floor();
        yield new DynamoDbServer(clientOf(floor.endpoint()), floor);
      }
      case "robotocore" -> ofEmulator(Transport.HTTP);
      case "robotocoreInProcess" -> ofEmulator(Transport.IN_PROCESS);
      case "modeled" -> WithoutCode.during(() -> ofEmulator(Transport.HTTP));
      case "local" -> {
        String port = Integer.toString(freePort());
        DynamoDBProxyServer server =
            ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-disableTelemetry", "-port", port});
        server.start();
        yield new DynamoDbServer(clientOf(URI.create("http://localhost:" + port)), server::stop);
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static DynamoDbServer ofEmulator(Transport transport) {
    Emulator emulator = Emulator.builder().transport(transport).start();
    return new DynamoDbServer(emulator.client(DynamoDbClient.class), emulator);
  }

  private static DynamoDbClient clientOf(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("123456789012", "secret")))
        .build();
  }

  @Override
  public void close() throws Exception {
    ending.close();
  }
}
