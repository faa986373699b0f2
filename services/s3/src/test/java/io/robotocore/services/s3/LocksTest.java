package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Locks of objects. */
@AwsEmulator
final class LocksTest {

  private static final String LOCKED = "Access Denied because object protected by object lock.";

  private final Emulator emulator;
  private final S3Client s3;

  LocksTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("vault").objectLockEnabledForBucket(true));
    s3.createBucket(in -> in.bucket("photos"));
  }

  private Instant days(int days) {
    return emulator.clock().instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
  }

  private String put(Consumer<PutObjectRequest.Builder> how) {
    return s3.putObject(
            in -> in.bucket("vault").key("deed").applyMutation(how), RequestBody.empty())
        .versionId();
  }

  private void delete(String version, boolean bypass) {
    s3.deleteObject(
        in -> in.bucket("vault").key("deed").versionId(version).bypassGovernanceRetention(bypass));
  }

  private void retain(ObjectLockRetentionMode mode, Instant until, boolean bypass) {
    s3.putObjectRetention(
        in ->
            in.bucket("vault")
                .key("deed")
                .bypassGovernanceRetention(bypass)
                .retention(how -> how.mode(mode).retainUntilDate(until)));
  }

  private void hold(ObjectLockLegalHoldStatus status) {
    s3.putObjectLegalHold(
        in -> in.bucket("vault").key("deed").legalHold(how -> how.status(status)));
  }

  @Test
  void createBucket_locked_keepsVersions() {
    assertThat(s3.getBucketVersioning(in -> in.bucket("vault")).status())
        .isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(
            s3.getObjectLockConfiguration(in -> in.bucket("vault"))
                .objectLockConfiguration()
                .objectLockEnabled())
        .isEqualTo(ObjectLockEnabled.ENABLED);
    assertRefused(
        () ->
            s3.putBucketVersioning(
                in ->
                    in.bucket("vault")
                        .versioningConfiguration(
                            how -> how.status(BucketVersioningStatus.SUSPENDED))),
        409,
        "InvalidBucketState",
        "An Object Lock configuration is present on this bucket, so the versioning state cannot be"
            + " changed.");
  }

  @Test
  void anyLock_bucketWithout_isRefused() {
    assertRefused(
        () -> s3.getObjectLockConfiguration(in -> in.bucket("photos")),
        404,
        "ObjectLockConfigurationNotFoundError",
        "Object Lock configuration does not exist for this bucket");
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.empty());
    assertRefused(
        () -> s3.getObjectRetention(in -> in.bucket("photos").key("cat")),
        400,
        "InvalidRequest",
        "Bucket is missing Object Lock Configuration");
    assertRefused(
        () ->
            s3.putObject(
                in ->
                    in.bucket("photos")
                        .key("cat")
                        .objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON),
                RequestBody.empty()),
        400,
        "InvalidRequest");
    assertRefused(
        () ->
            s3.putObjectLockConfiguration(
                in ->
                    in.bucket("photos")
                        .objectLockConfiguration(
                            how -> how.objectLockEnabled(ObjectLockEnabled.ENABLED))),
        409,
        "InvalidBucketState",
        "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
  }

  @Test
  void deleteObject_compliance_waitsForTheEnd() {
    Instant until = days(2);
    String version =
        put(in -> in.objectLockMode(ObjectLockMode.COMPLIANCE).objectLockRetainUntilDate(until));
    HeadObjectResponse head = s3.headObject(in -> in.bucket("vault").key("deed"));
    assertThat(head.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
    assertThat(head.objectLockRetainUntilDate()).isEqualTo(until);

    assertRefused(() -> delete(version, true), 403, "AccessDenied", LOCKED);
    delete(null, false);
    assertRefused(
        () -> retainVersion(version, ObjectLockRetentionMode.COMPLIANCE, days(1)),
        403,
        "AccessDenied",
        LOCKED);
    retainVersion(version, ObjectLockRetentionMode.COMPLIANCE, days(3));
    emulator.clock().advance(Duration.ofDays(4));
    delete(version, false);
    assertThat(s3.listObjectVersions(in -> in.bucket("vault")).versions()).isEmpty();
  }

  private void retainVersion(String version, ObjectLockRetentionMode mode, Instant until) {
    s3.putObjectRetention(
        in ->
            in.bucket("vault")
                .key("deed")
                .versionId(version)
                .bypassGovernanceRetention(true)
                .retention(how -> how.mode(mode).retainUntilDate(until)));
  }

  @Test
  void deleteObject_governance_canBePassed() {
    String version = put(in -> {});
    retain(ObjectLockRetentionMode.GOVERNANCE, days(2), false);
    assertRefused(() -> delete(version, false), 403, "AccessDenied", LOCKED);
    assertRefused(
        () -> retain(ObjectLockRetentionMode.GOVERNANCE, days(1), false),
        403,
        "AccessDenied",
        LOCKED);
    retain(ObjectLockRetentionMode.GOVERNANCE, days(1), true);
    assertThat(s3.getObjectRetention(in -> in.bucket("vault").key("deed")).retention())
        .isEqualTo(
            ObjectLockRetention.builder()
                .mode(ObjectLockRetentionMode.GOVERNANCE)
                .retainUntilDate(days(1))
                .build());
    delete(version, true);
    assertThat(s3.listObjectVersions(in -> in.bucket("vault")).versions()).isEmpty();
  }

  @Test
  void deleteObject_legalHold_waitsUntilItIsLifted() {
    String version = put(in -> in.objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON));
    assertThat(s3.getObjectLegalHold(in -> in.bucket("vault").key("deed")).legalHold().status())
        .isEqualTo(ObjectLockLegalHoldStatus.ON);
    assertRefused(() -> delete(version, true), 403, "AccessDenied", LOCKED);
    var errors =
        s3.deleteObjects(
                in ->
                    in.bucket("vault")
                        .delete(
                            all ->
                                all.objects(
                                    ObjectIdentifier.builder()
                                        .key("deed")
                                        .versionId(version)
                                        .build())))
            .errors();
    assertThat(errors)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.code()).isEqualTo("AccessDenied");
              assertThat(error.versionId()).isEqualTo(version);
            });
    hold(ObjectLockLegalHoldStatus.OFF);
    delete(version, false);
    assertThat(s3.listObjectVersions(in -> in.bucket("vault")).versions()).isEmpty();
  }

  @Test
  void getObjectLegalHold_none_isRefused() {
    put(in -> {});
    String message = "The specified object does not have a ObjectLock configuration";
    assertRefused(
        () -> s3.getObjectLegalHold(in -> in.bucket("vault").key("deed")),
        404,
        "NoSuchObjectLockConfiguration",
        message);
    assertRefused(
        () -> s3.getObjectRetention(in -> in.bucket("vault").key("deed")),
        404,
        "NoSuchObjectLockConfiguration",
        message);
  }

  @Test
  void putObject_bucketHasDefault_isRetained() {
    s3.putObjectLockConfiguration(
        in ->
            in.bucket("vault")
                .objectLockConfiguration(
                    how ->
                        how.objectLockEnabled(ObjectLockEnabled.ENABLED)
                            .rule(
                                rule ->
                                    rule.defaultRetention(
                                        usual ->
                                            usual
                                                .mode(ObjectLockRetentionMode.GOVERNANCE)
                                                .days(3)))));
    emulator.clock().freeze();
    put(in -> {});

    assertThat(
            s3.getObjectRetention(in -> in.bucket("vault").key("deed"))
                .retention()
                .retainUntilDate()
                .truncatedTo(ChronoUnit.SECONDS))
        .isEqualTo(days(3));
  }

  @Test
  void putObject_halfOrPastRetention_isRefused() {
    assertRefused(
        () -> put(in -> in.objectLockMode(ObjectLockMode.GOVERNANCE)),
        400,
        "InvalidArgument",
        "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
    assertRefused(
        () ->
            put(
                in ->
                    in.objectLockMode(ObjectLockMode.GOVERNANCE)
                        .objectLockRetainUntilDate(days(-1))),
        400,
        "InvalidArgument",
        "The retain until date must be in the future!");
    assertRefused(
        () ->
            s3.putObjectLockConfiguration(
                in ->
                    in.bucket("vault")
                        .objectLockConfiguration(
                            how ->
                                how.objectLockEnabled(ObjectLockEnabled.ENABLED)
                                    .rule(
                                        rule ->
                                            rule.defaultRetention(
                                                usual ->
                                                    usual
                                                        .mode(ObjectLockRetentionMode.GOVERNANCE)
                                                        .days(1)
                                                        .years(1))))),
        400,
        "MalformedXML");
  }
}
