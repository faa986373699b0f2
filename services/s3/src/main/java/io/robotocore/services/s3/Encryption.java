package io.robotocore.services.s3;

import io.robotocore.checksum.ChecksumStream;
import io.robotocore.service.Call;
import io.robotocore.service.Members;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/**
 * How an object is encrypted: what the answers about it say.
 *
 * @param headers S3's headers about it
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/serv-side-encryption.html">protecting
 *     data with server-side encryption</a>
 */
record Encryption(Map<String, Object> headers) {

  private static final String ALGORITHM = "x-amz-server-side-encryption";
  private static final String KMS_KEY = "x-amz-server-side-encryption-aws-kms-key-id";
  private static final String CONTEXT = "x-amz-server-side-encryption-context";
  private static final String BUCKET_KEY = "x-amz-server-side-encryption-bucket-key-enabled";

  /** With keys of S3, as everything is that is not encrypted otherwise. */
  static final Encryption AES256 = new Encryption(Map.of(ALGORITHM, "AES256"));

  /** The encryption that a request asks for, or else its bucket. */
  static Encryption of(SdkPojo request, Bucket bucket, Call call) {
    Optional<CustomerKey> customerKey = CustomerKey.in(request);
    Optional<String> algorithm = Members.find(request, ALGORITHM).map(String.class::cast);
    if (customerKey.isPresent()) {
      if (algorithm.isPresent()) {
        throw S3Error.invalidArgument(
            "Server Side Encryption with Customer provided key is incompatible with the encryption method specified",
            Map.of("ArgumentName", ALGORITHM, "ArgumentValue", algorithm.get()));
      }
      if (blocksCustomerKeys(bucket)) {
        throw S3Error.accessDenied();
      }
      return new Encryption(customerKey.get().headers());
    }
    if (algorithm.isEmpty()) {
      return byDefault(bucket, call);
    }
    return switch (algorithm.get()) {
      case "AES256" -> withoutKmsKey(request);
      case "aws:kms", "aws:kms:dsse" -> kms(request, algorithm.get(), call);
      default ->
          throw S3Error.invalidArgument(
              "The encryption method specified is not supported",
              Map.of("ArgumentName", ALGORITHM, "ArgumentValue", algorithm.get()));
    };
  }

  private static Encryption withoutKmsKey(SdkPojo request) {
    Members.find(request, KMS_KEY)
        .ifPresent(
            key -> {
              throw S3Error.invalidArgument(
                  "Server Side Encryption with AWS KMS managed key requires HTTP header "
                      + "x-amz-server-side-encryption : aws:kms",
                  Map.of("ArgumentName", ALGORITHM, "ArgumentValue", "AES256"));
            });
    return AES256;
  }

  private static Encryption kms(SdkPojo request, String algorithm, Call call) {
    Map<String, Object> headers = new TreeMap<>();
    headers.put(ALGORITHM, algorithm);
    headers.put(KMS_KEY, keyArn(Members.find(request, KMS_KEY).map(String.class::cast), call));
    Members.find(request, CONTEXT).ifPresent(context -> headers.put(CONTEXT, context));
    Members.find(request, BUCKET_KEY)
        .filter(Boolean.TRUE::equals)
        .ifPresent(enabled -> headers.put(BUCKET_KEY, enabled));
    return new Encryption(Map.copyOf(headers));
  }

  private static Encryption byDefault(Bucket bucket, Call call) {
    Optional<ServerSideEncryptionRule> rule =
        bucket.find(ServerSideEncryptionConfiguration.class).flatMap(Encryption::rule);
    ServerSideEncryptionByDefault wanted =
        rule.map(ServerSideEncryptionRule::applyServerSideEncryptionByDefault)
            .orElse(ServerSideEncryptionByDefault.builder().sseAlgorithm("AES256").build());
    if (wanted.sseAlgorithmAsString().equals("AES256")) {
      return AES256;
    }
    Map<String, Object> headers = new TreeMap<>();
    headers.put(ALGORITHM, wanted.sseAlgorithmAsString());
    headers.put(KMS_KEY, keyArn(Optional.ofNullable(wanted.kmsMasterKeyID()), call));
    rule.map(ServerSideEncryptionRule::bucketKeyEnabled)
        .filter(enabled -> enabled)
        .ifPresent(enabled -> headers.put(BUCKET_KEY, enabled));
    return new Encryption(Map.copyOf(headers));
  }

  /**
   * Whether objects with keys of clients are refused, which older SDKs cannot ask for.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/blocking-unblocking-s3-c-encryption-gpb.html">blocking
   *     SSE-C</a>
   */
  private static boolean blocksCustomerKeys(Bucket bucket) {
    return bucket
        .find(ServerSideEncryptionConfiguration.class)
        .flatMap(Encryption::rule)
        .flatMap(rule -> Members.find(rule, "BlockedEncryptionTypes"))
        .flatMap(blocked -> Members.find((SdkPojo) blocked, "EncryptionType"))
        .filter(types -> ((List<?>) types).contains("SSE-C"))
        .isPresent();
  }

  private static Optional<ServerSideEncryptionRule> rule(
      ServerSideEncryptionConfiguration configuration) {
    return configuration.rules().stream().findFirst();
  }

