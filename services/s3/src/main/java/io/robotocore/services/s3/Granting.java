package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** What all operations share that set access control lists. */
interface Granting extends Blocking {

  /** The account that an object belongs to which the caller writes. */
  default String ownerOfObject(Bucket bucket, SdkPojo request) {
    boolean given =
        Members.find(request, "x-amz-acl").filter("bucket-owner-full-control"::equals).isPresent();
    return switch (bucket.ownership()) {
      case BUCKET_OWNER_ENFORCED -> bucket.owner();
      case BUCKET_OWNER_PREFERRED -> given ? bucket.owner() : call().account();
      default -> call().account();
    };
  }

  /** The grants that a request asks for a new object; none if the owner alone may do everything. */
  default List<Grant> grants(Bucket bucket, SdkPojo request) {
    Optional<List<Grant>> grants =
        Grants.of(request, ownerOfObject(bucket, request), bucket.owner());
    grants.ifPresent(given -> checkGrants(bucket, given));
    return grants
        .filter(given -> bucket.ownership() != ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .orElse(List.of());
  }

  /**
   * Refuses grants that the bucket does not allow. Where it owns everything in it, that of full
   * control to its owner is all there may be.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">object
   *     ownership</a>
   */
  default void checkGrants(Bucket bucket, List<Grant> grants) {
    if (bucket.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED
        && !grants.equals(ownGrants(bucket.owner()))) {
      throw S3Error.aclsNotSupported();
    }
    if (Grants.arePublic(grants)
        && blocks(bucket, PublicAccessBlockConfiguration::blockPublicAcls)) {
      throw S3Error.accessDenied();
    }
  }

  /** What there is if nobody has granted anything. */
  static List<Grant> ownGrants(String owner) {
    return List.of(Grants.grant(Grants.user(owner), Permission.FULL_CONTROL));
  }

  /** The grants of a bucket. */
  static List<Grant> grants(Bucket bucket) {
    return bucket
        .find(AccessControlPolicy.class)
        .filter(policy -> bucket.ownership() != ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .map(AccessControlPolicy::grants)
        .orElseGet(() -> ownGrants(bucket.owner()));
  }

  /** The grants of an object. */
  static List<Grant> grants(StoredObject object) {
    return object.labels().grants().isEmpty()
        ? ownGrants(object.owner())
        : object.labels().grants();
  }
}
