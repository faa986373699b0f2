package io.robotocore.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Routes requests to REST services, by method and path. */
final class RestRouter {

  private static final List<String> CONNECTIONS = List.of("/@connections/", "/%40connections/");

  private final AwsModels models;
  private final ServiceIndex index;
  private final Map<String, RestRoutes> routes = new ConcurrentHashMap<>();

  RestRouter(AwsModels models) {
    this.models = models;
    index = models.index();
  }

  /**
   * The operation of these services that a request is for; of services that fit alike the one that
   * is preferred.
   */
  Optional<Route> route(Clues clues, List<IndexEntry> services) {
    if (clues.isForUserEndpoint()) {
      return Optional.empty();
    }
    List<RestMatch> best = new ArrayList<>();
    for (IndexEntry service : withUnsigned(clues, services)) {
      if (service.speaksRest()) {
        match(clues, service).ifPresent(match -> keepBest(best, match));
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(route(clues, choose(clues, best)));
  }

  /**
   * The services and, for an unsigned request to a host that does not say much, those that it may
   * be for as well.
   */
  private List<IndexEntry> withUnsigned(Clues clues, List<IndexEntry> services) {
    if (!clues.signingName().isEmpty() || clues.host().ofAws()) {
      return services;
    }
    String operation = clues.request().method() + " " + clues.request().path();
    Set<IndexEntry> more = new LinkedHashSet<>(services);
    more.addAll(index.signedAs("s3"));
    more.addAll(index.unsigned(operation));
    return List.copyOf(more);
  }

  private Optional<RestMatch> match(Clues clues, IndexEntry service) {
    return routes(service).match(RestRequest.of(clues, path(clues, service)));
  }

  private RestRoutes routes(IndexEntry service) {
    @Nullable RestRoutes known = routes.get(service.id());
    return known != null
        ? known
        : routes.computeIfAbsent(service.id(), id -> new RestRoutes(model(id)));
  }

  private ServiceModel model(String id) {
    return models.service(id).orElseThrow();
  }

  /** The path with the bucket that the host may name, for requests that are for no operation. */
  String path(Clues clues) {
    HostName host = clues.host();
    String path = clues.request().path();
    if (host.userEndpoint().equals("s3")) {
      return "/" + host.prefix() + path;
    }
    boolean silent = host.services().isEmpty() && host.userEndpoint().isEmpty();
    return silent || host.isOf("s3") ? withBucket(host, path) : path;
  }

  /** The path as the service's templates have it. */
  private static String path(Clues clues, IndexEntry service) {
    String path = clues.request().path();
    return switch (service.id()) {
      case "s3" -> withBucket(clues.host(), path);
      case "apigatewaymanagementapi" -> withoutStage(path);
      default -> path;
    };
  }

  /**
   * A bucket may be named in the host; on this machine, where any name leads here, all of the name
   * may be a bucket's.
   */
  private static String withBucket(HostName host, String path) {
    String bucket = host.isOf("s3") ? host.prefix() : host.ofAws() ? "" : host.name();
    return bucket.isEmpty() ? path : "/" + bucket + path;
  }

  /** Connections are managed below the stage of the API that they belong to. */
  private static String withoutStage(String path) {
    for (String connections : CONNECTIONS) {
      int start = path.indexOf(connections);
      if (start > 0) {
        return path.substring(start);
      }
    }
    return path;
  }

  private static void keepBest(List<RestMatch> best, RestMatch match) {
    int order = best.isEmpty() ? 0 : match.compareAcrossServices(best.get(0));
    if (order < 0) {
      best.clear();
    }
    if (order <= 0) {
      best.add(match);
    }
  }

  private static RestMatch choose(Clues clues, List<RestMatch> best) {
    List<OperationModel> operations = best.stream().map(RestMatch::operation).toList();
    return best.get(operations.indexOf(SharedNames.choose(operations, clues)));
  }

  private static Route route(Clues clues, RestMatch match) {
    ProtocolId protocol = SpokenProtocol.rest(match.operation().service());
    return new Route(
        match.operation(), protocol, match.request().path(), match.labels(), clues.scope());
  }
}
