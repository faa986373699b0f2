package io.robotocore.gateway;

import io.robotocore.service.Call;
import io.robotocore.service.EventAnswer;
import io.robotocore.service.EventOperation;
import io.robotocore.state.State;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import software.amazon.awssdk.core.SdkRequest;

/**
 * What an operation with a stream of events is invoked on: there is no method for it in the SDK
 * client interface that a view implements.
 *
 * @param operation the operation
 * @param call who calls
 * @param state the state that belongs to the call
 */
record EventCall<S extends State, I extends SdkRequest>(
    EventOperation<S, I> operation, Call call, S state) {

  static final MethodHandle ANSWER = handle();

  private static MethodHandle handle() {
    try {
      return MethodHandles.lookup()
          .findVirtual(
              EventCall.class,
              "answer",
              MethodType.methodType(EventAnswer.class, SdkRequest.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a method of this class is not accessible", e);
    }
  }

  @SuppressWarnings("unchecked")
  EventAnswer answer(SdkRequest request) {
    return operation.answer(call, state, (I) request);
  }
}
