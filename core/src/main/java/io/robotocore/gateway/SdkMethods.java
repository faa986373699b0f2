package io.robotocore.gateway;

import io.robotocore.model.OperationModel;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.Binding;
import io.robotocore.protocol.SdkBinding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;

/**
 * Finds the methods and classes of an SDK client interface that belong to an operation.
 *
 * <p>They are looked up by name first, which loads two classes; only where the SDK spells a name in
 * its own way ( {@code AssumeRoleWithSAML} has an {@code AssumeRoleWithSamlRequest}) are all
 * methods of the interface looked through.
 *
 * @param client the SDK client interface
 */
record SdkMethods(Class<?> client) {

  private static final MethodType NEW_BUILDER = MethodType.methodType(Object.class);

  /** The operation as the SDK has it; empty when the SDK at hand is older than the operation. */
  Optional<Operation> find(OperationModel model, boolean slow) {
    return byName(model).or(() -> bySearch(model)).map(method -> operation(model, method, slow));
  }

  /** An operation that gives a stream of events, for which the client has no method. */
  Optional<Operation> findStreaming(OperationModel model) {
    String prefix = client.getPackageName() + ".model." + model.name();
    try {
      Class<?> request = Class.forName(prefix + "Request", false, client.getClassLoader());
      Class<?> response = Class.forName(prefix + "Response", false, client.getClassLoader());
      return Optional.of(
          operation(model, new Signature(EventCall.ANSWER, request, response), true));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private Optional<Signature> byName(OperationModel model) {
    String prefix = client.getPackageName() + ".model." + model.name();
    try {
      ClassLoader loader = client.getClassLoader();
      Class<?> request = Class.forName(prefix + "Request", false, loader);
      Class<?> response = Class.forName(prefix + "Response", false, loader);
      String method = Character.toLowerCase(model.name().charAt(0)) + model.name().substring(1);
      return Optional.of(
          new Signature(
              MethodHandles.publicLookup()
                  .findVirtual(client, method, type(model, request, response)),
              request,
              response));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** What streams in and out has parameters of its own, and the latter any result. */
  private static MethodType type(OperationModel model, Class<?> request, Class<?> response) {
    MethodType type =
        MethodType.methodType(model.streamsOutput() ? Object.class : response, request);
    if (model.streamsInput()) {
      type = type.appendParameterTypes(RequestBody.class);
    }
    return model.streamsOutput() ? type.appendParameterTypes(ResponseTransformer.class) : type;
  }

  /** Not for streams: of the classes of their responses the methods say nothing. */
  private Optional<Signature> bySearch(OperationModel model) {
    return Arrays.stream(client.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(model.name()))
        .filter(
            method ->
                method.getParameterCount() == 1
                    && SdkPojo.class.isAssignableFrom(method.getReturnType())
                    && SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
        .findFirst()
        .map(SdkMethods::signature);
  }

  private static Signature signature(Method method) {
    try {
      return new Signature(
          MethodHandles.publicLookup().unreflect(method),
          method.getParameterTypes()[0],
          method.getReturnType());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(
          "a method of a public SDK interface is not accessible: " + method, e);
    }
  }

  private static Operation operation(OperationModel model, Signature signature, boolean slow) {
    return new Operation(
        model,
        binding(model.input(), signature.request),
        binding(model.output(), signature.response),
        invocation(model, signature.method),
        slow);
  }

  private static Invocation invocation(OperationModel model, MethodHandle method) {
    return new Invocation(
        method.asType(MethodType.genericMethodType(method.type().parameterCount())),
        model.streamsInput(),
        model.streamsOutput());
  }

  /**
   * The binding of a shape to an SDK class, by the static method {@code builder()} that each has.
   */
  private static Binding binding(StructureShape shape, Class<?> sdkClass) {
    MethodHandle builder = builderOf(sdkClass);
    return SdkBinding.of(shape, () -> newBuilder(builder));
  }

  private static MethodHandle builderOf(Class<?> sdkClass) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(sdkClass.getMethod("builder"))
          .asType(NEW_BUILDER);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("an SDK class without builder(): " + sdkClass, e);
    }
  }

  private static SdkPojo newBuilder(MethodHandle builder) {
    try {
      return (SdkPojo) (Object) builder.invokeExact();
    } catch (Throwable e) {
      throw new IllegalStateException("an SDK class whose builder() fails", e);
    }
  }

  private record Signature(MethodHandle method, Class<?> request, Class<?> response) {}
}
