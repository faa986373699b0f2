package io.robotocore.services.s3;

import software.amazon.awssdk.services.s3.model.DeleteBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetricsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketMetricsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.MetricsConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketMetricsConfigurationResponse;

/** The operations on request metrics. */
interface Metrics extends ManyConfigurations {

  @Override
  default GetBucketMetricsConfigurationResponse getBucketMetricsConfiguration(
      GetBucketMetricsConfigurationRequest in) {
    return GetBucketMetricsConfigurationResponse.builder()
        .metricsConfiguration(
            configuration(
                bucket(in, "s3:GetMetricsConfiguration"), MetricsConfiguration.class, in.id()))
        .build();
  }

  /**
   * Adds a configuration, or replaces the one of its id.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html">the
   *     operation</a>
   */
  @Override
  default PutBucketMetricsConfigurationResponse putBucketMetricsConfiguration(
      PutBucketMetricsConfigurationRequest in) {
    MetricsConfiguration configuration = Required.check(in.metricsConfiguration());
    put(bucket(in, "s3:PutMetricsConfiguration"), in.id(), configuration, configuration.id());
    return PutBucketMetricsConfigurationResponse.builder().build();
  }

  @Override
  default DeleteBucketMetricsConfigurationResponse deleteBucketMetricsConfiguration(
      DeleteBucketMetricsConfigurationRequest in) {
    delete(bucket(in, "s3:PutMetricsConfiguration"), MetricsConfiguration.class, in.id());
    return DeleteBucketMetricsConfigurationResponse.builder().build();
  }

  @Override
  default ListBucketMetricsConfigurationsResponse listBucketMetricsConfigurations(
      ListBucketMetricsConfigurationsRequest in) {
    Page<MetricsConfiguration> page =
        page(
            bucket(in, "s3:GetMetricsConfiguration"),
            MetricsConfiguration.class,
            in.continuationToken());
    ListBucketMetricsConfigurationsResponse.Builder response =
        ListBucketMetricsConfigurationsResponse.builder()
            .continuationToken(in.continuationToken())
            .isTruncated(page.next().isPresent())
            .metricsConfigurationList(page.configurations());
    page.next().ifPresent(response::nextContinuationToken);
    return response.build();
  }
}
