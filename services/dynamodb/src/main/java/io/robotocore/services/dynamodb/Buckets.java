package io.robotocore.services.dynamodb;

import io.robotocore.service.Call;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.ExportDescription;
import software.amazon.awssdk.services.dynamodb.model.S3BucketSource;
import software.amazon.awssdk.services.dynamodb.model.S3SseAlgorithm;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** The buckets of S3 that tables are exported to and imported from. */
final class Buckets {

  private Buckets() {}

  /**
   * Why S3 has refused something, as exports and imports say it.
   *
   * @param code S3's code, with its service in front
   */
  record Failure(String code, String message) {

    static Failure of(AwsServiceException refused, Call call) {
      Optional<AwsErrorDetails> details = Optional.ofNullable(refused.awsErrorDetails());
      String code = details.map(AwsErrorDetails::errorCode).orElse("Unknown");
      return new Failure(
          code.startsWith("KMS.") ? code.replaceFirst("^KMS\\.", "Kms") : "S3" + code,
          "%s (Service: Amazon S3; Status Code: %d; Error Code: %s; Request ID: %s; Proxy: null)"
              .formatted(
                  details.map(AwsErrorDetails::errorMessage).orElse(""),
                  refused.statusCode(),
                  code,
                  call.requestId()));
    }
  }

  /** Puts a file of an export into its bucket, and gives its entity tag. */
  static String put(Call call, ExportDescription export, String key, byte[] content) {
    boolean kms = export.s3SseAlgorithm() == S3SseAlgorithm.KMS;
    String tag =
        call.client(S3Client.class)
            .putObject(
                put ->
                    put.bucket(export.s3Bucket())
                        .key(key)
                        .expectedBucketOwner(export.s3BucketOwner())
                        .serverSideEncryption(
                            kms ? ServerSideEncryption.AWS_KMS : ServerSideEncryption.AES256)
                        .ssekmsKeyId(export.s3SseKmsKeyId()),
                RequestBody.fromBytes(content))
            .eTag();
    return tag.replace("\"", "");
  }

  /** The keys of all objects that are to be imported. */
  static Stream<String> keys(Call call, S3BucketSource source) {
    return call
        .client(S3Client.class)
        .listObjectsV2Paginator(
            list ->
                list.bucket(source.s3Bucket())
                    .prefix(source.s3KeyPrefix())
                    .expectedBucketOwner(source.s3BucketOwner()))
        .contents()
        .stream()
        .map(S3Object::key);
  }

  /** What is in an object that is to be imported. */
  static byte[] get(Call call, S3BucketSource source, String key) {
    return call.client(S3Client.class)
        .getObjectAsBytes(
            get ->
                get.bucket(source.s3Bucket()).key(key).expectedBucketOwner(source.s3BucketOwner()))
        .asByteArrayUnsafe();
  }
}
