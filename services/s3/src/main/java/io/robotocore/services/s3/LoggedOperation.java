package io.robotocore.services.s3;

import java.util.Locale;
import java.util.Map;

/**
 * An operation as access logs call it.
 *
 * @param method the HTTP method
 * @param resource what it is about
 */
record LoggedOperation(String method, String resource) {

  /** Operations that are not called by what they do to what. */
  private static final Map<String, LoggedOperation> OTHERS =
      Map.ofEntries(
          entry("AbortMultipartUpload", "DELETE", "UPLOAD"),
          entry("CompleteMultipartUpload", "POST", "UPLOAD"),
          entry("CopyObject", "COPY", "OBJECT"),
          entry("CreateBucket", "PUT", "BUCKET"),
          entry("CreateMultipartUpload", "POST", "UPLOADS"),
          entry("DeleteObjects", "POST", "MULTI_OBJECT_DELETE"),
          entry("GetBucketAcl", "GET", "ACL"),
          entry("GetBucketLogging", "GET", "LOGGING_STATUS"),
          entry("GetBucketPolicy", "GET", "BUCKETPOLICY"),
          entry("GetObjectAcl", "GET", "ACL"),
          entry("ListMultipartUploads", "GET", "UPLOADS"),
          entry("ListObjectVersions", "GET", "BUCKETVERSIONS"),
          entry("ListObjects", "GET", "BUCKET"),
          entry("ListObjectsV2", "GET", "BUCKET"),
          entry("ListParts", "GET", "UPLOAD"),
          entry("PutBucketAcl", "PUT", "ACL"),
          entry("PutBucketLogging", "PUT", "LOGGING_STATUS"),
          entry("PutBucketPolicy", "PUT", "BUCKETPOLICY"),
          entry("PutObjectAcl", "PUT", "ACL"),
          entry("RestoreObject", "POST", "RESTORE"),
          entry("SelectObjectContent", "POST", "SELECT"),
          entry("UploadPart", "PUT", "PART"),
          entry("UploadPartCopy", "COPY", "PART"));

  private static Map.Entry<String, LoggedOperation> entry(
      String operation, String method, String resource) {
    return Map.entry(operation, new LoggedOperation(method, resource));
  }

  static LoggedOperation of(String operation) {
    return OTHERS.containsKey(operation)
        ? OTHERS.getOrDefault(operation, new LoggedOperation("GET", operation))
        : regular(operation);
  }

  /** {@code GetBucketVersioning} is {@code REST.GET.VERSIONING}. */
  private static LoggedOperation regular(String operation) {
    String verb = operation.replaceFirst("^(Get|Put|Delete|Head|List|Create|Update).*", "$1");
    String rest =
        operation
            .substring(verb.length() < operation.length() ? verb.length() : 0)
            .replaceFirst("^Bucket(?=.)", "")
            .replaceFirst("(?<=.)Configurations?$", "");
    String method =
        switch (verb) {
          case "Put", "Create", "Update" -> "PUT";
          case "Delete" -> "DELETE";
          case "Head" -> "HEAD";
          default -> "GET";
        };
    return new LoggedOperation(
        method, rest.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT));
  }

  /** The name in the log. */
  String name() {
    return "REST." + method + "." + resource;
  }

  /** The query string of a request for it. */
  String query() {
    return switch (resource) {
      case "OBJECT", "BUCKET", "UPLOAD", "PART" -> "";
      case "MULTI_OBJECT_DELETE" -> "?delete";
      case "BUCKETPOLICY" -> "?policy";
      case "BUCKETVERSIONS" -> "?versions";
      case "LOGGING_STATUS" -> "?logging";
      default -> "?" + resource.replace("OBJECT_", "").replace("_", "-").toLowerCase(Locale.ROOT);
    };
  }
}
