package io.robotocore.protocol;

import io.robotocore.model.Location;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.StructureShape;
import io.robotocore.wire.Body;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The REST protocols: operations known by method and path, members spread over path, query, headers
 * and body, as Smithy's HTTP bindings have it.
 *
 * <p>A member that is a stream is the request's {@link Body} itself, which nobody has read yet.
 * Streams of events are left alone.
 *
 * @param format how bodies are written
 * @see <a href="https://smithy.io/2.0/spec/http-bindings.html">HTTP bindings</a>
 */
record Rest(RestFormat format) implements Protocol {

  static final Rest JSON = new Rest(new RestJson());
  static final Rest XML = new Rest(new RestXml());

  @Override
  public Object read(Route route, HttpRequest request, Binding input) {
    ServiceModel service = route.operation().service();
    format.checkMediaTypes(route.operation(), request);
    Object builder = input.builder();
    new HttpInput(route, request, format.texts(service)).readInto(input, builder);
    Optional<Member> payload = input.shape().payload();
    if (payload.isPresent()) {
      readPayload(service, request.body(), payload.get(), input)
          .ifPresent(value -> input.set(builder, payload.get(), value));
    } else if (hasBodyMembers(input.shape())) {
      format.readBodyMembers(service, request.body().bytes(), input, builder);
    }
    return input.build(builder);
  }

  private Optional<Object> readPayload(
      ServiceModel service, Body body, Member payload, Binding input) {
    if (payload.target() instanceof StructureShape structure && structure.eventStream()) {
      return Optional.empty();
    }
    if (payload.streaming()) {
      return Optional.of(body);
    }
    byte[] bytes = body.bytes();
    if (bytes.length == 0) {
      return Optional.empty();
    }
    return Optional.of(
        switch (payload.target().type()) {
          case STRING -> new String(bytes, StandardCharsets.UTF_8);
          case BLOB -> SdkBytes.fromByteArrayUnsafe(bytes);
          default -> format.readPayload(service, bytes, payload, input.of(payload));
        });
  }

  private static boolean hasBodyMembers(StructureShape shape) {
    for (Member member : shape.members()) {
      if (member.location() == Location.BODY) {
        return true;
      }
    }
    return false;
  }

  @Override
  public HttpResponse write(
      OperationModel operation, String requestId, Binding binding, Object output) {
    ServiceModel service = operation.service();
    HttpOutput http = new HttpOutput(format.texts(service), operation.responseCode());
    binding.forEach(output, http);
    format.identify(Optional.of(service), requestId, http);
    Body body = body(operation, binding, output, http);
    return new HttpResponse(http.status(), http.headers(), body);
  }

  private Body body(OperationModel operation, Binding binding, Object output, HttpOutput http) {
    Optional<Member> payload = binding.shape().payload();
    if (payload.isPresent()) {
      Optional<Object> value = binding.get(output, payload.get());
      return value.isEmpty()
          ? Body.EMPTY
          : payload(
              operation, binding.of(payload.get()), new Payload(payload.get(), value.get()), http);
    }
    return operation.hasOutput()
        ? Body.of(format.writeBodyMembers(operation, binding, output, http))
        : Body.EMPTY;
  }

  private record Payload(Member member, Object value) {}

  private Body payload(OperationModel operation, Binding inside, Payload payload, HttpOutput http) {
    if (payload.value instanceof Body stream) {
      http.contentType("application/octet-stream");
      return stream;
    }
    return switch (payload.member.target().type()) {
      case BLOB -> {
        http.contentType("application/octet-stream");
        yield Body.of(((SdkBytes) payload.value).asByteArrayUnsafe());
      }
      case STRING -> {
        http.contentType("text/plain");
        yield Body.of((String) payload.value);
      }
      default -> {
        http.contentType(format.contentType());
        yield Body.of(format.writePayload(operation, payload.member, inside, payload.value));
      }
    };
  }

  @Override
  public HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault) {
    Texts texts = service.map(format::texts).orElse(Texts.LENIENT);
    HttpOutput http = new HttpOutput(texts, fault.status());
    http.contentType(format.contentType());
    format.identify(service, requestId, http);
    fault.detail().ifPresent(detail -> detail.binding().forEach(detail.value(), http));
    Body body = Body.of(format.writeError(service, requestId, fault, http));
    return fault.withQueryError(service, new HttpResponse(fault.status(), http.headers(), body));
  }
}
