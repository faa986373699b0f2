package io.robotocore.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An operation that fits a request.
 *
 * @param template the operation's template
 * @param request the request
 * @param labels the values of its labels, still percent-encoded
 * @param rank how specific the template is, segment by segment; less is more specific
 * @param missing how many members the request should carry beside its body, but does not
 */
record RestMatch(
    UriTemplate template,
    RestRequest request,
    Map<String, String> labels,
    String rank,
    int missing) {

  static RestMatch of(
      UriTemplate template, RestRequest request, List<String> values, CharSequence rank) {
    Map<String, String> labels = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      labels.put(template.labels().get(i), values.get(i));
    }
    int missing = 0;
    for (Member member : template.required()) {
      missing += request.carries(member) ? 0 : 1;
    }
    return new RestMatch(template, request, Map.copyOf(labels), "a" + rank, missing);
  }

  /** Below zero if this fits better than a match of another service, zero if it fits as well. */
  int compareAcrossServices(RestMatch other) {
    return missing == other.missing
        ? rank.compareTo(other.rank)
        : Integer.compare(missing, other.missing);
  }

  OperationModel operation() {
    return template.operation();
  }

  /** Whether the client gives the name of the operation away. */
  boolean hinted() {
    return request.clues().operationHint().equals(operation().name());
  }

  int required() {
    return template.required().size();
  }

  /** This match as worse than any that needed no leniency. */
  RestMatch asLenient() {
    return new RestMatch(template, request, labels, "b" + rank, missing);
  }
}
