package io.robotocore.gateway;

import io.robotocore.model.OperationModel;
import io.robotocore.service.Call;
import io.robotocore.service.Constraints;
import io.robotocore.state.Stores;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * What a call is made to.
 *
 * @param service the service
 * @param operation the operation of it
 */
record Target(TypedService<?, ?> service, Operation operation) {

  OperationModel model() {
    return operation.model();
  }

  Constraints constraints() {
    return service.service().constraints();
  }

  /**
   * Makes the call.
   *
   * @throws Throwable what the service throws
   */
  Object invoke(Call call, Stores stores, Object request, Supplier<RequestBody> content)
      throws Throwable {
    return operation.invocation().on(service.receiver(operation, call, stores), request, content);
  }
}
