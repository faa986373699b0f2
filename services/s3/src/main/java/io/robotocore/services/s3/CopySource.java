package io.robotocore.services.s3;

import io.robotocore.service.Members;
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

  private static final String VERSION = "?versionId=";
  private static final Pattern ACCESS_POINT =
      Pattern.compile("/?(arn:[^/]*:accesspoint/[^/]+)/object/(.+)", Pattern.DOTALL);
  private static final Pattern FORM = Pattern.compile("/?([^/]+)/(.+)", Pattern.DOTALL);

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
    int query = header.indexOf(VERSION);
    String path = decode(query < 0 ? header : header.substring(0, query));
    Optional<String> version =
        query < 0
            ? Optional.empty()
            : Optional.of(decode(header.substring(query + VERSION.length())));
    Matcher accessPoint = ACCESS_POINT.matcher(path);
    Matcher form = accessPoint.matches() ? accessPoint : FORM.matcher(path);
    if (!accessPoint.matches() && !form.matches()) {
      throw S3Error.invalidArgument(
          "Invalid copy source object key",
          Map.of("ArgumentName", HEADERS, "ArgumentValue", header));
    }
    return new CopySource(form.group(1), form.group(2), version);
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
