package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.junit5.Region;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerReplicationStatus;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;
import software.amazon.awssdk.services.s3.model.ReplicationStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.StorageClass;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Copies in other buckets. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html">.
 */
@SuppressWarnings("unchecked") // lists of consumers, as the SDK's builders take them
@AwsEmulator
final class ReplicationsTest {

  private final S3Client s3;
  private final S3Client ireland;
  private final Emulator emulator;

  ReplicationsTest(S3Client s3, @Region("eu-west-1") S3Client ireland, Emulator emulator) {
    this.s3 = s3;
    this.ireland = ireland;
    this.emulator = emulator;
  }

  @BeforeEach
  void createBuckets() {
    s3.createBucket(in -> in.bucket("photos"));
    ireland.createBucket(
        in ->
            in.bucket("copies")
                .createBucketConfiguration(where -> where.locationConstraint("eu-west-1")));
    version(s3, "photos");
    version(ireland, "copies");
  }

  private static void version(S3Client client, String bucket) {
    client.putBucketVersioning(
        in ->
            in.bucket(bucket)
                .versioningConfiguration(how -> how.status(BucketVersioningStatus.ENABLED)));
  }

  private void replicate(Consumer<ReplicationRule.Builder> more) {
    s3.putBucketReplication(
        in ->
            in.bucket("photos")
                .replicationConfiguration(
                    all ->
                        all.role("arn:aws:iam::123456789012:role/replication")
                            .rules(
                                ReplicationRule.builder()
                                    .status(ReplicationRuleStatus.ENABLED)
                                    .destination(to -> to.bucket("arn:aws:s3:::copies"))
                                    .applyMutation(more)
                                    .build())));
  }

  private void replicateAll(DeleteMarkerReplicationStatus markers) {
    replicate(
        rule ->
            rule.filter(filter -> filter.prefix("cats/"))
                .priority(1)
                .deleteMarkerReplication(how -> how.status(markers)));
  }

  private void settle() {
    emulator.awaitIdle(Duration.ofSeconds(10));
  }

  private ReplicationStatus status(String key) {
    return s3.headObject(in -> in.bucket("photos").key(key)).replicationStatus();
  }

  @Test
  void putBucketReplication_newObjects_appearInTheOtherBucket() {
    replicateAll(DeleteMarkerReplicationStatus.DISABLED);
    String version =
        s3.putObject(
                in ->
                    in.bucket("photos")
                        .key("cats/1")
                        .tagging("a=b")
                        .metadata(Map.of("color", "black")),
                RequestBody.fromString("meow"))
            .versionId();
    s3.putObject(in -> in.bucket("photos").key("dogs/1"), RequestBody.empty());
    settle();

    GetObjectResponse copy =
        ireland.getObjectAsBytes(in -> in.bucket("copies").key("cats/1")).response();
    assertThat(copy.versionId()).isEqualTo(version);
    assertThat(copy.replicationStatus()).isEqualTo(ReplicationStatus.REPLICA);
    assertThat(copy.metadata()).containsEntry("color", "black");
    assertThat(copy.tagCount()).isEqualTo(1);
    assertThat(status("cats/1")).isEqualTo(ReplicationStatus.COMPLETED);
    assertThat(status("dogs/1")).isNull();
    assertThat(ireland.listObjectsV2(in -> in.bucket("copies")).contents()).hasSize(1);
  }

  @Test
  void putBucketReplication_deleteMarkers_followIfAsked() {
    replicateAll(DeleteMarkerReplicationStatus.ENABLED);
    s3.putObject(in -> in.bucket("photos").key("cats/1"), RequestBody.empty());
    settle();
    s3.deleteObject(in -> in.bucket("photos").key("cats/1"));
    settle();
    assertThat(ireland.listObjectVersions(in -> in.bucket("copies")).deleteMarkers()).hasSize(1);

    replicateAll(DeleteMarkerReplicationStatus.DISABLED);
    s3.deleteObject(in -> in.bucket("photos").key("cats/1"));
    settle();
    assertThat(ireland.listObjectVersions(in -> in.bucket("copies")).deleteMarkers()).hasSize(1);
  }

