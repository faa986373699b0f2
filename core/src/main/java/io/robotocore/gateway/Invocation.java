package io.robotocore.gateway;

import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * How an operation is invoked on a view: by the method of the SDK client interface, which takes
 * what streams in and what streams out as parameters of their own.
 *
 * @param method the method; every parameter and the result are an {@code Object}
 * @param takesStream whether a {@link RequestBody} follows the request
 * @param givesStream whether a {@code ResponseTransformer} comes last
 */
record Invocation(MethodHandle method, boolean takesStream, boolean givesStream) {

  /** How many parameters the method has. */
  int parametersBesideView() {
    return method.type().parameterCount() - 1;
  }

  /**
   * Invokes the operation.
   *
   * @param content what streams in, if the operation takes that
   * @return the response, or a {@link Download} if something streams out
   * @throws Throwable what the service throws
   */
  Object on(Object view, Object request, Supplier<RequestBody> content) throws Throwable {
    if (!takesStream) {
      return givesStream
          ? (Object) method.invokeExact(view, request, Download.TAKEN)
          : (Object) method.invokeExact(view, request);
    }
    Object body = content.get();
    return givesStream
        ? (Object) method.invokeExact(view, request, body, Download.TAKEN)
        : (Object) method.invokeExact(view, request, body);
  }
}
