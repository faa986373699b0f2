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
 * Smithy's RPC protocol 2 in CBOR: the operation in the path, input and output in the bodies.
 *
 * @see <a href="https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html">rpcv2Cbor</a>
 */
record RpcV2Cbor() implements Protocol {

  static final RpcV2Cbor CODEC = new RpcV2Cbor();

  @Override
  public Object read(Route route, HttpRequest request, Binding input) {
    return JsonReader.read(Dialect.CBOR, request.body().bytes(), input);
  }

  @Override
  public HttpResponse write(
      OperationModel operation, String requestId, Binding binding, Object output) {
    Headers headers = Headers.of("smithy-protocol", "rpc-v2-cbor", "x-amzn-RequestId", requestId);
    if (!operation.hasOutput()) {
      return new HttpResponse(operation.responseCode(), headers, Body.EMPTY);
    }
    byte[] body = JsonWriter.write(Dialect.CBOR, cbor -> cbor.members(binding, output));
    return new HttpResponse(operation.responseCode(), headers, Body.of(body))
        .with("Content-Type", "application/cbor");
  }

  @Override
  public HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault) {
    byte[] body =
        JsonWriter.write(
            Dialect.CBOR,
            cbor -> {
              String namespace = service.map(model -> "com.amazonaws." + model.id()).orElse("");
              cbor.text("__type", namespace + "#" + fault.shape());
              cbor.error(fault);
            });
    Headers headers =
        Headers.of(
            "smithy-protocol",
            "rpc-v2-cbor",
            "Content-Type",
            "application/cbor",
            "x-amzn-RequestId",
            requestId);
    return fault.withQueryError(service, new HttpResponse(fault.status(), headers, Body.of(body)));
  }
}
