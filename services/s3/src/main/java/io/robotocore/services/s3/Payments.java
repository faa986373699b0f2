package io.robotocore.services.s3;

import java.util.Optional;
import software.amazon.awssdk.services.s3.model.AccelerateConfiguration;
import software.amazon.awssdk.services.s3.model.BucketAccelerateStatus;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentRequest;
import software.amazon.awssdk.services.s3.model.GetBucketRequestPaymentResponse;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.PutBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAccelerateConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketRequestPaymentRequest;
import software.amazon.awssdk.services.s3.model.PutBucketRequestPaymentResponse;
import software.amazon.awssdk.services.s3.model.RequestPaymentConfiguration;

/** The operations on who pays for requests, and for having them accelerated. */
interface Payments extends Configuring {

  /**
   * Tells who pays for requests.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/RequesterPaysBuckets.html">Requester
   *     Pays buckets</a>
   */
  @Override
  default GetBucketRequestPaymentResponse getBucketRequestPayment(
      GetBucketRequestPaymentRequest in) {
    Payer payer =
        bucket(in, "s3:GetBucketRequestPayment")
            .find(RequestPaymentConfiguration.class)
            .map(RequestPaymentConfiguration::payer)
            .orElse(Payer.BUCKET_OWNER);
    return GetBucketRequestPaymentResponse.builder().payer(payer).build();
  }

  @Override
  default PutBucketRequestPaymentResponse putBucketRequestPayment(
      PutBucketRequestPaymentRequest in) {
    RequestPaymentConfiguration configuration = Required.check(in.requestPaymentConfiguration());
    Required.known(configuration.payer() != Payer.UNKNOWN_TO_SDK_VERSION);
    configure(in, "s3:PutBucketRequestPayment", bucket -> bucket.with(configuration));
    return PutBucketRequestPaymentResponse.builder().build();
  }

  @Override
  default GetBucketAccelerateConfigurationResponse getBucketAccelerateConfiguration(
      GetBucketAccelerateConfigurationRequest in) {
    GetBucketAccelerateConfigurationResponse.Builder response =
        GetBucketAccelerateConfigurationResponse.builder();
    bucket(in, "s3:GetAccelerateConfiguration")
        .find(AccelerateConfiguration.class)
        .ifPresent(configuration -> response.status(configuration.status()));
    return response.build();
  }

  /**
   * Says whether the bucket has an endpoint with acceleration.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html">Transfer
   *     Acceleration</a>
   */
  @Override
  default PutBucketAccelerateConfigurationResponse putBucketAccelerateConfiguration(
      PutBucketAccelerateConfigurationRequest in) {
    AccelerateConfiguration configuration = Required.check(in.accelerateConfiguration());
    Required.known(
        Optional.ofNullable(configuration.status())
            .filter(status -> status != BucketAccelerateStatus.UNKNOWN_TO_SDK_VERSION)
            .isPresent());
    if (in.bucket().contains(".")) {
      throw S3Error.invalidRequest(
          "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
    }
    configure(in, "s3:PutAccelerateConfiguration", bucket -> bucket.with(configuration));
    return PutBucketAccelerateConfigurationResponse.builder().build();
  }
}
