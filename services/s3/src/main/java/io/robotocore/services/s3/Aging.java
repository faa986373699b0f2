package io.robotocore.services.s3;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionExpiration;
import software.amazon.awssdk.services.s3.model.NoncurrentVersionTransition;
import software.amazon.awssdk.services.s3.model.Transition;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/**
 * Does to objects what their bucket's lifecycle rules say.
 *
 * @param s3 the bucket's service
 * @param rules the rules
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html">managing
 *     the lifecycle of objects</a>
 */
record Aging(Lifecycles s3, LifecycleRules rules) {

  /** The storage classes from the one that is left first to the last. */
  private static final List<String> DOWNWARD =
      List.of(
          "STANDARD",
          "REDUCED_REDUNDANCY",
          "STANDARD_IA",
          "INTELLIGENT_TIERING",
          "ONEZONE_IA",
          "GLACIER_IR",
          "GLACIER",
          "DEEP_ARCHIVE");

  private static final Set<String> OF_ANY_SIZE = Set.of("GLACIER", "DEEP_ARCHIVE");
  private static final long SMALL = 128 * 1024;

  /** Does what is due with a key. */
  void age(String bucketName, String key) {
    List<Change> changes =
        s3.state()
            .atomically(
                () -> {
                  Bucket bucket = s3.find(bucketName);
                  Night night = new Night(bucket, key, s3.contents(bucket));
                  ageOlder(night);
                  night.versions().ifPresent(versions -> ageCurrent(night, versions));
                  s3.state().contents().put(bucketName, night.contents);
                  return night.changes;
                });
    changes.forEach(s3::happened);
  }

  private void ageCurrent(Night night, Versions versions) {
    if (versions.current() instanceof StoredObject object) {
      boolean over =
          rules
              .about(night.key, object)
              .anyMatch(rule -> LifecycleRules.end(rule, object).filter(this::isOver).isPresent());
      if (over) {
        expire(night, object);
      } else {
        rules
            .about(night.key, object)
            .flatMap(
                rule ->
                    rule.transitions().stream()
                        .filter(
                            move ->
                                isDue(move, object)
                                    && fits(rule, move.storageClassAsString(), object))
                        .map(Transition::storageClassAsString))
            .reduce(Aging::lower)
            .ifPresent(storageClass -> move(night, object, storageClass));
      }
    } else if (versions.older().isEmpty() && isMarkerOver(night.key, versions.current())) {
      night.drop(versions.current(), "LifecycleExpiration:Delete");
    }
  }

  private boolean isOver(Instant end) {
    return !end.isAfter(s3.now());
  }

  private boolean isDue(Transition move, StoredObject object) {
    return isOver(
        Optional.ofNullable(move.date())
            .orElseGet(() -> Restoration.expiry(object.modified(), move.days())));
  }

  /** Small objects do not move, as it would cost more than it saves. */
  private boolean fits(LifecycleRule rule, String storageClass, StoredObject object) {
    return object.content().size() >= SMALL
        || LifecycleRules.filter(rule).limitsSize()
        || (rules.anySize() && OF_ANY_SIZE.contains(storageClass));
  }

  private static String lower(String one, String other) {
    return DOWNWARD.indexOf(one) > DOWNWARD.indexOf(other) ? one : other;
  }

  private void move(Night night, StoredObject object, String storageClass) {
    if (DOWNWARD.indexOf(storageClass) > DOWNWARD.indexOf(object.storage().storageClass())) {
      StoredObject moved = object.with(Storage.of(storageClass, object.storage().encryption()));
      night.replace(moved, "LifecycleTransition");
    }
  }

  private void expire(Night night, StoredObject object) {
    if (night.bucket.find(VersioningConfiguration.class).isPresent()) {
      String id = night.bucket.isVersioned() ? s3.newId() : Version.NULL;
      night.add(
          new DeleteMarker(id, s3.second(), night.bucket.owner()),
          "LifecycleExpiration:DeleteMarkerCreated");
    } else {
      night.drop(object, "LifecycleExpiration:Delete");
    }
  }

