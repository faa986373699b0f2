package io.robotocore.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.robotocore.Emulator;
import io.robotocore.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Contents that stream in and out of a service, small and too large for the memory. */
@Timeout(60)
final class ContentStreamTest {

  private static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    new Random(1).nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @EnumSource
  void content_ofAnySize_comesBackAsItWasSent(Transport transport) {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      S3Client s3 = emulator.client(S3Client.class);
      for (int size : new int[] {0, 1, 1024, 1024 * 1024, 1024 * 1024 + 1, 5_000_000}) {
        byte[] content = bytes(size);
        s3.putObject(put -> put.bucket("bucket").key("key"), RequestBody.fromBytes(content));
        assertThat(s3.getObjectAsBytes(get -> get.bucket("bucket").key("key")).asByteArrayUnsafe())
            .isEqualTo(content);
        assertThat(s3.headObject(head -> head.bucket("bucket").key("key")).contentLength())
            .isEqualTo(size);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void content_ofAnAsynchronousClient_comesBackAsItWasSent(Transport transport) throws Exception {
    try (Emulator emulator = StreamingStubs.start(transport)) {
      S3AsyncClient s3 = emulator.client(S3AsyncClient.class);
      byte[] content = bytes(3_000_000);
      s3.putObject(put -> put.bucket("bucket").key("key"), AsyncRequestBody.fromBytes(content))
          .get(20, TimeUnit.SECONDS);
      assertThat(
              s3.getObject(
                      get -> get.bucket("bucket").key("key"), AsyncResponseTransformer.toBytes())
                  .get(20, TimeUnit.SECONDS)
                  .asByteArrayUnsafe())
          .isEqualTo(content);
    }
  }

  @Test
  void content_thatASnapshotShares_isThereAfterItWasOverwritten() {
    try (Emulator emulator = StreamingStubs.start(Transport.HTTP)) {
      S3Client s3 = emulator.client(S3Client.class);
      byte[] content = bytes(2_000_000);
      s3.putObject(put -> put.bucket("bucket").key("key"), RequestBody.fromBytes(content));
      io.robotocore.Snapshot before = emulator.snapshot();
      s3.putObject(put -> put.bucket("bucket").key("key"), RequestBody.fromString("other"));
      emulator.restore(before);
      assertThat(s3.getObjectAsBytes(get -> get.bucket("bucket").key("key")).asByteArrayUnsafe())
          .isEqualTo(content);
    }
  }

  @Test
  void content_fromOneServiceToAnother_isTheSame() {
    try (Emulator emulator = StreamingStubs.start(Transport.HTTP)) {
      S3Client s3 = emulator.client(S3Client.class);
      s3.putObject(put -> put.bucket("bucket").key("from"), RequestBody.fromString("content"));
      s3.copyObject(
          copy ->
              copy.sourceBucket("bucket")
                  .sourceKey("from")
                  .destinationBucket("bucket")
                  .destinationKey("to"));
      assertThat(s3.getObjectAsBytes(get -> get.bucket("bucket").key("to")).asUtf8String())
          .isEqualTo("content");
    }
  }

  @Test
  void error_withFieldsOfItsOwn_carriesThemInBodyAndHeaders() throws Exception {
    try (Emulator emulator = StreamingStubs.start(Transport.HTTP)) {
      S3Client s3 = emulator.client(S3Client.class);
      assertThatThrownBy(() -> s3.getObjectAsBytes(get -> get.bucket("bucket").key("none")))
          .isInstanceOfSatisfying(
              NoSuchKeyException.class,
              e -> {
                assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("no object none");
                assertThat(e.awsErrorDetails().rawResponse().asUtf8String())
                    .contains("<Key>none</Key>");
                assertThat(
                        e.awsErrorDetails()
                            .sdkHttpResponse()
                            .firstMatchingHeader("x-amz-delete-marker"))
                    .contains("true");
              });
    }
  }

  @Test
  void preflight_ofABrowser_isAnsweredByTheService() throws Exception {
    try (Emulator emulator = StreamingStubs.start(Transport.HTTP)) {
      HttpRequest preflight =
          HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/bucket/key"))
              .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
              .header("Origin", "http://example.com")
              .header("Access-Control-Request-Method", "PUT")
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(preflight, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("ok");
      assertThat(answer.headers().firstValue("path")).contains("/bucket/key");
    }
  }
}
