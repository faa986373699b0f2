package io.robotocore.model;

import java.util.List;
import java.util.Optional;

/**
 * How a list operation gives its result in pages. Members are named by JMESPath expressions, nearly
 * always plain names.
 *
 * @param inputTokens the members of the input that say where the page begins
 * @param outputTokens the members of the output that say where the next page begins, in the order
 *     of the input tokens
 * @param resultKeys the members of the output that hold the page
 * @param limitKey the member of the input that says how long a page may be
 * @param moreResults the member of the output that says whether there is another page
 */
public record Paginator(
    List<String> inputTokens,
    List<String> outputTokens,
    List<String> resultKeys,
    Optional<String> limitKey,
    Optional<String> moreResults) {

  static Optional<Paginator> in(JsonObject operation) {
    if (!operation.has("paginator")) {
      return Optional.empty();
    }
    JsonObject facts = operation.object("paginator");
    return Optional.of(
        new Paginator(
            facts.texts("input_token"),
            facts.texts("output_token"),
            facts.texts("result_key"),
            facts.optional("limit_key"),
            facts.optional("more_results")));
  }
}
