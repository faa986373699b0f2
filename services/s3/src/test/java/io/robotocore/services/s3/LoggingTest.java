package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Region;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PartitionDateSource;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Access logs. See <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">.
 */
@AwsEmulator
final class LoggingTest {

  private final S3Client s3;
  private final S3Client ireland;
  private final S3Client stranger;
  private final Emulator emulator;

  LoggingTest(
      S3Client s3,
      @Region("eu-west-1") S3Client ireland,
      @Account("222222222222") S3Client stranger,
      Emulator emulator) {
    this.s3 = s3;
    this.ireland = ireland;
    this.stranger = stranger;
    this.emulator = emulator;
  }

  @BeforeEach
  void createBuckets() {
    emulator.clock().set(Instant.parse("2030-01-15T10:31:00Z"));
    s3.createBucket(in -> in.bucket("photos"));
    s3.createBucket(in -> in.bucket("logs"));
  }

  private void log(String target) {
    s3.putBucketLogging(
        in ->
            in.bucket("photos")
                .bucketLoggingStatus(
                    status ->
                        status.loggingEnabled(
                            where -> where.targetBucket(target).targetPrefix("log-"))));
  }

  private List<S3Object> logs() {
    return s3.listObjectsV2(in -> in.bucket("logs")).contents();
  }

  @Test
  void putBucketLogging_requests_appearInTheLog() {
    log("logs");
    s3.putObject(in -> in.bucket("photos").key("a b"), RequestBody.fromString("meow"));
    s3.getObjectAsBytes(in -> in.bucket("photos").key("a b"));
    assertRefused(
        () -> s3.getObjectAsBytes(in -> in.bucket("photos").key("none")), 404, "NoSuchKey");
    s3.getBucketVersioning(in -> in.bucket("photos"));
    assertThat(logs()).isEmpty();
    emulator.clock().advance(Duration.ofMinutes(6));

    assertThat(logs()).hasSize(1);
    String key = logs().get(0).key();
    assertThat(key).matches("log-2030-01-15-10-3.-..-[0-9A-F]{16}");
    String[] lines =
        s3.getObjectAsBytes(in -> in.bucket("logs").key(key)).asUtf8String().split("\n");
    String owner = s3.listBuckets().owner().id();
    assertThat(lines).hasSize(5);
    assertThat(lines[0]).contains(" REST.PUT.LOGGING_STATUS - ");
    assertThat(lines[1])
        .matches(
            owner
                + " photos \\[15/Jan/2030:10:31:0. \\+0000\\] 127\\.0\\.0\\.1 "
                + owner
                + " [0-9a-f-]{36} REST\\.PUT\\.OBJECT a%20b \"PUT /photos/a%20b HTTP/1\\.1\" 200 -"
                + " - - [0-9]+ - \"-\" \"-\" - [A-Za-z0-9=]+ SigV4 - AuthHeader .* - - -");
    assertThat(lines[2])
        .contains(" REST.GET.OBJECT a%20b \"GET /photos/a%20b HTTP/1.1\" 200 - 4 4 ");
    assertThat(lines[3]).contains(" REST.GET.OBJECT none ").contains(" 404 NoSuchKey - - ");
    assertThat(lines[4])
        .contains(" REST.GET.VERSIONING - \"GET /photos?versioning HTTP/1.1\" 200 ");
  }

  @Test
  void putBucketLogging_folders_sayWhereAndWhen() {
    s3.putBucketLogging(
        in ->
            in.bucket("photos")
                .bucketLoggingStatus(
                    status ->
                        status.loggingEnabled(
                            where ->
                                where
                                    .targetBucket("logs")
                                    .targetPrefix("")
                                    .targetObjectKeyFormat(
                                        format ->
                                            format.partitionedPrefix(
                                                how ->
                                                    how.partitionDateSource(
                                                        PartitionDateSource.EVENT_TIME))))));
    emulator.clock().advance(Duration.ofMinutes(6));
    assertThat(logs().get(0).key())
        .startsWith("123456789012/us-east-1/photos/2030/01/15/2030-01-15-10-");
  }

  @Test
  void putBucketLogging_off_isNoMore() {
    assertThat(s3.getBucketLogging(in -> in.bucket("photos")).loggingEnabled()).isNull();
    log("logs");
    assertThat(s3.getBucketLogging(in -> in.bucket("photos")).loggingEnabled().targetBucket())
        .isEqualTo("logs");
    s3.putBucketLogging(in -> in.bucket("photos").bucketLoggingStatus(status -> {}));
    assertThat(s3.getBucketLogging(in -> in.bucket("photos")).loggingEnabled()).isNull();
    emulator.clock().advance(Duration.ofMinutes(6));
    assertThat(logs()).isEmpty();
  }

  @Test
  void putBucketLogging_wrongTarget_isRefused() {
    assertRefused(
        () -> log("none"),
        400,
        "InvalidTargetBucketForLogging",
        "The target bucket for logging does not exist");
    ireland.createBucket(
        in ->
            in.bucket("logs-in-ireland")
                .createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
    assertRefused(() -> log("logs-in-ireland"), 403, "CrossLocationLoggingProhibited");
    stranger.createBucket(in -> in.bucket("logs-of-others"));
    assertRefused(() -> log("logs-of-others"), 400, "InvalidTargetBucketForLogging");
  }
}
