package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Under which conditions an object is to be written.
 *
 * @param ifMatch the entity tag that the object there must have
 * @param ifAbsent whether there must not be one
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html">conditional
 *     writes</a>
 */
record WriteConditions(Optional<String> ifMatch, boolean ifAbsent) {

  static final WriteConditions NONE = new WriteConditions(Optional.empty(), false);

  static WriteConditions of(SdkPojo request) {
    Optional<String> ifMatch = Members.find(request, "If-Match").map(String.class::cast);
    Optional<String> ifNoneMatch = Members.find(request, "If-None-Match").map(String.class::cast);
    if (ifNoneMatch.filter(value -> !value.equals("*")).isPresent()) {
      throw S3Error.notImplementedHeader("If-None-Match");
    }
    if (ifMatch.isPresent() && ifNoneMatch.isPresent()) {
      throw S3Error.notImplementedHeader("If-Match,If-None-Match");
    }
    return new WriteConditions(ifMatch, ifNoneMatch.isPresent());
  }

  /** Refuses to write to a key as it is now. */
  void check(String key, Optional<StoredObject> there) {
    if (ifAbsent && there.isPresent()) {
      throw ObjectError.preconditionFailed("If-None-Match");
    }
    if (ifMatch.isPresent()) {
      StoredObject object = there.orElseThrow(() -> ObjectError.noSuchKey(key));
      if (!Conditions.matches(ifMatch.get(), object.content().etag())) {
        throw ObjectError.preconditionFailed("If-Match");
      }
    }
  }

  /**
   * Refuses to complete an upload. An object that was there when it was begun and has been deleted
   * since is a conflict.
   */
  void check(String key, Upload upload, Optional<Versions> there) {
    Optional<StoredObject> object = there.flatMap(Versions::object);
    check(key, object);
    if (ifAbsent && upload.replaces()) {
      throw ObjectError.conditionalConflict("If-None-Match", key);
    }
  }
}
