package io.robotocore.model;

import io.robotocore.wire.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out which operation of which service a request asks for, and in which protocol.
 *
 * <p>What names the operation outright is believed first: {@code X-Amz-Target}, then the path of
 * RPC v2. Otherwise the signature and the host say which services come into question, and {@code
 * Action}, or method and path, which operation. An unsigned request to a host that says nothing may
 * be a query by its {@code Action} and {@code Version}, one of the REST operations that need no
 * signature, or else one to S3.
 */
public final class Router {

  private final AwsModels models;
  private final ServiceIndex index;
  private final RestRouter rest;

  /** Routes requests to the operations of these models. */
  public Router(AwsModels models) {
    this.models = models;
    index = models.index();
    rest = new RestRouter(models);
  }

  /**
   * The operation that a request asks for. A form in the body is only looked at if the body is in
   * memory.
   *
   * @throws Unroutable if no operation is known that it could ask for, with the error to answer
   */
  public Route route(HttpRequest request) {
    Clues clues = new Clues(request, SigningScope.of(request), index);
    String target = request.headers().firstOr("X-Amz-Target", "");
    if (!target.isEmpty()) {
      return routeTarget(clues, target);
    }
    if (request.headers().firstOr("smithy-protocol", "").equals("rpc-v2-cbor")) {
      return routeRpcV2(clues);
    }
    return routeUnnamed(clues);
  }

  /** Whom a request is for, as far as its head tells. */
  public Addressee addressee(HttpRequest request) {
    try {
      return Addressee.of(route(request));
    } catch (Unroutable e) {
      return Addressee.of(e);
    }
  }

  private Route routeTarget(Clues clues, String target) {
    int dot = target.lastIndexOf('.');
    List<IndexEntry> services = dot < 0 ? List.of() : index.targetedAs(target.substring(0, dot));
    if (services.isEmpty()) {
      throw Unroutable.unknownService(SpokenProtocol.targeted(clues.request()), target);
    }
    ProtocolId protocol = SpokenProtocol.targeted(first(services), clues.request());
    return routeNamed(clues, services, protocol, target.substring(dot + 1));
  }

  /** Routes {@code /service/GraniteServiceVersion20100801/operation/PutMetricData}. */
  private Route routeRpcV2(Clues clues) {
    String[] words = clues.request().path().split("/");
    int last = words.length - 1;
    boolean named =
        last >= 4 && words[last - 1].equals("operation") && words[last - 3].equals("service");
    List<IndexEntry> services =
        index.targetedAs(named ? words[last - 2] : "").stream()
            .filter(IndexEntry::speaksRpcV2)
            .toList();
    if (services.isEmpty()) {
      throw Unroutable.unknownService(ProtocolId.RPC_V2_CBOR, clues.request().path());
    }
    return routeNamed(clues, services, ProtocolId.RPC_V2_CBOR, words[last]);
  }

  /** Routes to the operation of this name of one of the services. */
  private Route routeNamed(
      Clues clues, List<IndexEntry> services, ProtocolId protocol, String name) {
    List<OperationModel> operations = new ArrayList<>(services.size());
    for (IndexEntry service : services) {
      model(service).operation(name).ifPresent(operations::add);
    }
    if (operations.isEmpty()) {
      throw Unroutable.unknownOperation(first(services), protocol, name);
    }
    OperationModel operation = SharedNames.choose(operations, clues);
    return new Route(operation, protocol, clues.request().path(), Map.of(), clues.scope());
  }

  private Route routeUnnamed(Clues clues) {
    List<IndexEntry> services = services(clues);
    List<IndexEntry> queried = queried(services, clues);
    if (!queried.isEmpty()) {
      return routeNamed(
          clues, queried, SpokenProtocol.query(first(queried)), clues.field("Action"));
    }
    Optional<Route> route = rest.route(clues, services);
    return route.orElseThrow(
        () -> unroutable(clues, ofBrowser(clues, services)).at(rest.path(clues)));
  }

  /**
   * The services that the signature and the host leave in question; empty if neither says anything.
   */
  private List<IndexEntry> services(Clues clues) {
    List<IndexEntry> signed = SharedNames.services(clues.signingName(), index);
    List<IndexEntry> hosted = clues.host().services();
    if (signed.isEmpty()) {
      return hosted;
    }
    List<IndexEntry> both = signed.stream().filter(hosted::contains).toList();
    return both.isEmpty() ? signed : both;
  }

  /**
   * Those of the services, or of all services, that a query is for; empty if the request is no
   * query.
   */
  private List<IndexEntry> queried(List<IndexEntry> services, Clues clues) {
    boolean any = services.isEmpty() && clues.signingName().isEmpty();
    List<IndexEntry> speakers =
        (any ? index.entries() : services).stream().filter(IndexEntry::speaksQuery).toList();
    if (speakers.isEmpty() || clues.field("Action").isEmpty()) {
      return List.of();
    }
    String version = clues.field("Version");
    List<IndexEntry> ofVersion =
        speakers.stream().filter(entry -> entry.apiVersion().equals(version)).toList();
    return ofVersion.isEmpty() && !any ? speakers : ofVersion;
  }

  /** What only browsers send, to a host that says nothing, is meant for S3. */
  private List<IndexEntry> ofBrowser(Clues clues, List<IndexEntry> services) {
    HttpRequest request = clues.request();
    boolean browser =
        request.headers().contains("Access-Control-Request-Method")
            || request.mediaType().equalsIgnoreCase("multipart/form-data");
    return services.isEmpty() && browser && !clues.host().ofAws()
        ? index.signedAs("s3").stream().filter(entry -> entry.id().equals("s3")).toList()
        : services;
  }

  private Unroutable unroutable(Clues clues, List<IndexEntry> services) {
    HttpRequest request = clues.request();
    String asked = request.method() + " " + request.path();
    if (!clues.userEndpoint().isEmpty()) {
      return Unroutable.userEndpoint(
          models.service(clues.userEndpoint()).orElseThrow(), request.host());
    }
    if (services.isEmpty()) {
      return Unroutable.unknownService(SpokenProtocol.of(request), asked);
    }
    ServiceModel service = likeliest(services, SpokenProtocol.of(request));
    ProtocolId protocol = SpokenProtocol.of(service, request);
    return protocol.isQuery()
        ? Unroutable.missingAction(service, protocol)
        : Unroutable.unknownOperation(service, protocol, asked);
  }

  private ServiceModel likeliest(List<IndexEntry> services, ProtocolId protocol) {
    return services.stream()
        .map(this::model)
        .filter(service -> service.protocols().contains(protocol))
        .findFirst()
        .orElseGet(() -> first(services));
  }

  private ServiceModel first(List<IndexEntry> services) {
    return model(services.get(0));
  }

  private ServiceModel model(IndexEntry entry) {
    return models.service(entry.id()).orElseThrow();
  }
}
