package io.robotocore.model;

import io.robotocore.wire.HttpRequest;
import java.util.Optional;

/** Models of services that AWS does not have. */
public final class TestModels {

  private TestModels() {}

  /** The service that a text describes, which has one operation and one shape a line. */
  public static ServiceModel of(String id, String text) {
    return new ServiceModel(id, new ModelText(text));
  }

  /** The route of a request to a service that speaks a REST protocol. */
  public static Optional<Route> route(ServiceModel service, HttpRequest request) {
    Clues clues = new Clues(request, Optional.empty(), AwsModels.load().index());
    return new RestRoutes(service)
        .match(RestRequest.of(clues, request.path()))
        .map(
            match ->
                new Route(
                    match.operation(),
                    service.protocols().get(0),
                    request.path(),
                    match.labels(),
                    Optional.empty()));
  }
}
