package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Object;

/** How buckets are addressed, and what errors tell. */
@AwsEmulator
final class AddressingTest {

  private final Emulator emulator;
  private final S3Client s3;

  AddressingTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  @BeforeEach
  void putObject() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("a/cat"), RequestBody.fromString("meow"));
  }

  private S3Client client(Consumer<S3ClientBuilder> how) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.US_EAST_1)
            .httpClient(emulator.httpClient())
            .credentialsProvider(() -> emulator.scope().credentials());
    how.accept(builder);
    return builder.build();
  }

  private static String get(S3Client client) {
    return client.getObjectAsBytes(in -> in.bucket("photos").key("a/cat")).asUtf8String();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4566", "http://s3.localhost.localstack.cloud:4566"})
  void anyOperation_bucketInHost_isFound(String endpoint) {
    try (S3Client virtual = client(builder -> builder.endpointOverride(URI.create(endpoint)))) {
      assertThat(get(virtual)).isEqualTo("meow");
      assertThat(virtual.listObjectsV2(in -> in.bucket("photos")).contents())
          .extracting(S3Object::key)
          .containsExactly("a/cat");
      virtual.createBucket(in -> in.bucket("of.dots"));
      assertThat(virtual.headBucket(in -> in.bucket("of.dots")).bucketRegion())
          .isEqualTo("us-east-1");
    }
  }

  @Test
  void anyOperation_hostOfAws_isFound() {
    try (S3Client aws = client(builder -> {});
        S3Client dual = client(builder -> builder.dualstackEnabled(true));
        S3Client fast = client(builder -> builder.accelerate(true))) {
      assertThat(get(aws)).isEqualTo("meow");
      assertThat(get(dual)).isEqualTo("meow");
      assertThat(get(fast)).isEqualTo("meow");
    }
  }

  @Test
  void anyOperation_hostThatNobodyKnows_isToldWhatToDo() {
    try (S3Client lost =
        client(builder -> builder.endpointOverride(URI.create("http://host.internal:4566")))) {
      assertThat(
              assertRefused(() -> get(lost), 404, "NoSuchBucket").awsErrorDetails().errorMessage())
          .isEqualTo(
              "The specified bucket does not exist. The request was sent to a host whose name"
                  + " begins with that of bucket photos: address it by path (forcePathStyle), or as"
                  + " photos.localhost");
    }
  }

  @Test
  void anyError_namesWhatItIsAbout() throws Exception {
    Wire wire = new Wire(emulator);
    HttpResponse<String> missing = wire.send("GET", "/photos/none", "");

    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("Content-Type")).contains("application/xml");
    assertThat(missing.body())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        .contains(
            "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
                + "<Key>none</Key><RequestId>"
                + missing.headers().firstValue("x-amz-request-id").orElseThrow()
                + "</RequestId><HostId>"
                + missing.headers().firstValue("x-amz-id-2").orElseThrow()
                + "</HostId></Error>");
    assertThat(wire.send("GET", "/nothing", "").body())
        .contains("<BucketName>nothing</BucketName>");
    assertThat(wire.send("GET", "/photos/a/cat?partNumber=9", "").body())
        .contains("<PartNumberRequested>9</PartNumberRequested>")
        .contains("<ActualPartCount>1</ActualPartCount>");
  }
}
