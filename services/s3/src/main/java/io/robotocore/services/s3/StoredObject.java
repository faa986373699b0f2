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
 * @param storage how it is kept
 * @param labels what has been attached to it
 */
record StoredObject(
    String id,
    Instant modified,
    String owner,
    Content content,
    Headers headers,
    Storage storage,
    Labels labels)
    implements Version {

  /** This object as a version of its own. */
  StoredObject as(String newId, Instant now) {
    return new StoredObject(newId, now, owner, content, headers, storage, labels);
  }

  StoredObject with(Content newContent) {
    return new StoredObject(id, modified, owner, newContent, headers, storage, labels);
  }

  StoredObject with(Headers newHeaders) {
    return new StoredObject(id, modified, owner, content, newHeaders, storage, labels);
  }

  StoredObject with(Storage newStorage) {
    return new StoredObject(id, modified, owner, content, headers, newStorage, labels);
  }

  StoredObject with(Labels newLabels) {
    return new StoredObject(id, modified, owner, content, headers, storage, newLabels);
  }
}