  /** The key's ARN, which for want of a key is that of the account's own key for S3. */
  private static String keyArn(Optional<String> key, Call call) {
    String id =
        key.orElseGet(
            () ->
                UUID.nameUUIDFromBytes(
                        (call.account() + "/" + call.region()).getBytes(StandardCharsets.UTF_8))
                    .toString());
    if (id.startsWith("arn:")) {
      return id;
    }
    return call.arn("kms", id.startsWith("alias/") ? id : "key/" + id);
  }

  /** Whether it is with a key of KMS. */
  boolean isKms() {
    return headers.containsKey(KMS_KEY);
  }

  /** The same with another key of KMS. */
  Encryption withKmsKey(String arn) {
    Map<String, Object> other = new TreeMap<>(headers);
    other.put(KMS_KEY, arn);
    return new Encryption(Map.copyOf(other));
  }

  /** Whether entity tags have nothing to do with the bytes. */
  boolean hidesBytes() {
    return !equals(AES256);
  }

  /** Puts what is said of the encryption into an answer. */
  <B extends SdkPojo> B fill(B answer) {
    headers.forEach((name, value) -> Members.set(answer, name, value));
    return answer;
  }

  /** Refuses whoever wants to read without the key that the object was written with. */
  void check(SdkPojo request) {
    check(CustomerKey.in(request));
  }

  /** Refuses whoever wants to copy without the key that the object was written with. */
  void checkCopySource(SdkPojo request) {
    check(CustomerKey.ofCopySource(request));
  }

  private void check(Optional<CustomerKey> shown) {
    boolean needed = headers.containsKey(CustomerKey.MD5);
    if (needed && shown.isEmpty()) {
      throw S3Error.invalidRequest(
          "The object was stored using a form of Server Side Encryption. "
              + "The correct parameters must be provided to retrieve the object.");
    }
    if (!needed && shown.isPresent()) {
      throw S3Error.invalidRequest("The encryption parameters are not applicable to this object.");
    }
    if (needed && !shown.get().headers().equals(headers)) {
      throw S3Error.accessDenied();
    }
  }

  /**
   * A key of the client's own.
   *
   * @param md5 the MD5 hash of the key in Base64, which is all that S3 keeps of it
   */
  record CustomerKey(String md5) {

    private static final String CUSTOMER_ALGORITHM = ALGORITHM + "-customer-algorithm";
    static final String MD5 = ALGORITHM + "-customer-key-MD5";

    private static final Names OF_OBJECT =
        new Names(CUSTOMER_ALGORITHM, ALGORITHM + "-customer-key", MD5);
    private static final Names OF_COPY_SOURCE =
        new Names(
            "x-amz-copy-source-server-side-encryption-customer-algorithm",
            "x-amz-copy-source-server-side-encryption-customer-key",
            "x-amz-copy-source-server-side-encryption-customer-key-MD5");

    /** The key with which a request writes or reads an object. */
    static Optional<CustomerKey> in(SdkPojo request) {
      return in(request, OF_OBJECT);
    }

    /** The key with which a request reads what it copies. */
    static Optional<CustomerKey> ofCopySource(SdkPojo request) {
      return in(request, OF_COPY_SOURCE);
    }

    private static Optional<CustomerKey> in(SdkPojo request, Names names) {
      Optional<String> algorithm = text(request, names.algorithm);
      Optional<String> key = text(request, names.key);
      Optional<String> md5 = text(request, names.md5);
      if (algorithm.isEmpty() && key.isEmpty() && md5.isEmpty()) {
        return Optional.empty();
      }
      if (algorithm.isEmpty()) {
        throw invalid(
            "Requests specifying Server Side Encryption with Customer provided keys must provide "
                + "a valid encryption algorithm.");
      }
      if (!algorithm.get().equals("AES256")) {
        throw ObjectError.invalidEncryptionAlgorithm();
      }
      check(key, md5);
      return md5.map(CustomerKey::new);
    }

    private static void check(Optional<String> key, Optional<String> md5) {
      byte[] bytes =
          decode(
              key.orElseThrow(
                  () ->
                      invalid(
                          "Requests specifying Server Side Encryption with Customer provided keys "
                              + "must provide an appropriate secret key.")));
      if (bytes.length != 32) {
        throw invalid("The secret key was invalid for the specified algorithm.");
      }
      String given =
          md5.orElseThrow(
              () ->
                  invalid(
                      "Requests specifying Server Side Encryption with Customer provided keys must "
                          + "provide the client calculated MD5 of the secret key."));
      ChecksumStream calculated = ChecksumStream.md5();
      calculated.write(bytes);
      if (!Base64.getEncoder().encodeToString(calculated.value()).equals(given)) {
        throw invalid(
            "The calculated MD5 hash of the key did not match the hash that was provided.");
      }
    }

    private static byte[] decode(String base64) {
      try {
        return Base64.getDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        return new byte[0];
      }
    }

    private static Optional<String> text(SdkPojo request, String name) {
      return Members.find(request, name).map(String.class::cast);
    }

    private static RuntimeException invalid(String message) {
      return S3Error.invalidArgument(message, Map.of());
    }

    /** What the headers are called in which a key comes. */
    private record Names(String algorithm, String key, String md5) {}

    Map<String, Object> headers() {
      return Map.of(CUSTOMER_ALGORITHM, "AES256", MD5, md5);
    }
  }
}
