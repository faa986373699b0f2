package io.robotocore.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations of a REST service as a tree of path segments. Of several that fit a request the
 * one with the most specific path wins (a literal before a label before a greedy label, from the
 * left), then the one that wants the most of the query string and the headers.
 */
final class RestRoutes {

  /**
   * Best first: operations whose query literals are all there, by how much of the request they
   * account for.
   */
  private static final Comparator<RestMatch> BY_FIT =
      Comparator.<RestMatch>comparingInt(match -> -match.template().literals())
          .thenComparing(RestMatch::missing)
          .thenComparing(match -> -match.required())
          .thenComparing(match -> !match.hinted())
          .thenComparing(match -> match.operation().deprecated());

  private final Node root = new Node();

  RestRoutes(ServiceModel service) {
    for (String name : service.operationNames()) {
      add(new UriTemplate(service.operation(name).orElseThrow()));
    }
  }

  private void add(UriTemplate template) {
    Node node = root;
    for (String segment : template.segments()) {
      node = node.child(segment);
    }
    node.templates.computeIfAbsent(template.method(), method -> new ArrayList<>()).add(template);
  }

  /** The operation that fits best; a slash at the end of the path counts only if that decides. */
  Optional<RestMatch> match(RestRequest request) {
    @Nullable RestMatch exact = search(request);
    if (exact != null) {
      return Optional.of(exact);
    }
    @Nullable RestMatch lenient = search(request.withOtherEnd());
    return lenient == null ? Optional.empty() : Optional.of(lenient.asLenient());
  }

  private @Nullable RestMatch search(RestRequest request) {
    return search(root, new Trail(request));
  }

  private static @Nullable RestMatch search(Node node, Trail trail) {
    if (trail.atEnd()) {
      return best(node, trail);
    }
    String segment = trail.segment(trail.at);
    @Nullable Node literal = node.literals.get(segment);
    @Nullable RestMatch found = literal == null ? null : trail.through(literal);
    if (found == null && node.label != null && !segment.isEmpty()) {
      found = trail.label(node.label);
    }
    return found == null && node.greedy != null ? trail.greedy(node.greedy) : found;
  }

  private static @Nullable RestMatch best(Node node, Trail trail) {
    @Nullable RestMatch best = null;
    for (UriTemplate template : node.templates.getOrDefault(trail.request.method(), List.of())) {
      if (template.literalsAreIn(trail.request.clues().query())) {
        RestMatch match = RestMatch.of(template, trail.request, trail.values, trail.rank);
        best = best == null || BY_FIT.compare(match, best) < 0 ? match : best;
      }
    }
    return best;
  }

  /**
   * A place in the tree: what may follow, and the operations whose paths end here by HTTP method.
   */
  private static final class Node {

    private final Map<String, Node> literals = new HashMap<>();
    private final Map<String, List<UriTemplate>> templates = new HashMap<>();
    private @Nullable Node label;
    private @Nullable Node greedy;

    Node child(String segment) {
      if (!UriTemplate.isLabel(segment)) {
        return literals.computeIfAbsent(segment, literal -> new Node());
      }
      @Nullable Node known = UriTemplate.isGreedy(segment) ? greedy : label;
      Node child = known == null ? new Node() : known;
      if (UriTemplate.isGreedy(segment)) {
        greedy = child;
      } else {
        label = child;
      }
      return child;
    }
  }

  /** How far the path is gone, and what labels stood for on the way. */
  private static final class Trail {

    private final RestRequest request;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder rank = new StringBuilder();
    private int at;

    Trail(RestRequest request) {
      this.request = request;
    }

    boolean atEnd() {
      return at == request.segments().size();
    }

    String segment(int index) {
      return PercentEncoding.decode(request.segments().get(index));
    }

    @Nullable RestMatch through(Node literal) {
      return step(literal, 'a', at + 1);
    }

    @Nullable RestMatch label(Node label) {
      values.add(request.segments().get(at));
      @Nullable RestMatch found = step(label, 'b', at + 1);
      values.remove(values.size() - 1);
      return found;
    }

    /**
     * A greedy label takes as few segments as will do, so that what follows it in the template is
     * found first.
     */
    @Nullable RestMatch greedy(Node greedy) {
      int last = request.segments().size();
      for (int end = at + 1; end < last; end++) {
        boolean goesOn = greedy.literals.containsKey(segment(end));
        @Nullable RestMatch found = goesOn ? greedyUpTo(end, greedy) : null;
        if (found != null) {
          return found;
        }
      }
      return greedyUpTo(last, greedy);
    }

    private @Nullable RestMatch greedyUpTo(int end, Node greedy) {
      String value = String.join("/", request.segments().subList(at, end));
      if (value.isEmpty()) {
        return null;
      }
      values.add(value);
      @Nullable RestMatch found = step(greedy, 'c', end);
      values.remove(values.size() - 1);
      return found;
    }

    private @Nullable RestMatch step(Node next, char kind, int to) {
      int from = at;
      rank.append(kind);
      at = to;
      @Nullable RestMatch found = search(next, this);
      at = from;
      rank.setLength(rank.length() - 1);
      return found;
    }
  }
}
