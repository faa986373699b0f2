package io.robotocore.services.s3;

import software.amazon.awssdk.services.s3.model.DeleteBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketInventoryConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketInventoryConfigurationResponse;
import software.amazon.awssdk.services.s3.model.InventoryConfiguration;
import software.amazon.awssdk.services.s3.model.InventoryFormat;
import software.amazon.awssdk.services.s3.model.InventoryFrequency;
import software.amazon.awssdk.services.s3.model.InventoryIncludedObjectVersions;
import software.amazon.awssdk.services.s3.model.InventoryOptionalField;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketInventoryConfigurationResponse;

/** The operations on inventories: lists of a bucket's objects that S3 would write now and then. */
interface Inventories extends ManyConfigurations {

  @Override
  default GetBucketInventoryConfigurationResponse getBucketInventoryConfiguration(
      GetBucketInventoryConfigurationRequest in) {
    return GetBucketInventoryConfigurationResponse.builder()
        .inventoryConfiguration(
            configuration(
                bucket(in, "s3:GetInventoryConfiguration"), InventoryConfiguration.class, in.id()))
        .build();
  }

  /**
   * Adds a configuration, or replaces the one of its id.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html">the
   *     operation</a>
   */
  @Override
  default PutBucketInventoryConfigurationResponse putBucketInventoryConfiguration(
      PutBucketInventoryConfigurationRequest in) {
    InventoryConfiguration configuration = Required.check(in.inventoryConfiguration());
    Required.known(
        configuration.destination().s3BucketDestination().format()
                != InventoryFormat.UNKNOWN_TO_SDK_VERSION
            && configuration.includedObjectVersions()
                != InventoryIncludedObjectVersions.UNKNOWN_TO_SDK_VERSION
            && configuration.schedule().frequency() != InventoryFrequency.UNKNOWN_TO_SDK_VERSION
            && !configuration
                .optionalFields()
                .contains(InventoryOptionalField.UNKNOWN_TO_SDK_VERSION));
    put(bucket(in, "s3:PutInventoryConfiguration"), in.id(), configuration, configuration.id());
    return PutBucketInventoryConfigurationResponse.builder().build();
  }

  @Override
  default DeleteBucketInventoryConfigurationResponse deleteBucketInventoryConfiguration(
      DeleteBucketInventoryConfigurationRequest in) {
    delete(bucket(in, "s3:PutInventoryConfiguration"), InventoryConfiguration.class, in.id());
    return DeleteBucketInventoryConfigurationResponse.builder().build();
  }

  @Override
  default ListBucketInventoryConfigurationsResponse listBucketInventoryConfigurations(
      ListBucketInventoryConfigurationsRequest in) {
    Page<InventoryConfiguration> page =
        page(
            bucket(in, "s3:GetInventoryConfiguration"),
            InventoryConfiguration.class,
            in.continuationToken());
    ListBucketInventoryConfigurationsResponse.Builder response =
        ListBucketInventoryConfigurationsResponse.builder()
            .continuationToken(in.continuationToken())
            .isTruncated(page.next().isPresent())
            .inventoryConfigurationList(page.configurations());
    page.next().ifPresent(response::nextContinuationToken);
    return response.build();
  }
}
