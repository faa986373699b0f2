package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.util.Map;
import java.util.Optional;

/** What another service that is served from its model has in this account and region. */
final class Neighbour {

  private Neighbour() {}

  /** The state of a service, to be read only; empty if nobody has used the service. */
  static Optional<ModeledState> of(Call call, String service) {
    return call.states(ModeledState.class).entrySet().stream()
        .filter(state -> state.getKey().service().endsWith(":" + service))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
