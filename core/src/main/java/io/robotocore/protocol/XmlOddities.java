package io.robotocore.protocol;

import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import java.util.Map;
import java.util.Set;

/**
 * What services that speak restXml do in a way of their own, and no model says. From the sample
 * answers of AWS's API references.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html">Amazon S3 API</a>
 */
final class XmlOddities {

  private static final String S3 = "s3";

  /** The namespace of answers by service; models tell only that of requests. */
  private static final Map<String, String> NAMESPACES =
      Map.of(
          S3,
          "http://s3.amazonaws.com/doc/2006-03-01/",
          "s3control",
          "http://awss3control.amazonaws.com/doc/2018-08-20/",
          "cloudfront",
          "http://cloudfront.amazonaws.com/doc/2020-05-31/",
          "route53",
          "https://route53.amazonaws.com/doc/2013-04-01/");

  /** S3's root elements by operation, where they are not called as the shape of the output. */
  private static final Map<String, String> S3_ROOTS =
      Map.ofEntries(
          Map.entry("CompleteMultipartUpload", "CompleteMultipartUploadResult"),
          Map.entry("CreateMultipartUpload", "InitiateMultipartUploadResult"),
          Map.entry("CreateSession", "CreateSessionResult"),
          Map.entry("DeleteObjects", "DeleteResult"),
          Map.entry("GetBucketAccelerateConfiguration", "AccelerateConfiguration"),
          Map.entry("GetBucketAcl", "AccessControlPolicy"),
          Map.entry("GetBucketCors", "CORSConfiguration"),
          Map.entry("GetBucketLifecycle", "LifecycleConfiguration"),
          Map.entry("GetBucketLifecycleConfiguration", "LifecycleConfiguration"),
          Map.entry("GetBucketLocation", "LocationConstraint"),
          Map.entry("GetBucketLogging", "BucketLoggingStatus"),
          Map.entry("GetBucketNotification", "NotificationConfiguration"),
          Map.entry("GetBucketNotificationConfiguration", "NotificationConfiguration"),
          Map.entry("GetBucketRequestPayment", "RequestPaymentConfiguration"),
          Map.entry("GetBucketTagging", "Tagging"),
          Map.entry("GetBucketVersioning", "VersioningConfiguration"),
          Map.entry("GetBucketWebsite", "WebsiteConfiguration"),
          Map.entry("GetObjectAcl", "AccessControlPolicy"),
          Map.entry("GetObjectAttributes", "GetObjectAttributesResponse"),
          Map.entry("GetObjectTagging", "Tagging"),
          Map.entry("ListBucketAnalyticsConfigurations", "ListBucketAnalyticsConfigurationResult"),
          Map.entry("ListBucketInventoryConfigurations", "ListInventoryConfigurationsResult"),
          Map.entry("ListBucketMetricsConfigurations", "ListMetricsConfigurationsResult"),
          Map.entry("ListBuckets", "ListAllMyBucketsResult"),
          Map.entry("ListDirectoryBuckets", "ListAllMyDirectoryBucketsResult"),
          Map.entry("ListMultipartUploads", "ListMultipartUploadsResult"),
          Map.entry("ListObjectVersions", "ListVersionsResult"),
          Map.entry("ListObjects", "ListBucketResult"),
          Map.entry("ListObjectsV2", "ListBucketResult"),
          Map.entry("ListParts", "ListPartsResult"));

  /** S3's operations whose root element holds the output's only member as text. */
  private static final Set<String> S3_UNWRAPPED = Set.of("GetBucketLocation");

  private static final Set<String> TWO_REQUEST_IDS = Set.of(S3, "s3control");

  private XmlOddities() {}

  /**
   * Whether this is S3, whose errors stand alone, without a namespace and without a frame.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error
   *     responses</a>
   */
  static boolean isS3(ServiceModel service) {
    return service.id().equals(S3);
  }

  /** Whether requests have a second id, {@code x-amz-id-2}, and the first by another name. */
  static boolean hasTwoRequestIds(ServiceModel service) {
    return TWO_REQUEST_IDS.contains(service.id());
  }

  /** The namespace of answers; empty if they have none. */
  static String namespace(ServiceModel service) {
    return NAMESPACES.getOrDefault(service.id(), service.xmlNamespace().orElse(""));
  }

  /** The root element of an operation's answer. */
  static String root(OperationModel operation) {
    String usual = operation.outputLocationName().orElse(operation.output().name());
    return isS3(operation.service()) ? S3_ROOTS.getOrDefault(operation.name(), usual) : usual;
  }

  /** Whether the root element holds the output's only member as text. */
  static boolean isUnwrapped(OperationModel operation) {
    return isS3(operation.service()) && S3_UNWRAPPED.contains(operation.name());
  }
}
