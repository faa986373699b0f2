package io.robotocore.services.s3;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.PutBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketReplicationResponse;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;

/** The operations on which objects are copied to other buckets. */
interface Replications extends Configuring {

  @Override
  default GetBucketReplicationResponse getBucketReplication(GetBucketReplicationRequest in) {
    return GetBucketReplicationResponse.builder()
        .replicationConfiguration(
            configuration(in, "s3:GetReplicationConfiguration", ReplicationConfiguration.class))
        .build();
  }

  /**
   * Says which objects are copied where to. Both buckets have to keep versions.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html">replicating
   *     objects</a>
   */
  @Override
  default PutBucketReplicationResponse putBucketReplication(PutBucketReplicationRequest in) {
    Bucket bucket = bucket(in, "s3:PutReplicationConfiguration");
    ReplicationConfiguration wanted = Required.check(in.replicationConfiguration());
    Required.known(!wanted.rules().isEmpty());
    if (!bucket.isVersioned()) {
      throw S3Error.invalidRequest(
          "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
    }
    Set<Object> seen = new HashSet<>();
    for (ReplicationRule rule : wanted.rules()) {
      check(rule);
      if ((rule.id() != null && !seen.add(rule.id()))
          || (rule.priority() != null && !seen.add(rule.priority()))) {
        throw S3Error.invalidRequest(
            seen.contains(rule.priority())
                ? "Found duplicate priority " + rule.priority()
                : "Rule Id must be unique. Found same Id for more than one rule");
      }
    }
    List<ReplicationRule> named = wanted.rules().stream().map(this::named).toList();
    alter(bucket, there -> there.with(wanted.toBuilder().rules(named).build()));
    return PutBucketReplicationResponse.builder().build();
  }

  private void check(ReplicationRule rule) {
    Required.known(
        rule.status() != ReplicationRuleStatus.UNKNOWN_TO_SDK_VERSION
            && (rule.filter() == null || rule.prefix() == null));
    if (rule.filter() != null && rule.priority() == null) {
      throw newer("Priority");
    }
    if (rule.filter() != null && rule.deleteMarkerReplication() == null) {
      throw newer("DeleteMarkerReplication");
    }
    Bucket destination =
        Optional.of(Replica.bucketName(rule))
            .flatMap(state().buckets()::get)
            .orElseThrow(() -> S3Error.invalidRequest("Destination bucket must exist."));
    if (!destination.isVersioned()) {
      throw S3Error.invalidRequest("Destination bucket must have versioning enabled.");
    }
  }

  private static RuntimeException newer(String element) {
    return S3Error.invalidRequest(
        element
            + " must be specified for this version of Cross Region Replication configuration "
            + "schema. Please refer to S3 Developer Guide for more information.");
  }

  private ReplicationRule named(ReplicationRule rule) {
    return rule.id() == null || rule.id().isEmpty()
        ? rule.toBuilder()
            .id(call().random().text(48, "abcdefghijklmnopqrstuvwxyz0123456789"))
            .build()
        : rule;
  }

  @Override
  default DeleteBucketReplicationResponse deleteBucketReplication(
      DeleteBucketReplicationRequest in) {
    configure(
        in,
        "s3:PutReplicationConfiguration",
        bucket -> bucket.without(ReplicationConfiguration.class));
    return DeleteBucketReplicationResponse.builder().build();
  }
}
