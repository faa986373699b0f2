package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.TransitionDefaultMinimumObjectSize;
import software.amazon.awssdk.services.s3.model.TransitionStorageClass;

/**
 * What becomes of objects in time. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html">.
 */
@SuppressWarnings({"unchecked", "varargs"}) // lists of consumers, as the SDK's builders take them
@AwsEmulator
final class LifecyclesTest {

  private static final Instant START = Instant.parse("2030-01-15T10:31:00Z");

  private final S3Client s3;
  private final Emulator emulator;

  LifecyclesTest(S3Client s3, Emulator emulator) {
    this.s3 = s3;
    this.emulator = emulator;
  }

  @BeforeEach
  void createBucket() {
    emulator.clock().set(START);
    s3.createBucket(in -> in.bucket("photos"));
  }

  @SafeVarargs
  private void rules(Consumer<LifecycleRule.Builder>... rules) {
    s3.putBucketLifecycleConfiguration(
        in -> in.bucket("photos").lifecycleConfiguration(all -> all.rules(rules)));
  }

  private void put(String key, int size) {
    s3.putObject(in -> in.bucket("photos").key(key), RequestBody.fromBytes(new byte[size]));
  }

  private void days(int days) {
    emulator.clock().advance(Duration.ofDays(days));
  }

  private void version() {
    s3.putBucketVersioning(
        in ->
            in.bucket("photos")
                .versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED)));
  }

  private String storageClass(String key) {
    return s3.listObjectsV2(in -> in.bucket("photos").prefix(key))
        .contents()
        .get(0)
        .storageClassAsString();
  }

  @Test
  void putBucketLifecycleConfiguration_expiration_deletesAtMidnight() {
    rules(
        rule ->
            rule.id("old logs")
                .filter(filter -> filter.prefix("logs/"))
                .status(ExpirationStatus.ENABLED)
                .expiration(end -> end.days(3)));
    String expiry = "expiry-date=\"Sat, 19 Jan 2030 00:00:00 GMT\", rule-id=\"old+logs\"";
    assertThat(
            s3.putObject(in -> in.bucket("photos").key("logs/1"), RequestBody.empty()).expiration())
        .isEqualTo(expiry);
    put("cat", 1);

    assertThat(s3.headObject(in -> in.bucket("photos").key("logs/1")).expiration())
        .isEqualTo(expiry);
    assertThat(s3.headObject(in -> in.bucket("photos").key("cat")).expiration()).isNull();
    emulator.clock().set(Instant.parse("2030-01-18T23:59:59Z"));
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents()).hasSize(2);
    emulator.clock().set(Instant.parse("2030-01-19T00:00:00Z"));
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents())
        .extracting(S3Object::key)
        .containsExactly("cat");
  }

  @Test
  void putBucketLifecycleConfiguration_filters_decide() {
    Tag temporary = Tag.builder().key("keep").value("no").build();
    rules(
        rule ->
            rule.status(ExpirationStatus.ENABLED)
                .filter(
                    filter ->
                        filter.and(
                            and ->
                                and.prefix("a")
                                    .tags(temporary)
                                    .objectSizeGreaterThan(1L)
                                    .objectSizeLessThan(4L)))
                .expiration(end -> end.date(Instant.parse("2030-01-20T00:00:00Z"))),
        rule ->
            rule.status(ExpirationStatus.DISABLED)
                .filter(filter -> filter.prefix(""))
                .expiration(end -> end.days(1)));
    put("a1", 1);
    put("a2", 2);
    put("a4", 4);
    put("a2-untagged", 2);
    for (String key : new String[] {"a1", "a2", "a4"}) {
      s3.putObjectTagging(
          in -> in.bucket("photos").key(key).tagging(tags -> tags.tagSet(temporary)));
    }
    days(10);
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents())
        .extracting(S3Object::key)
        .containsExactly("a1", "a2-untagged", "a4");
  }

  @Test
  void putBucketLifecycleConfiguration_transitions_moveLargeObjects() {
    rules(
        rule ->
            rule.filter(filter -> filter.prefix(""))
                .status(ExpirationStatus.ENABLED)
                .transitions(
                    Transition.builder()
                        .days(30)
                        .storageClass(TransitionStorageClass.STANDARD_IA)
                        .build(),
                    Transition.builder()
                        .days(60)
                        .storageClass(TransitionStorageClass.GLACIER)
                        .build()));
    put("large", 128 * 1024);
    put("small", 1);
    days(30);
    assertThat(storageClass("large")).isEqualTo("STANDARD");
    days(1);
    assertThat(storageClass("large")).isEqualTo("STANDARD_IA");
    days(30);
    assertThat(storageClass("large")).isEqualTo("GLACIER");
    assertThat(storageClass("small")).isEqualTo("STANDARD");
    assertRefused(
        () -> s3.getObjectAsBytes(in -> in.bucket("photos").key("large")),
        403,
        "InvalidObjectState");
  }

  @Test
  void putBucketLifecycleConfiguration_smallObjects_moveToArchivesIfAsked() {
    LifecycleRule archive =
        LifecycleRule.builder()
            .filter(filter -> filter.prefix(""))
            .status(ExpirationStatus.ENABLED)
            .transitions(move -> move.days(1).storageClass(TransitionStorageClass.DEEP_ARCHIVE))
            .build();
    s3.putBucketLifecycleConfiguration(
        in ->
            in.bucket("photos")
                .transitionDefaultMinimumObjectSize(
                    TransitionDefaultMinimumObjectSize.VARIES_BY_STORAGE_CLASS)
                .lifecycleConfiguration(all -> all.rules(archive)));
    put("small", 1);
    days(2);
    assertThat(storageClass("small")).isEqualTo("DEEP_ARCHIVE");
    GetBucketLifecycleConfigurationResponse read =
        s3.getBucketLifecycleConfiguration(in -> in.bucket("photos"));
    assertThat(read.transitionDefaultMinimumObjectSize())
        .isEqualTo(TransitionDefaultMinimumObjectSize.VARIES_BY_STORAGE_CLASS);
    assertThat(read.rules().get(0).id()).hasSize(48);
  }

  @Test
  void putBucketLifecycleConfiguration_versions_expireAndMarkersGo() {
    version();
    rules(
        rule ->
            rule.filter(filter -> filter.prefix(""))
                .status(ExpirationStatus.ENABLED)
                .expiration(end -> end.days(1))
                .noncurrentVersionExpiration(old -> old.noncurrentDays(5)));
    put("cat", 1);
    days(2);
    ListObjectVersionsResponse marked = s3.listObjectVersions(in -> in.bucket("photos"));
    assertThat(marked.deleteMarkers()).hasSize(1);
    assertThat(marked.versions()).hasSize(1);
    days(5);
    assertThat(s3.listObjectVersions(in -> in.bucket("photos")).versions()).isEmpty();
    days(1);
    assertThat(s3.listObjectVersions(in -> in.bucket("photos")).deleteMarkers()).isEmpty();
  }

  @Test
  void putBucketLifecycleConfiguration_newestNoncurrentVersions_areKept() {
    version();
    rules(
        rule ->
            rule.filter(filter -> filter.prefix(""))
                .status(ExpirationStatus.ENABLED)
                .noncurrentVersionExpiration(
                    old -> old.noncurrentDays(1).newerNoncurrentVersions(2)));
    for (int size = 1; size <= 5; size++) {
      put("cat", size);
    }
    days(3);
    assertThat(s3.listObjectVersions(in -> in.bucket("photos")).versions())
        .extracting(ObjectVersion::size)
        .containsExactly(5L, 4L, 3L);
  }

  @Test
  void putBucketLifecycleConfiguration_uploads_areAborted() {
    rules(
        rule ->
            rule.filter(filter -> filter.prefix("a"))
                .status(ExpirationStatus.ENABLED)
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(7)));
    CreateMultipartUploadResponse begun =
        s3.createMultipartUpload(in -> in.bucket("photos").key("a"));
    assertThat(begun.abortDate())
        .isBetween(
            emulator.clock().instant().plus(Duration.ofDays(7)),
            emulator.clock().instant().plus(Duration.ofDays(8)));
    ListPartsResponse listed =
        s3.listParts(in -> in.bucket("photos").key("a").uploadId(begun.uploadId()));
    assertThat(listed.abortDate()).isEqualTo(begun.abortDate());
    assertThat(listed.abortRuleId()).isEqualTo(begun.abortRuleId()).isNotEmpty();
    assertThat(s3.createMultipartUpload(in -> in.bucket("photos").key("b")).abortDate()).isNull();
    days(6);
    assertThat(s3.listMultipartUploads(in -> in.bucket("photos")).uploads()).hasSize(2);
    days(2);
    assertThat(s3.listMultipartUploads(in -> in.bucket("photos")).uploads())
        .extracting(upload -> upload.key())
        .containsExactly("b");
  }

  @Test
  void deleteBucketLifecycle_nothingHappensAnyMore() {
    rules(
        rule ->
            rule.filter(filter -> filter.prefix(""))
                .status(ExpirationStatus.ENABLED)
                .expiration(end -> end.days(1)));
    put("cat", 1);
    s3.deleteBucketLifecycle(in -> in.bucket("photos"));
    days(3);
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents()).hasSize(1);
    assertRefused(
        () -> s3.getBucketLifecycleConfiguration(in -> in.bucket("photos")),
        404,
        "NoSuchLifecycleConfiguration",
        "The lifecycle configuration does not exist");
  }

  @Test
  void putBucketLifecycleConfiguration_wrongRule_isRefused() {
    assertRefused(
        () ->
            rules(
                rule -> rule.filter(filter -> filter.prefix("")).status(ExpirationStatus.ENABLED)),
        400,
        "InvalidRequest",
        "At least one action needs to be specified in a rule");
    assertRefused(
        () -> rules(rule -> rule.status(ExpirationStatus.ENABLED).expiration(end -> end.days(1))),
        400,
        "MalformedXML");
    assertWrong(
        rule -> rule.expiration(end -> end.days(0)),
        "'Days' for Expiration action must be a positive integer");
    assertWrong(rule -> rule.expiration(end -> end.date(START)), "'Date' must be at midnight GMT");
    assertWrong(
        rule ->
            rule.transitions(move -> move.days(29).storageClass(TransitionStorageClass.ONEZONE_IA)),
        "'Days' in Transition action must be greater than or equal to 30 for storageClass"
            + " 'ONEZONE_IA'");
    assertWrong(
        rule ->
            rule.expiration(end -> end.days(5))
                .transitions(move -> move.days(5).storageClass(TransitionStorageClass.GLACIER)),
        "'Days' in the Expiration action for filter '(prefix=)' must be greater than 'Days' in the"
            + " Transition action");
  }

  private void assertWrong(Consumer<LifecycleRule.Builder> action, String message) {
    assertRefused(
        () ->
            rules(
                rule ->
                    rule.filter(filter -> filter.prefix(""))
                        .status(ExpirationStatus.ENABLED)
                        .applyMutation(action)),
        400,
        "InvalidArgument",
        message);
  }
}
