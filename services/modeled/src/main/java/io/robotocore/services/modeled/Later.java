package io.robotocore.services.modeled;

import java.time.Instant;
import java.util.Map;

/**
 * What becomes of a thing as time passes.
 *
 * @param due when
 * @param gone whether it is not there any more then
 * @param changes what is known of it then, by canonical name
 */
record Later(Instant due, boolean gone, Map<String, Object> changes) {

  static Later gone(Instant due) {
    return new Later(due, true, Map.of());
  }

  static Later changed(Instant due, Map<String, Object> changes) {
    return new Later(due, false, changes);
  }
}
