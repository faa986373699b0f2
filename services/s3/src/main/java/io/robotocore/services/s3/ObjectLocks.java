package io.robotocore.services.s3;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionResponse;

/** The operations on locks of objects. */
interface ObjectLocks extends Locking, Relabelling {

  @Override
  default GetObjectLockConfigurationResponse getObjectLockConfiguration(
      GetObjectLockConfigurationRequest in) {
    Bucket bucket = bucket(in, "s3:GetBucketObjectLockConfiguration");
    return GetObjectLockConfigurationResponse.builder()
        .objectLockConfiguration(
            bucket
                .find(ObjectLockConfiguration.class)
                .orElseThrow(() -> ObjectError.noLockConfiguration(bucket.name())))
        .build();
  }

  @Override
  default PutObjectLockConfigurationResponse putObjectLockConfiguration(
      PutObjectLockConfigurationRequest in) {
    Bucket bucket = bucket(in, "s3:PutBucketObjectLockConfiguration");
    ObjectLockConfiguration configuration = in.objectLockConfiguration();
    if (configuration == null
        || configuration.objectLockEnabled() != ObjectLockEnabled.ENABLED
        || (configuration.rule() != null && !isValid(configuration.rule().defaultRetention()))) {
      throw S3Error.malformedXml();
    }
    if (!bucket.isVersioned()) {
      throw S3Error.invalidBucketState(
          "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
    }
    alter(bucket, there -> there.with(configuration));
    return PutObjectLockConfigurationResponse.builder().build();
  }

  private static boolean isValid(DefaultRetention retention) {
    if (retention == null || (retention.days() == null) == (retention.years() == null)) {
      return false;
    }
    int count = retention.days() == null ? retention.years() : retention.days();
    if (count <= 0) {
      throw S3Error.invalidArgument(
          "Default retention period must be a positive integer value.", Map.of());
    }
    if (retention.days() == null ? count > 100 : count > 36_500) {
      throw S3Error.invalidArgument("Default retention period too large", Map.of());
    }
    return retention.mode() != null
        && retention.mode() != ObjectLockRetentionMode.UNKNOWN_TO_SDK_VERSION;
  }

  @Override
  default GetObjectRetentionResponse getObjectRetention(GetObjectRetentionRequest in) {
    StoredObject object = object(lockable(bucket(in, "s3:GetObjectRetention")), in);
    return GetObjectRetentionResponse.builder()
        .retention(object.labels().lock().retention().orElseThrow(ObjectError::noLock))
        .build();
  }

  @Override
  default PutObjectRetentionResponse putObjectRetention(PutObjectRetentionRequest in) {
    Address at = new Address(lockable(bucket(in, "s3:PutObjectRetention")), in.key());
    ObjectLockRetention retention =
        Optional.ofNullable(in.retention()).orElse(ObjectLockRetention.builder().build());
    if ((retention.mode() == null) != (retention.retainUntilDate() == null)) {
      throw S3Error.malformedXml();
    }
    if (retention.mode() != null) {
      check(retention);
    }
    boolean bypass = Boolean.TRUE.equals(in.bypassGovernanceRetention());
    relabel(
        at,
        Optional.ofNullable(in.versionId()),
        object -> {
          object
              .labels()
              .lock()
              .retention()
              .filter(old -> binds(old, bypass) && isWeaker(retention, old))
              .ifPresent(
                  old -> {
                    throw ObjectError.locked();
                  });
          return object.with(object.labels().with(object.labels().lock().with(retention)));
        });
    return PutObjectRetentionResponse.builder().build();
  }

  private static boolean isWeaker(ObjectLockRetention wanted, ObjectLockRetention old) {
    return wanted.mode() == null
        || (wanted.mode() == ObjectLockRetentionMode.GOVERNANCE
            && old.mode() == ObjectLockRetentionMode.COMPLIANCE)
        || wanted.retainUntilDate().isBefore(old.retainUntilDate());
  }

  @Override
  default GetObjectLegalHoldResponse getObjectLegalHold(GetObjectLegalHoldRequest in) {
    StoredObject object = object(lockable(bucket(in, "s3:GetObjectLegalHold")), in);
    boolean held = object.labels().lock().legalHold().orElseThrow(ObjectError::noLock);
    return GetObjectLegalHoldResponse.builder()
        .legalHold(
            hold ->
                hold.status(held ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF))
        .build();
  }

  @Override
  default PutObjectLegalHoldResponse putObjectLegalHold(PutObjectLegalHoldRequest in) {
    Address at = new Address(lockable(bucket(in, "s3:PutObjectLegalHold")), in.key());
    if (in.legalHold() == null
        || in.legalHold().status() == null
        || in.legalHold().status() == ObjectLockLegalHoldStatus.UNKNOWN_TO_SDK_VERSION) {
      throw S3Error.malformedXml();
    }
    boolean hold = in.legalHold().status() == ObjectLockLegalHoldStatus.ON;
    relabel(
        at,
        Optional.ofNullable(in.versionId()),
        object -> object.with(object.labels().with(object.labels().lock().held(hold))));
    return PutObjectLegalHoldResponse.builder().build();
  }

  private static Bucket lockable(Bucket bucket) {
    if (bucket.find(ObjectLockConfiguration.class).isEmpty()) {
      throw S3Error.invalidRequest(NO_LOCKS);
    }
    return bucket;
  }
}
