package io.robotocore.gateway;

import io.robotocore.Fidelity;
import io.robotocore.model.OperationModel;
import io.robotocore.protocol.Binding;
import io.robotocore.protocol.DocumentBinding;
import io.robotocore.service.Call;
import io.robotocore.service.Constraints;
import io.robotocore.service.DocumentService;
import io.robotocore.service.Tagged;
import io.robotocore.state.Place;
import io.robotocore.state.State;
import io.robotocore.state.Stores;
import io.robotocore.wire.Body;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An operation of a service without typed code.
 *
 * @param service the service
 * @param model the operation
 * @param fidelity what its answers are worth
 */
record DocumentTarget(DocumentService service, OperationModel model, Fidelity fidelity)
    implements Target {

  /** Apart from the states of typed services, which may leave some operations to their models. */
  private static final String PLACE = "model:";

  /** The service whose model answers with the states of a place; empty if none is by a model. */
  static Optional<String> modelAt(Place place) {
    return place.service().startsWith(PLACE)
        ? Optional.of(place.service().substring(PLACE.length()))
        : Optional.empty();
  }

  @Override
  public Binding input() {
    return new DocumentBinding(model.input());
  }

  @Override
  public Binding output() {
    return new DocumentBinding(model.output());
  }

  @Override
  public Constraints constraints() {
    return Constraints.ALL;
  }

  @Override
  public boolean slow() {
    return false;
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object invoke(Call call, Stores stores, Object request, Input input) {
    return service.answer(
        call,
        state(service, model.service().id(), call, stores),
        model,
        inMemory((Map<String, Object>) request));
  }

  /** The tags of what a service keeps, if it tells of them. */
  static Optional<Tagged> tagged(DocumentService service, String id, Call call, Stores stores) {
    return service.tagged(call, state(service, id, call, stores));
  }

  private static State state(DocumentService service, String id, Call call, Stores stores) {
    return stores.at(service.extent().place(PLACE + id, call), service::freshState);
  }

  /** What streams in is as any other member to a service whose code nobody has written. */
  private Map<String, Object> inMemory(Map<String, Object> request) {
    if (!model.streamsInput()) {
      return request;
    }
    Map<String, Object> read = new LinkedHashMap<>(request);
    read.replaceAll(
        (member, value) ->
            value instanceof Body body ? SdkBytes.fromByteArrayUnsafe(body.bytes()) : value);
    return read;
  }
}
