package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.TaggingDirective;

/** Copies of objects. */
@AwsEmulator
final class CopiesTest {

  private final Emulator emulator;
  private final S3Client s3;

  CopiesTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
  }

  @BeforeEach
  void putObject() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.createBucket(in -> in.bucket("archive"));
    s3.putObject(
        in ->
            in.bucket("photos")
                .key("cat")
                .contentType("image/cat")
                .metadata(Map.of("mood", "sleepy"))
                .tagging("colour=black")
                .websiteRedirectLocation("/dog")
                .storageClass("STANDARD_IA")
                .checksumAlgorithm(ChecksumAlgorithm.SHA1),
        RequestBody.fromString("meow"));
  }

  private CopyObjectResponse copy(Consumer<CopyObjectRequest.Builder> how) {
    return s3.copyObject(
        in ->
            in.sourceBucket("photos")
                .sourceKey("cat")
                .destinationBucket("archive")
                .destinationKey("copy")
                .applyMutation(how));
  }

  private HeadObjectResponse head() {
    return s3.headObject(in -> in.bucket("archive").key("copy").checksumMode(ChecksumMode.ENABLED));
  }

  private Map<String, String> tags() {
    return s3.getObjectTagging(in -> in.bucket("archive").key("copy")).tagSet().stream()
        .collect(java.util.stream.Collectors.toMap(tag -> tag.key(), tag -> tag.value()));
  }

  @Test
  void copyObject_takesHeadersAndTagsAlong() {
    CopyObjectResponse copied = copy(in -> {});

    assertThat(copied.copyObjectResult().eTag()).isEqualTo("\"4a4be40c96ac6314e91d93f38043a634\"");
    assertThat(copied.copyObjectResult().lastModified()).isNotNull();
    assertThat(head().contentType()).isEqualTo("image/cat");
    assertThat(head().metadata()).isEqualTo(Map.of("mood", "sleepy"));
    assertThat(head().checksumSHA1()).isNotEmpty();
    assertThat(copied.copyObjectResult().checksumSHA1()).isEqualTo(head().checksumSHA1());
    assertThat(tags()).isEqualTo(Map.of("colour", "black"));
    assertThat(s3.getObjectAsBytes(in -> in.bucket("archive").key("copy")).asUtf8String())
        .isEqualTo("meow");
  }

  /** See <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">. */
  @Test
  void copyObject_leavesRedirectAndStorageClassBehind() {
    copy(in -> {});
    assertThat(head().websiteRedirectLocation()).isNull();
    assertThat(head().storageClass()).isNull();
    copy(in -> in.websiteRedirectLocation("/cow").storageClass("GLACIER_IR"));
    assertThat(head().websiteRedirectLocation()).isEqualTo("/cow");
    assertThat(head().storageClassAsString()).isEqualTo("GLACIER_IR");
    assertThat(head().contentType()).isEqualTo("image/cat");
  }

  @Test
  void copyObject_replace_takesWhatTheRequestSays() {
    copy(
        in ->
            in.metadataDirective(MetadataDirective.REPLACE)
                .metadata(Map.of("a", "b"))
                .taggingDirective(TaggingDirective.REPLACE)
                .tagging("x=y")
                .checksumAlgorithm(ChecksumAlgorithm.SHA256));

    assertThat(head().contentType()).isEqualTo("binary/octet-stream");
    assertThat(head().metadata()).isEqualTo(Map.of("a", "b"));
    assertThat(head().checksumSHA256()).isNotEmpty();
    assertThat(tags()).isEqualTo(Map.of("x", "y"));
  }

  @Test
  void copyObject_ontoItself_needsChange() {
    assertRefused(
        () -> copy(in -> in.destinationBucket("photos").destinationKey("cat")),
        400,
        "InvalidRequest",
        "This copy request is illegal because it is trying to copy an object to itself without"
            + " changing the object's metadata, storage class, website redirect location or"
            + " encryption attributes.");
    copy(in -> in.destinationBucket("photos").destinationKey("cat").storageClass("STANDARD"));
    assertThat(s3.headObject(in -> in.bucket("photos").key("cat")).storageClass()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a+b", "100%", "é/😀", "a?versionId=b", "//x"})
  void copyObject_anyKey_isFound(String key) {
    s3.putObject(in -> in.bucket("photos").key(key), RequestBody.fromString(key));
    copy(in -> in.sourceKey(key));

    assertThat(s3.getObjectAsBytes(in -> in.bucket("archive").key("copy")).asUtf8String())
        .isEqualTo(key);
  }

  @Test
  void copyObject_noSource_isRefused() {
    assertRefused(
        () -> copy(in -> in.sourceKey("none")),
        404,
        "NoSuchKey",
        "The specified key does not exist.");
    assertRefused(() -> copy(in -> in.sourceBucket("none")), 404, "NoSuchBucket");
    assertRefused(
        () -> copy(in -> in.expectedSourceBucketOwner("222222222222")), 403, "AccessDenied");
    assertRefused(() -> copy(in -> in.sourceVersionId("none")), 404, "NoSuchVersion");
  }

  @Test
  void copyObject_sourceInOneText_isFound() {
    S3Client other = emulator.in("us-east-1").client(S3Client.class);
    other.copyObject(
        in ->
            in.copySource("/photos/cat").destinationBucket("archive").destinationKey("old-style"));
    assertThat(s3.headObject(in -> in.bucket("archive").key("old-style")).contentLength())
        .isEqualTo(4);
  }
}
