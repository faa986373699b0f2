package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static io.robotocore.testing.Refusals.refusedStatus;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Checksums, and keys of the client's own. */
@AwsEmulator
final class IntegrityTest {

  private static final byte[] KEY =
      "0123456789abcdef0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final Emulator emulator;
  private final S3Client s3;

  IntegrityTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
  }

  private PutObjectResponse put(Consumer<PutObjectRequest.Builder> how) {
    return s3.putObject(
        in -> in.bucket("photos").key("cat").applyMutation(how),
        RequestBody.fromString("123456789"));
  }

  /** The check values of the algorithms, which are those of the digits 1 to 9. */
  @ParameterizedTest
  @CsvSource({
    "CRC32, y/Q5Jg==",
    "CRC32C, 4waSgw==",
    "SHA1, 98O8HYCOBHMq32eZZczDTKeuNEE=",
    "SHA256, FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=",
  })
  void putObject_checksum_isKept(String algorithm, String value) {
    PutObjectResponse put = put(in -> in.checksumAlgorithm(algorithm));
    HeadObjectResponse head =
        s3.headObject(in -> in.bucket("photos").key("cat").checksumMode(ChecksumMode.ENABLED));

    assertThat(put.getValueForField("Checksum" + algorithm, String.class)).contains(value);
    assertThat(head.getValueForField("Checksum" + algorithm, String.class)).contains(value);
    assertThat(head.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
    assertThat(put.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
    assertThat(s3.headObject(in -> in.bucket("photos").key("cat")).checksumType()).isNull();
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents())
        .flatExtracting(S3Object::checksumAlgorithmAsStrings)
        .containsExactly(algorithm);
  }

  /**
   * See <a
   * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html">.
   */
  @Test
  void putObject_noChecksum_hasCrc64Nvme() {
    try (S3Client old =
        S3Client.builder()
            .endpointOverride(emulator.endpoint())
            .region(software.amazon.awssdk.regions.Region.US_EAST_1)
            .credentialsProvider(() -> emulator.scope().credentials())
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .forcePathStyle(true)
            .build()) {
      PutObjectResponse put =
          old.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("123456789"));
      assertThat(put.checksumCRC64NVME()).isEqualTo("rosUhgp5mIg=");
      assertThat(put.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
    }
  }

  @Test
  void putObject_wrongChecksumOrHash_leavesNoTrace() {
    assertRefused(() -> put(in -> in.checksumSHA256(b64(new byte[32]))), 400, "BadDigest");
    assertRefused(() -> put(in -> in.checksumCRC32("AAAAAA==")), 400, "BadDigest");
    assertRefused(
        () -> put(in -> in.contentMD5(b64(new byte[16]))),
        400,
        "BadDigest",
        "The Content-MD5 you specified did not match what we received.");
    assertRefused(() -> put(in -> in.contentMD5("no hash")), 400, "InvalidDigest");

    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents()).isEmpty();
  }

  private static String b64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String md5(byte[] bytes) throws Exception {
    return b64(MessageDigest.getInstance("MD5").digest(bytes));
  }

  private static Consumer<PutObjectRequest.Builder> with(byte[] key) throws Exception {
    String hash = md5(key);
    return in -> in.sseCustomerAlgorithm("AES256").sseCustomerKey(b64(key)).sseCustomerKeyMD5(hash);
  }

  @Test
  void getObject_customerKey_needsThatKey() throws Exception {
    PutObjectResponse put = put(with(KEY));
    assertThat(put.sseCustomerAlgorithm()).isEqualTo("AES256");
    assertThat(put.sseCustomerKeyMD5()).isEqualTo(md5(KEY));
    assertThat(put.serverSideEncryption()).isNull();

    assertThat(get(KEY)).isEqualTo("123456789");
    assertRefused(
        () -> s3.getObjectAsBytes(in -> in.bucket("photos").key("cat")),
        400,
        "InvalidRequest",
        "The object was stored using a form of Server Side Encryption. The correct parameters must"
            + " be provided to retrieve the object.");
    byte[] other = KEY.clone();
    Arrays.fill(other, (byte) 7);
    assertRefused(() -> get(other), 403, "AccessDenied");
    assertThat(refusedStatus(() -> s3.headObject(in -> in.bucket("photos").key("cat"))))
        .isEqualTo(400);
    put(in -> {});
    assertRefused(
        () -> get(KEY),
        400,
        "InvalidRequest",
        "The encryption parameters are not applicable to this object.");
  }

  private String get(byte[] key) throws Exception {
    String hash = md5(key);
    return s3.getObjectAsBytes(
            in ->
                in.bucket("photos")
                    .key("cat")
                    .sseCustomerAlgorithm("AES256")
                    .sseCustomerKey(b64(key))
                    .sseCustomerKeyMD5(hash))
        .asUtf8String();
  }

  @Test
  void copyObject_customerKeys_areThoseOfBoth() throws Exception {
    put(with(KEY));
    String hash = md5(KEY);
    s3.copyObject(
        in ->
            in.sourceBucket("photos")
                .sourceKey("cat")
                .destinationBucket("photos")
                .destinationKey("copy")
                .copySourceSSECustomerAlgorithm("AES256")
                .copySourceSSECustomerKey(b64(KEY))
                .copySourceSSECustomerKeyMD5(hash));

    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("copy")).asUtf8String())
        .isEqualTo("123456789");
    assertRefused(
        () ->
            s3.copyObject(
                in ->
                    in.sourceBucket("photos")
                        .sourceKey("cat")
                        .destinationBucket("photos")
                        .destinationKey("copy")),
        400,
        "InvalidRequest");
  }

  @Test
  void putObject_wrongCustomerKey_isRefused() throws Exception {
    assertRefused(
        () -> put(with(KEY).andThen(in -> in.sseCustomerKeyMD5(b64(new byte[16])))),
        400,
        "InvalidArgument",
        "The calculated MD5 hash of the key did not match the hash that was provided.");
    assertRefused(
        () -> put(with(new byte[5])),
        400,
        "InvalidArgument",
        "The secret key was invalid for the specified algorithm.");
    assertRefused(
        () -> put(with(KEY).andThen(in -> in.sseCustomerAlgorithm("ROT13"))),
        400,
        "InvalidEncryptionAlgorithmError",
        "The encryption request that you specified is not valid. Supported value: AES256.");
  }

  @Test
  void putObject_kmsKey_isTold() {
    PutObjectResponse put =
        put(
            in ->
                in.serverSideEncryption("aws:kms")
                    .ssekmsKeyId("1234abcd-12ab-34cd-56ef-1234567890ab")
                    .bucketKeyEnabled(true));
    assertThat(put.serverSideEncryptionAsString()).isEqualTo("aws:kms");
    assertThat(put.ssekmsKeyId())
        .isEqualTo("arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    assertThat(put.bucketKeyEnabled()).isTrue();
    assertThat(put.eTag()).isNotEqualTo("\"25f9e794323b453885f5181f1b624d0b\"");
    HeadObjectResponse head = s3.headObject(in -> in.bucket("photos").key("cat"));
    assertThat(head.ssekmsKeyId()).isEqualTo(put.ssekmsKeyId());
    assertThat(head.bucketKeyEnabled()).isTrue();
  }
}
