package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.Account;
import io.robotocore.junit5.AwsEmulator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAccelerateStatus;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.IntelligentTieringAccessTier;
import software.amazon.awssdk.services.s3.model.IntelligentTieringStatus;
import software.amazon.awssdk.services.s3.model.InventoryConfiguration;
import software.amazon.awssdk.services.s3.model.InventoryFormat;
import software.amazon.awssdk.services.s3.model.InventoryFrequency;
import software.amazon.awssdk.services.s3.model.InventoryIncludedObjectVersions;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.MetricsConfiguration;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.RequestCharged;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.StorageClassAnalysisSchemaVersion;
import software.amazon.awssdk.services.s3.model.Tag;

/** Configurations that are kept and given back, and those that decide about single requests. */
@SuppressWarnings("unchecked") // lists of consumers, as the SDK's builders take them
@AwsEmulator
final class ConfigurationsTest {

  private final S3Client s3;
  private final S3Client stranger;

  ConfigurationsTest(S3Client s3, @Account("222222222222") S3Client stranger) {
    this.s3 = s3;
    this.stranger = stranger;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
  }

  @Test
  void putBucketTagging_replacesAll() {
    assertRefused(
        () -> s3.getBucketTagging(in -> in.bucket("photos")),
        404,
        "NoSuchTagSet",
        "The TagSet does not exist");
    Tag tag = Tag.builder().key("team").value("blue").build();
    s3.putBucketTagging(in -> in.bucket("photos").tagging(tags -> tags.tagSet(tag)));
    assertThat(s3.getBucketTagging(in -> in.bucket("photos")).tagSet()).containsExactly(tag);

    assertRefused(
        () -> s3.putBucketTagging(in -> in.bucket("photos").tagging(tags -> tags.tagSet(tag, tag))),
        400,
        "InvalidTag");
    s3.deleteBucketTagging(in -> in.bucket("photos"));
    assertRefused(() -> s3.getBucketTagging(in -> in.bucket("photos")), 404, "NoSuchTagSet");
  }

  @Test
  void putBucketEncryption_newObjects_areEncryptedLikeThat() {
    ServerSideEncryptionRule usual = encryption();
    assertThat(usual.applyServerSideEncryptionByDefault().sseAlgorithm())
        .isEqualTo(ServerSideEncryption.AES256);
    assertThat(usual.bucketKeyEnabled()).isFalse();

    s3.putBucketEncryption(
        in ->
            in.bucket("photos")
                .serverSideEncryptionConfiguration(
                    all ->
                        all.rules(
                            rule ->
                                rule.bucketKeyEnabled(true)
                                    .applyServerSideEncryptionByDefault(
                                        how ->
                                            how.sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                                .kmsMasterKeyID("1234")))));
    PutObjectResponse put =
        s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("meow"));
    assertThat(put.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
    assertThat(put.ssekmsKeyId()).endsWith(":key/1234");
    assertThat(put.bucketKeyEnabled()).isTrue();

    s3.deleteBucketEncryption(in -> in.bucket("photos"));
    assertThat(encryption()).isEqualTo(usual);
    assertRefused(
        () ->
            s3.putBucketEncryption(
                in ->
                    in.bucket("photos")
                        .serverSideEncryptionConfiguration(
                            all ->
                                all.rules(
                                    rule ->
                                        rule.applyServerSideEncryptionByDefault(
                                            how ->
                                                how.sseAlgorithm(ServerSideEncryption.AES256)
                                                    .kmsMasterKeyID("1234"))))),
        400,
        "InvalidArgument");
  }

  private ServerSideEncryptionRule encryption() {
    return s3.getBucketEncryption(in -> in.bucket("photos"))
        .serverSideEncryptionConfiguration()
        .rules()
        .get(0);
  }

