package io.robotocore.services.s3;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * What has been attached to an object.
 *
 * @param tags its tags
 * @param grants who may do what with it; the owner alone, and everything, if there is none
 * @param lock what keeps it from being deleted
 * @param replication how far its replication is, as {@code x-amz-replication-status} says it
 */
record Labels(List<Tag> tags, List<Grant> grants, Lock lock, Optional<String> replication) {

  static final Labels NONE = new Labels(List.of(), List.of(), Lock.OPEN, Optional.empty());

  /** New labels, which are shared when there are none. */
  static Labels of(List<Tag> tags, List<Grant> grants, Lock lock) {
    Labels labels = new Labels(tags, grants, lock, Optional.empty());
    return labels.equals(NONE) ? NONE : labels;
  }

  Labels tagged(List<Tag> newTags) {
    return new Labels(newTags, grants, lock, replication);
  }

  Labels granted(List<Grant> newGrants) {
    return new Labels(tags, newGrants, lock, replication);
  }

  Labels with(Lock newLock) {
    return new Labels(tags, grants, newLock, replication);
  }

  Labels replicated(String newStatus) {
    return new Labels(tags, grants, lock, Optional.of(newStatus));
  }

  /**
   * What keeps a version of an object from being deleted.
   *
   * @param retention until when, and how strictly
   * @param legalHold whether it is kept until further notice; empty if nobody has ever said
   */
  record Lock(Optional<ObjectLockRetention> retention, Optional<Boolean> legalHold) {

    static final Lock OPEN = new Lock(Optional.empty(), Optional.empty());

    boolean isHeld() {
      return legalHold.orElse(false);
    }

    Lock with(ObjectLockRetention newRetention) {
      return new Lock(Optional.of(newRetention).filter(given -> given.mode() != null), legalHold);
    }

    Lock held(boolean hold) {
      return new Lock(retention, Optional.of(hold));
    }
  }
}
