package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcollections.TreePMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.BucketInfo;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.LocationType;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** The operations that make, find and delete buckets. */
interface Buckets extends Granting {

  String US_EAST_1 = "us-east-1";

  Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-[0-9]+");

  /**
   * Creates a bucket. In us-east-1, and only there, who has it already is told that all is well.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">CreateBucket</a>
   */
  @Override
  default CreateBucketResponse createBucket(CreateBucketRequest in) {
    checkKnown();
    if (!BucketName.isValid(in.bucket())) {
      throw S3Error.invalidBucketName(in.bucket());
    }
    Bucket bucket = configured(in);
    state().run(() -> add(bucket));
    return named(CreateBucketResponse.builder(), bucket).location("/" + bucket.name()).build();
  }

  private void add(Bucket bucket) {
    Optional<Bucket> there = state().buckets().get(bucket.name());
    if (there.isPresent()) {
      if (!there.get().owner().equals(bucket.owner())) {
        throw S3Error.bucketExists(bucket.name());
      }
      if (!call().region().equals(US_EAST_1) || !there.get().region().equals(US_EAST_1)) {
        throw S3Error.bucketIsYours(bucket.name());
      }
      return;
    }
    state().buckets().put(bucket.name(), bucket);
    state().contents().put(bucket.name(), Contents.NOTHING);
  }

  /**
   * The bucket that a request wants. For what it does not say, its access control lists mean
   * nothing and nothing in it can be made public.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/create-bucket-faq.html">default
   *     settings of new buckets</a>
   */
  private Bucket configured(CreateBucketRequest in) {
    String ownership =
        Optional.ofNullable(in.objectOwnershipAsString())
            .orElse(ObjectOwnership.BUCKET_OWNER_ENFORCED.toString());
    if (ObjectOwnership.fromValue(ownership) == ObjectOwnership.UNKNOWN_TO_SDK_VERSION) {
      throw S3Error.invalidArgument(
          "Invalid x-amz-object-ownership header: " + ownership,
          Map.of("ArgumentName", "x-amz-object-ownership"));
    }
    Bucket bucket =
        new Bucket(in.bucket(), call().account(), region(in), second(), TreePMap.empty())
            .with(
                OwnershipControls.builder()
                    .rules(OwnershipControlsRule.builder().objectOwnership(ownership).build())
                    .build())
            .with(
                PublicAccessBlockConfiguration.builder()
                    .blockPublicAcls(true)
                    .ignorePublicAcls(true)
                    .blockPublicPolicy(true)
                    .restrictPublicBuckets(true)
                    .build());
    return granted(in, tagged(in, lockable(in, bucket)));
  }

  private static Bucket lockable(CreateBucketRequest in, Bucket bucket) {
    return Boolean.TRUE.equals(in.objectLockEnabledForBucket())
        ? bucket
            .with(
                ObjectLockConfiguration.builder()
                    .objectLockEnabled(ObjectLockEnabled.ENABLED)
                    .build())
            .with(VersioningConfiguration.builder().status(BucketVersioningStatus.ENABLED).build())
        : bucket;
  }

  /** With tags, of which older SDKs know nothing here. */
  @SuppressWarnings("unchecked")
  private static Bucket tagged(CreateBucketRequest in, Bucket bucket) {
    List<Tag> tags =
        Optional.ofNullable(in.createBucketConfiguration())
            .flatMap(configuration -> Members.find(configuration, "Tags"))
            .map(found -> (List<Tag>) found)
            .orElse(List.of());
    TagSet.check(tags, TagSet.MAX_OF_BUCKET);
    return tags.isEmpty() ? bucket : bucket.with(Tagging.builder().tagSet(tags).build());
  }

  private Bucket granted(CreateBucketRequest in, Bucket bucket) {
    return Grants.of(in, bucket.owner(), bucket.owner())
        .map(
            grants -> {
              checkGrants(bucket, grants);
              return bucket.with(AccessControlPolicy.builder().grants(grants).build());
            })
        .orElse(bucket);
  }

  private String region(CreateBucketRequest in) {
    String here = call().region();
    Optional<CreateBucketConfiguration> configuration =
        Optional.ofNullable(in.createBucketConfiguration());
    if (BucketName.isDirectory(in.bucket())) {
      if (configuration.map(CreateBucketConfiguration::bucket).map(BucketInfo::type).isEmpty()) {
        throw S3Error.invalidBucketName(in.bucket());
      }
      return here;
    }
    Optional<String> constraint =
        configuration
            .map(CreateBucketConfiguration::locationConstraintAsString)
            .filter(text -> !text.isEmpty());
    if (constraint.isEmpty()) {
      if (!here.equals(US_EAST_1)) {
        throw S3Error.illegalLocation("unspecified");
      }
      return here;
    }
    String wanted = constraint.get().equals("EU") ? "eu-west-1" : constraint.get();
    if (wanted.equals(US_EAST_1) || !REGION.matcher(wanted).matches()) {
      throw S3Error.invalidLocation(constraint.get());
    }
    if (!here.equals(US_EAST_1) && !here.equals(wanted)) {
      throw S3Error.illegalLocation(wanted);
    }
    return wanted;
  }

  @Override
  default DeleteBucketResponse deleteBucket(DeleteBucketRequest in) {
    Bucket bucket = bucket(in, "s3:DeleteBucket");
    state()
        .run(
            () -> {
              if (!contents(bucket).keys().isEmpty()) {
                throw S3Error.bucketNotEmpty(bucket);
              }
              state().buckets().remove(bucket.name());
              state().contents().remove(bucket.name());
            });
    return DeleteBucketResponse.builder().build();
  }

  @Override
  default HeadBucketResponse headBucket(HeadBucketRequest in) {
    Bucket bucket = bucket(in, "s3:ListBucket");
    HeadBucketResponse.Builder response =
        named(HeadBucketResponse.builder(), bucket)
            .bucketRegion(bucket.region())
            .accessPointAlias(!bucket.name().equals(in.bucket()));
    if (bucket.isDirectory()) {
      response
          .bucketLocationType(LocationType.AVAILABILITY_ZONE)
          .bucketLocationName(BucketName.zone(bucket.name()));
    }
    return response.build();
  }

  /** Puts the bucket's ARN into an answer, for which older SDKs have no place. */
  private <B extends SdkPojo> B named(B answer, Bucket bucket) {
    Members.set(answer, "x-amz-bucket-arn", arn(bucket));
    return answer;
  }

  /**
   * Tells where a bucket is; may be asked anywhere.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html">GetBucketLocation</a>
   */
  @Override
  default GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest in) {
    Bucket bucket = anywhere(in, "s3:GetBucketLocation");
    return GetBucketLocationResponse.builder()
        .locationConstraint(bucket.region().equals(US_EAST_1) ? "" : bucket.region())
        .build();
  }
}