  @Test
  void putBucketAccelerateConfiguration_isKept() {
    assertThat(s3.getBucketAccelerateConfiguration(in -> in.bucket("photos")).status()).isNull();
    s3.putBucketAccelerateConfiguration(
        in ->
            in.bucket("photos")
                .accelerateConfiguration(how -> how.status(BucketAccelerateStatus.ENABLED)));
    assertThat(s3.getBucketAccelerateConfiguration(in -> in.bucket("photos")).status())
        .isEqualTo(BucketAccelerateStatus.ENABLED);

    s3.createBucket(in -> in.bucket("my.photos"));
    assertRefused(
        () ->
            s3.putBucketAccelerateConfiguration(
                in ->
                    in.bucket("my.photos")
                        .accelerateConfiguration(
                            how -> how.status(BucketAccelerateStatus.ENABLED))),
        400,
        "InvalidRequest",
        "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
  }

  /**
   * See <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/RequesterPaysBuckets.html">.
   */
  @Test
  void putBucketRequestPayment_requester_hasToSaySo() {
    assertThat(s3.getBucketRequestPayment(in -> in.bucket("photos")).payer())
        .isEqualTo(Payer.BUCKET_OWNER);
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("meow"));
    s3.putBucketPolicy(
        in ->
            in.bucket("photos")
                .policy(
                    """
                    {"Statement": {"Effect": "Allow", "Principal": {"AWS": "222222222222"},
                     "Action": "s3:GetObject", "Resource": "arn:aws:s3:::photos/*"}}"""));
    s3.putBucketRequestPayment(
        in -> in.bucket("photos").requestPaymentConfiguration(how -> how.payer(Payer.REQUESTER)));

    assertRefused(
        () -> stranger.getObjectAsBytes(in -> in.bucket("photos").key("cat")), 403, "AccessDenied");
    ResponseBytes<GetObjectResponse> paid =
        stranger.getObjectAsBytes(
            in -> in.bucket("photos").key("cat").requestPayer(RequestPayer.REQUESTER));
    assertThat(paid.asUtf8String()).isEqualTo("meow");
    assertThat(paid.response().requestCharged()).isEqualTo(RequestCharged.REQUESTER);
    ResponseBytes<GetObjectResponse> own =
        s3.getObjectAsBytes(in -> in.bucket("photos").key("cat"));
    assertThat(own.asUtf8String()).isEqualTo("meow");
    assertThat(own.response().requestCharged()).isNull();
  }

  @Test
  void putBucketInventoryConfiguration_isListedAndDeleted() {
    InventoryConfiguration inventory =
        InventoryConfiguration.builder()
            .id("daily")
            .isEnabled(true)
            .includedObjectVersions(InventoryIncludedObjectVersions.CURRENT)
            .schedule(when -> when.frequency(InventoryFrequency.DAILY))
            .destination(
                where ->
                    where.s3BucketDestination(
                        bucket -> bucket.bucket("arn:aws:s3:::lists").format(InventoryFormat.CSV)))
            .build();
    s3.putBucketInventoryConfiguration(
        in -> in.bucket("photos").id("daily").inventoryConfiguration(inventory));

    assertThat(
            s3.getBucketInventoryConfiguration(in -> in.bucket("photos").id("daily"))
                .inventoryConfiguration())
        .isEqualTo(inventory);
    assertThat(
            s3.listBucketInventoryConfigurations(in -> in.bucket("photos"))
                .inventoryConfigurationList())
        .containsExactly(inventory);
    assertRefused(
        () ->
            s3.putBucketInventoryConfiguration(
                in ->
                    in.bucket("photos")
                        .id("x")
                        .inventoryConfiguration(
                            inventory.toBuilder()
                                .id("x")
                                .schedule(when -> when.frequency("Hourly"))
                                .build())),
        400,
        "MalformedXML");

    s3.deleteBucketInventoryConfiguration(in -> in.bucket("photos").id("daily"));
    assertRefused(
        () -> s3.getBucketInventoryConfiguration(in -> in.bucket("photos").id("daily")),
        404,
        "NoSuchConfiguration",
        "The specified configuration does not exist.");
  }

  @Test
  void putBucketAnalyticsConfiguration_isListedAndDeleted() {
    s3.putBucketAnalyticsConfiguration(
        in ->
            in.bucket("photos")
                .id("use")
                .analyticsConfiguration(
                    how ->
                        how.id("use")
                            .filter(filter -> filter.prefix("cats/"))
                            .storageClassAnalysis(
                                analysis ->
                                    analysis.dataExport(
                                        export ->
                                            export
                                                .outputSchemaVersion(
                                                    StorageClassAnalysisSchemaVersion.V_1)
                                                .destination(
                                                    where ->
                                                        where.s3BucketDestination(
                                                            bucket ->
                                                                bucket
                                                                    .bucket("arn:aws:s3:::x")
                                                                    .format("CSV")))))));
    assertThat(
            s3.getBucketAnalyticsConfiguration(in -> in.bucket("photos").id("use"))
                .analyticsConfiguration()
                .filter()
                .prefix())
        .isEqualTo("cats/");
    assertThat(
            s3.listBucketAnalyticsConfigurations(in -> in.bucket("photos"))
                .analyticsConfigurationList())
        .hasSize(1);
    s3.deleteBucketAnalyticsConfiguration(in -> in.bucket("photos").id("use"));
    assertThat(
            s3.listBucketAnalyticsConfigurations(in -> in.bucket("photos"))
                .analyticsConfigurationList())
        .isEmpty();
  }

