package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.BucketAbacStatus;
import software.amazon.awssdk.services.s3.model.BucketType;
import software.amazon.awssdk.services.s3.model.EncryptionType;
import software.amazon.awssdk.services.s3.model.ExpirationState;
import software.amazon.awssdk.services.s3.model.InventoryConfigurationState;
import software.amazon.awssdk.services.s3.model.LocationType;
import software.amazon.awssdk.services.s3.model.MetadataConfigurationResult;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** What the oldest SDK that is supported does not know. */
@AwsEmulator
final class RecentSdkTest {

  private static final String DIRECTORY = "fast--use1-az4--x-s3";

  private final Emulator emulator;
  private final S3Client s3;

  RecentSdkTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  /**
   * See <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html">.
   */
  @Test
  void putBucketEncryption_blockedType_isRefused() throws Exception {
    s3.createBucket(in -> in.bucket("photos"));
    byte[] key = new byte[32];
    String hash = Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(key));
    PutObjectRequest put =
        PutObjectRequest.builder()
            .bucket("photos")
            .key("cat")
            .sseCustomerAlgorithm("AES256")
            .sseCustomerKey(Base64.getEncoder().encodeToString(key))
            .sseCustomerKeyMD5(hash)
            .build();
    s3.putObject(put, RequestBody.empty());
    s3.putBucketEncryption(
        in ->
            in.bucket("photos")
                .serverSideEncryptionConfiguration(
                    how ->
                        how.rules(
                            ServerSideEncryptionRule.builder()
                                .blockedEncryptionTypes(
                                    blocked -> blocked.encryptionType(EncryptionType.SSE_C))
                                .build())));
    assertRefused(() -> s3.putObject(put, RequestBody.empty()), 403, "AccessDenied");
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.empty());
  }

  @Test
  void renameObject_hasAnotherKey() {
    s3.createBucket(
        in ->
            in.bucket(DIRECTORY)
                .createBucketConfiguration(
                    how ->
                        how.location(
                                where ->
                                    where.type(LocationType.AVAILABILITY_ZONE).name("use1-az4"))
                            .bucket(what -> what.type(BucketType.DIRECTORY))));
    s3.putObject(in -> in.bucket(DIRECTORY).key("a b"), RequestBody.fromString("one"));
    s3.renameObject(in -> in.bucket(DIRECTORY).key("c/d").renameSource("a%20b"));

    assertThat(s3.getObjectAsBytes(in -> in.bucket(DIRECTORY).key("c/d")).asUtf8String())
        .isEqualTo("one");
    assertThat(s3.listObjectsV2(in -> in.bucket(DIRECTORY)).contents()).hasSize(1);
    assertRefused(
        () -> s3.renameObject(in -> in.bucket(DIRECTORY).key("e").renameSource("none")),
        404,
        "NoSuchKey");
  }

  @Test
  void createBucket_tells_whatItIsCalled() {
    Tag tag = Tag.builder().key("team").value("cats").build();
    assertThat(
            s3.createBucket(
                    in -> in.bucket("photos").createBucketConfiguration(how -> how.tags(tag)))
                .bucketArn())
        .isEqualTo("arn:aws:s3:::photos");
    assertThat(s3.headBucket(in -> in.bucket("photos")).bucketArn())
        .isEqualTo("arn:aws:s3:::photos");
  }

  @Test
  void headObject_presigned_isAnswered() throws Exception {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("meow"));
    try (S3Presigner presigner =
        S3Presigner.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(() -> emulator.scope().credentials())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build()) {
      HttpRequest request =
          HttpRequest.newBuilder(
                  presigner
                      .presignHeadObject(
                          in ->
                              in.signatureDuration(Duration.ofMinutes(5))
                                  .headObjectRequest(head -> head.bucket("photos").key("cat")))
                      .url()
                      .toURI())
              .method("HEAD", BodyPublishers.noBody())
              .build();
      HttpResponse<String> head = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Length")).contains("4");
      assertThat(head.headers().firstValue("ETag"))
          .contains("\"4a4be40c96ac6314e91d93f38043a634\"");
    }
  }

  @Test
  void putBucketAbac_isKept() {
    s3.createBucket(in -> in.bucket("photos"));
    assertThat(s3.getBucketAbac(in -> in.bucket("photos")).abacStatus().status())
        .isEqualTo(BucketAbacStatus.DISABLED);
    s3.putBucketAbac(
        in -> in.bucket("photos").abacStatus(abac -> abac.status(BucketAbacStatus.ENABLED)));
    assertThat(s3.getBucketAbac(in -> in.bucket("photos")).abacStatus().status())
        .isEqualTo(BucketAbacStatus.ENABLED);
  }

  /**
   * See <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html">.
   */
  @Test
  void createBucketMetadataConfiguration_isChangedAndDeleted() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.createBucketMetadataConfiguration(
        in ->
            in.bucket("photos")
                .metadataConfiguration(
                    how ->
                        how.journalTableConfiguration(
                            journal ->
                                journal.recordExpiration(
                                    records -> records.expiration(ExpirationState.DISABLED)))));
    MetadataConfigurationResult created = metadata();
    assertThat(created.destinationResult().tableNamespace()).isEqualTo("b_photos");
    assertThat(created.journalTableConfigurationResult().tableName()).isEqualTo("journal");
    assertThat(created.inventoryTableConfigurationResult().configurationState())
        .isEqualTo(InventoryConfigurationState.DISABLED);

    s3.updateBucketMetadataInventoryTableConfiguration(
        in ->
            in.bucket("photos")
                .inventoryTableConfiguration(
                    how -> how.configurationState(InventoryConfigurationState.ENABLED)));
    s3.updateBucketMetadataJournalTableConfiguration(
        in ->
            in.bucket("photos")
                .journalTableConfiguration(
                    how ->
                        how.recordExpiration(
                            records -> records.expiration(ExpirationState.ENABLED).days(10))));
    assertThat(metadata().inventoryTableConfigurationResult().tableName()).isEqualTo("inventory");
    assertThat(metadata().journalTableConfigurationResult().recordExpiration().days())
        .isEqualTo(10);

    s3.deleteBucketMetadataConfiguration(in -> in.bucket("photos"));
    assertRefused(this::metadata, 404, "MetadataConfigurationNotFound");
  }

  private MetadataConfigurationResult metadata() {
    return s3.getBucketMetadataConfiguration(in -> in.bucket("photos"))
        .getBucketMetadataConfigurationResult()
        .metadataConfigurationResult();
  }
}
