package io.robotocore.services.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.VersioningConfiguration;

/** The operations that delete objects. */
interface Deletes extends Writing {

  int MAX_DELETES = 1_000;

  /**
   * Deletes an object. Where there are versions, what is deleted without naming one stays behind a
   * delete marker.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html">DeleteObject</a>
   */
  @Override
  default DeleteObjectResponse deleteObject(DeleteObjectRequest in) {
    Bucket bucket =
        bucket(in, in.versionId() == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion");
    if (in.versionId() != null && bucket.needsMfa()) {
      S3Error.checkMfa(in.mfa());
    }
    ObjectIdentifier which =
        ObjectIdentifier.builder()
            .key(in.key())
            .versionId(in.versionId())
            .eTag(in.ifMatch())
            .lastModifiedTime(in.ifMatchLastModifiedTime())
            .size(in.ifMatchSize())
            .build();
    Deleted deleted = delete(bucket, which, Boolean.TRUE.equals(in.bypassGovernanceRetention()));
    DeleteObjectResponse.Builder response = DeleteObjectResponse.builder();
    deleted.shownId.ifPresent(response::versionId);
    if (deleted.marker) {
      response.deleteMarker(true);
    }
    return charged(bucket, response).build();
  }

  /**
   * Deletes up to a thousand objects. What cannot be deleted is told; the others are gone.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">DeleteObjects</a>
   */
  @Override
  default DeleteObjectsResponse deleteObjects(DeleteObjectsRequest in) {
    Bucket bucket = bucket(in, "s3:DeleteObject");
    List<ObjectIdentifier> objects = in.delete().objects();
    if (objects.isEmpty() || objects.size() > MAX_DELETES) {
      throw S3Error.malformedXml();
    }
    if (bucket.needsMfa() && objects.stream().anyMatch(which -> which.versionId() != null)) {
      S3Error.checkMfa(in.mfa());
    }
    boolean bypass = Boolean.TRUE.equals(in.bypassGovernanceRetention());
    List<DeletedObject> deleted = new ArrayList<>();
    List<software.amazon.awssdk.services.s3.model.S3Error> errors = new ArrayList<>();
    for (ObjectIdentifier which : objects) {
      try {
        deleted.add(tell(which, delete(bucket, which, bypass)));
      } catch (S3Exception e) {
        errors.add(
            software.amazon.awssdk.services.s3.model.S3Error.builder()
                .key(which.key())
                .versionId(which.versionId())
                .code(e.awsErrorDetails().errorCode())
                .message(e.awsErrorDetails().errorMessage())
                .build());
      }
    }
    return charged(bucket, DeleteObjectsResponse.builder())
        .deleted(Boolean.TRUE.equals(in.delete().quiet()) ? List.of() : deleted)
        .errors(errors)
        .build();
  }

  private static DeletedObject tell(ObjectIdentifier which, Deleted deleted) {
    DeletedObject.Builder told =
        DeletedObject.builder().key(which.key()).versionId(which.versionId());
    if (deleted.marker) {
      told.deleteMarker(true);
      deleted.shownId.ifPresent(told::deleteMarkerVersionId);
    }
    return told.build();
  }

  /**
   * Deletes an object or a version.
   *
   * @param which its key, perhaps a version, and what it must be like
   * @param bypass whether a retention in governance mode does not count
   */
  default Deleted delete(Bucket bucket, ObjectIdentifier which, boolean bypass) {
    Address at = new Address(bucket, which.key());
    Writing.check(at.key());
    Removal removal =
        state()
            .atomically(
                () -> {
                  Contents contents = contents(bucket);
                  check(which, contents.find(at.key()));
                  Removal made =
                      which.versionId() == null
                          ? removeLatest(at, contents)
                          : removeVersion(at, contents, which.versionId(), bypass);
                  state().contents().put(bucket.name(), made.contents);
                  return made;
                });
    removal.change.ifPresent(this::happened);
    return removal.deleted;
  }

  private static void check(ObjectIdentifier which, Optional<Versions> versions) {
    Optional<StoredObject> there =
        versions
            .flatMap(
                all ->
                    which.versionId() == null
                        ? Optional.of(all.current())
                        : all.find(which.versionId()))
            .filter(StoredObject.class::isInstance)
            .map(StoredObject.class::cast);
    if (there.isEmpty()) {
      return;
    }
    StoredObject object = there.get();
    boolean fits =
        (which.eTag() == null || Conditions.matches(which.eTag(), object.content().etag()))
            && (which.size() == null || which.size() == object.content().size())
            && (which.lastModifiedTime() == null
                || which.lastModifiedTime().getEpochSecond() == object.modified().getEpochSecond());
    if (!fits) {
      throw ObjectError.preconditionFailed(which.eTag() == null ? "If-Match-Size" : "If-Match");
    }
  }

  private Removal removeLatest(Address at, Contents contents) {
    Bucket bucket = find(at.bucket().name());
    if (bucket.find(VersioningConfiguration.class).isEmpty()) {
      return new Removal(
          contents.minus(at.key(), Version.NULL),
          new Deleted(Optional.empty(), false),
          contents
              .find(at.key())
              .map(gone -> new Change("ObjectRemoved:Delete", bucket, at.key(), gone.current())));
    }
    DeleteMarker marker = new DeleteMarker(newVersionId(bucket), second(), call().account());
    return new Removal(
        contents.plus(at.key(), marker),
        new Deleted(Optional.of(marker.id()), true),
        Optional.of(new Change("ObjectRemoved:DeleteMarkerCreated", bucket, at.key(), marker)));
  }

  private Removal removeVersion(Address at, Contents contents, String id, boolean bypass) {
    Optional<Version> version = contents.find(at.key()).flatMap(all -> all.find(id));
    version.ifPresent(there -> checkUnlocked(there, bypass));
    return new Removal(
        version.isPresent() ? contents.minus(at.key(), id) : contents,
        new Deleted(Optional.of(id), version.filter(DeleteMarker.class::isInstance).isPresent()),
        version.map(gone -> new Change("ObjectRemoved:Delete", at.bucket(), at.key(), gone)));
  }

  /**
   * What is said of a deletion.
   *
   * @param shownId the version that is gone, or the delete marker that has come
   * @param marker whether it is about a delete marker
   */
  record Deleted(Optional<String> shownId, boolean marker) {}

  /** What becomes of a bucket when something is deleted. */
  record Removal(Contents contents, Deleted deleted, Optional<Change> change) {}
}
