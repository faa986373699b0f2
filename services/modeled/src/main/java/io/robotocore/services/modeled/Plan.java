package io.robotocore.services.modeled;

import java.util.Optional;

/**
 * What an operation means.
 *
 * @param kind what it does
 * @param resource to what
 * @param batch whether the request names several
 */
record Plan(Kind kind, Optional<Resource> resource, boolean batch) {

  static Plan of(Kind kind, Resource resource) {
    return new Plan(kind, Optional.of(resource), false);
  }

  static Plan of(Kind kind) {
    return new Plan(kind, Optional.empty(), false);
  }

  Plan inBatch() {
    return new Plan(kind, resource, true);
  }
}
