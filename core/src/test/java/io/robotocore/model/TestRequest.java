package io.robotocore.model;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;

/**
 * A request in the making: {@code TestRequest.of("GET
 * /photos?acl").host("s3.amazonaws.com").signedFor("s3")}.
 */
record TestRequest(String line, String host, Headers headers, Body body) {

  static TestRequest of(String line) {
    return new TestRequest(line, "localhost:4566", Headers.none(), Body.EMPTY);
  }

  TestRequest host(String other) {
    return new TestRequest(line, other, headers, body);
  }

  TestRequest with(String name, String value) {
    return new TestRequest(line, host, headers.with(name, value), body);
  }

  TestRequest signedFor(String service) {
    String scope = "AKIAIOSFODNN7EXAMPLE/20150830/eu-west-1/" + service + "/aws4_request";
    return with(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential="
            + scope
            + ", SignedHeaders=host;x-amz-date, Signature=5d672d79");
  }

  TestRequest target(String target) {
    return with("Content-Type", "application/x-amz-json-1.0").with("X-Amz-Target", target);
  }

  TestRequest form(String form) {
    return new TestRequest(
        line,
        host,
        headers.with("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
        Body.of(form));
  }

  HttpRequest build() {
    String[] words = line.split(" ", 2);
    String[] uri = words[1].split("\\?", 2);
    return new HttpRequest(
        words[0], uri[0], uri.length == 1 ? "" : uri[1], headers.with("Host", host), body);
  }
}
