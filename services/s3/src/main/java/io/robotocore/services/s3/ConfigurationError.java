package io.robotocore.services.s3;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.MetadataConfiguration;
import software.amazon.awssdk.services.s3.model.MetadataTableConfiguration;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ReplicationConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tagging;

/** The errors of S3 that are about configurations of buckets, in its words. */
final class ConfigurationError {

  private static final Map<Class<? extends SdkPojo>, String> MISSING =
      Map.ofEntries(
          Map.entry(
              GetBucketCorsResponse.class,
              "NoSuchCORSConfiguration: The CORS configuration does not exist"),
          Map.entry(
              GetBucketLifecycleConfigurationResponse.class,
              "NoSuchLifecycleConfiguration: The lifecycle configuration does not exist"),
          Map.entry(
              GetBucketPolicyResponse.class,
              "NoSuchBucketPolicy: The bucket policy does not exist"),
          Map.entry(
              GetBucketWebsiteResponse.class,
              "NoSuchWebsiteConfiguration: The specified bucket does not have a website configuration"),
          Map.entry(
              MetadataConfiguration.class,
              "MetadataConfigurationNotFound: The metadata configuration was not found"),
          Map.entry(
              MetadataTableConfiguration.class,
              "MetadataConfigurationNotFound: The metadata table configuration was not found"),
          Map.entry(
              OwnershipControls.class,
              "OwnershipControlsNotFoundError: The bucket ownership controls were not found"),
          Map.entry(
              PublicAccessBlockConfiguration.class,
              "NoSuchPublicAccessBlockConfiguration: The public access block configuration was not found"),
          Map.entry(
              ReplicationConfiguration.class,
              "ReplicationConfigurationNotFoundError: The replication configuration was not found"),
          Map.entry(Tagging.class, "NoSuchTagSet: The TagSet does not exist"));

  private static final String NO_SUCH =
      "NoSuchConfiguration: The specified configuration does not exist.";

  private ConfigurationError() {}

  /** A bucket has no configuration of a class. */
  static S3Exception missing(Class<? extends SdkPojo> kind, String bucket) {
    return S3Error.of(404, MISSING.getOrDefault(kind, NO_SUCH), Map.of("BucketName", bucket));
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
