package io.robotocore.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requests put together at random from pieces of good ones and from rubbish. */
class RandomRequestTest {

  private static final List<String> PIECES =
      List.of(
          "/",
          "//",
          "?",
          "&",
          "=",
          "%",
          "%2",
          "%2F",
          "%zz",
          "+",
          " ",
          ".",
          ":",
          ",",
          "{",
          "}",
          "é",
          "\u0000",
          "*",
          "@",
          "Action",
          "Version",
          "2012-11-05",
          "SendMessage",
          "AmazonSQS",
          "AmazonSQS.SendMessage",
          "service",
          "operation",
          "v20180820",
          "2015-03-31",
          "functions",
          "Credential=",
          "AKID/20150830/eu-west-1/",
          "s3",
          "sqs",
          "lambda",
          "/aws4_request",
          "AWS4-HMAC-SHA256 ",
          "AWS ",
          "AWSAccessKeyId",
          "X-Amz-Credential",
          "list-type=2",
          "uploadId",
          "localhost",
          ".localhost:",
          ".amazonaws.com",
          "eu-west-1",
          "s3-eu-west-1",
          "execute-api",
          "[::1]",
          "api/",
          "#");

  private static final List<String> HEADERS =
      List.of(
          "Host",
          "Authorization",
          "X-Amz-Target",
          "smithy-protocol",
          "User-Agent",
          "X-Amz-Region-Set");

  private static final List<String> CONTENT_TYPES =
      List.of(
          "",
          ";",
          "application/x-www-form-urlencoded",
          "application/x-amz-json-1.0",
          "application/cbor");

  private final Random random = new Random(20_150_830);

  private String text(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(pieces + 1); i > 0; i--) {
      text.append(pick(PIECES));
    }
    return text.toString();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private HttpRequest request() {
    Headers.Builder headers = Headers.builder().add("Content-Type", pick(CONTENT_TYPES));
    for (int i = random.nextInt(4); i > 0; i--) {
      headers.add(pick(HEADERS), text(6));
    }
    String method = pick(List.of("GET", "PUT", "POST", "DELETE", "HEAD", "PATCH", "OPTIONS", ""));
    String path = random.nextInt(20) == 0 ? text(2) : "/" + text(8);
    return new HttpRequest(method, path, text(6), headers.build(), Body.of(text(8)));
  }

  @Test
  void route_randomRequest_isRoutedOrRefused() {
    Router router = new Router(AwsModels.load());
    int routed = 0;
    int refused = 0;
    for (int i = 0; i < 100_000; i++) {
      try {
        assertThat(router.route(request()).operation().name()).isNotEmpty();
        routed++;
      } catch (Unroutable e) {
        assertThat(e.code()).isNotEmpty();
        assertThat(e.httpStatus()).isBetween(400, 405);
        refused++;
      }
    }
    assertThat(routed).isPositive();
    assertThat(refused).isPositive();
  }
}