  @Test
  void putObjectTagging_copy_isTaggedToo() {
    replicateAll(DeleteMarkerReplicationStatus.DISABLED);
    s3.putObject(in -> in.bucket("photos").key("cats/1"), RequestBody.empty());
    settle();
    Tag tag = Tag.builder().key("a").value("b").build();
    s3.putObjectTagging(in -> in.bucket("photos").key("cats/1").tagging(tags -> tags.tagSet(tag)));
    settle();
    assertThat(ireland.getObjectTagging(in -> in.bucket("copies").key("cats/1")).tagSet())
        .containsExactly(tag);
  }

  @Test
  void putBucketReplication_storageClassAndEncryption_asTheRuleSays() {
    replicate(
        rule ->
            rule.prefix("")
                .destination(
                    to -> to.bucket("arn:aws:s3:::copies").storageClass(StorageClass.STANDARD_IA)));
    s3.putObject(in -> in.bucket("photos").key("plain"), RequestBody.empty());
    s3.putObject(
        in -> in.bucket("photos").key("kms").serverSideEncryption(ServerSideEncryption.AWS_KMS),
        RequestBody.empty());
    settle();
    assertThat(ireland.headObject(in -> in.bucket("copies").key("plain")).storageClass())
        .isEqualTo(StorageClass.STANDARD_IA);
    assertThat(ireland.listObjectsV2(in -> in.bucket("copies")).contents())
        .extracting(object -> object.key())
        .containsExactly("plain");
  }

  @Test
  void putBucketReplication_destinationGone_fails() {
    replicateAll(DeleteMarkerReplicationStatus.DISABLED);
    ireland.deleteBucket(in -> in.bucket("copies"));
    s3.putObject(in -> in.bucket("photos").key("cats/1"), RequestBody.empty());
    settle();
    assertThat(status("cats/1")).isEqualTo(ReplicationStatus.FAILED);
  }

  @Test
  void putBucketReplication_wrong_isRefused() {
    assertRefused(
        () -> replicate(rule -> rule.filter(filter -> filter.prefix(""))),
        400,
        "InvalidRequest",
        "Priority must be specified for this version of Cross Region Replication configuration"
            + " schema. Please refer to S3 Developer Guide for more information.");
    assertRefused(
        () -> replicate(rule -> rule.prefix("").destination(to -> to.bucket("arn:aws:s3:::none"))),
        400,
        "InvalidRequest",
        "Destination bucket must exist.");
    ireland.putBucketVersioning(
        in ->
            in.bucket("copies")
                .versioningConfiguration(how -> how.status(BucketVersioningStatus.SUSPENDED)));
    assertRefused(
        () -> replicate(rule -> rule.prefix("")),
        400,
        "InvalidRequest",
        "Destination bucket must have versioning enabled.");
    s3.createBucket(in -> in.bucket("plain"));
    assertRefused(
        () ->
            s3.putBucketReplication(
                in ->
                    in.bucket("plain")
                        .replicationConfiguration(
                            all ->
                                all.role("x")
                                    .rules(
                                        rule ->
                                            rule.status(ReplicationRuleStatus.ENABLED)
                                                .destination(to -> to.bucket("x"))))),
        400,
        "InvalidRequest",
        "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
  }

  @Test
  void deleteBucketReplication_nothingIsCopiedAnyMore() {
    replicateAll(DeleteMarkerReplicationStatus.DISABLED);
    assertThat(
            s3.getBucketReplication(in -> in.bucket("photos"))
                .replicationConfiguration()
                .rules()
                .get(0)
                .id())
        .hasSize(48);
    s3.deleteBucketReplication(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("cats/1"), RequestBody.empty());
    settle();
    assertThat(ireland.listObjectsV2(in -> in.bucket("copies")).contents()).isEmpty();
    assertRefused(
        () -> s3.getBucketReplication(in -> in.bucket("photos")),
        404,
        "ReplicationConfigurationNotFoundError",
        "The replication configuration was not found");
  }
}
