package io.robotocore.services.s3;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/**
 * A bucket, without what is in it.
 *
 * @param name its name
 * @param owner the account that it belongs to: twelve digits
 * @param region where it is
 * @param created when it was created
 * @param configurations how it is configured: objects of the SDK's classes for configurations, by
 *     the name of the class and, where a bucket may have several of a class, an id
 */
record Bucket(
    String name,
    String owner,
    String region,
    Instant created,
    TreePMap<String, SdkPojo> configurations) {

  /** Whether its storage is the fast one of a single zone. */
  boolean isDirectory() {
    return BucketName.isDirectory(name);
  }

  /** Whether what is written and deleted stays as an older version. */
  boolean isVersioned() {
    return find(VersioningConfiguration.class)
        .filter(configuration -> configuration.status() == BucketVersioningStatus.ENABLED)
        .isPresent();
  }

  /** Whether nothing is deleted for good but by who shows a device for it. */
  boolean needsMfa() {
    return find(VersioningConfiguration.class)
        .filter(configuration -> configuration.mfaDelete() == MFADelete.ENABLED)
        .isPresent();
  }

  /** Whom objects belong to that others write into it. */
  ObjectOwnership ownership() {
    return find(OwnershipControls.class)
        .flatMap(controls -> controls.rules().stream().findFirst())
        .map(OwnershipControlsRule::objectOwnership)
        .orElse(ObjectOwnership.OBJECT_WRITER);
  }

  /** The configuration of a class; empty if the bucket has none. */
  <T extends SdkPojo> Optional<T> find(Class<T> kind) {
    return find(kind, "");
  }

  /** The configuration of a class that has this id; empty if the bucket has none. */
  <T extends SdkPojo> Optional<T> find(Class<T> kind, String id) {
    return Optional.ofNullable(configurations.get(slot(kind, id))).map(kind::cast);
  }

  /** The configurations of a class that have an id, sorted by it. */
  <T extends SdkPojo> List<T> all(Class<T> kind) {
    String first = kind.getName() + "/";
    String behind = kind.getName() + "0";
    return configurations.subMap(first, behind).values().stream().map(kind::cast).toList();
  }

  /** This bucket with a configuration, in place of the one of its class. */
  Bucket with(SdkPojo configuration) {
    return with("", configuration);
  }

  /** This bucket with a configuration, in place of the one of its class that has this id. */
  Bucket with(String id, SdkPojo configuration) {
    return with(configurations.plus(slot(configuration.getClass(), id), configuration));
  }

  /** This bucket without the configuration of a class. */
  Bucket without(Class<? extends SdkPojo> kind) {
    return without(kind, "");
  }

  /** This bucket without the configuration of a class that has this id. */
  Bucket without(Class<? extends SdkPojo> kind, String id) {
    return with(configurations.minus(slot(kind, id)));
  }

  private Bucket with(TreePMap<String, SdkPojo> newConfigurations) {
    return new Bucket(name, owner, region, created, newConfigurations);
  }

  private static String slot(Class<?> kind, String id) {
    return id.isEmpty() ? kind.getName() : kind.getName() + "/" + id;
  }
}
