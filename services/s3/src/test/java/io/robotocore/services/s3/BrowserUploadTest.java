package io.robotocore.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.services.s3.Browser.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Forms with files. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">.
 */
@AwsEmulator
final class BrowserUploadTest {

  private final S3Client s3;
  private final Emulator emulator;
  private final Browser browser;

  BrowserUploadTest(S3Client s3, Emulator emulator) {
    this.s3 = s3;
    this.emulator = emulator;
    this.browser = new Browser(emulator, "photos.localhost");
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
  }

  private static Map<String, String> fields(String... namesAndValues) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }

  private Answer send(Map<String, String> fields, String file) throws IOException {
    return browser.upload(fields, file);
  }

  private static String policy(String expiration, String conditions) {
    return Base64.getEncoder()
        .encodeToString(
            "{\"expiration\": \"%s\", \"conditions\": [%s]}"
                .formatted(expiration, conditions)
                .getBytes(StandardCharsets.UTF_8));
  }

  private GetObjectResponse head(String key) {
    return s3.getObjectAsBytes(in -> in.bucket("photos").key(key)).response();
  }

  @Test
  void postObject_isStored() throws Exception {
    Answer answer =
        send(
            fields(
                "key", "cats/${filename}",
                "Content-Type", "image/png",
                "x-amz-meta-Color", "black",
                "x-amz-storage-class", "STANDARD_IA",
                "tagging",
                    "<Tagging><TagSet><Tag><Key>a</Key><Value>b &amp; c</Value></Tag></TagSet></Tagging>"),
            "meow");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("<Code>InvalidTag</Code>");
    answer =
        send(
            fields(
                "key", "cats/${filename}",
                "Content-Type", "image/png",
                "x-amz-meta-Color", "black",
                "x-amz-storage-class", "STANDARD_IA",
                "tagging",
                    "<Tagging><TagSet><Tag><Key>a</Key><Value>b + c</Value></Tag></TagSet></Tagging>"),
            "meow");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    GetObjectResponse stored = head("cats/Katze ü.jpg");
    assertThat(answer.headers()).containsEntry("etag", stored.eTag());
    assertThat(stored.contentType()).isEqualTo("image/png");
    assertThat(stored.contentLength()).isEqualTo(4);
    assertThat(stored.metadata()).containsEntry("color", "black");
    assertThat(stored.storageClassAsString()).isEqualTo("STANDARD_IA");
    assertThat(s3.getObjectTagging(in -> in.bucket("photos").key("cats/Katze ü.jpg")).tagSet())
        .containsExactly(Tag.builder().key("a").value("b + c").build());
  }

  @Test
  void postObject_successActions_areTaken() throws Exception {
    Answer created = send(fields("key", "a&b", "success_action_status", "201"), "meow");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .contains("<PostResponse><Location>http://photos.localhost")
        .contains("<Bucket>photos</Bucket><Key>a&amp;b</Key><ETag>&quot;");

    assertThat(send(fields("key", "a", "success_action_status", "200"), "").status())
        .isEqualTo(200);
    Answer led =
        send(fields("key", "a b", "success_action_redirect", "http://example.com/ok?x=1"), "m");
    assertThat(led.status()).isEqualTo(303);
    assertThat(led.headers().get("location"))
        .isEqualTo(
            "http://example.com/ok?x=1&bucket=photos&key=a%20b&etag=%226f8f57715090da2632453988d9a1501b%22");
  }

  @Test
  void postObject_policyThatFits_isAllowed() throws Exception {
    String policy =
        policy(
            "2100-01-01T00:00:00Z",
            "{\"bucket\": \"photos\"}, [\"starts-with\", \"$key\", \"cats/\"], {\"acl\": \"private\"},"
                + " [\"content-length-range\", 1, 10], {\"x-amz-credential\": \"123456789012/20260101/us-east-1/s3/aws4_request\"}");
    Answer answer =
        send(
            fields(
                "key", "cats/1",
                "acl", "private",
                "x-amz-credential", "123456789012/20260101/us-east-1/s3/aws4_request",
                "x-ignore-me", "1",
                "policy", policy,
                "x-amz-signature", "0"),
            "meow");
    assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    assertThat(head("cats/1").contentType()).isEqualTo("image/jpeg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "2000-01-01T00:00:00Z | {\"key\": \"a\"} | 403 | AccessDenied | Invalid according to Policy: Policy expired.",
        "2100-01-01T00:00:00Z | {\"key\": \"b\"} | 403 | AccessDenied | Invalid according to Policy: Policy Condition failed: [&quot;eq&quot;, &quot;$key&quot;, &quot;b&quot;]",
        "2100-01-01T00:00:00Z | [\"content-length-range\", 0, 3] | 400 | EntityTooLarge | Your proposed upload exceeds the maximum allowed size",
        "2100-01-01T00:00:00Z | [\"content-length-range\", 5, 9] | 400 | EntityTooSmall | Your proposed upload is smaller than the minimum allowed size",
        "2100-01-01T00:00:00Z | {\"bucket\": \"photos\"} | 403 | AccessDenied | Invalid according to Policy: Extra input fields: key",
        "2100-01-01T00:00:00Z | { | 400 | InvalidPolicyDocument | Invalid Policy: Invalid JSON."
      })
  void postObject_policyThatDoesNotFit_isRefused(
      String expiration, String condition, int status, String code, String message)
      throws Exception {
    Answer answer = send(fields("key", "a", "policy", policy(expiration, condition)), "meow");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().replace("\"", "&quot;"))
        .contains("<Code>" + code + "</Code>")
        .contains("<Message>" + message + "</Message>");
    assertThat(s3.listObjectsV2(in -> in.bucket("photos")).contents()).isEmpty();
  }

  @Test
  void postObject_formWithoutKeyOrFile_isRefused() throws Exception {
    assertThat(send(fields("acl", "private"), "meow").body())
        .contains("Bucket POST must contain a field named 'key'.");
    byte[] noFile =
        "--x\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\na\r\n--x--\r\n"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(
            browser
                .send(
                    "POST", "/", Map.of("Content-Type", "multipart/form-data; boundary=x"), noFile)
                .body())
        .contains("POST requires exactly one file upload per request.");
    assertThat(emulator.calls()).isNotEmpty();
  }

  @Test
  void postObject_signedByAnotherAccount_isThatAccount() throws Exception {
    Answer answer =
        send(
            fields(
                "key", "a",
                "x-amz-credential", "222222222222/20260101/us-east-1/s3/aws4_request"),
            "meow");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("<Code>AccessDenied</Code>");
  }
}
