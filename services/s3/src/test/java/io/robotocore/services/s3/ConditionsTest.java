package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static io.robotocore.testing.Refusals.refusedStatus;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Requests that are granted under conditions. */
@AwsEmulator
final class ConditionsTest {

  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final String FAILED =
      "At least one of the pre-conditions you specified did not hold";

  private final Emulator emulator;
  private final S3Client s3;
  private String etag = "";

  ConditionsTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  @BeforeEach
  void putObject() {
    emulator.clock().set(THEN);
    s3.createBucket(in -> in.bucket("photos"));
    etag = put(in -> {});
  }

  private String put(Consumer<PutObjectRequest.Builder> how) {
    return s3.putObject(
            in -> in.bucket("photos").key("cat").applyMutation(how), RequestBody.fromString("meow"))
        .eTag();
  }

  private String get(Consumer<GetObjectRequest.Builder> how) {
    return s3.getObjectAsBytes(in -> in.bucket("photos").key("cat").applyMutation(how))
        .asUtf8String();
  }

  private int refused(Consumer<GetObjectRequest.Builder> how) {
    return refusedStatus(() -> get(how));
  }

  @Test
  void getObject_ifMatch_comparesTags() {
    assertThat(get(in -> in.ifMatch(etag))).isEqualTo("meow");
    assertThat(get(in -> in.ifMatch("*"))).isEqualTo("meow");
    assertThat(get(in -> in.ifMatch("\"x\", " + etag))).isEqualTo("meow");
    assertRefused(() -> get(in -> in.ifMatch("\"x\"")), 412, "PreconditionFailed", FAILED);
    assertThat(get(in -> in.ifNoneMatch("\"x\""))).isEqualTo("meow");
    assertThat(refused(in -> in.ifNoneMatch(etag))).isEqualTo(304);
    assertThat(refused(in -> in.ifNoneMatch("*"))).isEqualTo(304);
  }

  @Test
  void getObject_since_comparesSeconds() {
    Instant modified = THEN.minusMillis(678);
    assertThat(refused(in -> in.ifModifiedSince(modified))).isEqualTo(304);
    assertThat(get(in -> in.ifModifiedSince(modified.minusSeconds(1)))).isEqualTo("meow");
    assertThat(get(in -> in.ifUnmodifiedSince(modified))).isEqualTo("meow");
    assertRefused(
        () -> get(in -> in.ifUnmodifiedSince(modified.minusSeconds(1))),
        412,
        "PreconditionFailed",
        FAILED);
  }

  /** See <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">. */
  @Test
  void getObject_tagsAndDates_tagsCount() {
    assertThat(get(in -> in.ifMatch(etag).ifUnmodifiedSince(THEN.minusSeconds(100))))
        .isEqualTo("meow");
    assertThat(refused(in -> in.ifNoneMatch(etag).ifModifiedSince(THEN.minusSeconds(100))))
        .isEqualTo(304);
  }

  @Test
  void headObject_notModified_has304() {
    assertThat(
            refusedStatus(
                () -> s3.headObject(in -> in.bucket("photos").key("cat").ifNoneMatch(etag))))
        .isEqualTo(304);
    assertThat(
            refusedStatus(
                () -> s3.headObject(in -> in.bucket("photos").key("cat").ifMatch("\"x\""))))
        .isEqualTo(412);
  }

  @Test
  void putObject_ifNoneMatch_writesOnlyWhatIsNotThere() {
    assertRefused(() -> put(in -> in.ifNoneMatch("*")), 412, "PreconditionFailed", FAILED);
    assertRefused(() -> put(in -> in.ifNoneMatch(etag)), 501, "NotImplemented");
    put(in -> in.key("dog").ifNoneMatch("*"));
    s3.deleteObject(in -> in.bucket("photos").key("cat"));
    put(in -> in.ifNoneMatch("*"));
  }

  @Test
  void putObject_ifMatch_replacesOnlyThat() {
    put(in -> in.ifMatch(etag));
    assertRefused(() -> put(in -> in.ifMatch("\"x\"")), 412, "PreconditionFailed", FAILED);
    assertRefused(() -> put(in -> in.key("dog").ifMatch(etag)), 404, "NoSuchKey");
  }

