package io.robotocore.services.s3;

import java.util.Optional;

/** Who may do what. */
interface Permissions extends S3View {

  /** An account may do everything in its buckets, and nothing in those of others. */
  @Override
  default void authorize(Bucket bucket, String action, Optional<String> key) {
    if (!bucket.owner().equals(call().account())) {
      throw S3Error.accessDenied();
    }
  }
}