  @Test
  void listBucketMetricsConfigurations_many_comesInPages() {
    IntStream.range(0, 101)
        .mapToObj("m%03d"::formatted)
        .forEach(
            id ->
                s3.putBucketMetricsConfiguration(
                    in ->
                        in.bucket("photos")
                            .id(id)
                            .metricsConfiguration(metrics -> metrics.id(id))));

    ListBucketMetricsConfigurationsResponse first =
        s3.listBucketMetricsConfigurations(in -> in.bucket("photos"));
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.metricsConfigurationList()).hasSize(100);
    ListBucketMetricsConfigurationsResponse second =
        s3.listBucketMetricsConfigurations(
            in -> in.bucket("photos").continuationToken(first.nextContinuationToken()));
    assertThat(second.isTruncated()).isFalse();
    assertThat(second.metricsConfigurationList())
        .extracting(MetricsConfiguration::id)
        .containsExactly("m100");

    assertRefused(
        () ->
            s3.putBucketMetricsConfiguration(
                in -> in.bucket("photos").id("a").metricsConfiguration(metrics -> metrics.id("b"))),
        400,
        "IdMismatch");
    s3.deleteBucketMetricsConfiguration(in -> in.bucket("photos").id("m000"));
    assertRefused(
        () -> s3.getBucketMetricsConfiguration(in -> in.bucket("photos").id("m000")),
        404,
        "NoSuchConfiguration");
    assertRefused(
        () -> s3.deleteBucketMetricsConfiguration(in -> in.bucket("photos").id("m000")),
        404,
        "NoSuchConfiguration");
  }

  @Test
  void putBucketIntelligentTieringConfiguration_isListedAndDeleted() {
    s3.putBucketIntelligentTieringConfiguration(
        in ->
            in.bucket("photos")
                .id("old")
                .intelligentTieringConfiguration(
                    how ->
                        how.id("old")
                            .status(IntelligentTieringStatus.ENABLED)
                            .tierings(
                                tier ->
                                    tier.days(90)
                                        .accessTier(IntelligentTieringAccessTier.ARCHIVE_ACCESS))));
    assertThat(
            s3.getBucketIntelligentTieringConfiguration(in -> in.bucket("photos").id("old"))
                .intelligentTieringConfiguration()
                .tierings()
                .get(0)
                .days())
        .isEqualTo(90);
    assertThat(
            s3.listBucketIntelligentTieringConfigurations(in -> in.bucket("photos"))
                .intelligentTieringConfigurationList())
        .hasSize(1);
    s3.deleteBucketIntelligentTieringConfiguration(in -> in.bucket("photos").id("old"));
    assertThat(
            s3.listBucketIntelligentTieringConfigurations(in -> in.bucket("photos"))
                .intelligentTieringConfigurationList())
        .isEmpty();
  }

  @Test
  void createBucketMetadataTableConfiguration_isKept() {
    s3.createBucketMetadataTableConfiguration(
        in ->
            in.bucket("photos")
                .metadataTableConfiguration(
                    how ->
                        how.s3TablesDestination(
                            where ->
                                where
                                    .tableBucketArn("arn:aws:s3tables:us-east-1:1:bucket/tables")
                                    .tableName("photos"))));
    assertThat(
            s3.getBucketMetadataTableConfiguration(in -> in.bucket("photos"))
                .getBucketMetadataTableConfigurationResult()
                .metadataTableConfigurationResult()
                .s3TablesDestinationResult()
                .tableName())
        .isEqualTo("photos");
    s3.deleteBucketMetadataTableConfiguration(in -> in.bucket("photos"));
    assertRefused(
        () -> s3.getBucketMetadataTableConfiguration(in -> in.bucket("photos")),
        404,
        "MetadataConfigurationNotFound");
  }
}
