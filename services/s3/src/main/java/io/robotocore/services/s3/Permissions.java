package io.robotocore.services.s3;

import io.robotocore.service.Members;
import io.robotocore.services.s3.Policy.Question;
import io.robotocore.services.s3.Policy.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.RequestPaymentConfiguration;

/** Who may do what. */
interface Permissions extends Blocking {

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
  default void authorize(Bucket bucket, Asked asked) {
    boolean own = bucket.owner().equals(call().account());
    Optional<Policy> policy =
        bucket.find(GetBucketPolicyResponse.class).map(text -> PolicyDocument.read(text.policy()));
    Verdict verdict =
        policy.map(said -> said.verdict(question(bucket, asked))).orElse(Verdict.SILENT);
    if (verdict == Verdict.DENIED && !(own && ON_POLICY.contains(asked.action()))) {
      throw own ? explicitlyDenied(bucket, asked) : S3Error.accessDenied();
    }
    if (own) {
      return;
    }
    boolean allowed =
        verdict == Verdict.ALLOWED
            && !(policy.filter(Policy::isPublic).isPresent()
                && blocks(bucket, PublicAccessBlockConfiguration::restrictPublicBuckets));
    if (!allowed && !isPermitted(bucket, asked)) {
      throw S3Error.accessDenied();
    }
    checkPayer(bucket, asked);
  }

  private RuntimeException explicitlyDenied(Bucket bucket, Asked asked) {
    return S3Error.of(
        403,
        "AccessDenied: User: %s is not authorized to perform: %s on resource: \"%s\" with an explicit deny in a resource-based policy"
            .formatted(call().principal().arn(), asked.versionAction(), resource(bucket, asked)),
        Map.of());
  }

  private String resource(Bucket bucket, Asked asked) {
    return arn(bucket) + asked.key().map(key -> "/" + key).orElse("");
  }

  private Question question(Bucket bucket, Asked asked) {
    return new Question(
        call().account(),
        call().principal().arn(),
        asked.versionAction(),
        resource(bucket, asked),
        new PolicyContext(call(), bucket, asked, existing(bucket, asked.key())));
  }

  private boolean isPermitted(Bucket bucket, Asked asked) {
    return permits(bucket, Granting.grants(bucket), OF_BUCKET.get(asked.action()))
        || permits(
            bucket,
            existing(bucket, asked.key()).map(Granting::grants).orElse(List.of()),
            OF_OBJECT.get(asked.action()));
  }

  private Optional<StoredObject> existing(Bucket bucket, Optional<String> key) {
    return key.flatMap(contents(bucket)::find).flatMap(Versions::object);
  }

  /** Whether grants give a permission, which is null if they cannot give what is asked for. */
  private boolean permits(Bucket bucket, List<Grant> grants, @Nullable Permission permission) {
    boolean ignored = blocks(bucket, PublicAccessBlockConfiguration::ignorePublicAcls);
    return permission != null
        && Grants.allow(
            ignored
                ? grants.stream().filter(grant -> !Grants.arePublic(List.of(grant))).toList()
                : grants,
            call().account(),
            permission);
  }

  /**
   * Strangers have to say that they will pay where they have to.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/RequesterPaysBuckets.html">Requester
   *     Pays buckets</a>
   */
  private static void checkPayer(Bucket bucket, Asked asked) {
    boolean requesterPays =
        bucket
            .find(RequestPaymentConfiguration.class)
            .filter(configuration -> configuration.payer() == Payer.REQUESTER)
            .isPresent();
    if (requesterPays && Members.find(asked.request(), "x-amz-request-payer").isEmpty()) {
      throw S3Error.accessDenied();
    }
  }
}
