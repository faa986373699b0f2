package io.robotocore.services.s3;

import io.robotocore.service.ErrorFields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.InvalidWriteOffsetException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectNotInActiveTierErrorException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The errors of S3 that are about objects and parts, in its words. */
final class ObjectError {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private ObjectError() {}

  static S3Exception noSuchKey(String key) {
    return noSuchKey(ErrorFields.of(Map.of("Key", key)));
  }

  /** There was an object. */
  static S3Exception deleted(String key, DeleteMarker marker) {
    return noSuchKey(ErrorFields.of(Map.of("Key", key)).headers(headers(marker)));
  }

  private static S3Exception noSuchKey(ErrorFields fields) {
    return S3Error.of(
        NoSuchKeyException.builder(), 404, "NoSuchKey: The specified key does not exist.", fields);
  }

  private static Map<String, String> headers(DeleteMarker marker) {
    return Map.of("x-amz-delete-marker", "true", "x-amz-version-id", marker.id());
  }

  /** The version that was asked for is a delete marker. */
  static S3Exception isDeleteMarker(DeleteMarker marker) {
    Map<String, String> headers = new HashMap<>(headers(marker));
    headers.put("Allow", "DELETE");
    headers.put("Last-Modified", date(marker.modified()));
    return S3Error.of(
        S3Exception.builder(),
        405,
        "MethodNotAllowed: The specified method is not allowed against this resource.",
        ErrorFields.of(Map.of("ResourceType", "DeleteMarker")).headers(headers));
  }

  static S3Exception noSuchVersion(String key, String id) {
    return S3Error.of(
        404,
        "NoSuchVersion: The specified version does not exist.",
        Map.of("Key", key, "VersionId", id));
  }

  static S3Exception invalidVersionId(String id) {
    return S3Error.invalidArgument(
        "Invalid version id specified", Map.of("ArgumentName", "versionId", "ArgumentValue", id));
  }

  static S3Exception keyTooLong(int size, int max) {
    return S3Error.of(
        400,
        "KeyTooLongError: Your key is too long",
        Map.of("Size", Integer.toString(size), "MaxSizeAllowed", Integer.toString(max)));
  }

  static S3Exception preconditionFailed(String condition) {
    return S3Error.of(
        412,
        "PreconditionFailed: At least one of the pre-conditions you specified did not hold",
        Map.of("Condition", condition));
  }

  static S3Exception conditionalConflict(String condition, String key) {
    return S3Error.of(
        409,
        "ConditionalRequestConflict: The conditional request cannot succeed due to a conflicting "
            + "operation against this resource.",
        Map.of("Condition", condition, "Key", key));
  }

  /** The reader has the object already. */
  static S3Exception notModified(StoredObject object) {
    return S3Error.of(
        S3Exception.builder(),
        304,
        "NotModified: Not Modified",
        ErrorFields.of(Map.of())
            .headers(
                Map.of(
                    "ETag", object.content().quotedEtag(),
                    "Last-Modified", date(object.modified()))));
  }

  private static String date(Instant at) {
    return DATE.format(at);
  }

  static S3Exception invalidRange(String range, long size) {
    return S3Error.of(
        416,
        "InvalidRange: The requested range is not satisfiable",
        Map.of("RangeRequested", range, "ActualObjectSize", Long.toString(size)));
  }

  static S3Exception invalidPartNumber(int number, int count) {
    return S3Error.of(
        416,
        "InvalidPartNumber: The requested partnumber is not satisfiable",
        Map.of(
            "PartNumberRequested",
            Integer.toString(number),
            "ActualPartCount",
            Integer.toString(count)));
  }

  static S3Exception wrongPartNumber(int number, int max) {
    return S3Error.invalidArgument(
        "Part number must be an integer between 1 and " + max + ", inclusive",
        Map.of("ArgumentName", "partNumber", "ArgumentValue", Integer.toString(number)));
  }

  static S3Exception invalidStorageClass(String name) {
    return S3Error.of(
        400,
        "InvalidStorageClass: The storage class you specified is not valid",
        Map.of("StorageClassRequested", name));
  }

  static S3Exception invalidRedirectLocation() {
    return S3Error.of(
        400,
        "InvalidRedirectLocation: The website redirect location must have a prefix of 'http://' or "
            + "'https://' or '/'.",
        Map.of());
  }

