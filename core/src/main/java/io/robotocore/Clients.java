package io.robotocore;

import io.robotocore.service.AccessKeys;
import io.robotocore.transport.InProcessAsyncHttpClient;
import io.robotocore.transport.InProcessHttpClient;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;

/**
 * The SDK clients that an emulator has handed out: one per client interface, account and region.
 */
final class Clients implements AutoCloseable {

  private final Wiring wiring;
  private final Map<Key, SdkClient> clients = new ConcurrentHashMap<>();

  Clients(Wiring wiring) {
    this.wiring = wiring;
  }

  <C extends SdkClient> C get(Class<C> client, String account, String region) {
    return client.cast(clients.computeIfAbsent(new Key(client, account, region), this::build));
  }

  private SdkClient build(Key key) {
    try {
      return build(key, wiring.transport);
    } catch (SdkClientException e) {
      if (wiring.transport == Transport.HTTP && isWithoutHttpClient(e)) {
        return build(key, Transport.IN_PROCESS);
      }
      throw e;
    }
  }

  /**
   * Whether the class path has no HTTP client for the SDK, which an emulator in the same JVM can do
   * without.
   */
  private static boolean isWithoutHttpClient(SdkClientException e) {
    return String.valueOf(e.getMessage()).startsWith("Unable to load an HTTP implementation");
  }

  private SdkClient build(Key key, Transport transport) {
    AwsClientBuilder<?, ?> builder = builder(key.client);
    builder.endpointOverride(wiring.endpoint);
    builder.region(Region.of(key.region));
    builder.overrideConfiguration(Clients::withoutHostPrefix);
    builder.credentialsProvider(
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(key.account, AccessKeys.secretOf(key.account))));
    if (transport == Transport.IN_PROCESS) {
      if (builder instanceof AwsSyncClientBuilder<?, ?> sync) {
        sync.httpClient(wiring.http);
      } else if (builder instanceof AwsAsyncClientBuilder<?, ?> async) {
        async.httpClient(wiring.asyncHttp);
      }
    }
    return (SdkClient) builder.build();
  }

  /**
   * Has the host stay as it is: some operations put a word in front of it, which would need a DNS
   * that knows it.
   */
  private static void withoutHostPrefix(ClientOverrideConfiguration.Builder configuration) {
    configuration.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true);
  }

  /**
   * The builder of a client interface, found by its name so that not every class of the interface
   * is loaded.
   */
  private AwsClientBuilder<?, ?> builder(Class<?> client) {
    try {
      Class<?> type = Class.forName(client.getName() + "Builder", true, client.getClassLoader());
      MethodHandle builder =
          MethodHandles.publicLookup().findStatic(client, "builder", MethodType.methodType(type));
      Supplier<?> newBuilder = MethodHandleProxies.asInterfaceInstance(Supplier.class, builder);
      return withPlainHost(type, withPathStyle(type, (AwsClientBuilder<?, ?>) newBuilder.get()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          client.getName() + " is not an AWS SDK client interface with a builder", e);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "%s cannot be built: the class path lacks a part of software.amazon.awssdk:%s"
              .formatted(client.getSimpleName(), client.getPackageName().split("\\.", 6)[4]),
          e);
    }
  }

  /**
   * Has S3 buckets addressed in the path: their names in front of the host would need a DNS that
   * knows them.
   */
  private static AwsClientBuilder<?, ?> withPathStyle(Class<?> type, AwsClientBuilder<?, ?> builder)
      throws ReflectiveOperationException {
    if (type.getPackageName().equals("software.amazon.awssdk.services.s3")) {
      type.getMethod("forcePathStyle", Boolean.class).invoke(builder, true);
    }
    return builder;
  }

  /**
   * Has the host stay as it is for S3 Control, whose rules put the account in front of any host,
   * even if that is an address.
   */
  private AwsClientBuilder<?, ?> withPlainHost(Class<?> type, AwsClientBuilder<?, ?> builder)
      throws ReflectiveOperationException {
    if (type.getPackageName().equals("software.amazon.awssdk.services.s3control")) {
      Class<?> rules =
          Class.forName(
              type.getPackageName() + ".endpoints.S3ControlEndpointProvider",
              true,
              type.getClassLoader());
      Endpoint endpoint = Endpoint.builder().url(wiring.endpoint).build();
      Object fixed =
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {rules},
              (proxy, method, arguments) -> CompletableFuture.completedFuture(endpoint));
      type.getMethod("endpointProvider", rules).invoke(builder, fixed);
    }
    return builder;
  }

  @Override
  public void close() {
    clients.values().forEach(SdkClient::close);
    clients.clear();
  }

  /**
   * What clients need to reach the emulator.
   *
   * @param endpoint where it listens
   * @param transport how they reach it
   * @param http the way within the JVM
   * @param asyncHttp the same for asynchronous clients
   */
  record Wiring(
      URI endpoint,
      Transport transport,
      InProcessHttpClient http,
      InProcessAsyncHttpClient asyncHttp) {}

  private record Key(Class<? extends SdkClient> client, String account, String region) {}
}
