package io.robotocore.protocol;

import io.robotocore.model.OperationModel;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.Route;
import io.robotocore.model.ServiceModel;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.util.Optional;

/** One of AWS's protocols: reads requests into typed input, writes typed output and errors. */
public sealed interface Protocol permits AwsJson, AwsQuery, Ec2Query, Rest, RpcV2Cbor {

  /** The codec of a protocol. */
  static Protocol of(ProtocolId id) {
    return switch (id) {
      case AWS_JSON_1_0 -> AwsJson.V1_0;
      case AWS_JSON_1_1 -> AwsJson.V1_1;
      case AWS_CBOR_1_1 -> AwsJson.CBOR_1_1;
      case AWS_QUERY -> AwsQuery.CODEC;
      case EC2_QUERY -> Ec2Query.CODEC;
      case REST_JSON -> Rest.JSON;
      case REST_XML -> Rest.XML;
      case RPC_V2_CBOR -> RpcV2Cbor.CODEC;
    };
  }

  /**
   * Reads the input of an operation.
   *
   * @param route what the request asks for
   * @param request the request, its body at hand
   * @param input how the input is built
   * @return the input
   * @throws WireException if the request cannot be understood
   */
  Object read(Route route, HttpRequest request, Binding input);

  /** Writes the output of an operation. */
  HttpResponse write(OperationModel operation, String requestId, Binding binding, Object output);

  /**
   * Writes an error of a service; of none when it is not known which one the request was meant for.
   */
  HttpResponse write(Optional<ServiceModel> service, String requestId, Fault fault);
}
