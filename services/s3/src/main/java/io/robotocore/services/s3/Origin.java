package io.robotocore.services.s3;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;

/**
 * The page from which a browser makes a request, or asks whether it may.
 *
 * @param name the site that the page is of, as the browser says it
 * @param method what the page wants to do
 * @param headers which headers it wants to send, in lower case
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html">using CORS</a>
 */
record Origin(String name, String method, List<String> headers) {

  private static final String WANTED_METHOD = "Access-Control-Request-Method";
  private static final String WANTED_HEADERS = "Access-Control-Request-Headers";
  private static final String NOT_ALLOWED =
      "This CORS request is not allowed. This is usually because the evalution of Origin, request "
          + "method / Access-Control-Request-Method or Access-Control-Request-Headers are not "
          + "whitelisted by the resource's CORS spec.";

  /** Who asks before the request itself. */
  static Origin asking(SdkHttpFullRequest request) {
    String name =
        request
            .firstMatchingHeader("Origin")
            .orElseThrow(
                () ->
                    S3Error.of(
                        400,
                        "BadRequest: Insufficient information. Origin request header needed.",
                        Map.of()));
    String method = request.firstMatchingHeader(WANTED_METHOD).orElse("null");
    if (!CrossOrigin.METHODS.contains(method)) {
      throw S3Error.of(
          400, "BadRequest: Invalid Access-Control-Request-Method: " + method, Map.of());
    }
    return new Origin(name, method, wanted(request));
  }

  private static List<String> wanted(SdkHttpFullRequest request) {
    return request
        .firstMatchingHeader(WANTED_HEADERS)
        .map(
            text ->
                Arrays.stream(text.split(","))
                    .map(header -> header.strip().toLowerCase(Locale.ROOT))
                    .filter(header -> !header.isEmpty())
                    .toList())
        .orElse(List.of());
  }

  /** Who makes a request. */
  static Origin of(SdkHttpFullRequest request) {
    return new Origin(
        request.firstMatchingHeader("Origin").orElse(""), request.method().name(), List.of());
  }

  /**
   * What the browser is told that asks.
   *
   * @param bucket the bucket; empty if there is none
   * @param resource whether it is about a {@code BUCKET} or an {@code OBJECT}
   */
  Map<String, String> allowance(Optional<Bucket> bucket, String resource) {
    Map<String, String> fields = Map.of("Method", method, "ResourceType", resource);
    List<CORSRule> rules =
        bucket
            .orElseThrow(() -> ConfigurationError.crossOrigin("Bucket not found", fields))
            .find(GetBucketCorsResponse.class)
            .map(GetBucketCorsResponse::corsRules)
            .orElseThrow(
                () ->
                    ConfigurationError.crossOrigin("CORS is not enabled for this bucket.", fields));
    return allowance(rules).orElseThrow(() -> ConfigurationError.crossOrigin(NOT_ALLOWED, fields));
  }

  /** What a browser is told by the first rule that fits; empty if none does. */
  Optional<Map<String, String>> allowance(List<CORSRule> rules) {
    return rules.stream().filter(this::fits).findFirst().map(this::headers);
  }

  private boolean fits(CORSRule rule) {
    return rule.allowedOrigins().stream().anyMatch(pattern -> matches(pattern, name))
        && rule.allowedMethods().contains(method)
        && headers.stream()
            .allMatch(
                header ->
                    rule.allowedHeaders().stream()
                        .anyMatch(pattern -> matches(pattern.toLowerCase(Locale.ROOT), header)));
  }

  private static boolean matches(String pattern, String text) {
    int star = pattern.indexOf('*');
    return star < 0
        ? pattern.equals(text)
        : text.length() >= pattern.length() - 1
            && text.startsWith(pattern.substring(0, star))
            && text.endsWith(pattern.substring(star + 1));
  }

  private Map<String, String> headers(CORSRule rule) {
    boolean anybody = rule.allowedOrigins().contains("*");
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("Access-Control-Allow-Origin", anybody ? "*" : name);
    answer.put("Access-Control-Allow-Methods", String.join(", ", rule.allowedMethods()));
    if (!headers.isEmpty()) {
      answer.put("Access-Control-Allow-Headers", String.join(", ", headers));
    }
    if (!rule.exposeHeaders().isEmpty()) {
      answer.put("Access-Control-Expose-Headers", String.join(", ", rule.exposeHeaders()));
    }
    Optional.ofNullable(rule.maxAgeSeconds())
        .ifPresent(age -> answer.put("Access-Control-Max-Age", age.toString()));
    if (!anybody) {
      answer.put("Access-Control-Allow-Credentials", "true");
    }
    answer.put("Vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    return answer;
  }
}
