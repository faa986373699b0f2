package io.robotocore.acceptance;

import io.robotocore.model.AwsModels;
import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.Shape;
import io.robotocore.model.StructureShape;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Requests that look like those of clients and are wrong in all kinds of ways: values of the wrong
 * type, missing and unknown members, damaged bytes, services and operations that do not go
 * together.
 */
final class RandomRequests {

  private static final AwsModels MODELS = AwsModels.load();
  private static final List<String> ODD_TEXTS =
      List.of(
          "",
          "a",
          "0",
          "-1",
          "21",
          "99999999999",
          "true",
          "All",
          "é\uD83D\uDE00",
          "\u0000",
          "arn:aws:sqs:us-east-1:123456789012:random",
          "{}",
          "{\"a\":[1,",
          "x".repeat(3_000),
          "%zz",
          "../..",
          " ");

  private final Random random;
  private final String queueUrl;
  private byte[] last = {};

  RandomRequests(long seed, String queueUrl) {
    this.random = new Random(seed);
    this.queueUrl = queueUrl;
  }

  /** The request made last. */
  String last() {
    return new String(last, StandardCharsets.ISO_8859_1);
  }

  byte[] next() {
    ServiceModel service = service();
    last =
        switch (random.nextInt(10)) {
          case 0 -> rest(service);
          case 1, 2, 3 -> query(service);
          default -> json(service);
        };
    return last;
  }

  private ServiceModel service() {
    String id =
        switch (random.nextInt(10)) {
          case 0 -> MODELS.ids().get(random.nextInt(MODELS.ids().size()));
          case 1, 2 -> "sts";
          default -> "sqs";
        };
    return MODELS.service(id).orElseThrow();
  }

  private OperationModel operation(ServiceModel service) {
    List<String> names =
        service.operationNames().stream().filter(name -> !name.equals("DeleteQueue")).toList();
    return service.operation(names.get(random.nextInt(names.size()))).orElseThrow();
  }

  private byte[] json(ServiceModel service) {
    OperationModel operation = operation(service);
    String prefix = service.targetPrefix().orElse(oddText());
    String name = random.nextInt(50) == 0 ? "NoSuchThing" : operation.name();
    String target = header(prefix + "." + name);
    byte[] body = json(operation.input(), 0).getBytes(StandardCharsets.UTF_8);
    return request(
        "POST / HTTP/1.1", damaged(body), "X-Amz-Target: " + target, type("x-amz-json-1.0"));
  }

  private byte[] query(ServiceModel service) {
    OperationModel operation = operation(service);
    StringBuilder form =
        new StringBuilder("Action=" + operation.name() + "&Version=" + service.apiVersion());
    fields("", operation.input(), form, 0);
    byte[] body = damaged(form.toString().getBytes(StandardCharsets.UTF_8));
    return request("POST / HTTP/1.1", body, type("x-www-form-urlencoded"), authorization(service));
  }

  private byte[] rest(ServiceModel service) {
    OperationModel operation = operation(service);
    String uri = operation.requestUri().replaceAll("\\{[^}]*}", "x" + random.nextInt(100));
    String path =
        random.nextInt(5) == 0 ? "/" + URLEncoder.encode(oddText(), StandardCharsets.UTF_8) : uri;
    byte[] body = damaged(json(operation.input(), 0).getBytes(StandardCharsets.UTF_8));
    return request(
        operation.httpMethod() + " " + path + " HTTP/1.1",
        body,
        authorization(service),
        type("json"));
  }

  private static byte[] request(String line, byte[] body, String... headers) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String head =
        line
            + "\r\nHost: localhost\r\nContent-Length: "
            + body.length
            + "\r\n"
            + String.join("\r\n", headers);
    bytes.writeBytes(RawConnection.bytes(head + "\r\n\r\n"));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  private static String type(String subtype) {
    return "Content-Type: application/" + subtype;
  }

  private String authorization(ServiceModel service) {
    String name = random.nextInt(20) == 0 ? header(oddText()) : service.signingName();
    return "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/"
        + name
        + "/aws4_request, SignedHeaders=host, Signature=0";
  }

  private static String header(String text) {
    return text.replaceAll("[^\\x21-\\x7e]", "_");
  }

  private byte[] damaged(byte[] body) {
    if (body.length > 0 && random.nextInt(4) == 0) {
      for (int i = 0; i <= random.nextInt(3); i++) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
    }
    return body;
  }

  /** A value for a shape, mostly of the right type, as JSON. */
  private String json(Shape shape, int depth) {
    if (random.nextInt(20) == 0 || depth > 4) {
      return List.of("null", "1", "\"a\"", "[]", "{}", "true", "1e400", "[[[[]]]]")
          .get(random.nextInt(8));
    }
    if (shape instanceof StructureShape structure) {
      List<String> members = new ArrayList<>();
      for (Member member : structure.members()) {
        if (member.required() ? random.nextInt(10) > 0 : random.nextInt(3) == 0) {
          members.add("\"" + member.name() + "\":" + value(member, depth));
        }
      }
      return "{" + String.join(",", members) + "}";
    } else if (shape instanceof ListShape list) {
      return "[" + json(list.member().target(), depth + 1) + "]";
    } else if (shape instanceof MapShape map) {
      return "{\""
          + oddText().replaceAll("[\"\\\\\u0000]", "")
          + "\":"
          + json(map.value().target(), depth + 1)
          + "}";
    }
    return simple(shape);
  }

  private String value(Member member, int depth) {
    return member.name().equals("QueueUrl") && random.nextInt(4) > 0
        ? "\"" + queueUrl + "\""
        : json(member.target(), depth + 1);
  }

  private String simple(Shape shape) {
    return switch (shape.type()) {
      case INTEGER, LONG, TIMESTAMP ->
          List.of("-1", "0", "21", "2147483648").get(random.nextInt(4));
      case BOOLEAN -> "true";
      case FLOAT, DOUBLE -> "1.5";
      default -> "\"" + text(shape).replaceAll("[\"\\\\\u0000]", "") + "\"";
    };
  }

  private void fields(String prefix, Shape shape, StringBuilder form, int depth) {
    if (shape instanceof StructureShape structure && depth < 4) {
      for (Member member : structure.members()) {
        if (random.nextInt(2) == 0) {
          fields(
              prefix + (prefix.isEmpty() ? "" : ".") + member.xmlName(),
              member.target(),
              form,
              depth + 1);
        }
      }
    } else if (shape instanceof ListShape list && depth < 4) {
      String at = random.nextBoolean() ? ".member.1" : "." + random.nextInt(3);
      fields(prefix + at, list.member().target(), form, depth + 1);
    } else {
      String text = prefix.equals("QueueUrl") ? queueUrl : text(shape);
      form.append('&')
          .append(prefix)
          .append('=')
          .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
  }

  private String text(Shape shape) {
    List<String> known = shape.constraints().enumValues();
    return known.isEmpty() || random.nextInt(3) == 0
        ? oddText()
        : known.get(random.nextInt(known.size()));
  }

  private String oddText() {
    return ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
  }
}
