package io.robotocore.gateway;

import io.robotocore.model.OperationModel;
import io.robotocore.protocol.Binding;
import java.lang.invoke.MethodHandle;

/**
 * One operation of a typed service: its model, and how to invoke it on a view.
 *
 * @param model what the model says of it
 * @param input how its request is built
 * @param output how its response is taken apart
 * @param method the SDK client's method, as {@code (Object view, Object request) Object}
 * @param slow whether a call takes long, and so needs a thread of its own
 */
record Operation(
    OperationModel model, Binding input, Binding output, MethodHandle method, boolean slow) {

  /**
   * Invokes the operation.
   *
   * @throws Throwable what the service throws
   */
  Object invoke(Object view, Object request) throws Throwable {
    return (Object) method.invokeExact(view, request);
  }
}
