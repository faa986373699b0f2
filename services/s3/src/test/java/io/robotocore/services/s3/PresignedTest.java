package io.robotocore.services.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.Emulator;
import io.robotocore.junit5.AwsEmulator;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** URLs that carry a signature, used by an HTTP client that knows nothing of AWS. */
@AwsEmulator
final class PresignedTest {

  private final Emulator emulator;
  private final S3Client s3;
  private final HttpClient http = HttpClient.newHttpClient();
  private final S3Presigner presigner;

  PresignedTest(Emulator emulator, S3Client s3) {
    this.emulator = emulator;
    this.s3 = s3;
    presigner =
        S3Presigner.builder()
            .endpointOverride(emulator.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(() -> emulator.scope().credentials())
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
            .build();
  }

  @BeforeEach
  void putObject() {
    s3.createBucket(in -> in.bucket("photos"));
    s3.putObject(in -> in.bucket("photos").key("a cat+é"), RequestBody.fromString("meow"));
  }

  @AfterEach
  void close() {
    presigner.close();
  }

  private HttpResponse<String> send(String method, URL url, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(url.toURI())
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  @Test
  void getObject_url_isAnswered() throws Exception {
    URL url =
        presigner
            .presignGetObject(
                in ->
                    in.signatureDuration(Duration.ofMinutes(5))
                        .getObjectRequest(
                            get ->
                                get.bucket("photos")
                                    .key("a cat+é")
                                    .responseContentType("text/cat")
                                    .responseContentDisposition("attachment; filename=\"c\"")))
            .url();
    HttpResponse<String> got = send("GET", url, "");
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(got.body()).isEqualTo("meow");
    assertThat(got.headers().firstValue("Content-Type")).contains("text/cat");
    assertThat(got.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"c\"");

    emulator.clock().advance(Duration.ofMinutes(6));
    HttpResponse<String> late = send("GET", url, "");
    assertThat(late.statusCode()).isEqualTo(403);
    assertThat(late.body()).contains("<Code>AccessDenied</Code>", "Request has expired");
  }

  @Test
  void putObject_url_isWritten() throws Exception {
    PresignedPutObjectRequest put =
        presigner.presignPutObject(
            in ->
                in.signatureDuration(Duration.ofMinutes(5))
                    .putObjectRequest(
                        object -> object.bucket("photos").key("dog").contentType("image/dog")));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(put.url().toURI()).PUT(BodyPublishers.ofString("wuff"));
    put.signedHeaders()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("host")) {
                values.forEach(value -> request.header(name, value));
              }
            });
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("dog")).asUtf8String())
        .isEqualTo("wuff");
    assertThat(s3.headObject(in -> in.bucket("photos").key("dog")).contentType())
        .isEqualTo("image/dog");
  }

  @Test
  void uploadPart_url_isWritten() throws Exception {
    String upload = s3.createMultipartUpload(in -> in.bucket("photos").key("film")).uploadId();
    URL url =
        presigner
            .presignUploadPart(
                in ->
                    in.signatureDuration(Duration.ofMinutes(5))
                        .uploadPartRequest(
                            part ->
                                part.bucket("photos").key("film").uploadId(upload).partNumber(1)))
            .url();
    String etag = send("PUT", url, "one").headers().firstValue("ETag").orElseThrow();
    s3.completeMultipartUpload(
        in ->
            in.bucket("photos")
                .key("film")
                .uploadId(upload)
                .multipartUpload(
                    all -> all.parts(CompletedPart.builder().partNumber(1).eTag(etag).build())));

    assertThat(s3.getObjectAsBytes(in -> in.bucket("photos").key("film")).asUtf8String())
        .isEqualTo("one");
  }

  /** As older clients sign: the secret, the method, the time of expiry and the resource. */
  @Test
  void getObject_olderSignature_isAnswered() throws Exception {
    s3.putObject(in -> in.bucket("photos").key("dog"), RequestBody.fromString("wuff"));
    long expires = emulator.clock().instant().plusSeconds(60).getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(
        new SecretKeySpec(
            emulator.scope().credentials().secretAccessKey().getBytes(StandardCharsets.UTF_8),
            "HmacSHA1"));
    String signature =
        Base64.getEncoder()
            .encodeToString(
                mac.doFinal(
                    ("GET\n\n\n" + expires + "\n/photos/dog").getBytes(StandardCharsets.UTF_8)));
    URL url =
        URI.create(
                "%s/photos/dog?AWSAccessKeyId=%s&Expires=%d&Signature=%s"
                    .formatted(
                        emulator.endpoint(),
                        emulator.scope().credentials().accessKeyId(),
                        expires,
                        java.net.URLEncoder.encode(signature, StandardCharsets.UTF_8)))
            .toURL();

    assertThat(send("GET", url, "").body()).isEqualTo("wuff");
    emulator.clock().advance(Duration.ofMinutes(2));
    assertThat(send("GET", url, "").statusCode()).isEqualTo(403);
  }
}
