package io.robotocore.model;

import java.util.Optional;

/**
 * How an error shows on the wire.
 *
 * @param code the code: the shape's name, unless the model gives another, as query services do
 * @param httpStatus the HTTP status code
 * @param senderFault whether the caller is to blame
 * @param throttling whether the caller may try again, more slowly
 */
public record ErrorTrait(String code, int httpStatus, boolean senderFault, boolean throttling) {

  static Optional<ErrorTrait> in(String shapeName, JsonObject shape) {
    if (!shape.flag("exception") && !shape.has("error")) {
      return Optional.empty();
    }
    JsonObject facts = shape.object("error");
    boolean fault = shape.flag("fault");
    int status = facts.intOr("httpStatusCode", fault ? 500 : 400);
    return Optional.of(
        new ErrorTrait(
            facts.textOr("code", shapeName),
            status,
            facts.flag("senderFault") || (!fault && status < 500),
            shape.object("retryable").flag("throttling")));
  }
}
