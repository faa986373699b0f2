package io.robotocore.model;

import io.robotocore.wire.HttpRequest;
import java.util.Locale;
import java.util.function.Predicate;

/** Which of the protocols of a service a request speaks. */
final class SpokenProtocol {

  private static final String JSON_1_0 = "application/x-amz-json-1.0";
  private static final String JSON_1_1 = "application/x-amz-json-1.1";
  private static final String CBOR_1_1 = "application/x-amz-cbor-1.1";

  private SpokenProtocol() {}

  /**
   * The protocol of a request with {@code X-Amz-Target}: what its content type says, if the service
   * speaks that.
   */
  static ProtocolId targeted(ServiceModel service, HttpRequest request) {
    String type = request.mediaType();
    if (type.equalsIgnoreCase(JSON_1_0)) {
      return ProtocolId.AWS_JSON_1_0;
    }
    if (type.equalsIgnoreCase(JSON_1_1)) {
      return ProtocolId.AWS_JSON_1_1;
    }
    boolean cbor =
        type.equalsIgnoreCase(CBOR_1_1) && service.protocols().contains(ProtocolId.AWS_CBOR_1_1);
    return cbor ? ProtocolId.AWS_CBOR_1_1 : first(service, ProtocolId::isTargeted);
  }

  /** The protocol of a request with {@code X-Amz-Target} for no service that is known. */
  static ProtocolId targeted(HttpRequest request) {
    return request.mediaType().equalsIgnoreCase(JSON_1_0)
        ? ProtocolId.AWS_JSON_1_0
        : ProtocolId.AWS_JSON_1_1;
  }

  /** The query protocol of a service that speaks one. */
  static ProtocolId query(ServiceModel service) {
    return first(service, ProtocolId::isQuery);
  }

  /** The REST protocol of a service that speaks one. */
  static ProtocolId rest(ServiceModel service) {
    return first(service, ProtocolId::isRest);
  }

  /** The protocol in which to answer a request that asks a service for nothing that it knows. */
  static ProtocolId of(ServiceModel service, HttpRequest request) {
    ProtocolId asked = of(request);
    if (asked.isQuery() && service.protocols().stream().anyMatch(ProtocolId::isQuery)) {
      return query(service);
    }
    return service.protocols().contains(asked) ? asked : service.protocols().get(0);
  }

  /** The protocol in which to answer a request for no service that is known. */
  static ProtocolId of(HttpRequest request) {
    return switch (request.mediaType().toLowerCase(Locale.ROOT)) {
      case JSON_1_0, JSON_1_1, CBOR_1_1 -> targeted(request);
      case "application/x-www-form-urlencoded" -> ProtocolId.AWS_QUERY;
      case "application/cbor" -> ProtocolId.RPC_V2_CBOR;
      case "application/xml", "text/xml" -> ProtocolId.REST_XML;
      default -> ProtocolId.REST_JSON;
    };
  }

  private static ProtocolId first(ServiceModel service, Predicate<ProtocolId> kind) {
    return service.protocols().stream().filter(kind).findFirst().orElseThrow();
  }
}
