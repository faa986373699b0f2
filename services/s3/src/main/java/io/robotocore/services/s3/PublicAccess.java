package io.robotocore.services.s3;

import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketOwnershipControlsResponse;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockResponse;

/** The operations on what keeps a bucket from being public, and on whose its objects are. */
interface PublicAccess extends Configuring, Granting {

  @Override
  default GetPublicAccessBlockResponse getPublicAccessBlock(GetPublicAccessBlockRequest in) {
    return GetPublicAccessBlockResponse.builder()
        .publicAccessBlockConfiguration(
            configuration(
                in, "s3:GetBucketPublicAccessBlock", PublicAccessBlockConfiguration.class))
        .build();
  }

  @Override
  default PutPublicAccessBlockResponse putPublicAccessBlock(PutPublicAccessBlockRequest in) {
    PublicAccessBlockConfiguration wanted = Required.check(in.publicAccessBlockConfiguration());
    configure(in, "s3:PutBucketPublicAccessBlock", bucket -> bucket.with(complete(wanted)));
    return PutPublicAccessBlockResponse.builder().build();
  }

  /** What is not said is not blocked. */
  static PublicAccessBlockConfiguration complete(PublicAccessBlockConfiguration wanted) {
    return PublicAccessBlockConfiguration.builder()
        .blockPublicAcls(Boolean.TRUE.equals(wanted.blockPublicAcls()))
        .ignorePublicAcls(Boolean.TRUE.equals(wanted.ignorePublicAcls()))
        .blockPublicPolicy(Boolean.TRUE.equals(wanted.blockPublicPolicy()))
        .restrictPublicBuckets(Boolean.TRUE.equals(wanted.restrictPublicBuckets()))
        .build();
  }

  @Override
  default DeletePublicAccessBlockResponse deletePublicAccessBlock(
      DeletePublicAccessBlockRequest in) {
    configure(
        in,
        "s3:PutBucketPublicAccessBlock",
        bucket -> bucket.without(PublicAccessBlockConfiguration.class));
    return DeletePublicAccessBlockResponse.builder().build();
  }

  @Override
  default GetBucketOwnershipControlsResponse getBucketOwnershipControls(
      GetBucketOwnershipControlsRequest in) {
    return GetBucketOwnershipControlsResponse.builder()
        .ownershipControls(
            configuration(in, "s3:GetBucketOwnershipControls", OwnershipControls.class))
        .build();
  }

  /**
   * Says whose objects are. They cannot all be the bucket owner's while its access control list
   * lets others in.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-ownership-error-responses.html">troubleshooting</a>
   */
  @Override
  default PutBucketOwnershipControlsResponse putBucketOwnershipControls(
      PutBucketOwnershipControlsRequest in) {
    Bucket bucket = bucket(in, "s3:PutBucketOwnershipControls");
    OwnershipControls controls = Required.check(in.ownershipControls());
    Required.known(
        controls.rules().size() == 1
            && controls.rules().get(0).objectOwnership() != ObjectOwnership.UNKNOWN_TO_SDK_VERSION);
    if (controls.rules().get(0).objectOwnership() == ObjectOwnership.BUCKET_OWNER_ENFORCED
        && !Granting.grants(bucket).equals(Granting.ownGrants(bucket.owner()))) {
      throw ConfigurationError.aclsThere();
    }
    alter(bucket, there -> there.with(controls));
    return PutBucketOwnershipControlsResponse.builder().build();
  }

  @Override
  default DeleteBucketOwnershipControlsResponse deleteBucketOwnershipControls(
      DeleteBucketOwnershipControlsRequest in) {
    configure(
        in, "s3:PutBucketOwnershipControls", bucket -> bucket.without(OwnershipControls.class));
    return DeleteBucketOwnershipControlsResponse.builder().build();
  }
}
