package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.ShapeType;
import io.robotocore.wire.HttpRequest;
import java.util.Optional;
import software.amazon.awssdk.core.document.Document;

/**
 * The REST protocol in JSON.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html">restJson1</a>
 */
record RestJson() implements RestFormat {

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Texts texts(ServiceModel service) {
    return Texts.STRICT;
  }

  @Override
  public void checkMediaTypes(OperationModel operation, HttpRequest request) {
    MediaTypes.check(operation, request);
  }

  @Override
  public void readBodyMembers(ServiceModel service, byte[] body, Binding input, Object builder) {
    JsonReader.readBodyMembers(Dialect.STRICT_JSON, body, input, builder);
  }

  @Override
  public Object readPayload(ServiceModel service, byte[] body, Member payload, Binding inside) {
    return payload.target().type() == ShapeType.DOCUMENT
        ? JsonReader.document(Dialect.STRICT_JSON, body)
        : JsonReader.read(Dialect.STRICT_JSON, body, inside);
  }

  @Override
  public byte[] writeBodyMembers(
      OperationModel operation, Binding binding, Object output, HttpOutput http) {
    http.contentType(contentType());
    return JsonWriter.write(Dialect.STRICT_JSON, json -> json.bodyMembers(binding, output));
  }

  @Override
  public byte[] writePayload(
      OperationModel operation, Member payload, Binding inside, Object value) {
    return value instanceof Document document
        ? JsonWriter.document(Dialect.STRICT_JSON, document)
        : JsonWriter.write(Dialect.STRICT_JSON, json -> json.members(inside, value));
  }

  @Override
  public void identify(Optional<ServiceModel> service, String requestId, HttpOutput http) {
    http.header("x-amzn-RequestId", requestId);
  }

  @Override
  public byte[] writeError(
      Optional<ServiceModel> service, String requestId, Fault fault, HttpOutput http) {
    http.header("x-amzn-ErrorType", fault.shape());
    return JsonWriter.write(Dialect.STRICT_JSON, json -> json.error(fault));
  }
}
