package io.robotocore.services.s3;

import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/**
 * What is in a bucket.
 *
 * @param keys the versions by key, sorted as listings are
 * @param uploads the multipart uploads that are not completed by key, sorted as listings are; those
 *     of a key in the order in which they were begun
 */
record Contents(TreePMap<String, Versions> keys, TreePMap<String, PVector<Upload>> uploads) {

  static final Contents NOTHING =
      new Contents(TreePMap.empty(Keys.BY_UTF8), TreePMap.empty(Keys.BY_UTF8));

  Optional<Versions> find(String key) {
    return Optional.ofNullable(keys.get(key));
  }

  /** These contents with a new version of a key, the latest from now on. */
  Contents plus(String key, Version version) {
    return with(
        key, find(key).map(there -> there.plus(version)).orElseGet(() -> Versions.of(version)));
  }

  /** These contents with other versions of a key. */
  Contents with(String key, Versions versions) {
    return new Contents(keys.plus(key, versions), uploads);
  }

  /** These contents without a version of a key. */
  Contents minus(String key, String versionId) {
    return find(key)
        .flatMap(versions -> versions.minus(versionId))
        .map(left -> with(key, left))
        .orElseGet(() -> new Contents(keys.minus(key), uploads));
  }

  /** The upload of an id. */
  Optional<Upload> upload(String key, String id) {
    return uploadsOf(key).stream().filter(upload -> upload.id().equals(id)).findFirst();
  }

  private PVector<Upload> uploadsOf(String key) {
    return uploads.getOrDefault(key, TreePVector.empty());
  }

  /** These contents with a new upload, or with another state of one. */
  Contents with(String key, Upload upload) {
    PVector<Upload> those = uploadsOf(key);
    PVector<Upload> changed =
        upload(key, upload.id())
            .map(old -> those.with(those.indexOf(old), upload))
            .orElseGet(() -> those.plus(upload));
    return new Contents(keys, uploads.plus(key, changed));
  }

  /** These contents without an upload. */
  Contents without(String key, Upload upload) {
    PVector<Upload> left = uploadsOf(key).minus(upload);
    return new Contents(keys, left.isEmpty() ? uploads.minus(key) : uploads.plus(key, left));
  }
}
