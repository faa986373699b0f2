package io.robotocore.services.modeled;

import io.robotocore.model.OperationModel;
import io.robotocore.model.StructureShape;
import io.robotocore.service.Call;
import java.util.Map;
import java.util.Optional;

/**
 * A call that is to be answered.
 *
 * @param call who calls
 * @param state what was created before
 * @param design what the service's operations mean
 * @param request what is called, and with what
 */
record Scene(Call call, ModeledState state, Design design, Request request) {

  /**
   * A request, or one entry of a request for many.
   *
   * @param operation the operation
   * @param shape the shape of the input
   * @param input the input
   * @param name what the entry names, if it is nothing but a name
   */
  record Request(
      OperationModel operation,
      StructureShape shape,
      Map<String, Object> input,
      Optional<String> name) {

    static Request of(OperationModel operation, Map<String, Object> input) {
      return new Request(operation, operation.input(), input, Optional.empty());
    }
  }

  OperationModel operation() {
    return request.operation;
  }

  StructureShape shape() {
    return request.shape;
  }

  Map<String, Object> input() {
    return request.input;
  }

  /** A text of the request; empty if it has none. */
  String text(String member) {
    return Structures.text(request.input, member);
  }

  /** The text that the request names one of a resource with. */
  Optional<String> named(Resource resource) {
    return request
        .name
        .or(() -> resource.named(request.shape, request.input))
        .or(() -> within(resource));
  }

  /** The name that a structure of the request has for one of a resource. */
  private Optional<String> within(Resource resource) {
    boolean flat = !design.blueprint().trait(resource).conduct().flat().isEmpty();
    return Optional.ofNullable(flat ? Attributes.of(this, resource).get(resource.key()) : null)
        .filter(String.class::isInstance)
        .map(String.class::cast);
  }

  /** This with one of several entries that a request for many has. */
  Scene with(Request entry) {
    return new Scene(call, state, design, entry);
  }

  /** Values for what must be in an answer, and is not known. */
  Values values() {
    return new Values(call.random(), call.now(), 0);
  }

  /** The verb of the operation. */
  String verb() {
    return design.verb(request.operation);
  }
}
