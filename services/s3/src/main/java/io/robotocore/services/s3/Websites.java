package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.Condition;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.Protocol;
import software.amazon.awssdk.services.s3.model.PutBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.PutBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.Redirect;
import software.amazon.awssdk.services.s3.model.RoutingRule;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

/** The operations on the web sites that buckets can be. */
interface Websites extends Configuring {

  int MAX_ROUTES = 50;

  @Override
  default GetBucketWebsiteResponse getBucketWebsite(GetBucketWebsiteRequest in) {
    return configuration(in, "s3:GetBucketWebsite", GetBucketWebsiteResponse.class);
  }

  /**
   * Makes a bucket a web site.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html">PutBucketWebsite</a>
   */
  @Override
  default PutBucketWebsiteResponse putBucketWebsite(PutBucketWebsiteRequest in) {
    WebsiteConfiguration wanted = Required.check(in.websiteConfiguration());
    if (wanted.redirectAllRequestsTo() != null) {
      checkAlone(wanted);
    } else {
      checkPages(wanted);
    }
    configure(
        in,
        "s3:PutBucketWebsite",
        bucket -> bucket.with(Members.copy(wanted, GetBucketWebsiteResponse.builder()).build()));
    return PutBucketWebsiteResponse.builder().build();
  }

  private static void checkAlone(WebsiteConfiguration wanted) {
    if (wanted.indexDocument() != null
        || wanted.errorDocument() != null
        || !wanted.routingRules().isEmpty()) {
      throw S3Error.invalidRequest(
          "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
    }
    checkProtocol(wanted.redirectAllRequestsTo().protocol());
  }

  private static void checkProtocol(Protocol protocol) {
    if (protocol == Protocol.UNKNOWN_TO_SDK_VERSION) {
      throw S3Error.invalidRequest(
          "Invalid protocol, protocol can be http or https. "
              + "If not defined the protocol will be selected automatically.");
    }
  }

  private static void checkPages(WebsiteConfiguration wanted) {
    if (wanted.indexDocument() == null) {
      throw ConfigurationError.invalidArgument(
          "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty",
          "IndexDocument",
          "null");
    }
    String suffix = wanted.indexDocument().suffix();
    if (suffix.isEmpty() || suffix.contains("/")) {
      throw ConfigurationError.invalidArgument(
          "The IndexDocument Suffix is not well formed", "IndexDocument", suffix);
    }
    if (wanted.errorDocument() != null && wanted.errorDocument().key().isEmpty()) {
      throw ConfigurationError.invalidArgument(
          "The ErrorDocument Key is not well formed", "ErrorDocument", "");
    }
    if (wanted.routingRules().size() > MAX_ROUTES) {
      throw S3Error.invalidRequest(
          "%d routing rules provided, the number of routing rules in a website configuration is limited to %d."
              .formatted(wanted.routingRules().size(), MAX_ROUTES));
    }
    wanted.routingRules().forEach(Websites::check);
  }

  private static void check(RoutingRule rule) {
    Redirect redirect = rule.redirect();
    checkProtocol(redirect.protocol());
    if (redirect.replaceKeyWith() != null && redirect.replaceKeyPrefixWith() != null) {
      throw S3Error.invalidRequest(
          "You can only define ReplaceKeyPrefix or ReplaceKey but not both.");
    }
    Optional.ofNullable(redirect.httpRedirectCode())
        .filter(code -> !code.matches("30[1-9]|3[1-9][0-9]"))
        .ifPresent(
            code -> {
              throw S3Error.invalidRequest(
                  "The provided HTTP redirect code (%s) is not valid. Valid codes are 3XX except 300."
                      .formatted(code));
            });
    Optional.ofNullable(rule.condition())
        .map(Condition::httpErrorCodeReturnedEquals)
        .filter(code -> !code.matches("[45][0-9][0-9]"))
        .ifPresent(
            code -> {
              throw S3Error.invalidRequest(
                  "The provided HTTP error code (%s) is not valid. Valid codes are 4XX or 5XX."
                      .formatted(code));
            });
  }

  @Override
  default DeleteBucketWebsiteResponse deleteBucketWebsite(DeleteBucketWebsiteRequest in) {
    configure(
        in, "s3:DeleteBucketWebsite", bucket -> bucket.without(GetBucketWebsiteResponse.class));
    return DeleteBucketWebsiteResponse.builder().build();
  }
}
