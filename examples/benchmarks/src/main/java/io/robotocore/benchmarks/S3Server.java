package io.robotocore.benchmarks;

import com.adobe.testing.s3mock.S3MockApplication;
import io.robotocore.Emulator;
import io.robotocore.Transport;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * Something that answers S3 clients and has a bucket.
 *
 * @param client a client of it
 * @param ending ends it
 */
record S3Server(S3Client client, Runnable ending) implements AutoCloseable {

  /** The bucket. */
  static final String BUCKET = "benchmark";

  private static final byte[] KILOBYTE = new byte[1024];

  /** The servers by the names that the benchmarks use. */
  static S3Server of(String name) {
    S3Server server = started(name);
    server.client.createBucket(in -> in.bucket(BUCKET));
    return server;
  }

  @SuppressWarnings("removal") // the port of plain HTTP
  private static S3Server started(String name) {
    return switch (name) {
      case "floor" -> {
        Floor floor = new Floor();
        yield new S3Server(clientOf(floor.endpoint()), floor::close);
      }
      case "robotocore" -> ofEmulator(Transport.HTTP);
      case "robotocoreInProcess" -> ofEmulator(Transport.IN_PROCESS);
      case "s3mock" -> {
        S3MockApplication mock =
            S3MockApplication.start(
                new HashMap<>(
                    Map.of(
                        S3MockApplication.PROP_HTTP_PORT,
                        S3MockApplication.RANDOM_PORT,
                        S3MockApplication.PROP_HTTPS_PORT,
                        S3MockApplication.RANDOM_PORT,
                        S3MockApplication.PROP_SILENT,
                        true)));
        yield new S3Server(
            clientOf(URI.create("http://localhost:" + mock.getHttpPort())), mock::stop);
      }
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static S3Server ofEmulator(Transport transport) {
    Emulator emulator = Emulator.builder().transport(transport).start();
    return new S3Server(emulator.client(S3Client.class), emulator::close);
  }

  private static S3Client clientOf(URI endpoint) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("123456789012", "secret")))
        .build();
  }

  /** Writes an object of 1 KiB. */
  PutObjectResponse put() {
    return client.putObject(in -> in.bucket(BUCKET).key("object"), RequestBody.fromBytes(KILOBYTE));
  }

  /** Reads an object. */
  ResponseBytes<GetObjectResponse> get() {
    return client.getObjectAsBytes(in -> in.bucket(BUCKET).key("object"));
  }

  @Override
  public void close() {
    ending.run();
  }
}
