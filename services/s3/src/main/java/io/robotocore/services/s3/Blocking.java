package io.robotocore.services.s3;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** What all operations share that could make something public. */
interface Blocking extends S3View {

  /**
   * Whether something is blocked: by the bucket, or by the account that it belongs to.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">blocking
   *     public access</a>
   */
  default boolean blocks(Bucket bucket, Predicate<PublicAccessBlockConfiguration> what) {
    return Stream.of(
            bucket.find(PublicAccessBlockConfiguration.class),
            state().blockedInAccounts().get(bucket.owner()))
        .flatMap(Optional::stream)
        .anyMatch(what);
  }
}