  static S3Exception metadataTooLarge(int size, int max) {
    return S3Error.of(
        400,
        "MetadataTooLarge: Your metadata headers exceed the maximum allowed metadata size",
        Map.of("Size", Integer.toString(size), "MaxSizeAllowed", Integer.toString(max)));
  }

  static S3Exception invalidEncryptionAlgorithm() {
    return S3Error.of(
        400,
        "InvalidEncryptionAlgorithmError: The encryption request that you specified is not valid. "
            + "Supported value: AES256.",
        Map.of());
  }

  static S3Exception badDigest(String algorithm) {
    return S3Error.of(
        400,
        "BadDigest: The " + algorithm + " you specified did not match the calculated checksum.",
        Map.of());
  }

  static S3Exception entityTooLarge(long size, long max) {
    return S3Error.of(
        400,
        "EntityTooLarge: Your proposed upload exceeds the maximum allowed size",
        Map.of("ProposedSize", Long.toString(size), "MaxSizeAllowed", Long.toString(max)));
  }

  static S3Exception entityTooSmall(Content part, long min, int number) {
    return S3Error.of(
        400,
        "EntityTooSmall: Your proposed upload is smaller than the minimum allowed size",
        Map.of(
            "ProposedSize", Long.toString(part.size()),
            "MinSizeAllowed", Long.toString(min),
            "PartNumber", Integer.toString(number),
            "ETag", part.etag()));
  }

  static S3Exception noSuchUpload(String id) {
    return S3Error.of(
        NoSuchUploadException.builder(),
        404,
        "NoSuchUpload: The specified upload does not exist. The upload ID may be invalid, or the "
            + "upload may have been aborted or completed.",
        ErrorFields.of(Map.of("UploadId", id)));
  }

  static S3Exception invalidPart(String uploadId, CompletedPart part) {
    return S3Error.of(
        400,
        "InvalidPart: One or more of the specified parts could not be found.  The part may not "
            + "have been uploaded, or the specified entity tag may not match the part's entity tag.",
        Map.of(
            "UploadId", uploadId,
            "PartNumber", part.partNumber().toString(),
            "ETag", part.eTag().replace("\"", "")));
  }

  static S3Exception invalidPartOrder(String uploadId) {
    return S3Error.of(
        400,
        "InvalidPartOrder: The list of parts was not in ascending order. "
            + "Parts must be ordered by part number.",
        Map.of("UploadId", uploadId));
  }

  static S3Exception invalidWriteOffset() {
    return S3Error.of(
        InvalidWriteOffsetException.builder(),
        400,
        "InvalidWriteOffset: The write offset value that you specified does not match the current "
            + "object size.",
        ErrorFields.of(Map.of()));
  }

  static S3Exception archived(String storageClass) {
    return S3Error.of(
        InvalidObjectStateException.builder().storageClass(storageClass),
        403,
        "InvalidObjectState: The operation is not valid for the object's storage class",
        ErrorFields.of(Map.of()));
  }

  static S3Exception notArchived(String storageClass) {
    return S3Error.of(
        403,
        "InvalidObjectState: Restore is not allowed for the object's current storage class",
        Map.of("StorageClass", storageClass));
  }

  static S3Exception restoreInProgress() {
    return S3Error.of(
        409, "RestoreAlreadyInProgress: Object restore is already in progress", Map.of());
  }

  static S3Exception notInActiveTier() {
    return S3Error.of(
        ObjectNotInActiveTierErrorException.builder(),
        403,
        "ObjectNotInActiveTierError: The source object of the COPY action is not in the active tier "
            + "and is only stored in Amazon Glacier.",
        ErrorFields.of(Map.of()));
  }

  static S3Exception locked() {
    return S3Error.of(
        403, "AccessDenied: Access Denied because object protected by object lock.", Map.of());
  }

  static S3Exception noLock() {
    return S3Error.of(
        404,
        "NoSuchObjectLockConfiguration: The specified object does not have a ObjectLock configuration",
        Map.of());
  }

  static S3Exception noLockConfiguration(String bucket) {
    return S3Error.of(
        404,
        "ObjectLockConfigurationNotFoundError: "
            + "Object Lock configuration does not exist for this bucket",
        Map.of("BucketName", bucket));
  }
}
