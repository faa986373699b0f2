package io.robotocore.services.s3;

import io.robotocore.services.s3.Labels.Lock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRule;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * What all operations share that set locks or meet them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html">object
 *     lock</a>
 */
interface Locking extends S3View {

  String NO_LOCKS = "Bucket is missing Object Lock Configuration";

  /** The lock that a new object has: what the request says, or else the bucket. */
  default Lock lock(Bucket bucket, PutObjectRequest in) {
    Optional<ObjectLockRetention> wanted = retention(in);
    Optional<Boolean> hold =
        Optional.ofNullable(in.objectLockLegalHoldStatus())
            .map(status -> status == ObjectLockLegalHoldStatus.ON);
    Optional<ObjectLockConfiguration> configuration = bucket.find(ObjectLockConfiguration.class);
    if (configuration.isEmpty()) {
      if (wanted.isPresent() || hold.isPresent()) {
        throw S3Error.invalidRequest(NO_LOCKS);
      }
      return Lock.OPEN;
    }
    Optional<ObjectLockRetention> usual =
        configuration
            .map(ObjectLockConfiguration::rule)
            .map(ObjectLockRule::defaultRetention)
            .map(this::retention);
    return new Lock(wanted.or(() -> usual), hold);
  }

  private Optional<ObjectLockRetention> retention(PutObjectRequest in) {
    if (in.objectLockMode() == null && in.objectLockRetainUntilDate() == null) {
      return Optional.empty();
    }
    if (in.objectLockMode() == null || in.objectLockRetainUntilDate() == null) {
      throw S3Error.invalidArgument(
          "x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied",
          Map.of(
              "ArgumentName",
              in.objectLockMode() == null
                  ? "x-amz-object-lock-mode"
                  : "x-amz-object-lock-retain-until-date"));
    }
    ObjectLockRetention retention =
        ObjectLockRetention.builder()
            .mode(in.objectLockModeAsString())
            .retainUntilDate(in.objectLockRetainUntilDate())
            .build();
    check(retention);
    return Optional.of(retention);
  }

  private ObjectLockRetention retention(DefaultRetention usual) {
    Instant until =
        usual.years() == null
            ? now().plus(Duration.ofDays(usual.days()))
            : now().atOffset(ZoneOffset.UTC).plusYears(usual.years()).toInstant();
    return ObjectLockRetention.builder().mode(usual.mode()).retainUntilDate(until).build();
  }

  /** Refuses a retention that is none. */
  default void check(ObjectLockRetention retention) {
    if (retention.mode() == ObjectLockRetentionMode.UNKNOWN_TO_SDK_VERSION) {
      throw S3Error.invalidArgument(
          "Unknown wormMode directive.",
          Map.of(
              "ArgumentName", "x-amz-object-lock-mode", "ArgumentValue", retention.modeAsString()));
    }
    if (!retention.retainUntilDate().isAfter(now())) {
      throw S3Error.invalidArgument(
          "The retain until date must be in the future!",
          Map.of(
              "ArgumentName",
              "x-amz-object-lock-retain-until-date",
              "ArgumentValue",
              retention.retainUntilDate().toString()));
    }
  }

  /**
   * Refuses to delete a version that is locked.
   *
   * @param bypass whether the caller wants to go past a retention in governance mode
   */
  default void checkUnlocked(Version version, boolean bypass) {
    if (isLocked(version, bypass)) {
      throw ObjectError.locked();
    }
  }

  /** Whether a version cannot be deleted. */
  default boolean isLocked(Version version, boolean bypass) {
    return version instanceof StoredObject object
        && (object.labels().lock().isHeld()
            || object.labels().lock().retention().filter(kept -> binds(kept, bypass)).isPresent());
  }

  /** Whether a retention still keeps a version. */
  default boolean binds(ObjectLockRetention retention, boolean bypass) {
    return retention.retainUntilDate().isAfter(now())
        && !(bypass && retention.mode() == ObjectLockRetentionMode.GOVERNANCE);
  }
}
