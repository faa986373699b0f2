package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static io.robotocore.testing.Refusals.refusedStatus;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.junit5.AwsEmulator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects written in one piece, and read. */
@AwsEmulator
final class ObjectsTest {

  private static final String TEN = "0123456789";

  private final S3Client s3;

  ObjectsTest(S3Client s3) {
    this.s3 = s3;
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
  }

  private PutObjectResponse put(String key, String text) {
    return s3.putObject(in -> in.bucket("photos").key(key), RequestBody.fromString(text));
  }

  private ResponseBytes<GetObjectResponse> get(String key) {
    return s3.getObjectAsBytes(in -> in.bucket("photos").key(key));
  }

  @Test
  void putObject_isReadAsWritten() {
    PutObjectResponse put = put("cat", "meow");
    assertThat(put.eTag()).isEqualTo("\"4a4be40c96ac6314e91d93f38043a634\"");
    assertThat(put.serverSideEncryptionAsString()).isEqualTo("AES256");

    ResponseBytes<GetObjectResponse> got = get("cat");
    assertThat(got.asUtf8String()).isEqualTo("meow");
    assertThat(got.response().contentLength()).isEqualTo(4);
    assertThat(got.response().eTag()).isEqualTo(put.eTag());
    assertThat(got.response().contentType()).isEqualTo("text/plain; charset=UTF-8");
    assertThat(got.response().acceptRanges()).isEqualTo("bytes");
    assertThat(got.response().versionId()).isNull();
    assertThat(got.response().lastModified()).isNotNull();
    assertThat(got.response().storageClass()).isNull();
  }

  @Test
  void putObject_empty_hasTheEntityTagOfNothing() {
    assertThat(put("nothing", "").eTag()).isEqualTo("\"d41d8cd98f00b204e9800998ecf8427e\"");
    assertThat(get("nothing").asByteArray()).isEmpty();
    assertThat(s3.headObject(in -> in.bucket("photos").key("nothing")).contentLength()).isZero();
  }

  @Test
  void putObject_headers_areRead() {
    Instant expires = Instant.parse("2031-02-03T04:05:06Z");
    s3.putObject(
        in ->
            in.bucket("photos")
                .key("cat")
                .contentType("image/cat")
                .cacheControl("max-age=60")
                .contentDisposition("attachment; filename=\"cat\"")
                .contentEncoding("gzip")
                .contentLanguage("en")
                .expires(expires)
                .websiteRedirectLocation("/dog")
                .storageClass("STANDARD_IA")
                .metadata(Map.of("Mood", "sleepy", "empty", "")),
        RequestBody.fromString("meow"));

    HeadObjectResponse head = s3.headObject(in -> in.bucket("photos").key("cat"));
    assertThat(head.contentType()).isEqualTo("image/cat");
    assertThat(head.cacheControl()).isEqualTo("max-age=60");
    assertThat(head.contentDisposition()).isEqualTo("attachment; filename=\"cat\"");
    assertThat(head.contentEncoding()).isEqualTo("gzip");
    assertThat(head.contentLanguage()).isEqualTo("en");
    assertThat(head.expires()).isEqualTo(expires);
    assertThat(head.websiteRedirectLocation()).isEqualTo("/dog");
    assertThat(head.storageClassAsString()).isEqualTo("STANDARD_IA");
    assertThat(head.metadata()).isEqualTo(Map.of("mood", "sleepy", "empty", ""));
    assertThat(head.contentLength()).isEqualTo(4);
    assertThat(get("cat").response().metadata()).isEqualTo(head.metadata());
  }

