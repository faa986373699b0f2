package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.wire.HttpRequest;
import java.util.Optional;

/** What the two REST protocols do each in its own way: bodies, errors and request ids. */
sealed interface RestFormat permits RestJson, RestXml {

  /** The media type of bodies. */
  String contentType();

  /** How simple values beside the body are written. */
  Texts texts(ServiceModel service);

  /**
   * Looks at the media types that a request names.
   *
   * @throws WireException if its body is of another type, or its answer would be
   */
  void checkMediaTypes(OperationModel operation, HttpRequest request);

  /** Reads those members of an input that travel in the body. */
  void readBodyMembers(ServiceModel service, byte[] body, Binding input, Object builder);

  /** Reads a body that is one member: a structure, or a document. */
  Object readPayload(ServiceModel service, byte[] body, Member payload, Binding inside);

  /** Writes those members of an output that travel in the body, and says what the body is. */
  byte[] writeBodyMembers(
      OperationModel operation, Binding binding, Object output, HttpOutput http);

  /** Writes a body that is one member: a structure, or a document. */
  byte[] writePayload(OperationModel operation, Member payload, Binding inside, Object value);

  /** Adds the request id to the headers. */
  void identify(Optional<ServiceModel> service, String requestId, HttpOutput http);

  /** Writes the body of an error and adds what else tells of it to the headers. */
  byte[] writeError(Optional<ServiceModel> service, String requestId, Fault fault, HttpOutput http);
}
