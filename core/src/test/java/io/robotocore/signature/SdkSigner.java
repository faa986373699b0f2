package io.robotocore.signature;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Signs requests with the AWS SDK: what it signs, AWS lets in.
 *
 * @param service the signing name
 * @param time when
 * @param more what else the signer is told
 */
record SdkSigner(
    String service, Instant time, Consumer<SignRequest.Builder<AwsCredentialsIdentity>> more) {

  static final Instant TIME = Instant.parse("2015-08-30T12:36:00Z");
  static final AwsCredentialsIdentity CREDENTIALS =
      AwsCredentialsIdentity.create("123456789012", "secret-of-123456789012");

  static SdkSigner of(String service) {
    boolean s3 = service.equals("s3");
    return new SdkSigner(
        service,
        TIME,
        sign ->
            sign.identity(CREDENTIALS)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !s3)
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !s3));
  }

  SdkSigner with(Consumer<SignRequest.Builder<AwsCredentialsIdentity>> other) {
    return new SdkSigner(service, time, more.andThen(other));
  }

  SdkSigner presigned(Duration duration) {
    return with(
        sign ->
            sign.putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, duration)
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, !service.equals("s3")));
  }

  SignedRequest sign(SdkHttpRequest request, byte[] body) {
    return sign(request, body, service);
  }

  /** Signs a request and takes it for one to another service. */
  SignedRequest sign(SdkHttpRequest request, byte[] body, String receiver) {
    var signed =
        AwsV4HttpSigner.create()
            .sign(
                sign -> {
                  sign.request(request)
                      .payload(ContentStreamProvider.fromByteArray(body))
                      .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                      .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                      .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(time, ZoneOffset.UTC));
                  more.accept(sign);
                });
    SdkHttpRequest head = signed.request();
    Headers.Builder headers = Headers.builder();
    head.forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
    String path = head.encodedPath().isEmpty() ? "/" : head.encodedPath();
    return new SignedRequest(
        new HttpRequest(
            head.method().name(),
            path,
            head.encodedQueryParameters().orElse(""),
            headers.build(),
            Body.of(signed.payload().map(SdkSigner::bytes).orElse(new byte[0]))),
        receiver,
        path,
        false);
  }

  private static byte[] bytes(ContentStreamProvider payload) {
    try {
      return payload.newStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
