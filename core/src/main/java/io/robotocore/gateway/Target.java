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

/** What a call is made to: an operation of a service. */
sealed interface Target permits TypedTarget, DocumentTarget {

  /** What the model says of the operation. */
  OperationModel model();

  /** How its request is built. */
  Binding input();

  /** How its response is taken apart. */
  Binding output();

  /** What is checked before the call is made. */
  Constraints constraints();

  /** Whether a call takes long, and so needs a thread of its own. */
  boolean slow();

  /** What answers are worth. */
  Fidelity fidelity();

  /**
   * Makes the call.
   *
   * @param request the request, read
   * @param input what goes into the call besides
   * @throws Throwable what the service throws
   */
  Object invoke(Call call, Stores stores, Object request, Input input) throws Throwable;

  /** An answer with the headers that it has because of the page that a browser shows. */
  default HttpResponse completed(
      Call call, Stores stores, HttpRequest request, HttpResponse answer) {
    return answer;
  }

  /** Lets the service know of a call that was made. */
  default void tell(Call call, Stores stores, RecordedCall recorded) {}
}
