package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketType;
import software.amazon.awssdk.services.s3.model.DataRedundancy;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.LocationType;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Directory buckets. */
@AwsEmulator
final class DirectoriesTest {

  private static final String NAME = "fast--use1-az4--x-s3";

  private final S3Client s3;

  DirectoriesTest(S3Client s3) {
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(
        in ->
            in.bucket(NAME)
                .createBucketConfiguration(
                    how ->
                        how.location(
                                where ->
                                    where.type(LocationType.AVAILABILITY_ZONE).name("use1-az4"))
                            .bucket(
                                what ->
                                    what.type(BucketType.DIRECTORY)
                                        .dataRedundancy(DataRedundancy.SINGLE_AVAILABILITY_ZONE))));
    s3.createBucket(in -> in.bucket("photos"));
  }

  @Test
  void createBucket_directory_isListedByItself() {
    assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("photos");
    assertThat(s3.listDirectoryBuckets(in -> {}).buckets())
        .extracting(Bucket::name)
        .containsExactly(NAME);
    HeadBucketResponse head = s3.headBucket(in -> in.bucket(NAME));
    assertThat(head.bucketLocationType()).isEqualTo(LocationType.AVAILABILITY_ZONE);
    assertThat(head.bucketLocationName()).isEqualTo("use1-az4");
  }

  @Test
  void createSession_credentials_areTemporary() {
    assertThat(s3.createSession(in -> in.bucket(NAME)).credentials().accessKeyId())
        .startsWith("ASIA");
  }

  @Test
  void putObject_offset_isAppended() {
    s3.putObject(in -> in.bucket(NAME).key("log"), RequestBody.fromString("one"));
    PutObjectResponse put =
        s3.putObject(
            in -> in.bucket(NAME).key("log").writeOffsetBytes(3L), RequestBody.fromString("two"));

    assertThat(put.size()).isEqualTo(6);
    assertThat(s3.getObjectAsBytes(in -> in.bucket(NAME).key("log")).asUtf8String())
        .isEqualTo("onetwo");
    assertRefused(
        () ->
            s3.putObject(
                in -> in.bucket(NAME).key("log").writeOffsetBytes(3L), RequestBody.fromString("x")),
        400,
        "InvalidWriteOffset",
        "The write offset value that you specified does not match the current object size.");
    assertThat(s3.headObject(in -> in.bucket(NAME).key("log")).storageClassAsString())
        .isEqualTo("EXPRESS_ONEZONE");
  }
}
