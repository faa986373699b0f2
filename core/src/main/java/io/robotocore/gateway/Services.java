package io.robotocore.gateway;

import io.robotocore.model.AwsModels;
import io.robotocore.model.OperationModel;
import io.robotocore.model.ServiceModel;
import io.robotocore.service.AwsService;
import io.robotocore.service.Call;
import io.robotocore.service.DocumentService;
import io.robotocore.service.DocumentServices;
import io.robotocore.service.ServiceProvider;
import io.robotocore.service.Tagged;
import io.robotocore.state.Stores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The services on the class path. Which there are is looked up when the first request comes; each
 * is loaded when a request for it comes.
 */
final class Services {

  private final AwsModels models;
  private final ClassLoader loader;
  private final ConcurrentMap<String, TypedService<?, ?>> loaded = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, DocumentService> documents = new ConcurrentHashMap<>();
  private volatile @Nullable List<DocumentServices> documentServices;
  private volatile @Nullable Map<String, ServiceLoader.Provider<ServiceProvider>> providers;

  Services(AwsModels models, ClassLoader loader) {
    this.models = models;
    this.loader = loader;
  }

  /**
   * The service with this id; empty when no module on the class path provides it.
   *
   * @throws NotAvailable if the SDK module that it needs is not on the class path
   */
  Optional<TypedService<?, ?>> find(String id) {
    @Nullable TypedService<?, ?> known = loaded.get(id);
    return known != null
        ? Optional.of(known)
        : Optional.ofNullable(providers().get(id))
            .map(provider -> loaded.computeIfAbsent(id, i -> load(i, provider)));
  }

  /**
   * What answers an operation: typed code, or where there is none, or it leaves the operation to
   * it, the model; empty if nothing does.
   *
   * @throws NotAvailable if the SDK module that the typed code needs is not on the class path
   */
  Optional<Target> target(OperationModel operation) {
    Optional<TypedService<?, ?>> typed = find(operation.service().id());
    return typed.filter(service -> !service.isLeftToModel(operation)).isPresent()
        ? typed.get().operation(operation).map(found -> new TypedTarget(typed.get(), found))
        : modeled(operation);
  }

  private Optional<Target> modeled(OperationModel operation) {
    return document(operation.service())
        .flatMap(
            service ->
                service
                    .fidelity(operation)
                    .map(fidelity -> new DocumentTarget(service, operation, fidelity)));
  }

  /** What serves the documents of a service, whether or not there is typed code as well. */
  Optional<DocumentService> document(String id) {
    return models.service(id).flatMap(this::document);
  }

  private Optional<DocumentService> document(ServiceModel model) {
    @Nullable DocumentService known = documents.get(model.id());
    return known != null
        ? Optional.of(known)
        : documentServices()
            .map(all -> documents.computeIfAbsent(model.id(), id -> all.service(model)));
  }

  /** What serves documents: nothing, or one. */
  private Optional<DocumentServices> documentServices() {
    @Nullable List<DocumentServices> known = documentServices;
    if (known == null) {
      known =
          ServiceLoader.load(DocumentServices.class, loader).stream()
              .map(ServiceLoader.Provider::get)
              .toList();
      documentServices = known;
    }
    return known.stream().findFirst();
  }

  /** The service that speaks an SDK client interface. */
  Optional<TypedService<?, ?>> speaking(Class<?> client) {
    return providers().entrySet().stream()
        .filter(entry -> annotation(entry.getValue()).client().equals(client.getName()))
        .findFirst()
        .flatMap(entry -> find(entry.getKey()));
  }

  /** The tags of the services that were loaded, as a call sees them. */
  List<Tagged> tagged(Call call, Stores stores) {
    Stream<Tagged> typed =
        loaded.values().stream().flatMap(service -> service.tagged(call, stores).stream());
    Stream<Tagged> documented =
        documents.entrySet().stream()
            .flatMap(
                service ->
                    DocumentTarget.tagged(service.getValue(), service.getKey(), call, stores)
                        .stream());
    return Stream.concat(typed, documented).toList();
  }

  /** The ids of all services on the class path. */
  Iterable<String> ids() {
    return providers().keySet();
  }

  private TypedService<?, ?> load(String id, ServiceLoader.Provider<ServiceProvider> provider) {
    ServiceModel model =
        models
            .service(id)
            .orElseThrow(() -> new IllegalStateException("no API model has the id " + id));
    try {
      return new TypedService<>(model, provider.get().service());
    } catch (LinkageError e) {
      String module = annotation(provider).module();
      throw new NotAvailable(
          "Service %s is not available: add software.amazon.awssdk:%s to the test class path"
              .formatted(id, module),
          e);
    }
  }

  private Map<String, ServiceLoader.Provider<ServiceProvider>> providers() {
    @Nullable Map<String, ServiceLoader.Provider<ServiceProvider>> known = providers;
    if (known == null) {
      Map<String, ServiceLoader.Provider<ServiceProvider>> found = new LinkedHashMap<>();
      ServiceLoader.load(ServiceProvider.class, loader).stream()
          .forEach(provider -> found.put(annotation(provider).id(), provider));
      known = Map.copyOf(found);
      providers = known;
    }
    return known;
  }

  private static AwsService annotation(ServiceLoader.Provider<ServiceProvider> provider) {
    @Nullable AwsService annotation = provider.type().getAnnotation(AwsService.class);
    if (annotation == null) {
      throw new IllegalStateException(provider.type() + " is not annotated with @AwsService");
    }
    return annotation;
  }

  /** A service, or the SDK classes that it speaks with, are not on the class path. */
  static final class NotAvailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    NotAvailable(String message, @Nullable LinkageError cause) {
      super(message, cause);
      this.message = message;
    }

    String message() {
      return message;
    }
  }
}
