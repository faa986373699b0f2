package io.robotocore.services.s3;

import software.amazon.awssdk.services.s3.model.DeleteBucketIntelligentTieringConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketIntelligentTieringConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketIntelligentTieringConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketIntelligentTieringConfigurationResponse;
import software.amazon.awssdk.services.s3.model.IntelligentTieringAccessTier;
import software.amazon.awssdk.services.s3.model.IntelligentTieringConfiguration;
import software.amazon.awssdk.services.s3.model.IntelligentTieringStatus;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketIntelligentTieringConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketIntelligentTieringConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketIntelligentTieringConfigurationResponse;

/** The operations on archive tiers of the storage class Intelligent-Tiering. */
interface Tierings extends ManyConfigurations {

  @Override
  default GetBucketIntelligentTieringConfigurationResponse getBucketIntelligentTieringConfiguration(
      GetBucketIntelligentTieringConfigurationRequest in) {
    return GetBucketIntelligentTieringConfigurationResponse.builder()
        .intelligentTieringConfiguration(
            configuration(
                bucket(in, "s3:GetIntelligentTieringConfiguration"),
                IntelligentTieringConfiguration.class,
                in.id()))
        .build();
  }

  /**
   * Adds a configuration, or replaces the one of its id.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html">the
   *     operation</a>
   */
  @Override
  default PutBucketIntelligentTieringConfigurationResponse putBucketIntelligentTieringConfiguration(
      PutBucketIntelligentTieringConfigurationRequest in) {
    IntelligentTieringConfiguration configuration =
        Required.check(in.intelligentTieringConfiguration());
    Required.known(
        configuration.status() != IntelligentTieringStatus.UNKNOWN_TO_SDK_VERSION
            && configuration.tierings().stream()
                .allMatch(
                    tiering ->
                        tiering.accessTier()
                            != IntelligentTieringAccessTier.UNKNOWN_TO_SDK_VERSION));
    put(
        bucket(in, "s3:PutIntelligentTieringConfiguration"),
        in.id(),
        configuration,
        configuration.id());
    return PutBucketIntelligentTieringConfigurationResponse.builder().build();
  }

  @Override
  default DeleteBucketIntelligentTieringConfigurationResponse
      deleteBucketIntelligentTieringConfiguration(
          DeleteBucketIntelligentTieringConfigurationRequest in) {
    delete(
        bucket(in, "s3:PutIntelligentTieringConfiguration"),
        IntelligentTieringConfiguration.class,
        in.id());
    return DeleteBucketIntelligentTieringConfigurationResponse.builder().build();
  }

  @Override
  default ListBucketIntelligentTieringConfigurationsResponse
      listBucketIntelligentTieringConfigurations(
          ListBucketIntelligentTieringConfigurationsRequest in) {
    Page<IntelligentTieringConfiguration> page =
        page(
            bucket(in, "s3:GetIntelligentTieringConfiguration"),
            IntelligentTieringConfiguration.class,
            in.continuationToken());
    ListBucketIntelligentTieringConfigurationsResponse.Builder response =
        ListBucketIntelligentTieringConfigurationsResponse.builder()
            .continuationToken(in.continuationToken())
            .isTruncated(page.next().isPresent())
            .intelligentTieringConfigurationList(page.configurations());
    page.next().ifPresent(response::nextContinuationToken);
    return response.build();
  }
}
