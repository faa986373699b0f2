package io.robotocore.services.s3;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pcollections.TreePMap;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.CreateBucketResponse;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/** The operations that make, find and delete buckets. */
interface Buckets extends S3View {

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
    if (!BucketName.isValid(in.bucket())) {
      throw S3Error.invalidBucketName(in.bucket());
    }
    Bucket bucket = new Bucket(in.bucket(), call().account(), region(in), now(), TreePMap.empty());
    state().run(() -> add(bucket));
    return CreateBucketResponse.builder().location("/" + bucket.name()).build();
  }

  private void add(Bucket bucket) {
    Optional<Bucket> there = state().buckets().get(bucket.name());
    if (there.isPresent()) {
      if (!there.get().owner().equals(bucket.owner())) {
        throw S3Error.bucketExists(bucket.name());
      }
      if (!bucket.region().equals(US_EAST_1) || !there.get().region().equals(US_EAST_1)) {
        throw S3Error.bucketIsYours(bucket.name());
      }
      return;
    }
    state().buckets().put(bucket.name(), bucket);
    state().contents().put(bucket.name(), Contents.NOTHING);
  }

  private String region(CreateBucketRequest in) {
    String here = call().region();
    Optional<String> constraint =
        Optional.ofNullable(in.createBucketConfiguration())
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
                throw S3Error.bucketNotEmpty(bucket.name());
              }
              state().buckets().remove(bucket.name());
              state().contents().remove(bucket.name());
            });
    return DeleteBucketResponse.builder().build();
  }

  @Override
  default HeadBucketResponse headBucket(HeadBucketRequest in) {
    Bucket bucket = bucket(in, "s3:ListBucket");
    return HeadBucketResponse.builder()
        .bucketRegion(bucket.region())
        .accessPointAlias(false)
        .build();
  }

  @Override
  default ListBucketsResponse listBuckets(ListBucketsRequest in) {
    List<software.amazon.awssdk.services.s3.model.Bucket> buckets =
        state().buckets().asMap().values().stream()
            .filter(bucket -> bucket.owner().equals(call().account()))
            .map(
                bucket ->
                    software.amazon.awssdk.services.s3.model.Bucket.builder()
                        .name(bucket.name())
                        .creationDate(bucket.created())
                        .build())
            .toList();
    return ListBucketsResponse.builder().buckets(buckets).build();
  }

  @Override
  default GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest in) {
    Bucket bucket = bucket(in, "s3:GetBucketLocation");
    return GetBucketLocationResponse.builder()
        .locationConstraint(bucket.region().equals(US_EAST_1) ? "" : bucket.region())
        .build();
  }
}
