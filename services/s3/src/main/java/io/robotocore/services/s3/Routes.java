package io.robotocore.services.s3;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.services.s3.model.Condition;
import software.amazon.awssdk.services.s3.model.Redirect;
import software.amazon.awssdk.services.s3.model.RoutingRule;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Where a web site leads requests to.
 *
 * @param rules its routing rules
 * @param request the request
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html#advanced-conditional-redirects">advanced
 *     conditional redirects</a>
 */
record Routes(List<RoutingRule> rules, SdkHttpFullRequest request) {

  /** The rule that fits before the page is looked for. */
  Optional<RoutingRule> before(String key) {
    return rules.stream()
        .filter(
            rule -> errorOf(rule).isEmpty() && prefixOf(rule).filter(key::startsWith).isPresent())
        .findFirst();
  }

  /** The rule that fits when the page could not be shown. */
  Optional<RoutingRule> after(String key, int status) {
    return rules.stream()
        .filter(
            rule ->
                errorOf(rule).filter(code -> code.equals(Integer.toString(status))).isPresent()
                    && prefixOf(rule).filter(key::startsWith).isPresent())
        .findFirst();
  }

  private static Optional<String> errorOf(RoutingRule rule) {
    return Optional.ofNullable(rule.condition()).map(Condition::httpErrorCodeReturnedEquals);
  }

  private static Optional<String> prefixOf(RoutingRule rule) {
    return Optional.of(
        Optional.ofNullable(rule.condition()).map(Condition::keyPrefixEquals).orElse(""));
  }

  /** The status of the answer that leads on. */
  static int status(RoutingRule rule) {
    return Optional.ofNullable(rule.redirect().httpRedirectCode())
        .map(Integer::parseInt)
        .orElse(301);
  }

  /** Where a rule leads to. */
  String location(RoutingRule rule, String key) {
    Redirect redirect = rule.redirect();
    String prefix = prefixOf(rule).orElse("");
    String target =
        Optional.ofNullable(redirect.replaceKeyWith())
            .or(
                () ->
                    Optional.ofNullable(redirect.replaceKeyPrefixWith())
                        .map(other -> other + key.substring(prefix.length())))
            .orElse(key);
    String protocol = Optional.ofNullable(redirect.protocolAsString()).orElse("http");
    return protocol
        + "://"
        + Optional.ofNullable(redirect.hostName()).orElseGet(this::authority)
        + "/"
        + encoded(target);
  }

  private String authority() {
    return request.firstMatchingHeader("Host").orElseGet(request::host);
  }

  /** A key as it stands in a URL. */
  static String encoded(String key) {
    return SdkHttpUtils.urlEncodeIgnoreSlashes(key)
        .replace("%3F", "?")
        .replace("%23", "#")
        .replace("%3D", "=")
        .replace("%26", "&");
  }
}
