package io.robotocore.model;

import java.util.List;
import java.util.Optional;

/**
 * The checksums of bodies that an operation takes and gives.
 *
 * @param required whether a request must carry one
 * @param algorithmMember the member of the input that names the request's algorithm
 * @param validationModeMember the member of the input that asks for a checksum in the response
 * @param responseAlgorithms the algorithms that a response may use
 */
public record HttpChecksum(
    boolean required,
    Optional<String> algorithmMember,
    Optional<String> validationModeMember,
    List<String> responseAlgorithms) {

  private static final HttpChecksum NONE =
      new HttpChecksum(false, Optional.empty(), Optional.empty(), List.of());
  private static final HttpChecksum REQUIRED =
      new HttpChecksum(true, Optional.empty(), Optional.empty(), List.of());

  static HttpChecksum in(JsonObject operation) {
    if (!operation.has("httpChecksum")) {
      return operation.flag("httpChecksumRequired") ? REQUIRED : NONE;
    }
    JsonObject facts = operation.object("httpChecksum");
    return new HttpChecksum(
        facts.flag("requestChecksumRequired"),
        facts.optional("requestAlgorithmMember"),
        facts.optional("requestValidationModeMember"),
        facts.texts("responseAlgorithms"));
  }
}
