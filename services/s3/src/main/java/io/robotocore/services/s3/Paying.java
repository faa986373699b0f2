package io.robotocore.services.s3;

import io.robotocore.service.Members;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.RequestCharged;
import software.amazon.awssdk.services.s3.model.RequestPaymentConfiguration;

/**
 * What all operations share that somebody has to pay for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/RequesterPaysBuckets.html">Requester
 *     Pays buckets</a>
 */
interface Paying extends S3View {

  /** Whether the caller would have to pay, and not the owner of the bucket. */
  private boolean isOnCaller(Bucket bucket) {
    return !bucket.owner().equals(call().account())
        && bucket
            .find(RequestPaymentConfiguration.class)
            .filter(configuration -> configuration.payer() == Payer.REQUESTER)
            .isPresent();
  }

  /** Whether somebody pays for a request: strangers have to say that they will, and who it is. */
  default boolean isPaid(Bucket bucket, SdkPojo request) {
    return !isOnCaller(bucket)
        || (Members.find(request, "x-amz-request-payer").isPresent()
            && !call().principal().isAnonymous());
  }

  /** Tells the caller that they have paid. */
  default <B extends SdkPojo> B charged(Bucket bucket, B answer) {
    if (isOnCaller(bucket)) {
      Members.set(answer, "x-amz-request-charged", RequestCharged.REQUESTER.toString());
    }
    return answer;
  }
}
