package io.robotocore.services.s3;

import io.robotocore.service.Members;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.RedirectAllRequestsTo;
import software.amazon.awssdk.services.s3.model.RoutingRule;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * A request to a bucket that is a web site.
 *
 * @param s3 the call
 * @param request the request
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html">hosting
 *     a static website</a>
 */
record Website(S3 s3, SdkHttpFullRequest request) {

  private static final Pattern HOST = Pattern.compile("(.*\\.)?s3-website[.-].*");

  /** Whether a request is to a web site, which its host says. */
  static boolean isFor(SdkHttpFullRequest request) {
    return HOST.matcher(request.host()).matches();
  }

  HttpExecuteResponse answer() {
    Page page = new Page(s3.call().requestId(), request);
    try {
      if (request.method() != SdkHttpMethod.GET && request.method() != SdkHttpMethod.HEAD) {
        throw S3Error.methodNotAllowed();
      }
      return answer(page);
    } catch (S3Exception e) {
      return page.error(e, Optional.empty());
    }
  }

  private HttpExecuteResponse answer(Page page) {
    Bucket bucket = s3.find(Browsers.bucketName(request));
    GetBucketWebsiteResponse site =
        bucket
            .find(GetBucketWebsiteResponse.class)
            .orElseThrow(
                () -> ConfigurationError.missing(GetBucketWebsiteResponse.class, bucket.name()));
    String key = Browsers.key(request);
    if (site.redirectAllRequestsTo() != null) {
      return page.redirect(301, elsewhere(site.redirectAllRequestsTo(), key));
    }
    Routes routes = new Routes(site.routingRules(), request);
    Optional<RoutingRule> route = routes.before(key);
    if (route.isPresent()) {
      return page.redirect(Routes.status(route.get()), routes.location(route.get(), key));
    }
    String suffix = site.indexDocument().suffix();
    try {
      return page(page, bucket, key.isEmpty() || key.endsWith("/") ? key + suffix : key);
    } catch (S3Exception e) {
      if (isThere(bucket, key + "/" + suffix) && e.statusCode() == 404) {
        return page.redirect(302, "/" + key + "/");
      }
      return failed(page, site, e);
    }
  }

  private String elsewhere(RedirectAllRequestsTo target, String key) {
    String protocol = Optional.ofNullable(target.protocolAsString()).orElse("http");
    return protocol + "://" + target.hostName() + "/" + Routes.encoded(key);
  }

  private boolean isThere(Bucket bucket, String key) {
    return s3.contents(bucket).find(key).flatMap(Versions::object).isPresent();
  }

  /** The object of a key, or where it leads to. */
  private HttpExecuteResponse page(Page page, Bucket bucket, String key) {
    GetObjectRequest.Builder get = GetObjectRequest.builder().bucket(bucket.name()).key(key);
    for (String header :
        new String[] {
          "Range", "If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"
        }) {
      request
          .firstMatchingHeader(header)
          .ifPresent(value -> Members.set(get, header, Page.typed(header, value)));
    }
    return s3.<HttpExecuteResponse>getObject(
        get.build(), ResponseTransformer.unmanaged(page::ofObject));
  }

  /** What is shown in place of a page that there is not. */
  private HttpExecuteResponse failed(Page page, GetBucketWebsiteResponse site, S3Exception error) {
    if (error.statusCode() < 400) {
      return page.error(error, Optional.empty());
    }
    String key = Browsers.key(request);
    Routes routes = new Routes(site.routingRules(), request);
    Optional<RoutingRule> route = routes.after(key, error.statusCode());
    if (route.isPresent()) {
      return page.redirect(Routes.status(route.get()), routes.location(route.get(), key));
    }
    if (site.errorDocument() == null) {
      return page.error(error, Optional.empty());
    }
    GetObjectRequest get =
        GetObjectRequest.builder()
            .bucket(Browsers.bucketName(request))
            .key(site.errorDocument().key())
            .build();
    try {
      return s3.<HttpExecuteResponse>getObject(
          get,
          ResponseTransformer.unmanaged(
              (response, content) -> page.ofObject(error.statusCode(), response, content)));
    } catch (S3Exception e) {
      return page.error(error, Optional.of(e));
    }
  }
}
