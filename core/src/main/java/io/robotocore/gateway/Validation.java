package io.robotocore.gateway;

import io.robotocore.model.Member;
import io.robotocore.model.ProtocolId;
import io.robotocore.model.ServiceModel;
import io.robotocore.protocol.Binding;
import io.robotocore.protocol.WireException;
import io.robotocore.service.Constraints;
import java.util.List;

/** Checks input against the model's constraints, in the words that AWS uses for it. */
final class Validation {

  private final ValueConstraints values = new ValueConstraints();

  /**
   * Checks an input.
   *
   * @throws WireException if it is not valid
   */
  void check(Constraints constraints, ServiceModel service, Binding binding, Object input) {
    switch (constraints) {
      case NONE -> {
        return;
      }
      case REQUIRED -> missing(binding, input);
      case ALL -> {
        List<String> violations = new Violations(values).of(binding, input);
        if (!violations.isEmpty()) {
          throw new WireException(codeOf(service), message(violations));
        }
      }
    }
  }

  private static void missing(Binding binding, Object input) {
    for (Member member : binding.shape().members()) {
      if (member.required() && binding.get(input, member).isEmpty()) {
        throw new WireException(
            "MissingParameter", "The request must contain the parameter " + member.name() + ".");
      }
    }
  }

  private static String codeOf(ServiceModel service) {
    return service.protocols().get(0) == ProtocolId.AWS_QUERY
        ? "ValidationError"
        : "ValidationException";
  }

  private static String message(List<String> violations) {
    return violations.size()
        + (violations.size() == 1
            ? " validation error detected: "
            : " validation errors detected: ")
        + String.join("; ", violations);
  }
}
