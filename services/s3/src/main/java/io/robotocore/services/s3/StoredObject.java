package io.robotocore.services.s3;

import java.time.Instant;

/**
 * A version that is an object.
 *
 * @param id the version's id
 * @param modified when it came about
 * @param owner the account that it belongs to: twelve digits
 * @param content its bytes
 * @param headers what its reader is told of it
 */
record StoredObject(String id, Instant modified, String owner, Content content, Headers headers)
    implements Version {

  /** This object as a version of its own. */
  StoredObject as(String newId, Instant now) {
    return new StoredObject(newId, now, owner, content, headers);
  }
}