  @Test
  void getObject_otherHeadersWanted_areGiven() {
    put("cat", "meow");
    GetObjectResponse got =
        s3.getObjectAsBytes(
                in ->
                    in.bucket("photos")
                        .key("cat")
                        .responseContentType("a/b")
                        .responseCacheControl("none")
                        .responseContentDisposition("inline")
                        .responseContentLanguage("de")
                        .responseContentEncoding("x")
                        .responseExpires(Instant.EPOCH))
            .response();

    assertThat(got.contentType()).isEqualTo("a/b");
    assertThat(got.cacheControl()).isEqualTo("none");
    assertThat(got.contentDisposition()).isEqualTo("inline");
    assertThat(got.contentLanguage()).isEqualTo("de");
    assertThat(got.contentEncoding()).isEqualTo("x");
    assertThat(got.expires()).isEqualTo(Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a//b",
        "/a",
        "//",
        "a/../b",
        "..",
        "a/./b",
        "a+b c",
        "a%2Fb",
        "100%",
        "ключ/😀 é",
        "folder/",
        "a?b#c&d=e;f",
        "~'()*!$,:@[]|\\\"<>^`{}",
        "a\tb"
      })
  void anyKey_isItself(String key) {
    put(key, key);

    assertThat(get(key).asUtf8String()).isEqualTo(key);
    assertThat(s3.headObject(in -> in.bucket("photos").key(key)).contentLength())
        .isEqualTo(key.getBytes(StandardCharsets.UTF_8).length);
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents())
        .extracting(S3Object::key)
        .containsExactly(key);
    s3.deleteObject(in -> in.bucket("photos").key(key));
    assertThat(s3.listObjects(in -> in.bucket("photos")).contents()).isEmpty();
  }

  @Test
  void putObject_keyOf1025Bytes_isRefused() {
    put("é".repeat(512), "fits");
    assertRefused(
        () -> put("é".repeat(512) + "x", "no"), 400, "KeyTooLongError", "Your key is too long");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, bytes 0-0/10",
    "bytes=2-4, 234, bytes 2-4/10",
    "bytes=7-, 789, bytes 7-9/10",
    "bytes=-3, 789, bytes 7-9/10",
    "bytes=-30, 0123456789, bytes 0-9/10",
    "bytes=8-100, 89, bytes 8-9/10",
  })
  void getObject_range_isPartial(String range, String text, String contentRange) {
    put("ten", TEN);
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(in -> in.bucket("photos").key("ten").range(range));

    assertThat(got.asUtf8String()).isEqualTo(text);
    assertThat(got.response().contentRange()).isEqualTo(contentRange);
    assertThat(got.response().contentLength()).isEqualTo(text.length());
    assertThat(got.response().sdkHttpResponse().statusCode()).isEqualTo(206);
    HeadObjectResponse head = s3.headObject(in -> in.bucket("photos").key("ten").range(range));
    assertThat(head.contentRange()).isEqualTo(contentRange);
    assertThat(head.sdkHttpResponse().statusCode()).isEqualTo(206);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=5-2", "lines=1-2", "bytes=a-b", "bytes=-", "bytes=0-1,3-4"})
  void getObject_noRange_isWhole(String range) {
    put("ten", TEN);
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(in -> in.bucket("photos").key("ten").range(range));

    assertThat(got.asUtf8String()).isEqualTo(TEN);
    assertThat(got.response().sdkHttpResponse().statusCode()).isEqualTo(200);
  }

  @Test
  void getObject_rangeBehindTheEnd_isRefused() {
    put("ten", TEN);
    put("nothing", "");
    for (String range : new String[] {"bytes=10-", "bytes=10-20", "bytes=-0"}) {
      assertRefused(
          () -> s3.getObjectAsBytes(in -> in.bucket("photos").key("ten").range(range)),
          416,
          "InvalidRange",
          "The requested range is not satisfiable");
    }
    assertRefused(
        () -> s3.getObjectAsBytes(in -> in.bucket("photos").key("nothing").range("bytes=0-")),
        416,
        "InvalidRange");
  }

  @Test
  void getObject_partOfWhole_isWhole() {
    put("ten", TEN);
    ResponseBytes<GetObjectResponse> got =
        s3.getObjectAsBytes(in -> in.bucket("photos").key("ten").partNumber(1));
    assertThat(got.asUtf8String()).isEqualTo(TEN);
    assertThat(got.response().partsCount()).isNull();
    assertRefused(
        () -> s3.getObjectAsBytes(in -> in.bucket("photos").key("ten").partNumber(2)),
        416,
        "InvalidPartNumber",
        "The requested partnumber is not satisfiable");
  }

  @Test
  void getObject_noObject_isRefused() {
    assertThat(assertRefused(() -> get("none"), 404, "NoSuchKey"))
        .isInstanceOf(NoSuchKeyException.class)
        .hasMessageContaining("The specified key does not exist.");
    assertThat(refusedStatus(() -> s3.headObject(in -> in.bucket("photos").key("none"))))
        .isEqualTo(404);
    s3.deleteObject(in -> in.bucket("photos").key("none"));
  }

  @Test
  void putObject_metadataOverTwoKilobytes_isRefused() {
    assertRefused(
        () ->
            s3.putObject(
                in -> in.bucket("photos").key("a").metadata(Map.of("k", "x".repeat(2048))),
                RequestBody.empty()),
        400,
        "MetadataTooLarge",
        "Your metadata headers exceed the maximum allowed metadata size");
    s3.putObject(
        in -> in.bucket("photos").key("a").metadata(Map.of("k", "x".repeat(2047))),
        RequestBody.empty());
  }

  @Test
  void putObject_unknownStorageClass_isRefused() {
    assertRefused(
        () ->
            s3.putObject(
                in -> in.bucket("photos").key("a").storageClass("ATTIC"), RequestBody.empty()),
        400,
        "InvalidStorageClass",
        "The storage class you specified is not valid");
  }
}
