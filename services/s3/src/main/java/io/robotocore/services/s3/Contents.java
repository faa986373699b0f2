package io.robotocore.services.s3;

import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What is in a bucket.
 *
 * @param keys the versions by key, sorted as listings are
 */
record Contents(TreePMap<String, Versions> keys) {

  static final Contents NOTHING = new Contents(TreePMap.empty(Keys.BY_UTF8));

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
    return new Contents(keys.plus(key, versions));
  }

  /** These contents without a key. */
  Contents without(String key) {
    return new Contents(keys.minus(key));
  }
}
