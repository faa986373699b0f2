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
import software.amazon.awssdk.services.s3.model.Protocol;
import software.amazon.awssdk.services.s3.model.WebsiteConfiguration;

/**
 * Web sites. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/WebsiteHosting.html">.
 */
@SuppressWarnings("unchecked") // lists of consumers, as the SDK's builders take them
@AwsEmulator
final class WebsitesTest {

  private final S3Client s3;
  private final Browser browser;

  WebsitesTest(S3Client s3, Emulator emulator) {
    this.s3 = s3;
    this.browser = new Browser(emulator, "photos.s3-website-us-east-1.amazonaws.com");
  }

  @BeforeEach
  void createBucket() {
    s3.createBucket(in -> in.bucket("photos"));
    page("index.html", "home");
    page("cats/index.html", "cats");
    page("sorry.html", "sorry");
  }

  private void page(String key, String text) {
    s3.putObject(
        in -> in.bucket("photos").key(key).contentType("text/html"), RequestBody.fromString(text));
  }

  private void site(Consumer<WebsiteConfiguration.Builder> site) {
    s3.putBucketWebsite(in -> in.bucket("photos").websiteConfiguration(site));
  }

  private void site() {
    site(
        site ->
            site.indexDocument(index -> index.suffix("index.html"))
                .errorDocument(error -> error.key("sorry.html")));
  }

  private Answer get(String path) throws IOException {
    return browser.send("GET", path, Map.of());
  }

  @Test
  void putBucketWebsite_pages_areShown() throws Exception {
    site();
    Answer home = get("/");
    assertThat(home.status()).isEqualTo(200);
    assertThat(home.body()).isEqualTo("home");
    assertThat(home.headers()).containsEntry("content-type", "text/html");
    assertThat(get("/cats/").body()).isEqualTo("cats");
    assertThat(get("/index.html").body()).isEqualTo("home");
    assertThat(browser.send("GET", "/", Map.of("Range", "bytes=1-2")).body()).isEqualTo("om");
    assertThat(
            browser
                .send("GET", "/", Map.of("If-None-Match", home.header("etag").orElseThrow()))
                .status())
        .isEqualTo(304);
    assertThat(browser.send("HEAD", "/", Map.of()).status()).isEqualTo(200);
    assertThat(browser.send("PUT", "/", Map.of()).status()).isEqualTo(405);
  }

  @Test
  void putBucketWebsite_localHost_isTheSame() throws Exception {
    site();
    Browser local = new Browser(browser.emulator(), "photos.s3-website.localhost:4566");
    assertThat(local.send("GET", "/cats/", Map.of()).body()).isEqualTo("cats");
  }

  @Test
  void putBucketWebsite_folder_leadsToItsIndex() throws Exception {
    site();
    Answer answer = get("/cats");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.headers()).containsEntry("location", "/cats/");
  }

  @Test
  void putBucketWebsite_missingPage_showsTheErrorDocument() throws Exception {
    site();
    Answer answer = get("/dogs");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("sorry");

    s3.deleteObject(in -> in.bucket("photos").key("sorry.html"));
    assertThat(get("/dogs").body())
        .contains("<h1>404 Not Found</h1>")
        .contains("<li>Code: NoSuchKey</li>")
        .contains("<li>Key: dogs</li>")
        .contains("An Error Occurred While Attempting to Retrieve a Custom Error Document");
  }

  @Test
  void putBucketWebsite_none_saysSo() throws Exception {
    Answer answer = get("/");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .contains("<li>Code: NoSuchWebsiteConfiguration</li>")
        .contains("<li>BucketName: photos</li>");
    assertThat(
            new Browser(browser.emulator(), "none.s3-website.localhost")
                .send("GET", "/", Map.of())
                .body())
        .contains("<li>Code: NoSuchBucket</li>");
  }

  @Test
  void putBucketWebsite_objectThatLeadsElsewhere_redirects() throws Exception {
    site();
    s3.putObject(
        in -> in.bucket("photos").key("old").websiteRedirectLocation("/cats/"),
        RequestBody.empty());
    Answer answer = get("/old");
    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.headers()).containsEntry("location", "/cats/");
  }

  /**
   * See <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/how-to-page-redirect.html">.
   */
  @Test
  void putBucketWebsite_routingRules_redirect() throws Exception {
    site(
        site ->
            site.indexDocument(index -> index.suffix("index.html"))
                .routingRules(
                    rule ->
                        rule.condition(when -> when.keyPrefixEquals("docs/"))
                            .redirect(to -> to.replaceKeyPrefixWith("documents/")),
                    rule ->
                        rule.condition(
                                when ->
                                    when.keyPrefixEquals("lost/")
                                        .httpErrorCodeReturnedEquals("404"))
                            .redirect(
                                to ->
                                    to.hostName("example.com")
                                        .protocol(Protocol.HTTPS)
                                        .httpRedirectCode("302")
                                        .replaceKeyWith("found.html"))));

    assertThat(get("/docs/a b".replace(" ", "%20")).headers())
        .containsEntry(
            "location", "http://photos.s3-website-us-east-1.amazonaws.com/documents/a%20b");
    Answer lost = get("/lost/a");
    assertThat(lost.status()).isEqualTo(302);
    assertThat(lost.headers()).containsEntry("location", "https://example.com/found.html");
    page("lost/b", "here");
    assertThat(get("/lost/b").body()).isEqualTo("here");
    assertThat(get("/dogs").status()).isEqualTo(404);
  }

  @Test
  void putBucketWebsite_redirectAll_leadsElsewhere() throws Exception {
    site(
        site ->
            site.redirectAllRequestsTo(to -> to.hostName("example.com").protocol(Protocol.HTTPS)));
    Answer answer = get("/cats/a");
    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.headers()).containsEntry("location", "https://example.com/cats/a");
    assertThat(s3.getBucketWebsite(in -> in.bucket("photos")).redirectAllRequestsTo().hostName())
        .isEqualTo("example.com");
    s3.deleteBucketWebsite(in -> in.bucket("photos"));
    assertRefused(
        () -> s3.getBucketWebsite(in -> in.bucket("photos")),
        404,
        "NoSuchWebsiteConfiguration",
        "The specified bucket does not have a website configuration");
  }

  @Test
  void putBucketWebsite_wrong_isRefused() {
    assertRefused(
        () -> site(site -> site.indexDocument(index -> index.suffix("a/b"))),
        400,
        "InvalidArgument",
        "The IndexDocument Suffix is not well formed");
    assertRefused(
        () -> site(site -> site.errorDocument(error -> error.key("x"))),
        400,
        "InvalidArgument",
        "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty");
    assertRefused(
        () ->
            site(
                site ->
                    site.redirectAllRequestsTo(to -> to.hostName("x"))
                        .indexDocument(index -> index.suffix("x"))),
        400,
        "InvalidRequest",
        "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
    assertRefused(
        () ->
            site(
                site ->
                    site.indexDocument(index -> index.suffix("x"))
                        .routingRules(rule -> rule.redirect(to -> to.httpRedirectCode("200")))),
        400,
        "InvalidRequest",
        "The provided HTTP redirect code (200) is not valid. Valid codes are 3XX except 300.");
  }
}
