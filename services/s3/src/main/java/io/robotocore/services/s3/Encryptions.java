package io.robotocore.services.s3;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** The operations on how objects are encrypted that do not say it themselves. */
interface Encryptions extends Configuring {

  Set<ServerSideEncryption> KNOWN =
      Set.of(
          ServerSideEncryption.AES256,
          ServerSideEncryption.AWS_KMS,
          ServerSideEncryption.AWS_KMS_DSSE);

  /**
   * Tells how objects are encrypted. Every bucket encrypts, with keys of S3 at least.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html">default
   *     encryption</a>
   */
  @Override
  default GetBucketEncryptionResponse getBucketEncryption(GetBucketEncryptionRequest in) {
    ServerSideEncryptionConfiguration configuration =
        bucket(in, "s3:GetEncryptionConfiguration")
            .find(ServerSideEncryptionConfiguration.class)
            .orElseGet(Encryptions::usual);
    return GetBucketEncryptionResponse.builder()
        .serverSideEncryptionConfiguration(configuration)
        .build();
  }

  private static ServerSideEncryptionConfiguration usual() {
    return ServerSideEncryptionConfiguration.builder()
        .rules(
            ServerSideEncryptionRule.builder()
                .applyServerSideEncryptionByDefault(
                    usual -> usual.sseAlgorithm(ServerSideEncryption.AES256))
                .bucketKeyEnabled(false)
                .build())
        .build();
  }

  @Override
  default PutBucketEncryptionResponse putBucketEncryption(PutBucketEncryptionRequest in) {
    ServerSideEncryptionConfiguration configuration =
        Required.check(in.serverSideEncryptionConfiguration());
    Required.known(configuration.rules().size() == 1);
    Optional.ofNullable(configuration.rules().get(0).applyServerSideEncryptionByDefault())
        .ifPresent(Encryptions::check);
    configure(
        in,
        "s3:PutEncryptionConfiguration",
        bucket -> bucket.with(complete(configuration, configuration.rules().get(0))));
    return PutBucketEncryptionResponse.builder().build();
  }

  private static void check(ServerSideEncryptionByDefault usual) {
    Required.known(KNOWN.contains(usual.sseAlgorithm()));
    if (usual.sseAlgorithm() == ServerSideEncryption.AES256 && usual.kmsMasterKeyID() != null) {
      throw ConfigurationError.invalidArgument(
          "a KMSMasterKeyID is not applicable if the default sse algorithm is not aws:kms or "
              + "aws:kms:dsse",
          "ApplyServerSideEncryptionByDefault",
          usual.kmsMasterKeyID());
    }
  }

  /** What is not said is as it is everywhere. */
  private static ServerSideEncryptionConfiguration complete(
      ServerSideEncryptionConfiguration configuration, ServerSideEncryptionRule rule) {
    ServerSideEncryptionRule.Builder complete =
        rule.toBuilder().bucketKeyEnabled(Boolean.TRUE.equals(rule.bucketKeyEnabled()));
    if (rule.applyServerSideEncryptionByDefault() == null) {
      complete.applyServerSideEncryptionByDefault(
          usual -> usual.sseAlgorithm(ServerSideEncryption.AES256));
    }
    return configuration.toBuilder().rules(complete.build()).build();
  }

  @Override
  default DeleteBucketEncryptionResponse deleteBucketEncryption(DeleteBucketEncryptionRequest in) {
    configure(
        in,
        "s3:PutEncryptionConfiguration",
        bucket -> bucket.without(ServerSideEncryptionConfiguration.class));
    return DeleteBucketEncryptionResponse.builder().build();
  }
}
