package io.robotocore.services.s3;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The errors of S3 that are about configurations of buckets, in its words. */
final class ConfigurationError {

  /** By the names of the SDK's classes, of which older releases lack one. */
  private static final Map<String, String> MISSING =
      Map.ofEntries(
          Map.entry(
              "GetBucketCorsResponse",
              "NoSuchCORSConfiguration: The CORS configuration does not exist"),
          Map.entry(
              "GetBucketLifecycleConfigurationResponse",
              "NoSuchLifecycleConfiguration: The lifecycle configuration does not exist"),
          Map.entry(
              "GetBucketPolicyResponse", "NoSuchBucketPolicy: The bucket policy does not exist"),
          Map.entry(
              "GetBucketWebsiteResponse",
              "NoSuchWebsiteConfiguration: The specified bucket does not have a website configuration"),
          Map.entry(
              "MetadataConfiguration",
              "MetadataConfigurationNotFound: The metadata configuration was not found"),
          Map.entry(
              "MetadataTableConfiguration",
              "MetadataConfigurationNotFound: The metadata table configuration was not found"),
          Map.entry(
              "OwnershipControls",
              "OwnershipControlsNotFoundError: The bucket ownership controls were not found"),
          Map.entry(
              "PublicAccessBlockConfiguration",
              "NoSuchPublicAccessBlockConfiguration: The public access block configuration was not found"),
          Map.entry(
              "ReplicationConfiguration",
              "ReplicationConfigurationNotFoundError: The replication configuration was not found"),
          Map.entry("Tagging", "NoSuchTagSet: The TagSet does not exist"));

  private static final String NO_SUCH =
      "NoSuchConfiguration: The specified configuration does not exist.";

  private ConfigurationError() {}

  /** A bucket has no configuration of a class. */
  static S3Exception missing(Class<? extends SdkPojo> kind, String bucket) {
    return S3Error.of(
        404, MISSING.getOrDefault(kind.getSimpleName(), NO_SUCH), Map.of("BucketName", bucket));
  }

  static S3Exception tooMany() {
    return S3Error.of(
        400,
        "TooManyConfigurations: You are attempting to create a new configuration but have already "
            + "reached the 1,000-configuration limit.",
        Map.of());
  }

  static S3Exception idMismatch() {
    return S3Error.of(
        400, "IdMismatch: Document ID does not match the specified configuration ID.", Map.of());
  }

  static S3Exception malformedPolicy(String message) {
    return S3Error.of(400, "MalformedPolicy: " + message, Map.of());
  }

  static S3Exception invalidArgument(String message, String name, String value) {
    return S3Error.invalidArgument(message, Map.of("ArgumentName", name, "ArgumentValue", value));
  }

  static S3Exception aclsThere() {
    return S3Error.of(
        400,
        "InvalidBucketAclWithObjectOwnership: Bucket cannot have ACLs set with ObjectOwnership's "
            + "BucketOwnerEnforced setting",
        Map.of());
  }

  /** S3 refuses to let itself be called by the browser's page. */
  static S3Exception crossOrigin(String message, Map<String, String> fields) {
    return S3Error.of(403, "AccessForbidden: CORSResponse: " + message, fields);
  }

  static S3Exception noLogTarget(String bucket) {
    return S3Error.of(
        400,
        "InvalidTargetBucketForLogging: The target bucket for logging does not exist",
        Map.of("TargetBucket", bucket));
  }

  static S3Exception logTargetElsewhere(Bucket source, Bucket target) {
    return S3Error.of(
        403,
        "CrossLocationLoggingProhibited: Cross S3 location logging not allowed. ",
        Map.of(
            "SourceBucketLocation", source.region(),
            "TargetBucketLocation", target.region()));
  }

  static S3Exception logTargetForeign(String bucket) {
    return S3Error.of(
        400,
        "InvalidTargetBucketForLogging: The owner for the bucket to be logged and the target "
            + "bucket must be the same.",
        Map.of("TargetBucket", bucket));
  }
}
