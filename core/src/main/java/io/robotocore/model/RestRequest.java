package io.robotocore.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a request says which REST operation it asks for.
 *
 * @param method the HTTP method
 * @param path the path as the service's templates have it, still percent-encoded
 * @param segments the parts of the path between its slashes
 * @param clues what else is known of it
 */
record RestRequest(String method, String path, List<String> segments, Clues clues) {

  static RestRequest of(Clues clues, String path) {
    return new RestRequest(clues.request().method(), path, UriTemplate.segments(path), clues);
  }

  /** This request without the slash at the end of its path, or with one if it has none. */
  RestRequest withOtherEnd() {
    List<String> other = new ArrayList<>(segments);
    int last = other.size() - 1;
    if (last > 0 && other.get(last).isEmpty()) {
      other.remove(last);
    } else {
      other.add("");
    }
    return new RestRequest(method, path, other, clues);
  }

  /** Whether the member is there; its value is not looked at. */
  boolean carries(Member member) {
    return member.location() == Location.QUERY
        ? clues.query().has(member.wireName())
        : clues.request().headers().contains(member.wireName());
  }
}
