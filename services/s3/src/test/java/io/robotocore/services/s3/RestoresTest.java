package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.OptionalObjectAttributes;
import software.amazon.awssdk.services.s3.model.RestoreObjectResponse;
import software.amazon.awssdk.services.s3.model.RestoreStatus;
import software.amazon.awssdk.services.s3.model.Tier;

/** Archived objects. */
@AwsEmulator
final class RestoresTest {

  private final Emulator emulator;
  private final S3Client s3;

  RestoresTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  @BeforeEach
  void putObject() {
    emulator.clock().set(Instant.parse("2026-01-01T10:00:00Z"));
    s3.createBucket(in -> in.bucket("photos"));
    put("GLACIER");
  }

  private void put(String storageClass) {
    s3.putObject(
        in -> in.bucket("photos").key("cat").storageClass(storageClass),
        RequestBody.fromString("meow"));
  }

  private String get() {
    return s3.getObjectAsBytes(in -> in.bucket("photos").key("cat")).asUtf8String();
  }

  private RestoreObjectResponse restore(int days, Tier tier) {
    return s3.restoreObject(
        in ->
            in.bucket("photos")
                .key("cat")
                .restoreRequest(how -> how.days(days).glacierJobParameters(job -> job.tier(tier))));
  }

  private String header() {
    return s3.headObject(in -> in.bucket("photos").key("cat")).restore();
  }

  @Test
  void getObject_archived_isRefused() {
    assertThat(assertRefused(this::get, 403, "InvalidObjectState"))
        .isInstanceOf(InvalidObjectStateException.class)
        .hasMessageContaining("The operation is not valid for the object's storage class");
    assertThat(header()).isNull();
    assertRefused(
        () ->
            s3.copyObject(
                in ->
                    in.sourceBucket("photos")
                        .sourceKey("cat")
                        .destinationBucket("photos")
                        .destinationKey("copy")),
        403,
        "ObjectNotInActiveTierError");
  }

  @Test
  void restoreObject_isReadableForSomeDays() {
    assertThat(restore(2, Tier.STANDARD).sdkHttpResponse().statusCode()).isEqualTo(202);
    assertThat(header()).isEqualTo("ongoing-request=\"true\"");
    assertRefused(this::get, 403, "InvalidObjectState");
    assertRefused(
        () -> restore(2, Tier.STANDARD),
        409,
        "RestoreAlreadyInProgress",
        "Object restore is already in progress");

    emulator.clock().advance(Duration.ofHours(5));
    assertThat(get()).isEqualTo("meow");
    assertThat(header())
        .isEqualTo("ongoing-request=\"false\", expiry-date=\"Sun, 04 Jan 2026 00:00:00 GMT\"");
    assertThat(
            s3.listObjectsV2(
                    in ->
                        in.bucket("photos")
                            .optionalObjectAttributes(OptionalObjectAttributes.RESTORE_STATUS))
                .contents()
                .get(0)
                .restoreStatus())
        .isEqualTo(
            RestoreStatus.builder()
                .isRestoreInProgress(false)
                .restoreExpiryDate(Instant.parse("2026-01-04T00:00:00Z"))
                .build());
    assertThat(restore(5, Tier.STANDARD).sdkHttpResponse().statusCode()).isEqualTo(200);
    assertThat(header()).contains("Wed, 07 Jan 2026 00:00:00 GMT");

    emulator.clock().set(Instant.parse("2026-01-07T00:00:00Z"));
    assertRefused(this::get, 403, "InvalidObjectState");
    assertThat(header()).isNull();
  }

  @Test
  void restoreObject_tier_saysHowLongItTakes() {
    restore(1, Tier.EXPEDITED);
    emulator.clock().advance(Duration.ofMinutes(5));
    assertThat(get()).isEqualTo("meow");

    put("DEEP_ARCHIVE");
    assertRefused(() -> restore(1, Tier.EXPEDITED), 400, "InvalidArgument");
    restore(1, Tier.BULK);
    emulator.clock().advance(Duration.ofHours(47));
    assertRefused(this::get, 403, "InvalidObjectState");
    emulator.clock().advance(Duration.ofHours(1));
    assertThat(get()).isEqualTo("meow");
  }

  @Test
  void restoreObject_notArchived_isRefused() {
    put("STANDARD_IA");
    assertRefused(
        () -> restore(1, Tier.STANDARD),
        403,
        "InvalidObjectState",
        "Restore is not allowed for the object's current storage class");
    put("GLACIER");
    assertRefused(() -> restore(0, Tier.STANDARD), 400, "MalformedXML");
  }
}
