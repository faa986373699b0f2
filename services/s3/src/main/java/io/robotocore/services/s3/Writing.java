package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** What all operations share that write objects. */
interface Writing extends Reading, Granting, Locking, Paying {

  int MAX_KEY = 1024;

  /**
   * An object without content, as a request describes it.
   *
   * @param at where it will be
   * @param in the request, in the form of a put
   */
  default StoredObject draft(Address at, PutObjectRequest in) {
    check(at.key());
    Bucket bucket = at.bucket();
    Storage storage =
        Storage.of(
            Storage.classOf(Optional.ofNullable(in.storageClassAsString()), bucket),
            Encryption.of(in, bucket, call()));
    Labels labels = Labels.of(TagSet.ofHeader(in.tagging()), grants(bucket, in), lock(bucket, in));
    return new StoredObject(
        Version.NULL,
        second(),
        ownerOfObject(bucket, in),
        Content.NOTHING,
        Headers.of(in, in.metadata()),
        storage,
        labels);
  }

  /** Refuses a key that is too long. */
  static void check(String key) {
    int length = key.getBytes(StandardCharsets.UTF_8).length;
    if (length > MAX_KEY) {
      throw ObjectError.keyTooLong(length, MAX_KEY);
    }
  }

  /** The content, whose entity tag says nothing of it if it is encrypted with keys of the user. */
  default Content sealed(Content content, Encryption encryption) {
    return encryption.hidesBytes() ? content.withEtag(call().random().hex(32)) : content;
  }

  /**
   * Writes an object, if the object that is there allows it, and tells of it.
   *
   * @param at where
   * @param object what
   * @param conditions what must be there
   * @param event what it is called in notifications
   * @return the object as it is there now
   */
  default StoredObject store(
      Address at, StoredObject object, WriteConditions conditions, String event) {
    StoredObject stored = state().atomically(() -> write(at, object, conditions));
    happened(new Change(event, at.bucket(), at.key(), stored));
    return stored;
  }

  /** Writes an object as part of a change. */
  default StoredObject write(Address at, StoredObject object, WriteConditions conditions) {
    Bucket bucket = find(at.bucket().name());
    Contents contents = contents(bucket);
    conditions.check(at.key(), contents.find(at.key()).flatMap(Versions::object));
    StoredObject stored = object.as(newVersionId(bucket), second());
    state().contents().put(bucket.name(), contents.plus(at.key(), stored));
    return stored;
  }

  /** The id of the next version of an object. */
  default String newVersionId(Bucket bucket) {
    return bucket.isVersioned() ? newId() : Version.NULL;
  }

  /** Puts into an answer what it says of an object that was written. */
  default <B extends SdkPojo> B fill(B answer, Address at, StoredObject object) {
    object.storage().encryption().fill(answer);
    LifecycleRules.of(at.bucket())
        .header(at.key(), object)
        .ifPresent(text -> Members.set(answer, "x-amz-expiration", text));
    Reading.shownId(at.bucket(), object)
        .ifPresent(id -> Members.set(answer, "x-amz-version-id", id));
    return charged(at.bucket(), answer);
  }
}
