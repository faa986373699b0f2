package io.robotocore.model;

import io.robotocore.wire.Body;
import io.robotocore.wire.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who signed a request, and for what. Whether the signature is right is not asked.
 *
 * <p>A signature of version 2 names only the access key, and one of version 4a, which is good for
 * several regions, names the first of them: the rest is empty.
 *
 * @param accessKeyId the access key
 * @param date the day, as {@code 20150830}
 * @param region the region
 * @param service the signing name of the service
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html">Elements
 *     of an AWS API request signature</a>
 */
public record SigningScope(String accessKeyId, String date, String region, String service) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String TERMINATOR = "/aws4_request";

  /**
   * What the request's {@code Authorization} header or presigned query string says; empty when it
   * makes no sense.
   */
  public static Optional<SigningScope> of(HttpRequest request) {
    String authorization = request.headers().firstOr("Authorization", "");
    if (!authorization.isEmpty()) {
      return ofHeader(authorization, request);
    }
    Optional<SigningScope> ofQuery =
        request.query().isEmpty()
            ? Optional.empty()
            : ofQuery(new QueryString(request.query()), request);
    return ofQuery.isEmpty() && request.mediaType().equalsIgnoreCase(FORM)
        ? ofForm(request)
        : ofQuery;
  }

  /** What a form in memory says, as clients that sign with version 2 post it. */
  private static Optional<SigningScope> ofForm(HttpRequest request) {
    return request.body() instanceof Body.Bytes form
        ? new QueryString(new String(form.bytes(), StandardCharsets.UTF_8))
            .first("AWSAccessKeyId")
            .flatMap(SigningScope::ofKey)
        : Optional.empty();
  }

  private static Optional<SigningScope> ofHeader(String authorization, HttpRequest request) {
    if (authorization.startsWith("AWS4-")) {
      return ofCredential(credential(authorization), request);
    }
    int colon = authorization.indexOf(':');
    return authorization.startsWith("AWS ") && colon > 4
        ? ofKey(authorization.substring(4, colon).trim())
        : Optional.empty();
  }

  /**
   * The value of {@code Credential} in {@code AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…,
   * Signature=…}.
   */
  private static String credential(String authorization) {
    int start = authorization.indexOf("Credential=");
    if (start < 0) {
      return "";
    }
    start += "Credential=".length();
    int end = start;
    while (end < authorization.length()
        && authorization.charAt(end) != ','
        && authorization.charAt(end) != ' ') {
      end++;
    }
    return authorization.substring(start, end);
  }

  private static Optional<SigningScope> ofQuery(QueryString query, HttpRequest request) {
    Optional<String> credential = query.first("X-Amz-Credential");
    if (credential.isPresent()) {
      return ofCredential(credential.get(), request);
    }
    Optional<String> key = query.first("AWSAccessKeyId");
    return key.isPresent() ? ofKey(key.get()) : Optional.empty();
  }

  private static Optional<SigningScope> ofKey(String accessKeyId) {
    return accessKeyId.isEmpty()
        ? Optional.empty()
        : Optional.of(new SigningScope(accessKeyId, "", "", ""));
  }

  /**
   * Reads {@code key/date/region/service/aws4_request}, or without a region in version 4a, from its
   * end.
   */
  private static Optional<SigningScope> ofCredential(String credential, HttpRequest request) {
    if (!credential.endsWith(TERMINATOR)) {
      return Optional.empty();
    }
    int end = credential.length() - TERMINATOR.length();
    int service = credential.lastIndexOf('/', end - 1);
    int region = credential.lastIndexOf('/', service - 1);
    int date = credential.lastIndexOf('/', region - 1);
    if (region <= 0 || end - service < 2) {
      return Optional.empty();
    }
    String serviceName = credential.substring(service + 1, end);
    String second = credential.substring(region + 1, service);
    if (isDate(second)) {
      return Optional.of(
          new SigningScope(
              credential.substring(0, region), second, regionSet(request), serviceName));
    }
    return date <= 0 || second.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SigningScope(
                credential.substring(0, date),
                credential.substring(date + 1, region),
                second,
                serviceName));
  }

  private static boolean isDate(String text) {
    return text.length() == 8 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The first region that a signature of version 4a is good for; empty if it is good for all. */
  private static String regionSet(HttpRequest request) {
    String regions = request.headers().firstOr("X-Amz-Region-Set", "");
    int comma = regions.indexOf(',');
    String first = (comma < 0 ? regions : regions.substring(0, comma)).trim();
    return first.equals("*") ? "" : first;
  }
}
