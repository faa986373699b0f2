package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Under which conditions an object is to be read or copied.
 *
 * @param ifMatch an entity tag that it must have
 * @param ifNoneMatch an entity tag that it must not have
 * @param ifModifiedSince when it must have been modified afterwards
 * @param ifUnmodifiedSince when it must not have been modified afterwards
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-reads.html">conditional
 *     reads</a>
 */
record Conditions(
    Optional<String> ifMatch,
    Optional<String> ifNoneMatch,
    Optional<Instant> ifModifiedSince,
    Optional<Instant> ifUnmodifiedSince) {

  /** Those of a request to read. */
  static Conditions of(SdkPojo request) {
    return of(request, "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since");
  }

  /** Those of a request to copy or rename, in headers whose names have a prefix. */
  static Conditions of(SdkPojo request, String prefix) {
    return of(
        request,
        prefix + "-if-match",
        prefix + "-if-none-match",
        prefix + "-if-modified-since",
        prefix + "-if-unmodified-since");
  }

  private static Conditions of(SdkPojo request, String... names) {
    return new Conditions(
        Members.find(request, names[0]).map(String.class::cast),
        Members.find(request, names[1]).map(String.class::cast),
        Members.find(request, names[2]).map(Instant.class::cast),
        Members.find(request, names[3]).map(Instant.class::cast));
  }

  /** Refuses what must not be read, with 304 when the reader has it already. */
  void checkRead(StoredObject object) {
    failure(object)
        .ifPresent(
            condition -> {
              boolean has =
                  condition.equals("If-None-Match") || condition.equals("If-Modified-Since");
              throw has
                  ? ObjectError.notModified(object)
                  : ObjectError.preconditionFailed(condition);
            });
  }

  /** Refuses what must not be copied. */
  void checkCopy(StoredObject object, String prefix) {
    failure(object)
        .ifPresent(
            condition -> {
              throw ObjectError.preconditionFailed(prefix + "-" + condition);
            });
  }

  /** The condition that an object fails, by its header's name. */
  private Optional<String> failure(StoredObject object) {
    String etag = object.content().etag();
    Instant modified = object.modified();
    if (ifMatch.isPresent()
        ? !matches(ifMatch.get(), etag)
        : ifUnmodifiedSince.filter(modified::isAfter).isPresent()) {
      return Optional.of(ifMatch.isPresent() ? "If-Match" : "If-Unmodified-Since");
    }
    if (ifNoneMatch.isPresent()
        ? matches(ifNoneMatch.get(), etag)
        : ifModifiedSince.filter(since -> !modified.isAfter(since)).isPresent()) {
      return Optional.of(ifNoneMatch.isPresent() ? "If-None-Match" : "If-Modified-Since");
    }
    return Optional.empty();
  }

  /** Whether a header's entity tags, of which there may be several, name this one. */
  static boolean matches(String header, String etag) {
    for (String part : header.split(",", -1)) {
      String tag = part.strip().replaceFirst("^W/", "");
      if (tag.equals("*") || tag.equals(etag) || tag.equals('"' + etag + '"')) {
        return true;
      }
    }
    return false;
  }
}
