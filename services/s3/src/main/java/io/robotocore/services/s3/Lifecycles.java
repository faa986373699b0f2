package io.robotocore.services.s3;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketLifecycleConfiguration;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.TransitionDefaultMinimumObjectSize;

/** The operations on what becomes of objects in time. */
interface Lifecycles extends Configuring, Locking {

  @Override
  default GetBucketLifecycleConfigurationResponse getBucketLifecycleConfiguration(
      GetBucketLifecycleConfigurationRequest in) {
    return configuration(
        in, "s3:GetLifecycleConfiguration", GetBucketLifecycleConfigurationResponse.class);
  }

  /**
   * Says what becomes of objects. Every midnight, by Greenwich's time, what is due is done.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html">lifecycle
   *     configuration elements</a>
   */
  @Override
  default PutBucketLifecycleConfigurationResponse putBucketLifecycleConfiguration(
      PutBucketLifecycleConfigurationRequest in) {
    BucketLifecycleConfiguration wanted = Required.check(in.lifecycleConfiguration());
    RuleCheck.check(wanted.rules());
    TransitionDefaultMinimumObjectSize smallest =
        Optional.ofNullable(in.transitionDefaultMinimumObjectSize())
            .orElse(TransitionDefaultMinimumObjectSize.ALL_STORAGE_CLASSES_128_K);
    List<LifecycleRule> rules = wanted.rules().stream().map(this::named).toList();
    configure(
        in,
        "s3:PutLifecycleConfiguration",
        bucket ->
            bucket.with(
                GetBucketLifecycleConfigurationResponse.builder()
                    .rules(rules)
                    .transitionDefaultMinimumObjectSize(smallest)
                    .build()));
    planAging(in.bucket());
    return PutBucketLifecycleConfigurationResponse.builder()
        .transitionDefaultMinimumObjectSize(smallest)
        .build();
  }

  private LifecycleRule named(LifecycleRule rule) {
    return rule.id() == null || rule.id().isEmpty()
        ? rule.toBuilder()
            .id(call().random().text(48, "abcdefghijklmnopqrstuvwxyz0123456789"))
            .build()
        : rule;
  }

  @Override
  default DeleteBucketLifecycleResponse deleteBucketLifecycle(DeleteBucketLifecycleRequest in) {
    configure(
        in,
        "s3:PutLifecycleConfiguration",
        bucket -> bucket.without(GetBucketLifecycleConfigurationResponse.class));
    return DeleteBucketLifecycleResponse.builder().build();
  }

  private void planAging(String bucket) {
    Midnight event = new Midnight(bucket);
    Instant tonight = now().truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    state().due().plan(event.toString(), tonight, event);
  }

  /** Does what is due in a bucket tonight. */
  default void age(Midnight event) {
    Optional<Bucket> bucket =
        state()
            .buckets()
            .get(event.bucket)
            .filter(there -> there.find(GetBucketLifecycleConfigurationResponse.class).isPresent());
    if (bucket.isPresent()) {
      Aging aging = new Aging(this, LifecycleRules.of(bucket.get()));
      contents(bucket.get()).keys().keySet().forEach(key -> aging.age(event.bucket, key));
      contents(bucket.get()).uploads().keySet().forEach(key -> aging.abort(event.bucket, key));
      planAging(event.bucket);
    }
  }

  /** A day has gone by in a bucket. */
  record Midnight(String bucket) implements Due {
    @Override
    public void happen(S3 s3) {
      s3.age(this);
    }
  }
}
