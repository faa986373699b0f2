package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static io.robotocore.testing.Refusals.refusedStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.robotocore.Emulator;
import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Region;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

@AwsEmulator
final class BucketsTest {

  private final Emulator emulator;
  private final S3Client s3;
  private final S3Client ireland;
  private final S3Client stranger;

  BucketsTest(
      Emulator emulator,
      S3Client s3,
      @Region("eu-west-1") S3Client ireland,
      @Account("222222222222") S3Client stranger) {
    this.emulator = emulator;
    this.s3 = s3;
    this.ireland = ireland;
    this.stranger = stranger;
  }

  @Test
  void createBucket_isListed() {
    assertThat(s3.createBucket(in -> in.bucket("photos")).location()).isEqualTo("/photos");

    ListBucketsResponse listed = s3.listBuckets();
    assertThat(listed.buckets()).extracting(Bucket::name).containsExactly("photos");
    assertThat(listed.owner().id()).matches("[0-9a-f]{64}");
    assertThat(s3.headBucket(in -> in.bucket("photos")).bucketRegion()).isEqualTo("us-east-1");
    assertThat(stranger.listBuckets().buckets()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "Photos",
        "my_photos",
        "-photos",
        "photos-",
        "my..photos",
        "192.168.5.4",
        "xn--photos",
        "photos-s3alias"
      })
  void createBucket_wrongName_isRefused(String name) throws Exception {
    assertThat(new Wire(emulator).send("PUT", "/" + name, "").body())
        .contains("<Code>InvalidBucketName</Code>")
        .contains("<Message>The specified bucket is not valid.</Message>")
        .contains("<BucketName>" + name + "</BucketName>");
    assertThat(s3.listBuckets().buckets()).isEmpty();
  }

