package io.robotocore.services.s3;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Permission;

/** Who may do what. */
interface Permissions extends S3View {

  /** What an access control list of a bucket may permit. */
  Map<String, Permission> OF_BUCKET =
      Map.of(
          "s3:ListBucket", Permission.READ,
          "s3:ListBucketVersions", Permission.READ,
          "s3:ListBucketMultipartUploads", Permission.READ,
          "s3:PutObject", Permission.WRITE,
          "s3:DeleteObject", Permission.WRITE,
          "s3:DeleteObjectVersion", Permission.WRITE,
          "s3:GetBucketAcl", Permission.READ_ACP,
          "s3:PutBucketAcl", Permission.WRITE_ACP);

  /** What an access control list of an object may permit. */
  Map<String, Permission> OF_OBJECT =
      Map.of(
          "s3:GetObject", Permission.READ,
          "s3:GetObjectVersion", Permission.READ,
          "s3:GetObjectAcl", Permission.READ_ACP,
          "s3:PutObjectAcl", Permission.WRITE_ACP);

  /**
   * An account may do everything in its buckets, and in those of others what access control lists
   * permit.
   */
  @Override
  default void authorize(Bucket bucket, String action, Optional<String> key) {
    if (!bucket.owner().equals(call().account())
        && !permits(Granting.grants(bucket), OF_BUCKET, action)
        && !permits(grants(bucket, key), OF_OBJECT, action)) {
      throw S3Error.accessDenied();
    }
  }

  private List<Grant> grants(Bucket bucket, Optional<String> key) {
    return key.flatMap(contents(bucket)::find)
        .flatMap(Versions::object)
        .map(Granting::grants)
        .orElse(List.of());
  }

  private boolean permits(List<Grant> grants, Map<String, Permission> permissions, String action) {
    return permissions.containsKey(action)
        && Grants.allow(
            grants,
            call().account(),
            permissions.getOrDefault(action, Permission.UNKNOWN_TO_SDK_VERSION));
  }
}
