package io.robotocore.services.s3;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyStatusResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyResponse;

/** The operations on the policies of buckets. */
interface Policies extends Configuring, Blocking {

  /** As many bytes, at the most, has a policy. */
  int MAX_POLICY = 20 * 1024;

  @Override
  default GetBucketPolicyResponse getBucketPolicy(GetBucketPolicyRequest in) {
    return configuration(in, "s3:GetBucketPolicy", GetBucketPolicyResponse.class);
  }

  /**
   * Says in a document who may do what.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html">bucket
   *     policies</a>
   */
  @Override
  default PutBucketPolicyResponse putBucketPolicy(PutBucketPolicyRequest in) {
    Bucket bucket = bucket(in, "s3:PutBucketPolicy");
    String text = Optional.ofNullable(in.policy()).orElse("");
    if (text.length() > MAX_POLICY) {
      throw S3Error.of(
          400, "PolicyTooLarge: Policy exceeds the maximum allowed document size.", Map.of());
    }
    Policy policy = PolicyDocument.checked(text, arn(bucket));
    if (policy.isPublic() && blocks(bucket, PublicAccessBlockConfiguration::blockPublicPolicy)) {
      throw S3Error.accessDenied();
    }
    alter(bucket, there -> there.with(GetBucketPolicyResponse.builder().policy(text).build()));
    return PutBucketPolicyResponse.builder().build();
  }

  @Override
  default DeleteBucketPolicyResponse deleteBucketPolicy(DeleteBucketPolicyRequest in) {
    configure(in, "s3:DeleteBucketPolicy", bucket -> bucket.without(GetBucketPolicyResponse.class));
    return DeleteBucketPolicyResponse.builder().build();
  }

  /**
   * Tells whether the policy lets everybody in.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">the
   *     meaning of "public"</a>
   */
  @Override
  default GetBucketPolicyStatusResponse getBucketPolicyStatus(GetBucketPolicyStatusRequest in) {
    String text =
        configuration(in, "s3:GetBucketPolicyStatus", GetBucketPolicyResponse.class).policy();
    return GetBucketPolicyStatusResponse.builder()
        .policyStatus(status -> status.isPublic(PolicyDocument.read(text).isPublic()))
        .build();
  }
}
