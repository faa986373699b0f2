package io.robotocore.services.s3;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.s3.model.CORSConfiguration;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketCorsResponse;

/** The operations on which pages of other sites may use a bucket. */
interface CrossOrigin extends Configuring {

  Set<String> METHODS = Set.of("GET", "PUT", "HEAD", "POST", "DELETE");
  int MAX_RULES = 100;

  @Override
  default GetBucketCorsResponse getBucketCors(GetBucketCorsRequest in) {
    return configuration(in, "s3:GetBucketCORS", GetBucketCorsResponse.class);
  }

  /**
   * Says which pages may do what.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html">elements
   *     of a CORS configuration</a>
   */
  @Override
  default PutBucketCorsResponse putBucketCors(PutBucketCorsRequest in) {
    CORSConfiguration wanted = Required.check(in.corsConfiguration());
    Required.known(!wanted.corsRules().isEmpty());
    if (wanted.corsRules().size() > MAX_RULES) {
      throw S3Error.invalidRequest(
          "The number of CORS rules should not exceed allowed limit of 100 rules.");
    }
    wanted.corsRules().forEach(CrossOrigin::check);
    configure(
        in,
        "s3:PutBucketCORS",
        bucket ->
            bucket.with(GetBucketCorsResponse.builder().corsRules(wanted.corsRules()).build()));
    return PutBucketCorsResponse.builder().build();
  }

  private static void check(CORSRule rule) {
    for (String method : rule.allowedMethods()) {
      if (!METHODS.contains(method)) {
        throw S3Error.invalidRequest(
            "Found unsupported HTTP method in CORS config. Unsupported method is " + method);
      }
    }
    checkWildcards("AllowedOrigin", rule.allowedOrigins());
    checkWildcards("AllowedHeader", rule.allowedHeaders());
    for (String header : rule.exposeHeaders()) {
      if (header.contains("*")) {
        throw S3Error.invalidRequest(
            "ExposeHeader \"%s\" contains wildcard. We currently do not support wildcard for ExposeHeader."
                .formatted(header));
      }
    }
  }

  private static void checkWildcards(String element, List<String> patterns) {
    for (String pattern : patterns) {
      if (pattern.indexOf('*') != pattern.lastIndexOf('*')) {
        throw S3Error.invalidRequest(
            "%s \"%s\" can not have more than one wildcard.".formatted(element, pattern));
      }
    }
  }

  @Override
  default DeleteBucketCorsResponse deleteBucketCors(DeleteBucketCorsRequest in) {
    configure(in, "s3:PutBucketCORS", bucket -> bucket.without(GetBucketCorsResponse.class));
    return DeleteBucketCorsResponse.builder().build();
  }
}
