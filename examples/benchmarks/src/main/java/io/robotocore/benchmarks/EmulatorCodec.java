package io.robotocore.benchmarks;

import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.Route;
import io.robotocore.protocol.Protocol;
import io.robotocore.protocol.SdkBinding;
import io.robotocore.wire.Body;
import io.robotocore.wire.Headers;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The emulator's side of one operation.
 *
 * @param route what the requests ask for
 * @param input how requests are built
 * @param output how responses are taken apart
 */
record EmulatorCodec(Route route, SdkBinding input, SdkBinding output) {

  static EmulatorCodec of(
      String service, String name, Supplier<SdkPojo> input, Supplier<SdkPojo> output) {
    OperationModel operation =
        AwsModels.load().service(service).orElseThrow().operation(name).orElseThrow();
    ProtocolId protocol = operation.service().protocols().get(0);
    return new EmulatorCodec(
        new Route(operation, protocol, "/", Map.of(), Optional.empty()),
        SdkBinding.of(operation.input(), input),
        SdkBinding.of(operation.output(), output));
  }

  Object read(byte[] body) {
    HttpRequest request = new HttpRequest("POST", "/", "", Headers.none(), Body.of(body));
    return Protocol.of(route.protocol()).read(route, request, input);
  }

  HttpResponse write(Object response) {
    return Protocol.of(route.protocol()).write(route.operation(), "request-id", output, response);
  }
}