  /** A delete marker that is left alone goes with what it has deleted. */
  private boolean isMarkerOver(String key, Version marker) {
    return rules.enabled().stream()
        .filter(rule -> key.startsWith(LifecycleRules.filter(rule).prefix()))
        .flatMap(rule -> Optional.ofNullable(rule.expiration()).stream())
        .anyMatch(
            expiration ->
                Boolean.TRUE.equals(expiration.expiredObjectDeleteMarker())
                    || (expiration.days() != null
                        && isOver(Restoration.expiry(marker.modified(), expiration.days()))));
  }

  private void ageOlder(Night night) {
    List<Version> all = night.versions().map(Versions::all).orElse(List.of());
    for (int i = 1; i < all.size(); i++) {
      Noncurrent version = new Noncurrent(all.get(i), all.get(i - 1).modified(), i - 1);
      if (isOver(night.key, version)) {
        if (!s3.isLocked(version.version, false)) {
          night.drop(version.version, "LifecycleExpiration:Delete");
        }
      } else if (version.version instanceof StoredObject object) {
        rules
            .about(night.key, object)
            .flatMap(rule -> moves(rule, version, object))
            .reduce(Aging::lower)
            .ifPresent(storageClass -> move(night, object, storageClass));
      }
    }
  }

  private boolean isOver(String key, Noncurrent version) {
    Stream<LifecycleRule> about =
        version.version instanceof StoredObject object
            ? rules.about(key, object)
            : rules.enabled().stream()
                .filter(rule -> key.startsWith(LifecycleRules.filter(rule).prefix()));
    return about
        .flatMap(rule -> Optional.ofNullable(rule.noncurrentVersionExpiration()).stream())
        .anyMatch(
            expiration ->
                isDue(
                    version,
                    expiration,
                    NoncurrentVersionExpiration::noncurrentDays,
                    NoncurrentVersionExpiration::newerNoncurrentVersions));
  }

  private Stream<String> moves(LifecycleRule rule, Noncurrent version, StoredObject object) {
    return rule.noncurrentVersionTransitions().stream()
        .filter(
            move ->
                isDue(
                    version,
                    move,
                    NoncurrentVersionTransition::noncurrentDays,
                    NoncurrentVersionTransition::newerNoncurrentVersions))
        .map(NoncurrentVersionTransition::storageClassAsString)
        .filter(storageClass -> fits(rule, storageClass, object));
  }

  private <T> boolean isDue(
      Noncurrent version,
      T action,
      Function<T, Integer> days,
      Function<T, @Nullable Integer> newer) {
    @Nullable Integer kept = newer.apply(action);
    return isOver(Restoration.expiry(version.since, days.apply(action)))
        && (kept == null || version.newer >= kept);
  }

  /** Gives up uploads of a key that were begun long ago. */
  void abort(String bucketName, String key) {
    s3.state()
        .run(
            () -> {
              Contents contents = s3.contents(s3.find(bucketName));
              for (Upload upload : contents.uploads().getOrDefault(key, TreePVector.empty())) {
                if (isAbandoned(key, upload)) {
                  contents = contents.without(key, upload);
                }
              }
              s3.state().contents().put(bucketName, contents);
            });
  }

  private boolean isAbandoned(String key, Upload upload) {
    return rules.abortion(key, upload.initiated()).filter(end -> isOver(end.at())).isPresent();
  }

  /**
   * A version that is not the latest.
   *
   * @param since since when
   * @param newer how many others are newer and not the latest either
   */
  private record Noncurrent(Version version, Instant since, int newer) {}

  /** What becomes of a key in one night. */
  private static final class Night {
    private final Bucket bucket;
    private final String key;
    private final List<Change> changes = new ArrayList<>();
    private Contents contents;

    private Night(Bucket bucket, String key, Contents contents) {
      this.bucket = bucket;
      this.key = key;
      this.contents = contents;
    }

    private Optional<Versions> versions() {
      return contents.find(key);
    }

    private void drop(Version version, String event) {
      contents = contents.minus(key, version.id());
      changes.add(new Change(event, bucket, key, version));
    }

    private void add(Version version, String event) {
      contents = contents.plus(key, version);
      changes.add(new Change(event, bucket, key, version));
    }

    private void replace(Version version, String event) {
      contents = contents.with(key, contents.find(key).orElseThrow().with(version));
      changes.add(new Change(event, bucket, key, version));
    }
  }
}
