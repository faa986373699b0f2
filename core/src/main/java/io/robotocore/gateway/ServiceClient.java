package io.robotocore.gateway;

import io.robotocore.model.OperationModel;
import io.robotocore.protocol.Fault;
import io.robotocore.service.Call;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;

/**
 * An SDK client through which one service calls another: the same checks, the same journal, no
 * HTTP.
 *
 * @param service the service that is called
 * @param calls what makes the calls
 * @param caller on whose behalf
 */
record ServiceClient(TypedService<?, ?> service, Calls calls, Call caller)
    implements InvocationHandler {

  static <C extends SdkClient> C of(
      Class<C> client, TypedService<?, ?> service, Calls calls, Call caller) {
    InvocationHandler handler = new ServiceClient(service, calls, caller);
    return client.cast(
        Proxy.newProxyInstance(client.getClassLoader(), new Class<?>[] {client}, handler));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null && arguments[0] instanceof SdkRequest request) {
      Optional<TypedTarget> target = target(method.getName());
      if (target.isPresent()
          && target.get().operation().invocation().parametersBesideView() == arguments.length) {
        return result(call(target.get(), request, arguments), arguments);
      }
    }
    return switch (method.getName()) {
      case "serviceName" -> service.model().id();
      case "toString" -> "client of " + service.model().serviceId() + " within the emulator";
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> arguments != null && proxy == arguments[0];
      case "close" -> Void.TYPE;
      default -> InvocationHandler.invokeDefault(proxy, method, arguments);
    };
  }

  /** The operation that a method stands for; none for what the SDK builds upon operations. */
  private Optional<TypedTarget> target(String method) {
    String name = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    return service
        .model()
        .operation(name)
        .flatMap(service::operation)
        .map(operation -> new TypedTarget(service, operation));
  }

  /** What the caller makes of an answer whose content streams out. */
  @SuppressWarnings("unchecked")
  private static Object result(Object output, Object[] arguments) throws Exception {
    return output instanceof Download download
        ? ((ResponseTransformer<Object, Object>) arguments[arguments.length - 1])
            .transform(download.response(), AbortableInputStream.create(download.content()))
        : output;
  }

  private Object call(Target target, SdkRequest request, Object[] arguments) {
    Call call = caller.withRequestId(caller.random().uuid());
    Outcome outcome =
        calls.make(target, call, new Input(() -> request, () -> (RequestBody) arguments[1], 0));
    if (outcome instanceof Outcome.Failed failed) {
      throw exception(failed, target.model());
    }
    return ((Outcome.Returned) outcome).output();
  }

  /** What the SDK's own client would throw. */
  private static RuntimeException exception(Outcome.Failed failed, OperationModel operation) {
    if (failed.cause() instanceof AwsServiceException modelled) {
      return modelled;
    }
    Fault fault = failed.fault();
    return AwsServiceException.builder()
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .errorCode(fault.code())
                .errorMessage(fault.message())
                .serviceName(operation.service().serviceId())
                .build())
        .message(fault.message())
        .statusCode(fault.status())
        .cause(failed.cause())
        .build();
  }
}
