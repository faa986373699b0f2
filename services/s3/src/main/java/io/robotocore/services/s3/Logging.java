package io.robotocore.services.s3;

import io.robotocore.service.Principal;
import io.robotocore.state.Blob;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.TargetObjectKeyFormat;

/** The operations on where to requests are logged. */
interface Logging extends Configuring {

  /** So long after the first request that it tells of, a log is written. */
  Duration DELAY = Duration.ofMinutes(5);

  DateTimeFormatter SIMPLE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss-").withZone(ZoneOffset.UTC);
  DateTimeFormatter FOLDERS = DateTimeFormatter.ofPattern("yyyy/MM/dd/").withZone(ZoneOffset.UTC);

  @Override
  default GetBucketLoggingResponse getBucketLogging(GetBucketLoggingRequest in) {
    GetBucketLoggingResponse.Builder response = GetBucketLoggingResponse.builder();
    bucket(in, "s3:GetBucketLogging")
        .find(LoggingEnabled.class)
        .ifPresent(response::loggingEnabled);
    return response.build();
  }

  /**
   * Says in which bucket requests are logged.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html">server
   *     access logging</a>
   */
  @Override
  default PutBucketLoggingResponse putBucketLogging(PutBucketLoggingRequest in) {
    Bucket bucket = bucket(in, "s3:PutBucketLogging");
    @Nullable LoggingEnabled wanted = Required.check(in.bucketLoggingStatus()).loggingEnabled();
    if (wanted == null) {
      alter(bucket, there -> there.without(LoggingEnabled.class));
      return PutBucketLoggingResponse.builder().build();
    }
    Bucket target =
        state()
            .buckets()
            .get(wanted.targetBucket())
            .orElseThrow(() -> ConfigurationError.noLogTarget(wanted.targetBucket()));
    if (!target.owner().equals(bucket.owner())) {
      throw ConfigurationError.logTargetForeign(target.name());
    }
    if (!target.region().equals(bucket.region())) {
      throw ConfigurationError.logTargetElsewhere(bucket, target);
    }
    alter(bucket, there -> there.with(wanted));
    return PutBucketLoggingResponse.builder().build();
  }

  /** Takes note of a line for a bucket's log, which is written some minutes later. */
  default void log(Bucket bucket, String line) {
    state()
        .run(
            () -> {
              PVector<String> lines = state().logs().get(bucket.name()).orElse(TreePVector.empty());
              if (lines.isEmpty()) {
                Logged event = new Logged(bucket.name());
                state().due().plan(event.toString(), now().plus(DELAY), event);
              }
              state().logs().put(bucket.name(), lines.plus(line));
            });
  }

  /** Writes the log of a bucket. */
  default void write(Logged event) {
    String text = String.join("", state().logs().remove(event.bucket).orElse(TreePVector.empty()));
    Optional<Bucket> source = state().buckets().get(event.bucket);
    Optional<LoggingEnabled> where = source.flatMap(bucket -> bucket.find(LoggingEnabled.class));
    Optional<Bucket> target =
        where.flatMap(enabled -> state().buckets().get(enabled.targetBucket()));
    if (target.isEmpty()) {
      return;
    }
    Bucket bucket = target.get();
    S3 deliverer = new S3(call().as(Principal.service("logging.s3", bucket.owner())), state());
    Address at = new Address(bucket, key(source.orElseThrow(), where.orElseThrow()));
    StoredObject draft =
        deliverer.draft(at, PutObjectRequest.builder().contentType("text/plain").build());
    Content content =
        Content.of(Blob.of(text.getBytes(StandardCharsets.UTF_8)), ObjectChecksum.DEFAULT);
    deliverer.store(
        at,
        draft.with(deliverer.sealed(content, draft.storage().encryption())),
        WriteConditions.of(PutObjectRequest.builder().build()),
        "ObjectCreated:Put");
  }

  private String key(Bucket source, LoggingEnabled where) {
    Instant now = now();
    boolean folders =
        Optional.ofNullable(where.targetObjectKeyFormat())
            .map(TargetObjectKeyFormat::partitionedPrefix)
            .isPresent();
    String place =
        folders
            ? "%s/%s/%s/%s"
                .formatted(source.owner(), source.region(), source.name(), FOLDERS.format(now))
            : "";
    return where.targetPrefix()
        + place
        + SIMPLE.format(now)
        + call().random().text(16, "0123456789ABCDEF");
  }

  /** It is time to write the log of a bucket. */
  record Logged(String bucket) implements Due {
    @Override
    public void happen(S3 s3) {
      s3.write(this);
    }
  }
}