  /** See <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html">. */
  @Test
  void createBucket_again_isRefusedExceptInVirginia() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("a"), body("a"));
    s3.createBucket(in -> in.bucket("photos"));
    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("a")).asUtf8String())
        .isEqualTo("a");

    createInIreland("holidays");
    assertThat(assertRefused(() -> createInIreland("holidays"), 409, "BucketAlreadyOwnedByYou"))
        .isInstanceOf(BucketAlreadyOwnedByYouException.class);
    assertThat(
            assertRefused(
                () -> stranger.createBucket(in -> in.bucket("photos")), 409, "BucketAlreadyExists"))
        .isInstanceOf(BucketAlreadyExistsException.class);
  }

  private static RequestBody body(String text) {
    return RequestBody.fromString(text);
  }

  private void createInIreland(String name) {
    ireland.createBucket(
        in ->
            in.bucket(name)
                .createBucketConfiguration(
                    where -> where.locationConstraint(BucketLocationConstraint.EU_WEST_1)));
  }

  @Test
  void createBucket_constraintThatDoesNotFit_isRefused() throws Exception {
    assertThat(new Wire(emulator).sendTo("eu-west-1", "PUT", "/photos", "").body())
        .contains("<Code>IllegalLocationConstraintException</Code>")
        .contains(
            "The unspecified location constraint is incompatible for the region specific endpoint"
                + " this request was sent to.");
    assertRefused(
        () ->
            ireland.createBucket(
                in ->
                    in.bucket("photos")
                        .createBucketConfiguration(c -> c.locationConstraint("us-west-2"))),
        400,
        "IllegalLocationConstraintException",
        "The us-west-2 location constraint is incompatible for the region specific endpoint this"
            + " request was sent to.");
    assertRefused(
        () ->
            s3.createBucket(
                in ->
                    in.bucket("photos")
                        .createBucketConfiguration(c -> c.locationConstraint("the-moon"))),
        400,
        "InvalidLocationConstraint",
        "The specified location-constraint is not valid");
  }

  @Test
  void headBucket_ofAnotherRegion_isLedThere() {
    createInIreland("holidays");

    assertThat(refusedStatus(() -> s3.headBucket(in -> in.bucket("holidays")))).isEqualTo(301);
    assertThat(
            assertRefused(
                    () -> s3.listObjectsV2(in -> in.bucket("holidays")), 301, "PermanentRedirect")
                .awsErrorDetails()
                .sdkHttpResponse()
                .firstMatchingHeader("x-amz-bucket-region"))
        .contains("eu-west-1");
    assertThat(s3.getBucketLocation(in -> in.bucket("holidays")).locationConstraintAsString())
        .isEqualTo("eu-west-1");
    try (S3Client everywhere =
        S3Client.builder()
            .endpointOverride(s3.serviceClientConfiguration().endpointOverride().orElseThrow())
            .region(software.amazon.awssdk.regions.Region.US_EAST_1)
            .credentialsProvider(() -> emulator.scope().credentials())
            .forcePathStyle(true)
            .crossRegionAccessEnabled(true)
            .build()) {
      assertThat(everywhere.headBucket(in -> in.bucket("holidays")).bucketRegion())
          .isEqualTo("eu-west-1");
    }
  }

  @Test
  void anyOperation_noBucket_isRefused() {
    assertThat(
            assertRefused(() -> s3.listObjectsV2(in -> in.bucket("photos")), 404, "NoSuchBucket"))
        .isInstanceOf(NoSuchBucketException.class);
    assertThat(refusedStatus(() -> s3.headBucket(in -> in.bucket("photos")))).isEqualTo(404);
  }

  @Test
  void anyOperation_bucketOfAnotherAccount_isRefused() {
    s3.createBucket(in -> in.bucket("photos"));

    assertRefused(
        () -> stranger.listObjectsV2(in -> in.bucket("photos")),
        403,
        "AccessDenied",
        "Access Denied");
    assertThat(refusedStatus(() -> stranger.headBucket(in -> in.bucket("photos")))).isEqualTo(403);
    assertRefused(
        () -> s3.listObjectsV2(in -> in.bucket("photos").expectedBucketOwner("222222222222")),
        403,
        "AccessDenied");
    s3.listObjectsV2(in -> in.bucket("photos").expectedBucketOwner("123456789012"));
  }

  @Test
  void deleteBucket_withObjects_isRefused() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("a"), body("a"));
    assertRefused(
        () -> s3.deleteBucket(in -> in.bucket("photos")),
        409,
        "BucketNotEmpty",
        "The bucket you tried to delete is not empty");

    s3.deleteObject(in -> in.bucket("photos").key("a"));
    s3.deleteBucket(in -> in.bucket("photos"));
    assertThat(s3.listBuckets().buckets()).isEmpty();
  }

  @Test
  void listBuckets_inPages_withPrefixAndRegion() {
    IntStream.range(0, 5).forEach(i -> s3.createBucket(in -> in.bucket("photos-" + i)));
    createInIreland("photos-of-ireland");
    s3.createBucket(in -> in.bucket("archive"));

    assertThat(s3.listBucketsPaginator(in -> in.maxBuckets(2).prefix("photos-")).buckets())
        .extracting(Bucket::name)
        .containsExactly(
            "photos-0", "photos-1", "photos-2", "photos-3", "photos-4", "photos-of-ireland");
    ListBucketsResponse page = s3.listBuckets(in -> in.maxBuckets(2).prefix("photos-"));
    assertThat(page.buckets()).hasSize(2);
    assertThat(page.prefix()).isEqualTo("photos-");
    assertThat(page.continuationToken()).isNotEmpty();
    assertThat(s3.listBuckets(in -> in.bucketRegion("eu-west-1")).buckets())
        .extracting(Bucket::name, Bucket::bucketRegion)
        .containsExactly(tuple("photos-of-ireland", "eu-west-1"));
    assertRefused(() -> s3.listBuckets(in -> in.maxBuckets(10_001)), 400, "InvalidArgument");
  }
}
