package io.robotocore.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@link OperationModel#requestUri} of an operation, taken apart. */
final class UriTemplate {

  private final OperationModel operation;
  private final List<String> segments;
  private final List<String> labels = new ArrayList<>();
  private final List<String[]> queryLiterals = new ArrayList<>();
  private @Nullable List<Member> required;

  UriTemplate(OperationModel operation) {
    this.operation = operation;
    String uri = operation.requestUri();
    int question = uri.indexOf('?');
    segments = segments(question < 0 ? uri : uri.substring(0, question));
    for (String segment : segments) {
      if (isLabel(segment)) {
        labels.add(segment.substring(1, segment.length() - (isGreedy(segment) ? 2 : 1)));
      }
    }
    if (question >= 0) {
      for (String literal : uri.substring(question + 1).split("&")) {
        queryLiterals.add(literal.split("=", 2));
      }
    }
  }

  /** The parts of a path between its slashes; the path {@code /} has one empty part. */
  static List<String> segments(String path) {
    return Arrays.asList((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
  }

  static boolean isLabel(String segment) {
    return segment.startsWith("{");
  }

  static boolean isGreedy(String segment) {
    return segment.endsWith("+}");
  }

  OperationModel operation() {
    return operation;
  }

  String method() {
    return operation.httpMethod();
  }

  List<String> segments() {
    return segments;
  }

  /** The names of the labels in their order. */
  List<String> labels() {
    return labels;
  }

  /** The number of fields that the query string must have. */
  int literals() {
    return queryLiterals.size();
  }

  /** Whether every field is there, with its value where the template gives one. */
  boolean literalsAreIn(QueryString query) {
    for (String[] literal : queryLiterals) {
      if (!query.has(literal[0])) {
        return false;
      }
      if (literal.length > 1 && !query.firstOr(literal[0], "").equals(literal[1])) {
        return false;
      }
    }
    return true;
  }

  /** The members that a request must carry in the query string or in a header. */
  List<Member> required() {
    @Nullable List<Member> known = required;
    if (known == null) {
      known =
          operation.input().members().stream().filter(UriTemplate::isRequiredBesideBody).toList();
      required = known;
    }
    return known;
  }

  private static boolean isRequiredBesideBody(Member member) {
    return member.required()
        && (member.location() == Location.QUERY || member.location() == Location.HEADER);
  }
}
