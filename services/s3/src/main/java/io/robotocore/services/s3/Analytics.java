package io.robotocore.services.s3;

import software.amazon.awssdk.services.s3.model.AnalyticsConfiguration;
import software.amazon.awssdk.services.s3.model.DeleteBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketAnalyticsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAnalyticsConfigurationResponse;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAnalyticsConfigurationResponse;

/** The operations on analyses of storage classes. */
interface Analytics extends ManyConfigurations {

  @Override
  default GetBucketAnalyticsConfigurationResponse getBucketAnalyticsConfiguration(
      GetBucketAnalyticsConfigurationRequest in) {
    return GetBucketAnalyticsConfigurationResponse.builder()
        .analyticsConfiguration(
            configuration(
                bucket(in, "s3:GetAnalyticsConfiguration"), AnalyticsConfiguration.class, in.id()))
        .build();
  }

  /**
   * Adds a configuration, or replaces the one of its id.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html">the
   *     operation</a>
   */
  @Override
  default PutBucketAnalyticsConfigurationResponse putBucketAnalyticsConfiguration(
      PutBucketAnalyticsConfigurationRequest in) {
    AnalyticsConfiguration configuration = Required.check(in.analyticsConfiguration());
    put(bucket(in, "s3:PutAnalyticsConfiguration"), in.id(), configuration, configuration.id());
    return PutBucketAnalyticsConfigurationResponse.builder().build();
  }

  @Override
  default DeleteBucketAnalyticsConfigurationResponse deleteBucketAnalyticsConfiguration(
      DeleteBucketAnalyticsConfigurationRequest in) {
    delete(bucket(in, "s3:PutAnalyticsConfiguration"), AnalyticsConfiguration.class, in.id());
    return DeleteBucketAnalyticsConfigurationResponse.builder().build();
  }

  @Override
  default ListBucketAnalyticsConfigurationsResponse listBucketAnalyticsConfigurations(
      ListBucketAnalyticsConfigurationsRequest in) {
    Page<AnalyticsConfiguration> page =
        page(
            bucket(in, "s3:GetAnalyticsConfiguration"),
            AnalyticsConfiguration.class,
            in.continuationToken());
    ListBucketAnalyticsConfigurationsResponse.Builder response =
        ListBucketAnalyticsConfigurationsResponse.builder()
            .continuationToken(in.continuationToken())
            .isTruncated(page.next().isPresent())
            .analyticsConfigurationList(page.configurations());
    page.next().ifPresent(response::nextContinuationToken);
    return response.build();
  }
}
