package io.robotocore.services.s3;

import io.robotocore.service.Members;
import io.robotocore.service.Payload;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;

/** The operations that read objects. */
interface Gets extends Reading, Paying {

  @Override
  default <T> T getObject(GetObjectRequest in, ResponseTransformer<GetObjectResponse, T> out) {
    Bucket bucket = bucket(in, "s3:GetObject");
    HeadObjectRequest head = Members.copy(in, HeadObjectRequest.builder()).build();
    StoredObject object = object(bucket, in);
    checkReadable(object);
    Optional<ByteRange> range = range(head, object);
    GetObjectResponse.Builder response =
        Members.copy(describe(bucket, head, object, range), GetObjectResponse.builder());
    tell(object.labels(), response);
    range.ifPresent(part -> response.sdkHttpResponse(partial()));
    ByteRange bytes = range.orElse(ByteRange.of(0, object.content().size()));
    return Payload.send(
        out, response.build(), object.content().blob().stream(bytes.from(), bytes.length()));
  }

  /**
   * Describes an object.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
   */
  @Override
  default HeadObjectResponse headObject(HeadObjectRequest in) {
    Bucket bucket = bucket(in, "s3:GetObject");
    StoredObject object = object(bucket, in);
    Optional<ByteRange> range = range(in, object);
    HeadObjectResponse response = describe(bucket, in, object, range);
    return range.isEmpty()
        ? response
        : (HeadObjectResponse) response.toBuilder().sdkHttpResponse(partial()).build();
  }

  private static SdkHttpResponse partial() {
    return SdkHttpResponse.builder().statusCode(206).build();
  }

  /** Refuses to read an archived object that has not been restored. */
  default void checkReadable(StoredObject object) {
    Storage storage = object.storage();
    if (storage.isArchive()
        && storage.restoration().filter(copy -> copy.isReadable(now())).isEmpty()) {
      throw ObjectError.archived(storage.storageClass());
    }
  }

  /** The bytes that are asked for; empty if all are. */
  private static Optional<ByteRange> range(HeadObjectRequest in, StoredObject object) {
    if (in.range() != null && in.partNumber() != null) {
      throw S3Error.invalidRequest(
          "Cannot specify both Range header and partNumber query parameter");
    }
    object.storage().encryption().check(in);
    Conditions.of(in).checkRead(object);
    return in.partNumber() != null
        ? Optional.of(ByteRange.ofPart(object.content(), in.partNumber()))
        : Optional.ofNullable(in.range())
            .flatMap(range -> ByteRange.parse(range, object.content().size()));
  }

  private HeadObjectResponse describe(
      Bucket bucket, HeadObjectRequest in, StoredObject object, Optional<ByteRange> range) {
    Content content = object.content();
    HeadObjectResponse.Builder response =
        HeadObjectResponse.builder()
            .acceptRanges("bytes")
            .lastModified(object.modified())
            .eTag(content.quotedEtag())
            .contentLength(range.map(ByteRange::length).orElse(content.size()))
            .metadata(object.headers().user());
    object.headers().fill(response);
    object.storage().encryption().fill(response);
    Reading.shownId(bucket, object).ifPresent(response::versionId);
    LifecycleRules.of(bucket).header(in.key(), object).ifPresent(response::expiration);
    range
        .filter(part -> part.length() > 0)
        .ifPresent(part -> response.contentRange(part.header(content.size())));
    if (in.partNumber() != null && !content.parts().isEmpty()) {
      response.partsCount(content.parts().size());
    }
    if (in.checksumMode() == ChecksumMode.ENABLED) {
      checksum(content, range).ifPresent(checksum -> checksum.fill(response));
    }
    charged(bucket, response);
    storage(object.storage(), response);
    labels(object.labels(), response);
    override(in, response);
    return response.build();
  }

  /** The checksum of all bytes, or of the part that is asked for; other ranges have none. */
  private static Optional<ObjectChecksum> checksum(Content content, Optional<ByteRange> range) {
    if (range.isEmpty()) {
      return Optional.of(content.checksum());
    }
    return range
        .get()
        .part()
        .map(
            number ->
                content.parts().isEmpty()
                    ? content.checksum()
                    : content.parts().get(number - 1).checksum());
  }

  private void storage(Storage storage, HeadObjectResponse.Builder response) {
    if (!storage.storageClass().equals(Storage.STANDARD)) {
      response.storageClass(storage.storageClass());
    }
    storage
        .restoration()
        .filter(copy -> copy.isOngoing(now()) || copy.isReadable(now()))
        .ifPresent(copy -> response.restore(copy.header(now())));
  }

  private static void labels(Labels labels, HeadObjectResponse.Builder response) {
    tell(labels, response);
    labels.replication().ifPresent(response::replicationStatus);
    labels
        .lock()
        .retention()
        .ifPresent(
            retention ->
                response
                    .objectLockMode(retention.modeAsString())
                    .objectLockRetainUntilDate(retention.retainUntilDate()));
    labels
        .lock()
        .legalHold()
        .ifPresent(
            held ->
                response.objectLockLegalHoldStatus(
                    held ? ObjectLockLegalHoldStatus.ON : ObjectLockLegalHoldStatus.OFF));
  }

  /** Tells how many tags there are, for which older SDKs have a place in one answer only. */
  private static void tell(Labels labels, SdkPojo answer) {
    if (!labels.tags().isEmpty()) {
      Members.set(answer, "x-amz-tagging-count", labels.tags().size());
    }
  }

  /** The reader may want to see other headers than the writer has written. */
  private static void override(HeadObjectRequest in, HeadObjectResponse.Builder response) {
    Optional.ofNullable(in.responseCacheControl()).ifPresent(response::cacheControl);
    Optional.ofNullable(in.responseContentDisposition()).ifPresent(response::contentDisposition);
    Optional.ofNullable(in.responseContentEncoding()).ifPresent(response::contentEncoding);
    Optional.ofNullable(in.responseContentLanguage()).ifPresent(response::contentLanguage);
    Optional.ofNullable(in.responseContentType()).ifPresent(response::contentType);
    Optional.ofNullable(in.responseExpires()).ifPresent(response::expires);
  }
}
