package io.robotocore.services.s3;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkPojo;

/**
 * What is to be copied.
 *
 * @param bucket the bucket by name
 * @param key the object's key
 * @param versionId the version; the latest if empty
 */
record CopySource(String bucket, String key, Optional<String> versionId) {

  static final String HEADERS = "x-amz-copy-source";

  private static final Pattern FORM =
      Pattern.compile("/?([^/?]+)/(.+?)(?:\\?versionId=([^?]+))?", Pattern.DOTALL);
  private static final Pattern ACCESS_POINT =
      Pattern.compile("/?(arn:[^/]*:accesspoint/[^/]+)/object/(.+?)(?:\\?versionId=([^?]+))?");

  /** What a request names in its header, or, if it comes from within, in members of their own. */
  static CopySource of(SdkPojo request) {
    return Members.find(request, HEADERS)
        .map(header -> parse((String) header))
        .orElseGet(
            () ->
                new CopySource(
                    text(request, "SourceBucket").orElse(""),
                    text(request, "SourceKey").orElse(""),
                    text(request, "SourceVersionId")));
  }

  private static Optional<String> text(SdkPojo request, String name) {
    return Members.find(request, name).map(String.class::cast);
  }

  private static CopySource parse(String header) {
    int query = header.indexOf("?versionId=");
    String path = decode(query < 0 ? header : header.substring(0, query));
    String whole = query < 0 ? path : path + header.substring(query);
    Matcher form = ACCESS_POINT.matcher(whole);
    if (!form.matches()) {
      form = FORM.matcher(whole);
    }
    if (!form.matches()) {
      throw S3Error.invalidArgument(
          "Invalid copy source object key",
          Map.of("ArgumentName", HEADERS, "ArgumentValue", header));
    }
    return new CopySource(form.group(1), form.group(2), Optional.ofNullable(form.group(3)));
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Error.invalidArgument(
          "Invalid copy source encoding.",
          Map.of("ArgumentName", HEADERS, "ArgumentValue", encoded));
    }
  }
}
