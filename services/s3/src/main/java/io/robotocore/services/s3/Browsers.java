package io.robotocore.services.s3;

import io.robotocore.service.Call;
import io.robotocore.service.PlainHttp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;

/** What S3 does for browsers beyond its operations. */
final class Browsers implements PlainHttp<S3State> {

  @Override
  public Optional<HttpExecuteResponse> answer(
      Call call, S3State state, SdkHttpFullRequest request) {
    if (request.method() == SdkHttpMethod.OPTIONS) {
      return Optional.of(preflight(state, request));
    }
    S3 s3 = new S3(call, state);
    if (Website.isFor(request)) {
      return Optional.of(new Website(s3, request).answer());
    }
    return BrowserUpload.isOne(request)
        ? Optional.of(new BrowserUpload(s3, request).answer())
        : Optional.empty();
  }

  private static HttpExecuteResponse preflight(S3State state, SdkHttpFullRequest request) {
    String resource = key(request).isEmpty() ? "BUCKET" : "OBJECT";
    SdkHttpResponse.Builder response =
        SdkHttpResponse.builder().statusCode(200).putHeader("Content-Length", "0");
    Origin.asking(request).allowance(bucket(state, request), resource).forEach(response::putHeader);
    return HttpExecuteResponse.builder().response(response.build()).build();
  }

  @Override
  public Map<String, String> headersFor(Call call, S3State state, SdkHttpFullRequest request) {
    return bucket(state, request)
        .flatMap(bucket -> bucket.find(GetBucketCorsResponse.class))
        .flatMap(cors -> Origin.of(request).allowance(cors.corsRules()))
        .orElse(Map.of());
  }

  private static Optional<Bucket> bucket(S3State state, SdkHttpFullRequest request) {
    return state.buckets().get(bucketName(request));
  }

  /** The bucket that a request names, with which its path begins. */
  static String bucketName(SdkHttpFullRequest request) {
    return request.encodedPath().split("/", 3)[1];
  }

  /** The key that a request names; empty if it names none. */
  static String key(SdkHttpFullRequest request) {
    String[] parts = request.encodedPath().split("/", 3);
    return parts.length < 3
        ? ""
        : URLDecoder.decode(parts[2].replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
