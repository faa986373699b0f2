package io.robotocore.services.s3;

import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The errors of S3, in its words.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">error
 *     responses</a>
 */
final class S3Error {

  private S3Error() {}

  /**
   * An error.
   *
   * @param error the exception that the model has for it
   * @param status the HTTP status
   * @param code the code, and behind a colon the message
   * @param fields what else the answer says, by the name of the XML element
   */
  private static S3Exception of(
      S3Exception.Builder error, int status, String code, Map<String, String> fields) {
    int colon = code.indexOf(": ");
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .serviceName("S3")
            .errorCode(code.substring(0, colon))
            .errorMessage(code.substring(colon + 2))
            .build();
    return (S3Exception) error.awsErrorDetails(details).statusCode(status).build();
  }

  /** An error that the model does not name. */
  static S3Exception of(int status, String code, Map<String, String> fields) {
    return of(S3Exception.builder(), status, code, fields);
  }

  static S3Exception accessDenied() {
    return of(403, "AccessDenied: Access Denied", Map.of());
  }

  static S3Exception noSuchBucket(String name) {
    return of(
        NoSuchBucketException.builder(),
        404,
        "NoSuchBucket: The specified bucket does not exist",
        Map.of("BucketName", name));
  }

  static S3Exception invalidBucketName(String name) {
    return of(
        400, "InvalidBucketName: The specified bucket is not valid.", Map.of("BucketName", name));
  }

  static S3Exception bucketExists(String name) {
    return of(
        BucketAlreadyExistsException.builder(),
        409,
        "BucketAlreadyExists: The requested bucket name is not available. "
            + "The bucket namespace is shared by all users of the system. "
            + "Please select a different name and try again.",
        Map.of("BucketName", name));
  }

  static S3Exception bucketIsYours(String name) {
    return of(
        BucketAlreadyOwnedByYouException.builder(),
        409,
        "BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded "
            + "and you already own it.",
        Map.of("BucketName", name));
  }

  static S3Exception bucketNotEmpty(String name) {
    return of(
        409,
        "BucketNotEmpty: The bucket you tried to delete is not empty",
        Map.of("BucketName", name));
  }

  static S3Exception illegalLocation(String constraint) {
    return of(
        400,
        "IllegalLocationConstraintException: The "
            + constraint
            + " location constraint is incompatible for the region specific endpoint "
            + "this request was sent to.",
        Map.of());
  }

  static S3Exception invalidLocation(String constraint) {
    return of(
        400,
        "InvalidLocationConstraint: The specified location-constraint is not valid",
        Map.of("LocationConstraint", constraint));
  }

  static S3Exception permanentRedirect(Bucket bucket) {
    return of(
        301,
        "PermanentRedirect: The bucket you are attempting to access must be addressed using the "
            + "specified endpoint. Please send all future requests to this endpoint.",
        Map.of(
            "Bucket",
            bucket.name(),
            "Endpoint",
            bucket.name() + ".s3." + bucket.region() + ".amazonaws.com"));
  }

  static S3Exception noSuchKey(String key) {
    return of(
        NoSuchKeyException.builder(),
        404,
        "NoSuchKey: The specified key does not exist.",
        Map.of("Key", key));
  }
}