  private void copy(Consumer<CopyObjectRequest.Builder> how) {
    s3.copyObject(
        in ->
            in.sourceBucket("photos")
                .sourceKey("cat")
                .destinationBucket("photos")
                .destinationKey("copy")
                .applyMutation(how));
  }

  @Test
  void copyObject_conditions_areThoseOfTheSource() {
    copy(in -> in.copySourceIfMatch(etag));
    copy(in -> in.copySourceIfModifiedSince(THEN.minusSeconds(5)));
    assertRefused(
        () -> copy(in -> in.copySourceIfMatch("\"x\"")), 412, "PreconditionFailed", FAILED);
    assertRefused(
        () -> copy(in -> in.copySourceIfNoneMatch(etag)), 412, "PreconditionFailed", FAILED);
    assertRefused(
        () -> copy(in -> in.copySourceIfModifiedSince(THEN)), 412, "PreconditionFailed", FAILED);
    assertRefused(
        () -> copy(in -> in.copySourceIfUnmodifiedSince(THEN.minusSeconds(5))),
        412,
        "PreconditionFailed",
        FAILED);
  }

  private void delete(Consumer<DeleteObjectRequest.Builder> how) {
    s3.deleteObject(in -> in.bucket("photos").key("cat").applyMutation(how));
  }

  @Test
  void deleteObject_ifMatch_deletesOnlyThat() {
    assertRefused(() -> delete(in -> in.ifMatch("\"x\"")), 412, "PreconditionFailed", FAILED);
    assertThat(get(in -> {})).isEqualTo("meow");
    delete(in -> in.ifMatch(etag));
    delete(in -> in.ifMatch(etag));
    assertRefused(() -> get(in -> {}), 404, "NoSuchKey");
  }

  private String begin() {
    return s3.createMultipartUpload(in -> in.bucket("photos").key("cat")).uploadId();
  }

  private void complete(String upload, String condition) {
    String part =
        s3.uploadPart(
                in -> in.bucket("photos").key("cat").uploadId(upload).partNumber(1),
                RequestBody.fromString("wuff"))
            .eTag();
    s3.completeMultipartUpload(
        in ->
            in.bucket("photos")
                .key("cat")
                .uploadId(upload)
                .ifNoneMatch(condition)
                .multipartUpload(
                    all -> all.parts(CompletedPart.builder().partNumber(1).eTag(part).build())));
  }

  @Test
  void completeMultipartUpload_ifNoneMatch_writesOnlyWhatIsNotThere() {
    String upload = begin();
    assertRefused(() -> complete(upload, "*"), 412, "PreconditionFailed", FAILED);
    delete(in -> {});
    assertRefused(
        () -> complete(upload, "*"),
        409,
        "ConditionalRequestConflict",
        "The conditional request cannot succeed due to a conflicting operation against this"
            + " resource.");
    complete(begin(), "*");
    assertThat(get(in -> {})).isEqualTo("wuff");
  }

  @Test
  void putObject_bySixteenAtOnce_oneWins() throws Exception {
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      writers.add(() -> wins(in -> in.key("race").ifNoneMatch("*")));
    }
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      int won = 0;
      for (Future<Boolean> writer : threads.invokeAll(writers)) {
        won += writer.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  private boolean wins(Consumer<PutObjectRequest.Builder> how) {
    try {
      put(how);
      return true;
    } catch (S3Exception e) {
      assertThat(e.statusCode()).isIn(409, 412);
      return false;
    }
  }

  @Test
  void getObject_whileItIsWritten_isWhole() throws Exception {
    byte[][] contents = {new byte[200_000], new byte[100_000]};
    Arrays.fill(contents[0], (byte) 'a');
    Arrays.fill(contents[1], (byte) 'b');
    s3.putObject(in -> in.bucket("photos").key("race"), RequestBody.fromBytes(contents[0]));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        byte[] content = contents[i % 2];
        tasks.add(
            () ->
                s3.putObject(in -> in.bucket("photos").key("race"), RequestBody.fromBytes(content))
                        .eTag()
                    != null);
        tasks.add(
            () -> {
              byte[] read =
                  s3.getObjectAsBytes(in -> in.bucket("photos").key("race")).asByteArray();
              return Arrays.equals(read, contents[0]) || Arrays.equals(read, contents[1]);
            });
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }
}
