package io.robotocore.model;

import io.robotocore.wire.HttpRequest;
import java.util.Optional;

/**
 * Whom a request is for that gets no further, as far as that is known.
 *
 * @param protocol the protocol in which its client expects an answer
 * @param service the service
 * @param operation the operation
 */
public record Addressee(
    ProtocolId protocol, Optional<ServiceModel> service, Optional<OperationModel> operation) {

  /** The operation that a request asks for. */
  public static Addressee of(Route route) {
    return new Addressee(
        route.protocol(), Optional.of(route.operation().service()), Optional.of(route.operation()));
  }

  /** What is known of a request for no operation that is known. */
  public static Addressee of(Unroutable unroutable) {
    return new Addressee(unroutable.protocol(), unroutable.service(), Optional.empty());
  }

  /** Nobody; the request itself tells the protocol. */
  public static Addressee unknown(HttpRequest request) {
    ProtocolId protocol =
        request.headers().contains("X-Amz-Target")
            ? SpokenProtocol.targeted(request)
            : SpokenProtocol.of(request);
    return new Addressee(protocol, Optional.empty(), Optional.empty());
  }

  /** Whether this is S3, which has words of its own for most faults. */
  public boolean isS3() {
    return service.filter(model -> model.id().equals("s3")).isPresent();
  }
}
