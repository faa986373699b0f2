package io.robotocore.model;

import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.util.StringJoiner;

/**
 * Makes requests as an SDK would send them to an endpoint on this machine, with sample values where
 * it must give some.
 */
final class SampleRequest {

  private SampleRequest() {}

  static HttpRequest of(OperationModel operation, ProtocolId protocol) {
    return switch (protocol) {
      case AWS_JSON_1_0 -> targeted(operation, "application/x-amz-json-1.0");
      case AWS_JSON_1_1 -> targeted(operation, "application/x-amz-json-1.1");
      case AWS_CBOR_1_1 -> targeted(operation, "application/x-amz-cbor-1.1");
      case AWS_QUERY, EC2_QUERY -> query(operation);
      case RPC_V2_CBOR -> rpcV2(operation);
      case REST_JSON, REST_XML -> rest(operation);
    };
  }

  /** The same request to another host. */
  static HttpRequest at(String host, HttpRequest request) {
    Headers.Builder headers = Headers.builder();
    request
        .headers()
        .forEach((name, value) -> headers.add(name, name.equals("Host") ? host : value));
    return new HttpRequest(
        request.method(), request.path(), request.query(), headers.build(), request.body());
  }

  private static HttpRequest targeted(OperationModel operation, String contentType) {
    String target = operation.service().targetPrefix().orElseThrow() + "." + operation.name();
    Headers headers =
        headers(operation).add("Content-Type", contentType).add("X-Amz-Target", target).build();
    return new HttpRequest("POST", "/", "", headers, Body.of("{}"));
  }

  private static HttpRequest query(OperationModel operation) {
    String form = "Action=" + operation.name() + "&Version=" + operation.service().apiVersion();
    Headers headers =
        headers(operation)
            .add("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .build();
    return new HttpRequest("POST", "/", "", headers, Body.of(form));
  }

  private static HttpRequest rpcV2(OperationModel operation) {
    String service = operation.service().targetPrefix().orElseThrow();
    Headers headers =
        headers(operation)
            .add("smithy-protocol", "rpc-v2-cbor")
            .add("Content-Type", "application/cbor")
            .build();
    return new HttpRequest(
        "POST", "/service/" + service + "/operation/" + operation.name(), "", headers, Body.EMPTY);
  }

  private static HttpRequest rest(OperationModel operation) {
    Headers.Builder headers = headers(operation);
    String[] uri = operation.requestUri().split("\\?", 2);
    StringJoiner query = new StringJoiner("&");
    if (uri.length > 1) {
      query.add(uri[1]);
    }
    for (Member member : operation.input().members()) {
      if (member.required() && member.location() == Location.QUERY) {
        query.add(member.wireName() + "=sample");
      } else if (member.required() && member.location() == Location.HEADER) {
        headers.add(member.wireName(), "sample");
      }
    }
    String path =
        uri[0]
            .replaceAll("\\{[^}]*\\+}", "sample/of/many")
            .replaceAll("\\{[^}]*}", "sample%2Flabel");
    return new HttpRequest(
        operation.httpMethod(), path, query.toString(), headers.build(), Body.EMPTY);
  }

  private static Headers.Builder headers(OperationModel operation) {
    String scope =
        "AKIAIOSFODNN7EXAMPLE/20150830/eu-west-1/"
            + operation.service().signingName()
            + "/aws4_request";
    return Headers.builder()
        .add("Host", "localhost:4566")
        .add(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=" + scope + ", SignedHeaders=host, Signature=00");
  }
}
