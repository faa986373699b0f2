package io.robotocore.model;

import java.util.Optional;

/** A request for no operation that is known, and the error that AWS answers it with. */
public final class Unroutable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** What is not known of the request. */
  public enum Reason {
    /** Not even the service. */
    UNKNOWN_SERVICE,
    /** The operation; the service has none of this name or path. */
    UNKNOWN_OPERATION,
    /** The operation; a request in the query protocol names none. */
    MISSING_ACTION,
    /**
     * Nothing, but it is meant for something that a user deployed, such as an API's stage, and not
     * for AWS itself.
     */
    USER_ENDPOINT
  }

  private final Reason reason;
  private final String message;
  private final ProtocolId protocol;
  private final transient Asked asked;

  private Unroutable(Reason reason, ProtocolId protocol, Asked asked, String message) {
    super(message, null, false, false);
    this.reason = reason;
    this.message = message;
    this.protocol = protocol;
    this.asked = asked;
  }

  /** What was asked, as far as that is known. */
  private record Asked(Optional<ServiceModel> service, String path) {

    private static Asked of(ServiceModel service) {
      return new Asked(Optional.of(service), "/");
    }
  }

  static Unroutable unknownService(ProtocolId protocol, String asked) {
    return new Unroutable(
        Reason.UNKNOWN_SERVICE,
        protocol,
        new Asked(Optional.empty(), "/"),
        "No service is known for " + asked);
  }

  static Unroutable unknownOperation(ServiceModel service, ProtocolId protocol, String asked) {
    String message =
        switch (protocol) {
          case AWS_QUERY ->
              "Could not find operation " + asked + " for version " + service.apiVersion();
          case EC2_QUERY -> "The action " + asked + " is not valid for this web service.";
          default ->
              isS3(service)
                  ? "The specified method is not allowed against this resource."
                  : "Unknown operation: " + asked;
        };
    return new Unroutable(Reason.UNKNOWN_OPERATION, protocol, Asked.of(service), message);
  }

  static Unroutable missingAction(ServiceModel service, ProtocolId protocol) {
    return new Unroutable(
        Reason.MISSING_ACTION,
        protocol,
        Asked.of(service),
        "The request must contain the parameter Action");
  }

  static Unroutable userEndpoint(ServiceModel service, String host) {
    return new Unroutable(
        Reason.USER_ENDPOINT,
        service.protocols().get(0),
        Asked.of(service),
        "Nothing is deployed at " + host);
  }

  private static boolean isS3(ServiceModel service) {
    return service.id().equals("s3");
  }

  /** This with the path that the request has for the service. */
  Unroutable at(String other) {
    return new Unroutable(reason, protocol, new Asked(asked.service, other), message);
  }

  /**
   * The path as the service's operations have it, still percent-encoded: for S3 it begins with the
   * bucket even if the request names the bucket in its host.
   */
  public String path() {
    return asked.path;
  }

  /** What is not known, as AWS says it. */
  public String message() {
    return message;
  }

  /** What is not known. */
  public Reason reason() {
    return reason;
  }

  /** The protocol in which the client expects the error. */
  public ProtocolId protocol() {
    return protocol;
  }

  /** The service, where that much is known. */
  public Optional<ServiceModel> service() {
    return asked.service;
  }

  /** The code of the error. */
  public String code() {
    return switch (reason) {
      case MISSING_ACTION -> "MissingAction";
      case USER_ENDPOINT -> "ForbiddenException";
      default -> unknownOperationCode();
    };
  }

  private String unknownOperationCode() {
    if (protocol.isQuery()) {
      return "InvalidAction";
    }
    return service().filter(Unroutable::isS3).isPresent()
        ? "MethodNotAllowed"
        : "UnknownOperationException";
  }

  /** The HTTP status of the error. */
  public int httpStatus() {
    if (reason == Reason.USER_ENDPOINT) {
      return 403;
    }
    if (protocol.isQuery() || protocol.isTargeted()) {
      return 400;
    }
    return service().filter(Unroutable::isS3).isPresent() ? 405 : 404;
  }
}
