package io.robotocore.services.modeled;

import java.util.List;
import java.util.Optional;

/**
 * A query as it was written.
 *
 * @param output what is asked for
 * @param domain where
 * @param condition of which items
 * @param page in which order and how many
 */
record SdbQuery(Output output, String domain, SdbCondition condition, Paging page) {

  /**
   * What is asked for.
   *
   * @param kind all attributes, some, none, or the number of items
   * @param names the names of the attributes, if some are asked for
   */
  record Output(Kind kind, List<String> names) {
    enum Kind {
      ALL,
      SOME,
      NAME,
      COUNT
    }
  }

  /**
   * The order of items, and how many there may be on a page.
   *
   * @param sort the attribute to sort by; an empty name is that of the item
   * @param descending whether the largest comes first
   * @param limit how many
   */
  record Paging(Optional<String> sort, boolean descending, int limit) {}
}
