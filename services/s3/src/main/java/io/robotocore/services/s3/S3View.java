package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.Members;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What the operations of S3 share: one call, and all buckets. */
interface S3View extends S3Client {

  Call call();

  S3State state();

  /** Why the caller may not do something to a bucket, or to an object in it; empty if they may. */
  Optional<S3Exception> refusal(Bucket bucket, Asked asked);

  /** Refuses what the caller may not do to a bucket, or to an object in it. */
  default void authorize(Bucket bucket, Asked asked) {
    refusal(bucket, asked)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  /** Refuses whoever has not said who they are. */
  default void checkKnown() {
    checkKnown("Access Denied");
  }

  /** {@link #checkKnown} in other words. */
  default void checkKnown(String message) {
    if (call().principal().isAnonymous()) {
      throw S3Error.of(403, "AccessDenied: " + message, Map.of());
    }
  }

  /**
   * Whatever follows when an object has changed: every change of every object is told here, after
   * it has been made and outside of it, on the thread of the call.
   */
  void happened(Change change);

  default Instant now() {
    return call().now();
  }

  /** The time as S3 keeps it, of which there are no fractions of a second. */
  default Instant second() {
    return now().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The id of a new version, upload or the like: opaque, as AWS gives them. */
  default String newId() {
    return call()
        .random()
        .text(32, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._");
  }

  /**
   * The bucket that a request names, if it was sent to the bucket's region and whoever sent it may
   * do this there.
   *
   * @param in a request with members {@code Bucket}, and perhaps {@code ExpectedBucketOwner} and
   *     {@code Key}
   * @param action the action by its name in policies, as {@code s3:GetObject}
   */
  default Bucket bucket(SdkPojo in, String action) {
    Bucket bucket = find(Members.find(in, "Bucket").map(String.class::cast).orElse(""));
    if (!bucket.region().equals(call().region())) {
      throw S3Error.permanentRedirect(bucket);
    }
    return checked(bucket, in, action);
  }

  /** {@link #bucket} of any region. */
  default Bucket anywhere(SdkPojo in, String action) {
    return checked(find(Members.find(in, "Bucket").map(String.class::cast).orElse("")), in, action);
  }

  private Bucket checked(Bucket bucket, SdkPojo in, String action) {
    Members.find(in, "x-amz-expected-bucket-owner")
        .filter(owner -> !owner.equals(bucket.owner()))
        .ifPresent(
            other -> {
              throw S3Error.accessDenied();
            });
    authorize(bucket, Asked.of(action, in));
    return bucket;
  }

  /** The bucket of a name, or behind an access point, wherever and whosever it is. */
  default Bucket find(String name) {
    return state()
        .buckets()
        .get(name)
        .or(() -> accessPoint(name).map(AccessPoint::bucket).flatMap(state().buckets()::get))
        .orElseThrow(() -> notFound(name));
  }

  /** The access point that is called so in place of a bucket. */
  default Optional<AccessPoint> accessPoint(String name) {
    return state().accessPoints().get(name).flatMap(state().accessPointsByHome()::get);
  }

  private RuntimeException notFound(String name) {
    if (name.startsWith("arn:")) {
      return S3Error.noSuchAccessPoint(name);
    }
    String host = Optional.ofNullable(call().home().getHost()).orElse("");
    String first = host.substring(0, Math.max(0, host.indexOf('.')));
    return state().buckets().containsKey(first)
        ? S3Error.lostHost(name, first)
        : S3Error.noSuchBucket(name);
  }

  /** The ARN of a bucket. */
  default String arn(Bucket bucket) {
    return bucket.isDirectory()
        ? "arn:%s:s3express:%s:%s:bucket/%s"
            .formatted(call().partition(), bucket.region(), bucket.owner(), bucket.name())
        : "arn:%s:s3:::%s".formatted(call().partition(), bucket.name());
  }

  /** Changes the configuration of a bucket that may have been changed since it was looked at. */
  default void alter(Bucket bucket, UnaryOperator<Bucket> change) {
    state().run(() -> state().buckets().put(bucket.name(), change.apply(find(bucket.name()))));
  }

  /** What is in a bucket now. */
  default Contents contents(Bucket bucket) {
    return state()
        .contents()
        .get(bucket.name())
        .orElseThrow(() -> S3Error.noSuchBucket(bucket.name()));
  }

  @Override
  default String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  default void close() {}
}
