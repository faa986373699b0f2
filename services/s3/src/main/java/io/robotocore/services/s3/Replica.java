package io.robotocore.services.s3;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.Destination;
import software.amazon.awssdk.services.s3.model.EncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationRule;
import software.amazon.awssdk.services.s3.model.ReplicationRuleFilter;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;
import software.amazon.awssdk.services.s3.model.SourceSelectionCriteria;
import software.amazon.awssdk.services.s3.model.SseKmsEncryptedObjects;
import software.amazon.awssdk.services.s3.model.SseKmsEncryptedObjectsStatus;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * A copy that is wanted of an object.
 *
 * @param rule the rule that wants it
 */
record Replica(ReplicationRule rule) {

  /**
   * The copies that are wanted of an object: of several in one bucket the one that matters most.
   */
  static List<Replica> of(ReplicationConfiguration configuration, String key, List<Tag> tags) {
    List<Replica> all =
        configuration.rules().stream()
            .filter(rule -> rule.status() == ReplicationRuleStatus.ENABLED)
            .filter(rule -> key.startsWith(prefix(rule)) && tags.containsAll(tags(rule)))
            .map(Replica::new)
            .sorted(Comparator.comparing(Replica::priority).reversed())
            .toList();
    return all.stream().map(Replica::bucket).distinct().flatMap(name -> first(all, name)).toList();
  }

  private static Stream<Replica> first(List<Replica> all, String bucket) {
    return all.stream().filter(replica -> replica.bucket().equals(bucket)).limit(1);
  }

  private int priority() {
    return Optional.ofNullable(rule.priority()).orElse(0);
  }

  private static String prefix(ReplicationRule rule) {
    @Nullable ReplicationRuleFilter filter = rule.filter();
    @Nullable String prefix = rule.prefix();
    if (filter != null) {
      prefix = filter.and() == null ? filter.prefix() : filter.and().prefix();
    }
    return prefix == null ? "" : prefix;
  }

  private static List<Tag> tags(ReplicationRule rule) {
    @Nullable ReplicationRuleFilter filter = rule.filter();
    if (filter == null) {
      return List.of();
    }
    if (filter.and() != null) {
      return filter.and().tags();
    }
    return filter.tag() == null ? List.of() : List.of(filter.tag());
  }

  /** The bucket that the copy will be in. */
  String bucket() {
    return bucketName(rule);
  }

  static String bucketName(ReplicationRule rule) {
    return rule.destination().bucket().replaceFirst("^arn:[a-z-]+:s3:::", "");
  }

  /** Whether objects like this one are copied: archives are not, what KMS encrypts if asked for. */
  boolean includes(StoredObject object) {
    boolean kms = object.storage().encryption().isKms();
    return !object.storage().isArchive()
        && (!kms
            || Optional.ofNullable(rule.sourceSelectionCriteria())
                .map(SourceSelectionCriteria::sseKmsEncryptedObjects)
                .map(SseKmsEncryptedObjects::status)
                .filter(status -> status == SseKmsEncryptedObjectsStatus.ENABLED)
                .isPresent());
  }

  /** The copy of an object: the same version, with the same time. */
  StoredObject copy(StoredObject object, Bucket destination) {
    Destination to = rule.destination();
    Encryption encryption =
        Optional.ofNullable(to.encryptionConfiguration())
            .map(EncryptionConfiguration::replicaKmsKeyID)
            .filter(key -> object.storage().encryption().isKms())
            .map(key -> object.storage().encryption().withKmsKey(key))
            .orElse(object.storage().encryption());
    Storage storage =
        Storage.of(
            Optional.ofNullable(to.storageClassAsString()).orElse(object.storage().storageClass()),
            encryption);
    boolean theirs =
        to.accessControlTranslation() != null
            || destination.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED;
    Labels labels = object.labels().replicated(Replicating.REPLICA);
    return new StoredObject(
        object.id(),
        object.modified(),
        theirs ? destination.owner() : object.owner(),
        object.content(),
        object.headers(),
        storage,
        theirs ? labels.granted(List.of()) : labels);
  }
}
