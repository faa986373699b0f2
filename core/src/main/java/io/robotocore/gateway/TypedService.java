package io.robotocore.gateway;

import io.robotocore.RecordedCall;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.service.Call;
import io.robotocore.service.EventOperation;
import io.robotocore.service.Service;
import io.robotocore.service.Tagged;
import io.robotocore.state.State;
import io.robotocore.state.Stores;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.core.SdkClient;

/** A service with typed code, together with its model and where its states are. */
final class TypedService<C extends SdkClient, S extends State> {

  private final ServiceModel model;
  private final Service<C, S> service;
  private final SdkMethods methods;
  private final ConcurrentMap<String, Optional<Operation>> operations = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Boolean> left = new ConcurrentHashMap<>();

  TypedService(ServiceModel model, Service<C, S> service) {
    this.model = model;
    this.service = service;
    this.methods = new SdkMethods(service.client());
  }

  ServiceModel model() {
    return model;
  }

  Service<C, S> service() {
    return service;
  }

  /** An operation; empty when the SDK at hand does not have it. */
  Optional<Operation> operation(OperationModel operation) {
    return operations.computeIfAbsent(
        operation.name(),
        name ->
            service.streaming(name).isPresent()
                ? methods.findStreaming(operation)
                : methods.find(operation, service.isSlow(name)));
  }

  /** Whether the service's code leaves an operation to the model. */
  boolean isLeftToModel(OperationModel operation) {
    return service
        .completedByModel()
        .filter(view -> left.computeIfAbsent(operation.name(), name -> !overrides(view, name)))
        .isPresent();
  }

  private boolean overrides(Class<?> view, String operation) {
    return Arrays.stream(view.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(operation))
        .anyMatch(method -> method.getDeclaringClass() != service.client());
  }

  /** What an operation is invoked on: the view that a call has of the state which belongs to it. */
  Object receiver(Operation operation, Call call, Stores stores) {
    S state = state(call, stores);
    Optional<EventOperation<S, ?>> streaming = service.streaming(operation.model().name());
    return streaming.isPresent()
        ? new EventCall<>(streaming.get(), call, state)
        : service.view(call, state);
  }

  /** The state that belongs to a call. */
  S state(Call call, Stores stores) {
    return stores.at(
        service.extent().place(service.stateOwner().orElseGet(model::id), call),
        service.freshState());
  }

  /** The tags of what it keeps, if its views tell of them. */
  Optional<Tagged> tagged(Call call, Stores stores) {
    return Optional.of(service.view(call, state(call, stores)))
        .filter(Tagged.class::isInstance)
        .map(Tagged.class::cast);
  }

  /** What it does with requests that are for none of its operations. */
  Optional<PlainRequests<S>> plainRequests(Stores stores) {
    return service.plainHttp().map(plain -> new PlainRequests<>(this, plain, stores));
  }

  /** Tells the service of a call of one of its operations that was made. */
  void tell(Call call, Stores stores, RecordedCall recorded) {
    service.log().ifPresent(log -> log.made(call, state(call, stores), recorded));
  }
}
