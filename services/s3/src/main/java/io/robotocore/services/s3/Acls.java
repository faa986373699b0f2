package io.robotocore.services.s3;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.GetObjectAclRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PutBucketAclRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAclResponse;
import software.amazon.awssdk.services.s3.model.PutObjectAclRequest;
import software.amazon.awssdk.services.s3.model.PutObjectAclResponse;

/** The operations on access control lists. */
interface Acls extends Granting, Relabelling {

  @Override
  default GetBucketAclResponse getBucketAcl(GetBucketAclRequest in) {
    Bucket bucket = bucket(in, "s3:GetBucketAcl");
    return GetBucketAclResponse.builder()
        .owner(CanonicalUser.owner(bucket.owner()))
        .grants(Granting.grants(bucket))
        .build();
  }

  @Override
  default PutBucketAclResponse putBucketAcl(PutBucketAclRequest in) {
    Bucket bucket = bucket(in, "s3:PutBucketAcl");
    List<Grant> grants = wanted(in, in.accessControlPolicy(), new Owners(bucket.owner(), bucket));
    checkGrants(bucket, grants);
    alter(bucket, there -> there.with(AccessControlPolicy.builder().grants(grants).build()));
    return PutBucketAclResponse.builder().build();
  }

  @Override
  default GetObjectAclResponse getObjectAcl(GetObjectAclRequest in) {
    StoredObject object = object(bucket(in, "s3:GetObjectAcl"), in);
    return GetObjectAclResponse.builder()
        .owner(CanonicalUser.owner(object.owner()))
        .grants(Granting.grants(object))
        .build();
  }

  @Override
  default PutObjectAclResponse putObjectAcl(PutObjectAclRequest in) {
    Address at = new Address(bucket(in, "s3:PutObjectAcl"), in.key());
    Optional<String> versionId = Optional.ofNullable(in.versionId());
    Owners owners = new Owners(object(at, versionId).owner(), at.bucket());
    List<Grant> grants = wanted(in, in.accessControlPolicy(), owners);
    checkGrants(at.bucket(), grants);
    StoredObject changed =
        relabel(at, versionId, object -> object.with(object.labels().granted(grants)));
    happened(new Change("ObjectAcl:Put", at.bucket(), at.key(), changed));
    return PutObjectAclResponse.builder().build();
  }

  /** The grants of a list in the request's body, which is null if there is none, or its headers. */
  private static List<Grant> wanted(SdkPojo in, @Nullable AccessControlPolicy body, Owners owners) {
    Optional<List<Grant>> headers = Grants.of(in, owners.owner, owners.bucket.owner());
    if (body == null) {
      return headers.orElseThrow(() -> S3Error.missingHeader("x-amz-acl"));
    }
    if (headers.isPresent()) {
      throw S3Error.unexpectedContent();
    }
    if (body.owner() == null) {
      throw S3Error.malformedAcl();
    }
    if (!CanonicalUser.id(owners.owner).equals(body.owner().id())) {
      throw S3Error.invalidArgument(
          "Invalid id",
          Map.of(
              "ArgumentName",
              "CanonicalUser/ID",
              "ArgumentValue",
              String.valueOf(body.owner().id())));
    }
    body.grants().forEach(Acls::check);
    return body.grants();
  }

  private static void check(Grant grant) {
    if (grant.grantee() == null
        || grant.permission() == null
        || grant.permission() == Permission.UNKNOWN_TO_SDK_VERSION) {
      throw S3Error.malformedAcl();
    }
    Grants.checked(grant.grantee());
  }

  /** The account that something belongs to, and the bucket that it is in or is. */
  record Owners(String owner, Bucket bucket) {}
}
