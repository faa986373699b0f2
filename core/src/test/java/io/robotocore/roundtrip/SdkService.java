package io.robotocore.roundtrip;

import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * A service with the SDK's sync client for it.
 *
 * @param id the service's name in this project
 * @param client the SDK's client interface
 */
record SdkService(String id, Class<?> client) {

  ServiceModel model() {
    return AwsModels.load().service(id).orElseThrow();
  }

  List<OperationModel> operations() {
    return model().operationNames().stream()
        .map(name -> model().operation(name).orElseThrow())
        .toList();
  }

  /** The client's method for an operation, unless the operation streams. */
  Optional<Method> method(OperationModel operation) {
    return Arrays.stream(client.getMethods())
        .filter(method -> method.getName().equalsIgnoreCase(operation.name()))
        .filter(method -> method.getParameterCount() == 1)
        .filter(method -> SdkPojo.class.isAssignableFrom(method.getParameterTypes()[0]))
        .filter(method -> SdkPojo.class.isAssignableFrom(method.getReturnType()))
        .findFirst();
  }

  static SdkPojo newBuilder(Class<?> type) {
    try {
      return (SdkPojo) type.getMethod("builder").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  Object client(SdkHttpClient http) throws ReflectiveOperationException {
    Object builder = client.getMethod("builder").invoke(null);
    ((AwsClientBuilder<?, ?>) builder)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "secret")));
    ((AwsSyncClientBuilder<?, ?>) builder).httpClient(http);
    return ((AwsClientBuilder<?, ?>) builder).build();
  }
}
