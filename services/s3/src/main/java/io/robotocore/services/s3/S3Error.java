package io.robotocore.services.s3;

import io.robotocore.service.ErrorFields;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
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
   * @param text the code, and behind a colon the message
   * @param fields what else the answer says
   */
  static S3Exception of(S3Exception.Builder error, int status, String text, ErrorFields fields) {
    int colon = text.indexOf(": ");
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .serviceName("S3")
            .errorCode(text.substring(0, colon))
            .errorMessage(text.substring(colon + 2))
            .build();
    return (S3Exception) error.awsErrorDetails(details).statusCode(status).cause(fields).build();
  }

  /**
   * An error that the model does not name.
   *
   * @param text the code, and behind a colon the message
   * @param fields what else the answer says, by the name of the XML element
   */
  static S3Exception of(int status, String text, Map<String, String> fields) {
    return of(S3Exception.builder(), status, text, ErrorFields.of(new TreeMap<>(fields)));
  }

  static S3Exception invalidArgument(String message, Map<String, String> fields) {
    return of(400, "InvalidArgument: " + message, fields);
  }

  static S3Exception invalidRequest(String message) {
    return of(400, "InvalidRequest: " + message, Map.of());
  }

  static S3Exception malformedXml() {
    return of(
        400,
        "MalformedXML: The XML you provided was not well-formed or did not validate against our "
            + "published schema",
        Map.of());
  }

  static S3Exception accessDenied() {
    return of(403, "AccessDenied: Access Denied", Map.of());
  }

  static S3Exception unknownKey(String id) {
    return of(
        403,
        "InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.",
        Map.of("AWSAccessKeyId", id));
  }

  static S3Exception wrongSignature(String keyId, String given, String signed) {
    return of(
        403,
        "SignatureDoesNotMatch: The request signature we calculated does not match the signature "
            + "you provided. Check your key and signing method.",
        Map.of("AWSAccessKeyId", keyId, "SignatureProvided", given, "StringToSign", signed));
  }

  /**
   * Refuses a request that does not show a device for multi-factor authentication. Nobody can tell
   * whether its code is right.
   *
   * @param mfa the device's serial number and code; null if the request has none
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html">MFA
   *     delete</a>
   */
  static void checkMfa(@Nullable String mfa) {
    if (mfa == null || !mfa.strip().contains(" ")) {
      throw of(403, "AccessDenied: Mfa Authentication must be used for this request", Map.of());
    }
  }

  static S3Exception methodNotAllowed() {
    return of(
        405,
        "MethodNotAllowed: The specified method is not allowed against this resource.",
        Map.of());
  }

  static S3Exception missingHeader(String name) {
    return of(
        400,
        "MissingSecurityHeader: Your request was missing a required header",
        Map.of("MissingHeaderName", name));
  }

  static S3Exception unexpectedContent() {
    return of(400, "UnexpectedContent: This request does not support content", Map.of());
  }

  static S3Exception notImplementedHeader(String name) {
    return of(
        501,
        "NotImplemented: A header you provided implies functionality that is not implemented",
        Map.of("Header", name));
  }

  static S3Exception noSuchBucket(String name) {
    return of(
        NoSuchBucketException.builder(),
        404,
        "NoSuchBucket: The specified bucket does not exist",
        ErrorFields.of(Map.of("BucketName", name)));
  }

  static S3Exception noSuchAccessPoint(String arn) {
    return of(
        404,
        "NoSuchAccessPoint: The specified accesspoint does not exist",
        Map.of("AccessPointName", arn.replaceFirst(".*[:/]", "")));
  }

  /** Says what is wrong with the client, when the host's name begins with that of a bucket. */
  static S3Exception lostHost(String name, String bucket) {
    return of(
        NoSuchBucketException.builder(),
        404,
        ("NoSuchBucket: The specified bucket does not exist. The request was sent to a host whose "
                + "name begins with that of bucket %s: address it by path (forcePathStyle), or as "
                + "%s.localhost")
            .formatted(bucket, bucket),
        ErrorFields.of(Map.of("BucketName", name)));
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
        ErrorFields.of(Map.of("BucketName", name)));
  }

  static S3Exception bucketIsYours(String name) {
    return of(
        BucketAlreadyOwnedByYouException.builder(),
        409,
        "BucketAlreadyOwnedByYou: Your previous request to create the named bucket succeeded "
            + "and you already own it.",
        ErrorFields.of(Map.of("BucketName", name)));
  }

  static S3Exception bucketNotEmpty(Bucket bucket) {
    String versions = bucket.isVersioned() ? ". You must delete all versions in the bucket." : "";
    return of(
        409,
        "BucketNotEmpty: The bucket you tried to delete is not empty" + versions,
        Map.of("BucketName", bucket.name()));
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
        S3Exception.builder(),
        301,
        "PermanentRedirect: The bucket you are attempting to access must be addressed using the "
            + "specified endpoint. Please send all future requests to this endpoint.",
        ErrorFields.of(
                Map.of(
                    "Bucket",
                    bucket.name(),
                    "Endpoint",
                    bucket.name() + ".s3." + bucket.region() + ".amazonaws.com"))
            .headers(Map.of("x-amz-bucket-region", bucket.region())));
  }

  static S3Exception aclsNotSupported() {
    return of(400, "AccessControlListNotSupported: The bucket does not allow ACLs", Map.of());
  }

  static S3Exception malformedAcl() {
    return of(
        400,
        "MalformedACLError: The XML you provided was not well-formed or did not validate against "
            + "our published schema",
        Map.of());
  }

  static S3Exception unresolvableEmail(String address) {
    return of(
        400,
        "UnresolvableGrantByEmailAddress: The e-mail address you provided does not match any "
            + "account on record.",
        Map.of("EmailAddress", String.valueOf(address)));
  }

  static S3Exception illegalVersioning() {
    return of(
        400,
        "IllegalVersioningConfigurationException: " + "The Versioning element must be specified",
        Map.of());
  }

  static S3Exception invalidBucketState(String message) {
    return of(409, "InvalidBucketState: " + message, Map.of());
  }

  static S3Exception invalidTag(String message, String key) {
    return of(400, "InvalidTag: " + message, Map.of("TagKey", key));
  }

  static S3Exception tooManyTags(int max) {
    return max == TagSet.MAX_OF_OBJECT
        ? of(400, "BadRequest: Object tags cannot be greater than " + max, Map.of())
        : of(400, "BadRequest: Bucket tag count cannot be greater than " + max, Map.of());
  }

  static S3Exception malformedTagHeader(String header) {
    return invalidArgument(
        "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters "
            + "without tag name duplicates.",
        Map.of("ArgumentName", "x-amz-tagging", "ArgumentValue", header));
  }
}
