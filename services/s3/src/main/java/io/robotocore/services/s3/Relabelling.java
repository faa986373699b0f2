package io.robotocore.services.s3;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** What all operations share that change an object without making a new version. */
interface Relabelling extends Reading {

  /**
   * Changes a version of an object in its place, and gives what has become of it.
   *
   * @param versionId the version's id; the latest if empty
   */
  default StoredObject relabel(
      Address at, Optional<String> versionId, UnaryOperator<StoredObject> change) {
    return state()
        .atomically(
            () -> {
              StoredObject changed = change.apply(object(at, versionId));
              Contents contents = contents(at.bucket());
              Versions versions = contents.find(at.key()).orElseThrow().with(changed);
              state().contents().put(at.bucket().name(), contents.with(at.key(), versions));
              return changed;
            });
  }
}
