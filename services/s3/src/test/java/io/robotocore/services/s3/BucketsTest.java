package io.robotocore.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@AwsEmulator
final class BucketsTest {

  private final S3Client s3;

  BucketsTest(S3Client s3) {
    this.s3 = s3;
  }

  @Test
  void createBucket_isListed() {
    s3.createBucket(in -> in.bucket("photos"));

    assertThat(s3.listBuckets().buckets()).extracting(b -> b.name()).containsExactly("photos");
    assertThat(s3.headBucket(in -> in.bucket("photos")).bucketRegion()).isEqualTo("us-east-1");
  }
}
