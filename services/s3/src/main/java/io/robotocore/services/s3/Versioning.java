package io.robotocore.services.s3;

import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** The operations that say whether a bucket keeps older versions. */
interface Versioning extends S3View {

  @Override
  default GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest in) {
    Bucket bucket = bucket(in, "s3:GetBucketVersioning");
    GetBucketVersioningResponse.Builder response = GetBucketVersioningResponse.builder();
    bucket
        .find(VersioningConfiguration.class)
        .ifPresent(
            configuration ->
                response
                    .status(configuration.status())
                    .mfaDelete(configuration.mfaDeleteAsString()));
    return response.build();
  }

  /**
   * Enables or suspends versioning.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html">PutBucketVersioning</a>
   */
  @Override
  default PutBucketVersioningResponse putBucketVersioning(PutBucketVersioningRequest in) {
    Bucket bucket = bucket(in, "s3:PutBucketVersioning");
    VersioningConfiguration configuration = in.versioningConfiguration();
    if (configuration == null || configuration.status() == null) {
      throw S3Error.illegalVersioning();
    }
    if (configuration.status() == BucketVersioningStatus.UNKNOWN_TO_SDK_VERSION) {
      throw S3Error.malformedXml();
    }
    if (configuration.status() == BucketVersioningStatus.SUSPENDED
        && bucket.find(ObjectLockConfiguration.class).isPresent()) {
      throw S3Error.invalidBucketState(
          "An Object Lock configuration is present on this bucket, "
              + "so the versioning state cannot be changed.");
    }
    if (configuration.mfaDelete() != null || bucket.needsMfa()) {
      S3Error.checkMfa(in.mfa());
    }
    VersioningConfiguration complete =
        configuration.mfaDelete() == null && bucket.needsMfa()
            ? configuration.toBuilder().mfaDelete(MFADelete.ENABLED).build()
            : configuration;
    alter(bucket, there -> there.with(complete));
    return PutBucketVersioningResponse.builder().build();
  }
}
