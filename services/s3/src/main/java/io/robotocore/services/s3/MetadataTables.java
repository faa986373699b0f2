package io.robotocore.services.s3;

import io.robotocore.service.Members;
import software.amazon.awssdk.services.s3.model.CreateBucketMetadataConfigurationRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketMetadataConfigurationResponse;
import software.amazon.awssdk.services.s3.model.CreateBucketMetadataTableConfigurationRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketMetadataTableConfigurationResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetadataConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetadataConfigurationResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetadataTableConfigurationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetadataTableConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketMetadataConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketMetadataConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketMetadataTableConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketMetadataTableConfigurationResponse;
import software.amazon.awssdk.services.s3.model.InventoryConfigurationState;
import software.amazon.awssdk.services.s3.model.InventoryTableConfiguration;
import software.amazon.awssdk.services.s3.model.InventoryTableConfigurationResult;
import software.amazon.awssdk.services.s3.model.JournalTableConfigurationResult;
import software.amazon.awssdk.services.s3.model.MetadataConfiguration;
import software.amazon.awssdk.services.s3.model.MetadataTableConfiguration;
import software.amazon.awssdk.services.s3.model.S3TablesBucketType;
import software.amazon.awssdk.services.s3.model.S3TablesDestination;
import software.amazon.awssdk.services.s3.model.UpdateBucketMetadataInventoryTableConfigurationRequest;
import software.amazon.awssdk.services.s3.model.UpdateBucketMetadataInventoryTableConfigurationResponse;
import software.amazon.awssdk.services.s3.model.UpdateBucketMetadataJournalTableConfigurationRequest;
import software.amazon.awssdk.services.s3.model.UpdateBucketMetadataJournalTableConfigurationResponse;

/**
 * The operations on tables that tell of a bucket's objects. The tables stay in the state of being
 * created: nobody fills them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/metadata-tables-overview.html">metadata
 *     tables</a>
 */
interface MetadataTables extends Configuring {

  String CREATING = "CREATING";
  String GET = "s3:GetBucketMetadataTableConfiguration";
  String CREATE = "s3:CreateBucketMetadataTableConfiguration";
  String DELETE = "s3:DeleteBucketMetadataTableConfiguration";

  @Override
  default CreateBucketMetadataConfigurationResponse createBucketMetadataConfiguration(
      CreateBucketMetadataConfigurationRequest in) {
    MetadataConfiguration wanted = Required.check(in.metadataConfiguration());
    configure(in, CREATE, bucket -> bucket.with(wanted));
    return CreateBucketMetadataConfigurationResponse.builder().build();
  }

  @Override
  default GetBucketMetadataConfigurationResponse getBucketMetadataConfiguration(
      GetBucketMetadataConfigurationRequest in) {
    MetadataConfiguration configuration = configuration(in, GET, MetadataConfiguration.class);
    Bucket bucket = find(in.bucket());
    return GetBucketMetadataConfigurationResponse.builder()
        .getBucketMetadataConfigurationResult(
            result ->
                result.metadataConfigurationResult(
                    each ->
                        each.destinationResult(
                                where ->
                                    where
                                        .tableBucketType(S3TablesBucketType.AWS)
                                        .tableBucketArn(tableBucket(bucket))
                                        .tableNamespace("b_" + bucket.name()))
                            .journalTableConfigurationResult(journal(bucket, configuration))
                            .inventoryTableConfigurationResult(inventory(bucket, configuration))))
        .build();
  }

  private String tableBucket(Bucket bucket) {
    return "arn:%s:s3tables:%s:%s:bucket/aws-s3"
        .formatted(call().partition(), bucket.region(), bucket.owner());
  }

  private String table(Bucket bucket, String name) {
    return tableBucket(bucket) + "/table/b_" + bucket.name() + "." + name;
  }

  private JournalTableConfigurationResult journal(
      Bucket bucket, MetadataConfiguration configuration) {
    return JournalTableConfigurationResult.builder()
        .tableStatus(CREATING)
        .tableName("journal")
        .tableArn(table(bucket, "journal"))
        .recordExpiration(configuration.journalTableConfiguration().recordExpiration())
        .build();
  }

