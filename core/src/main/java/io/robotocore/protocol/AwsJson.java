package io.robotocore.protocol;

import io.robotocore.model.OperationModel;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.util.Optional;

/**
 * The AWS JSON protocols 1.0 and 1.1: the operation in the {@code X-Amz-Target} header, input and
 * output in JSON bodies. Kinesis speaks 1.1 in CBOR as well.
 *
 * @param contentType the media type, by which the versions differ
 * @param dialect how bodies are written
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">awsJson1_0</a>
 */
record AwsJson(String contentType, Dialect dialect) implements Protocol {

  static final AwsJson V1_0 = new AwsJson("application/x-amz-json-1.0", Dialect.JSON);
  static final AwsJson V1_1 = new AwsJson("application/x-amz-json-1.1", Dialect.JSON);
  static final AwsJson CBOR_1_1 = new AwsJson("application/x-amz-cbor-1.1", Dialect.CBOR_MILLIS);

  @Override
  public Object read(Route route, HttpRequest request, Binding input) {
    return JsonReader.read(dialect, request.body().bytes(), input);
  }

  @Override
  public HttpResponse write(
      OperationModel operation, String requestId, Binding binding, Object output) {
    byte[] body = JsonWriter.write(dialect, json -> json.members(binding, output));
    return new HttpResponse(operation.responseCode(), headers(requestId), Body.of(body));
  }

  @Override
  public HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault) {
    byte[] body =
        JsonWriter.write(
            dialect,
            json -> {
              json.text("__type", service.map(model -> typeOf(model, fault)).orElse(fault.shape()));
              json.error(fault);
            });
    return fault.withQueryError(
        service, new HttpResponse(fault.status(), headers(requestId), Body.of(body)));
  }

  /** The name of the error, with a namespace in front in version 1.0; clients cut it off. */
  private static String typeOf(ServiceModel service, Fault fault) {
    return service.jsonVersion().equals("1.0")
        ? "com.amazonaws." + service.id() + "#" + fault.shape()
        : fault.shape();
  }

  private Headers headers(String requestId) {
    return Headers.of("Content-Type", contentType, "x-amzn-RequestId", requestId);
  }
}
