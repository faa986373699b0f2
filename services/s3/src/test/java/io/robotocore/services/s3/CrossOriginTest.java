package io.robotocore.services.s3;

import static io.robotocore.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import io.robotocore.services.s3.Browser.Answer;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;

/**
 * Pages of other sites. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html">.
 */
@SuppressWarnings("unchecked") // lists of consumers, as the SDK's builders take them
@AwsEmulator
final class CrossOriginTest {

  private final S3Client s3;
  private final Browser browser;

  CrossOriginTest(S3Client s3, Emulator emulator) {
    this.s3 = s3;
    this.browser = new Browser(emulator, "photos.s3.amazonaws.com");
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("cat"), RequestBody.fromString("meow"));
  }

  private void allow(Consumer<CORSRule.Builder> rule) {
    s3.putBucketCors(in -> in.bucket("photos").corsConfiguration(cors -> cors.corsRules(rule)));
  }

  private Answer ask(String origin, String method, String headers) throws IOException {
    return browser.send(
        "OPTIONS",
        "/cat",
        Map.of(
            "Origin", origin,
            "Access-Control-Request-Method", method,
            "Access-Control-Request-Headers", headers));
  }

  @Test
  void putBucketCors_preflight_isAllowed() throws Exception {
    allow(
        rule ->
            rule.allowedOrigins("https://*.example.com")
                .allowedMethods("GET", "PUT")
                .allowedHeaders("x-amz-*", "Content-Type")
                .exposeHeaders("ETag")
                .maxAgeSeconds(3000));

    Answer answer = ask("https://www.example.com", "PUT", "Content-Type, X-Amz-Date");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers())
        .containsEntry("access-control-allow-origin", "https://www.example.com")
        .containsEntry("access-control-allow-methods", "GET, PUT")
        .containsEntry("access-control-allow-headers", "content-type, x-amz-date")
        .containsEntry("access-control-expose-headers", "ETag")
        .containsEntry("access-control-max-age", "3000")
        .containsEntry("access-control-allow-credentials", "true")
        .containsEntry(
            "vary", "Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void putBucketCors_preflightThatDoesNotFit_isRefused() throws Exception {
    allow(rule -> rule.allowedOrigins("https://a.com").allowedMethods("GET"));
    for (Answer answer :
        new Answer[] {
          ask("https://b.com", "GET", ""),
          ask("https://a.com", "PUT", ""),
          ask("https://a.com", "GET", "x-mine")
        }) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body())
          .contains("<Code>AccessForbidden</Code>")
          .contains("CORSResponse: This CORS request is not allowed. This is usually because")
          .contains("<ResourceType>OBJECT</ResourceType>");
    }
  }

  @Test
  void preflight_withoutConfiguration_saysWhy() throws Exception {
    assertThat(ask("https://a.com", "GET", "").body())
        .contains("<Message>CORSResponse: CORS is not enabled for this bucket.</Message>");
    s3.deleteObject(in -> in.bucket("photos").key("cat"));
    s3.deleteBucket(in -> in.bucket("photos"));
    assertThat(ask("https://a.com", "GET", "").body())
        .contains("<Message>CORSResponse: Bucket not found</Message>");
    Answer noOrigin = browser.send("OPTIONS", "/cat", Map.of());
    assertThat(noOrigin.status()).isEqualTo(400);
    assertThat(noOrigin.body())
        .contains("<Message>Insufficient information. Origin request header needed.</Message>");
    assertThat(ask("https://a.com", "PATCH", "").body())
        .contains("<Message>Invalid Access-Control-Request-Method: PATCH</Message>");
  }

  @Test
  void getObject_fromAPage_saysWhoMayReadIt() throws Exception {
    allow(rule -> rule.allowedOrigins("*").allowedMethods("GET").exposeHeaders("x-amz-meta-a"));
    Answer answer = browser.send("GET", "/cat", Map.of("Origin", "https://a.com"));
    assertThat(answer.body()).isEqualTo("meow");
    assertThat(answer.headers())
        .containsEntry("access-control-allow-origin", "*")
        .containsEntry("access-control-expose-headers", "x-amz-meta-a")
        .doesNotContainKey("access-control-allow-credentials");

    assertThat(browser.send("GET", "/none", Map.of("Origin", "https://a.com")).headers())
        .containsEntry("access-control-allow-origin", "*");
    assertThat(browser.send("GET", "/cat", Map.of()).headers())
        .doesNotContainKey("access-control-allow-origin");
    s3.deleteBucketCors(in -> in.bucket("photos"));
    assertThat(browser.send("GET", "/cat", Map.of("Origin", "https://a.com")).headers())
        .doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void putBucketCors_isGivenBack() {
    assertRefused(
        () -> s3.getBucketCors(in -> in.bucket("photos")),
        404,
        "NoSuchCORSConfiguration",
        "The CORS configuration does not exist");
    CORSRule rule = CORSRule.builder().id("1").allowedOrigins("*").allowedMethods("GET").build();
    s3.putBucketCors(in -> in.bucket("photos").corsConfiguration(cors -> cors.corsRules(rule)));
    assertThat(s3.getBucketCors(in -> in.bucket("photos")).corsRules()).containsExactly(rule);
  }

  @Test
  void putBucketCors_wrongRule_isRefused() {
    assertRefused(
        () -> allow(rule -> rule.allowedOrigins("*").allowedMethods("PATCH")),
        400,
        "InvalidRequest",
        "Found unsupported HTTP method in CORS config. Unsupported method is PATCH");
    assertRefused(
        () -> allow(rule -> rule.allowedOrigins("http://*.*").allowedMethods("GET")),
        400,
        "InvalidRequest",
        "AllowedOrigin \"http://*.*\" can not have more than one wildcard.");
    assertRefused(
        () -> allow(rule -> rule.allowedOrigins("*").allowedMethods("GET").exposeHeaders("*")),
        400,
        "InvalidRequest",
        "ExposeHeader \"*\" contains wildcard. We currently do not support wildcard for"
            + " ExposeHeader.");
    assertRefused(
        () ->
            s3.putBucketCors(
                in ->
                    in.bucket("photos").corsConfiguration(cors -> cors.corsRules(new CORSRule[0]))),
        400,
        "MalformedXML");
  }
}