  private InventoryTableConfigurationResult inventory(
      Bucket bucket, MetadataConfiguration configuration) {
    InventoryTableConfiguration inventory = configuration.inventoryTableConfiguration();
    if (inventory == null
        || inventory.configurationState() == InventoryConfigurationState.DISABLED) {
      return InventoryTableConfigurationResult.builder()
          .configurationState(InventoryConfigurationState.DISABLED)
          .build();
    }
    return InventoryTableConfigurationResult.builder()
        .configurationState(InventoryConfigurationState.ENABLED)
        .tableStatus(CREATING)
        .tableName("inventory")
        .tableArn(table(bucket, "inventory"))
        .build();
  }

  @Override
  default DeleteBucketMetadataConfigurationResponse deleteBucketMetadataConfiguration(
      DeleteBucketMetadataConfigurationRequest in) {
    configuration(in, DELETE, MetadataConfiguration.class);
    configure(in, DELETE, bucket -> bucket.without(MetadataConfiguration.class));
    return DeleteBucketMetadataConfigurationResponse.builder().build();
  }

  @Override
  default UpdateBucketMetadataInventoryTableConfigurationResponse
      updateBucketMetadataInventoryTableConfiguration(
          UpdateBucketMetadataInventoryTableConfigurationRequest in) {
    String action = "s3:UpdateBucketMetadataInventoryTableConfiguration";
    MetadataConfiguration there = configuration(in, action, MetadataConfiguration.class);
    InventoryTableConfiguration inventory =
        Members.copy(
                Required.check(in.inventoryTableConfiguration()),
                InventoryTableConfiguration.builder())
            .build();
    MetadataConfiguration changed =
        there.toBuilder().inventoryTableConfiguration(inventory).build();
    configure(in, action, bucket -> bucket.with(changed));
    return UpdateBucketMetadataInventoryTableConfigurationResponse.builder().build();
  }

  @Override
  default UpdateBucketMetadataJournalTableConfigurationResponse
      updateBucketMetadataJournalTableConfiguration(
          UpdateBucketMetadataJournalTableConfigurationRequest in) {
    String action = "s3:UpdateBucketMetadataJournalTableConfiguration";
    MetadataConfiguration there = configuration(in, action, MetadataConfiguration.class);
    Required.check(in.journalTableConfiguration());
    MetadataConfiguration changed =
        there.toBuilder()
            .journalTableConfiguration(
                there.journalTableConfiguration().toBuilder()
                    .recordExpiration(in.journalTableConfiguration().recordExpiration())
                    .build())
            .build();
    configure(in, action, bucket -> bucket.with(changed));
    return UpdateBucketMetadataJournalTableConfigurationResponse.builder().build();
  }

  @Override
  default CreateBucketMetadataTableConfigurationResponse createBucketMetadataTableConfiguration(
      CreateBucketMetadataTableConfigurationRequest in) {
    MetadataTableConfiguration wanted = Required.check(in.metadataTableConfiguration());
    configure(in, CREATE, bucket -> bucket.with(wanted));
    return CreateBucketMetadataTableConfigurationResponse.builder().build();
  }

  @Override
  default GetBucketMetadataTableConfigurationResponse getBucketMetadataTableConfiguration(
      GetBucketMetadataTableConfigurationRequest in) {
    S3TablesDestination destination =
        configuration(in, GET, MetadataTableConfiguration.class).s3TablesDestination();
    return GetBucketMetadataTableConfigurationResponse.builder()
        .getBucketMetadataTableConfigurationResult(
            result ->
                result
                    .status(CREATING)
                    .metadataTableConfigurationResult(
                        each ->
                            each.s3TablesDestinationResult(
                                where ->
                                    where
                                        .tableBucketArn(destination.tableBucketArn())
                                        .tableName(destination.tableName())
                                        .tableNamespace("aws_s3_metadata")
                                        .tableArn(
                                            destination.tableBucketArn()
                                                + "/table/"
                                                + destination.tableName()))))
        .build();
  }

  @Override
  default DeleteBucketMetadataTableConfigurationResponse deleteBucketMetadataTableConfiguration(
      DeleteBucketMetadataTableConfigurationRequest in) {
    configure(in, DELETE, bucket -> bucket.without(MetadataTableConfiguration.class));
    return DeleteBucketMetadataTableConfigurationResponse.builder().build();
  }
}
