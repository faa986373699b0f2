package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.Route;
import io.robotocore.model.Shape;
import io.robotocore.model.StructureShape;
import io.robotocore.model.TimestampFormat;
import io.robotocore.protocol.DocumentBinding;
import io.robotocore.protocol.Protocol;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

/**
 * A client of every AWS service, driven by the models as boto3 is: documents in, documents out.
 *
 * @param http what carries the requests
 * @param account the account that signs
 * @param region the region that is signed for
 */
record DocumentClient(SdkHttpClient http, String account, String region) {

  /**
   * What came back.
   *
   * @param status the HTTP status
   * @param code the error's code; empty if there was none
   * @param output the output; empty if there was an error
   * @param fidelity what the answer is worth
   * @param text the body
   */
  record Answer(int status, String code, Map<String, Object> output, String fidelity, String text) {

    boolean ok() {
      return status < 300;
    }
  }

  Answer call(OperationModel operation, Map<String, Object> input) {
    SdkHttpFullRequest request = request(operation, input);
    try {
      HttpExecuteResponse response =
          http.prepareRequest(
                  HttpExecuteRequest.builder()
                      .request(request)
                      .contentStreamProvider(request.contentStreamProvider().orElseThrow())
                      .build())
              .call();
      byte[] body =
          response.responseBody().isPresent()
              ? response.responseBody().get().readAllBytes()
              : new byte[0];
      return answer(operation, response, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Answer answer(OperationModel operation, HttpExecuteResponse response, byte[] body) {
    int status = response.httpResponse().statusCode();
    String text = new String(body, StandardCharsets.UTF_8);
    String fidelity =
        response.httpResponse().firstMatchingHeader("x-robotocore-fidelity").orElse("");
    if (status >= 300) {
      String type =
          response.httpResponse().firstMatchingHeader("x-amzn-ErrorType").orElse("") + " " + text;
      Matcher code =
          Pattern.compile("(?:<Code>|__type\":\"(?:[^\"]*#)?)([A-Za-z0-9._]+)").matcher(text);
      return new Answer(status, code.find() ? code.group(1) : type, Map.of(), fidelity, text);
    }
    Headers.Builder headers = Headers.builder();
    response.httpResponse().forEachHeader((name, values) -> headers.add(name, values.get(0)));
    HttpRequest asRequest =
        new HttpRequest("POST", "/", "", headers.build(), Body.of(unwrapped(operation, body)));
    ProtocolId protocol = protocol(operation);
    ProtocolId reader = protocol.isQuery() ? ProtocolId.REST_XML : protocol;
    @SuppressWarnings("unchecked")
    Map<String, Object> output =
        (Map<String, Object>)
            Protocol.of(reader)
                .read(
                    new Route(operation, reader, "/", Map.of(), Optional.empty()),
                    asRequest,
                    new DocumentBinding(operation.output()));
    return new Answer(status, "", output, fidelity, text);
  }

  /** CBOR is written as answers are, of which some are empty: then another protocol will do. */
  private static ProtocolId protocol(OperationModel operation) {
    return operation.service().protocols().stream()
        .filter(
            protocol ->
                protocol != ProtocolId.RPC_V2_CBOR || !operation.output().members().isEmpty())
        .findFirst()
        .orElse(ProtocolId.RPC_V2_CBOR);
  }

  /** The result of a query without what is around it. */
  private static byte[] unwrapped(OperationModel operation, byte[] body) {
    if (protocol(operation) != ProtocolId.AWS_QUERY || operation.resultWrapper().isEmpty()) {
      return body;
    }
    String wrapper = operation.resultWrapper().get();
    String text = new String(body, StandardCharsets.UTF_8);
    int start = text.indexOf("<" + wrapper + ">");
    int end = text.lastIndexOf("</" + wrapper + ">");
    return start < 0
        ? ("<" + wrapper + "/>").getBytes(StandardCharsets.UTF_8)
        : text.substring(start, end + wrapper.length() + 3).getBytes(StandardCharsets.UTF_8);
  }

  private SdkHttpFullRequest request(OperationModel operation, Map<String, Object> input) {
    ProtocolId protocol = protocol(operation);
    SdkHttpFullRequest.Builder request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(URI.create("http://localhost/"))
            .putHeader(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/20150830/%s/%s/aws4_request, SignedHeaders=host, Signature=00"
                    .formatted(account, region, operation.service().signingName()))
            .putHeader(
                "User-Agent",
                "test api/" + operation.service().serviceId().replace(' ', '_') + "#1 md");
    byte[] body =
        switch (protocol) {
          case AWS_JSON_1_0, AWS_JSON_1_1, AWS_CBOR_1_1 -> {
            request
                .putHeader(
                    "X-Amz-Target",
                    operation.service().targetPrefix().orElse("") + "." + operation.name())
                .putHeader(
                    "Content-Type", "application/x-amz-json-" + operation.service().jsonVersion());
            yield utf8(json(operation.input(), input, all -> true));
          }
          case AWS_QUERY, EC2_QUERY -> {
            request.putHeader("Content-Type", "application/x-www-form-urlencoded");
            List<String> fields = new ArrayList<>();
            fields.add("Action=" + operation.name());
            fields.add("Version=" + operation.service().apiVersion());
            form("", operation.input(), input, fields, protocol == ProtocolId.EC2_QUERY);
            yield utf8(String.join("&", fields));
          }
          case RPC_V2_CBOR -> {
            request
                .encodedPath(
                    "/service/"
                        + operation.service().targetPrefix().orElse("")
                        + "/operation/"
                        + operation.name())
                .putHeader("smithy-protocol", "rpc-v2-cbor")
                .putHeader("Content-Type", "application/cbor");
            yield cbor(operation, input);
          }
          case REST_JSON, REST_XML -> rest(operation, input, request);
        };
    byte[] sent = body;
    if (operation.httpChecksum().required()) {
      io.robotocore.checksum.ChecksumStream md5 = io.robotocore.checksum.ChecksumStream.md5();
      md5.write(sent);
      request.putHeader("Content-MD5", Base64.getEncoder().encodeToString(md5.value()));
    }
    return request.contentStreamProvider(() -> new ByteArrayInputStream(sent)).build();
  }

  private static byte[] cbor(OperationModel operation, Map<String, Object> input) {
    return Protocol.of(ProtocolId.RPC_V2_CBOR)
        .write(operation, "id", new DocumentBinding(operation.input()), input)
        .body()
        .bytes();
  }

  private static byte[] rest(
      OperationModel operation, Map<String, Object> input, SdkHttpFullRequest.Builder request) {
    String uri = operation.requestUri();
    for (Member member : operation.input().members()) {
      Object value = input.get(member.name());
      if (value == null) {
        continue;
      }
      switch (member.location()) {
        case URI -> {
          String text = scalar(member, value, TimestampFormat.ISO8601);
          uri =
              uri.replace("{" + member.wireName() + "}", encoded(text))
                  .replace("{" + member.wireName() + "+}", encoded(text).replace("%2F", "/"));
        }
        case QUERY -> query(member, value, request);
        case HEADER -> {
          if (value instanceof List<?> list) {
            request.putHeader(
                member.wireName(), String.join(",", list.stream().map(String::valueOf).toList()));
          } else {
            request.putHeader(member.wireName(), scalar(member, value, TimestampFormat.RFC822));
          }
        }
        case HEADERS ->
            ((Map<?, ?>) value)
                .forEach(
                    (name, text) -> request.putHeader(member.wireName() + name, (String) text));
        case BODY, STATUS_CODE -> {}
      }
    }
    int query = uri.indexOf('?');
    if (query >= 0) {
      for (String field : uri.substring(query + 1).split("&")) {
        int equals = field.indexOf('=');
        request.putRawQueryParameter(
            equals < 0 ? field : field.substring(0, equals),
            equals < 0 ? "" : field.substring(equals + 1));
      }
      uri = uri.substring(0, query);
    }
    request.method(SdkHttpMethod.fromValue(operation.httpMethod())).encodedPath(uri);
    boolean isXml = operation.service().protocols().get(0) == ProtocolId.REST_XML;
    Optional<Member> payload = operation.input().payload();
    if (payload.isPresent()) {
      Object value = input.get(payload.get().name());
      if (value == null) {
        return new byte[0];
      }
      if (value instanceof SdkBytes bytes) {
        return bytes.asByteArray();
      }
      if (value instanceof String text) {
        return utf8(text);
      }
      request.putHeader("Content-Type", isXml ? "application/xml" : "application/json");
      return utf8(
          isXml ? xml(payload.get().xmlName(), payload.get(), value) : value(payload.get(), value));
    }
    boolean hasBody =
        operation.input().members().stream()
            .anyMatch(
                m ->
                    m.location() == io.robotocore.model.Location.BODY
                        && input.containsKey(m.name()));
    if (!hasBody) {
      return new byte[0];
    }
    request.putHeader("Content-Type", isXml ? "application/xml" : "application/json");
    return utf8(
        isXml
            ? xmlStructure(
                operation.inputLocationName().orElse(operation.input().name()),
                operation.input(),
                input)
            : json(
                operation.input(), input, m -> m.location() == io.robotocore.model.Location.BODY));
  }

  private static void query(Member member, Object value, SdkHttpFullRequest.Builder request) {
    if (value instanceof List<?> list) {
      list.forEach(
          one ->
              request.appendRawQueryParameter(
                  member.wireName(),
                  scalar(((ListShape) member.target()).member(), one, TimestampFormat.ISO8601)));
    } else if (value instanceof Map<?, ?> map) {
      map.forEach(
          (name, text) ->
              request.appendRawQueryParameter(
                  (String) name,
                  text instanceof List<?> l ? String.valueOf(l.get(0)) : String.valueOf(text)));
    } else {
      request.putRawQueryParameter(
          member.wireName(), scalar(member, value, TimestampFormat.ISO8601));
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String scalar(Member member, Object value, TimestampFormat usual) {
    if (value instanceof Instant instant) {
      TimestampFormat format =
          member.timestampFormat() == TimestampFormat.OF_PROTOCOL
              ? usual
              : member.timestampFormat();
      return switch (format) {
        case ISO8601 -> instant.toString();
        case RFC822 ->
            DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
        default -> Long.toString(instant.getEpochSecond());
      };
    }
    return value instanceof SdkBytes bytes
        ? Base64.getEncoder().encodeToString(bytes.asByteArray())
        : String.valueOf(value);
  }

  private static String json(
      StructureShape shape, Map<?, ?> value, java.util.function.Predicate<Member> chosen) {
    List<String> fields = new ArrayList<>();
    for (Member member : shape.members()) {
      Object content = value.get(member.name());
      if (content != null && chosen.test(member)) {
        fields.add(quoted(member.wireName()) + ":" + value(member, content));
      }
    }
    return "{" + String.join(",", fields) + "}";
  }

  private static String value(Member member, Object value) {
    if (value instanceof Document) {
      return "{}";
    }
    if (member.target() instanceof StructureShape shape) {
      return json(shape, (Map<?, ?>) value, all -> true);
    }
    if (member.target() instanceof ListShape list) {
      return "["
          + String.join(
              ",", ((List<?>) value).stream().map(one -> value(list.member(), one)).toList())
          + "]";
    }
    if (member.target() instanceof MapShape map) {
      return "{"
          + String.join(
              ",",
              ((Map<?, ?>) value)
                  .entrySet().stream()
                      .map(
                          e -> quoted((String) e.getKey()) + ":" + value(map.value(), e.getValue()))
                      .toList())
          + "}";
    }
    boolean text = value instanceof String || value instanceof SdkBytes;
    if (value instanceof Instant
        && member.timestampFormat() != TimestampFormat.OF_PROTOCOL
        && member.timestampFormat() != TimestampFormat.UNIX) {
      text = true;
    }
    String scalar = scalar(member, value, TimestampFormat.UNIX);
    return text ? quoted(scalar) : scalar;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  private static void form(
      String prefix, StructureShape shape, Map<?, ?> value, List<String> fields, boolean ec2) {
    for (Member member : shape.members()) {
      Object content = value.get(member.name());
      if (content != null) {
        form(prefix + (ec2 ? member.ec2Name() : member.xmlName()), member, content, fields, ec2);
      }
    }
  }

  private static void form(
      String name, Member member, Object value, List<String> fields, boolean ec2) {
    Shape target = member.target();
    if (target instanceof StructureShape shape) {
      form(name + ".", shape, (Map<?, ?>) value, fields, ec2);
    } else if (target instanceof ListShape list) {
      String entries =
          ec2 || member.flattened()
              ? name
              : name + "." + list.member().locationName().orElse("member");
      int index = 1;
      for (Object one : (List<?>) value) {
        form(entries + "." + index++, list.member(), one, fields, ec2);
      }
    } else if (target instanceof MapShape map) {
      int index = 1;
      for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
        String at = name + (member.flattened() ? "." : ".entry.") + index++ + ".";
        form(at + map.key().locationName().orElse("key"), map.key(), entry.getKey(), fields, ec2);
        form(
            at + map.value().locationName().orElse("value"),
            map.value(),
            entry.getValue(),
            fields,
            ec2);
      }
    } else {
      fields.add(encoded(name) + "=" + encoded(scalar(member, value, TimestampFormat.ISO8601)));
    }
  }

  private static String xml(String name, Member member, Object value) {
    Shape target = member.target();
    if (target instanceof StructureShape shape) {
      return xmlStructure(name, shape, (Map<?, ?>) value);
    }
    if (target instanceof ListShape list) {
      StringBuilder entries = new StringBuilder();
      String entry = member.flattened() ? name : list.member().locationName().orElse("member");
      ((List<?>) value).forEach(one -> entries.append(xml(entry, list.member(), one)));
      return member.flattened()
          ? entries.toString()
          : "<" + name + ">" + entries + "</" + name + ">";
    }
    if (target instanceof MapShape map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      ((Map<?, ?>) value).forEach((key, content) -> entries.put((String) key, content));
      StringBuilder text = new StringBuilder("<" + name + ">");
      entries.forEach(
          (key, content) ->
              text.append("<entry>")
                  .append(xml(map.key().locationName().orElse("key"), map.key(), key))
                  .append(xml(map.value().locationName().orElse("value"), map.value(), content))
                  .append("</entry>"));
      return text.append("</").append(name).append(">").toString();
    }
    String text =
        scalar(member, value, TimestampFormat.ISO8601)
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;");
    return "<" + name + ">" + text + "</" + name + ">";
  }

  private static String xmlStructure(String name, StructureShape shape, Map<?, ?> value) {
    StringBuilder text = new StringBuilder("<" + name);
    StringBuilder content = new StringBuilder();
    for (Member member : shape.members()) {
      Object one = value.get(member.name());
      boolean body = member.location() == io.robotocore.model.Location.BODY;
      if (one != null && body) {
        if (member.xmlAttribute()) {
          text.append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" ")
              .append(member.xmlName())
              .append("=\"")
              .append(one)
              .append('"');
        } else {
          content.append(xml(member.xmlName(), member, one));
        }
      }
    }
    return text.append(">").append(content).append("</").append(name).append(">").toString();
  }
}
