package io.robotocore.services.s3;

import io.robotocore.services.s3.Policy.Question;
import io.robotocore.services.s3.Policy.Verdict;
import io.robotocore.services.s3.PolicyContext.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Who may do what. */
interface Permissions extends Blocking, Paying {

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

  /** What an account can do with its bucket even if the bucket's policy locks it out. */
  Set<String> ON_POLICY =
      Set.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");

  /**
   * An account may do everything in its buckets that their policy does not deny, and in those of
   * others what their policy or access control lists permit.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-s3-evaluates-access-control.html">how
   *     Amazon S3 authorizes a request</a>
   */
  @Override
  default Optional<S3Exception> refusal(Bucket bucket, Asked asked) {
    Place place = new Place(bucket, accessPoint(asked.name()));
    if (place.through().isPresent() && !letsThrough(place.through().get(), place, asked)) {
      return Optional.of(S3Error.accessDenied());
    }
    boolean own = bucket.owner().equals(call().account());
    Optional<Policy> policy =
        bucket.find(GetBucketPolicyResponse.class).map(text -> PolicyDocument.read(text.policy()));
    Verdict verdict = verdict(policy, place, asked, resource(bucket, asked));
    if (verdict == Verdict.DENIED && !(own && ON_POLICY.contains(asked.action()))) {
      return Optional.of(own ? explicitlyDenied(bucket, asked) : S3Error.accessDenied());
    }
    if (own) {
      return Optional.empty();
    }
    boolean allowed =
        verdict == Verdict.ALLOWED
            && !(isPublic(policy)
                && blocks(bucket, PublicAccessBlockConfiguration::restrictPublicBuckets));
    return (allowed || isPermitted(place, asked)) && isPaid(bucket, asked.request())
        ? Optional.empty()
        : Optional.of(S3Error.accessDenied());
  }

  /**
   * An access point lets its own account through, if its policy does not deny it, and others whom
   * its policy allows it. What they may do in the bucket is another question.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">policies
   *     of access points</a>
   */
  private boolean letsThrough(AccessPoint point, Place place, Asked asked) {
    Optional<Policy> policy = point.policy().map(PolicyDocument::read);
    String arn = point.home().arn(call().partition());
    String resource = arn + asked.key().map(key -> "/object/" + key).orElse("");
    Verdict verdict = verdict(policy, place, asked, resource);
    boolean restricted =
        isPublic(policy) && Boolean.TRUE.equals(point.blocked().restrictPublicBuckets());
    return point.home().account().equals(call().account())
        ? verdict != Verdict.DENIED
        : verdict == Verdict.ALLOWED && !restricted;
  }

  private static boolean isPublic(Optional<Policy> policy) {
    return policy.filter(Policy::isPublic).isPresent();
  }

  private S3Exception explicitlyDenied(Bucket bucket, Asked asked) {
    return S3Error.of(
        403,
        "AccessDenied: User: %s is not authorized to perform: %s on resource: \"%s\" with an explicit deny in a resource-based policy"
            .formatted(call().principal().arn(), asked.versionAction(), resource(bucket, asked)),
        Map.of());
  }

  private String resource(Bucket bucket, Asked asked) {
    return arn(bucket) + asked.key().map(key -> "/" + key).orElse("");
  }

  private Verdict verdict(Optional<Policy> policy, Place place, Asked asked, String resource) {
    return policy
        .map(
            said ->
                said.verdict(
                    new Question(
                        call().account(),
                        call().principal().arn(),
                        asked.versionAction(),
                        resource,
                        new PolicyContext(
                            call(), place, asked, existing(place.bucket(), asked.key())))))
        .orElse(Verdict.SILENT);
  }

  private boolean isPermitted(Place place, Asked asked) {
    return permits(place, Granting.grants(place.bucket()), OF_BUCKET.get(asked.action()))
        || permits(
            place,
            existing(place.bucket(), asked.key()).map(Granting::grants).orElse(List.of()),
            OF_OBJECT.get(asked.action()));
  }

  private Optional<StoredObject> existing(Bucket bucket, Optional<String> key) {
    return key.flatMap(contents(bucket)::find).flatMap(Versions::object);
  }

  /** Whether grants give a permission, which is null if they cannot give what is asked for. */
  private boolean permits(Place place, List<Grant> grants, @Nullable Permission permission) {
    boolean ignored =
        blocks(place.bucket(), PublicAccessBlockConfiguration::ignorePublicAcls)
            || place
                .through()
                .filter(point -> Boolean.TRUE.equals(point.blocked().ignorePublicAcls()))
                .isPresent();
    return permission != null
        && Grants.allow(
            ignored
                ? grants.stream().filter(grant -> !Grants.arePublic(List.of(grant))).toList()
                : grants,
            call().principal(),
            permission);
  }
}
