package io.robotocore.services.s3;

import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;

/** What the operations share that configure buckets. */
interface Configuring extends S3View {

  /** Changes the configurations of the bucket that a request names. */
  default void configure(SdkPojo in, String action, UnaryOperator<Bucket> change) {
    alter(bucket(in, action), change);
  }

  /** The configuration of a class that the bucket has which a request names. */
  default <T extends SdkPojo> T configuration(SdkPojo in, String action, Class<T> kind) {
    Bucket bucket = bucket(in, action);
    return bucket.find(kind).orElseThrow(() -> ConfigurationError.missing(kind, bucket.name()));
  }
}
