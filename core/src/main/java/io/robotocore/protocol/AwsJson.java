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
 * output in JSON bodies.
 *
 * @param contentType the media type, by which the versions differ
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html">awsJson1_0</a>
 */
record AwsJson(String contentType) implements Protocol {

  static final AwsJson V1_0 = new AwsJson("application/x-amz-json-1.0");
  static final AwsJson V1_1 = new AwsJson("application/x-amz-json-1.1");

  @Override
  public Object read(Route route, HttpRequest request, Binding input) {
    return JsonReader.read(request.body().bytes(), input);
  }

  @Override
  public HttpResponse write(
      OperationModel operation, String requestId, Binding binding, Object output) {
    byte[] body = JsonWriter.write(json -> json.members(binding, output));
    return new HttpResponse(operation.responseCode(), headers(requestId), Body.of(body));
  }

  @Override
  public HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault) {
    byte[] body =
        JsonWriter.write(
            json -> {
              json.text("__type", service.map(model -> typeOf(model, fault)).orElse(fault.shape()));
              json.text("message", fault.message());
              fault.detail().ifPresent(detail -> json.members(detail.binding(), detail.value()));
            });
    HttpResponse response = new HttpResponse(fault.status(), headers(requestId), Body.of(body));
    return service.filter(ServiceModel::awsQueryCompatible).isPresent()
        ? response.with(
            "x-amzn-query-error", fault.code() + ";" + (fault.sender() ? "Sender" : "Receiver"))
        : response;
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
