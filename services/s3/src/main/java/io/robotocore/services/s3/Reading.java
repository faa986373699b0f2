package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.S3Request;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** What all operations share that look for an object. */
interface Reading extends S3View {

  /** The object that a request names by {@code Key} and perhaps {@code VersionId}. */
  default StoredObject object(Bucket bucket, S3Request in) {
    String key = Members.find(in, "Key").map(String.class::cast).orElse("");
    return object(new Address(bucket, key), Members.find(in, "versionId").map(String.class::cast));
  }

  /** The object of a key, the latest version or that of an id. */
  default StoredObject object(Address at, Optional<String> versionId) {
    Version version = versionId.isPresent() ? version(at, versionId.get()) : latest(at);
    if (version instanceof StoredObject object) {
      return object;
    }
    DeleteMarker marker = (DeleteMarker) version;
    throw versionId.isPresent()
        ? ObjectError.isDeleteMarker(marker)
        : ObjectError.deleted(at.key(), marker);
  }

  private Version latest(Address at) {
    return contents(at.bucket())
        .find(at.key())
        .map(Versions::current)
        .orElseThrow(
            () -> mayList(at.bucket()) ? ObjectError.noSuchKey(at.key()) : S3Error.accessDenied());
  }

  /**
   * Whether the caller may know which objects there are not.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">permissions
   *     of GetObject</a>
   */
  private boolean mayList(Bucket bucket) {
    ListObjectsV2Request list =
        ListObjectsV2Request.builder()
            .bucket(bucket.name())
            .requestPayer(RequestPayer.REQUESTER)
            .build();
    return refusal(bucket, Asked.of("s3:ListBucket", list)).isEmpty();
  }

  /** The version of an id, which may be a delete marker. */
  default Version version(Address at, String id) {
    return contents(at.bucket())
        .find(at.key())
        .flatMap(versions -> versions.find(id))
        .orElseThrow(() -> ObjectError.noSuchVersion(at.key(), id));
  }

  /** What an answer says of a version: nothing where there has never been versioning. */
  static Optional<String> shownId(Bucket bucket, Version version) {
    return version.id().equals(Version.NULL) && bucket.find(VersioningConfiguration.class).isEmpty()
        ? Optional.empty()
        : Optional.of(version.id());
  }
}
