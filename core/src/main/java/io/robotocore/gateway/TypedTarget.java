package io.robotocore.gateway;

import io.robotocore.Fidelity;
import io.robotocore.RecordedCall;
import io.robotocore.model.OperationModel;
import io.robotocore.protocol.Binding;
import io.robotocore.service.Call;
import io.robotocore.service.Constraints;
import io.robotocore.state.Stores;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;

/**
 * An operation of a service with typed code.
 *
 * @param service the service
 * @param operation the operation of it
 */
record TypedTarget(TypedService<?, ?> service, Operation operation) implements Target {

  @Override
  public OperationModel model() {
    return operation.model();
  }

  @Override
  public Binding input() {
    return operation.input();
  }

  @Override
  public Binding output() {
    return operation.output();
  }

  @Override
  public Constraints constraints() {
    return service.service().constraints();
  }

  @Override
  public boolean slow() {
    return operation.slow();
  }

  @Override
  public Fidelity fidelity() {
    return Fidelity.EMULATED;
  }

  @Override
  public Object invoke(Call call, Stores stores, Object request, Input input) throws Throwable {
    return operation
        .invocation()
        .on(service.receiver(operation, call, stores), request, input.content());
  }

  @Override
  public HttpResponse completed(
      Call call, Stores stores, HttpRequest request, HttpResponse answer) {
    return service
        .plainRequests(stores)
        .map(plain -> plain.completed(call, request, answer))
        .orElse(answer);
  }

  @Override
  public void tell(Call call, Stores stores, RecordedCall recorded) {
    service.tell(call, stores, recorded);
  }
}
