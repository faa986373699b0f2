package io.robotocore.services.modeled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a list that is too long for one answer.
 *
 * @param in the request
 * @param list what the list is of, a word
 * @param of what the list belongs to; empty if it need not be said
 */
record SwfPage(SwfFacts in, String list, String of) {

  private static final int MOST = 1000;

  /** The answer with the part that is asked for, and where it goes on. */
  Map<String, Object> answer(String member, List<? extends Map<String, Object>> all) {
    int start = (int) Math.min(start(), all.size());
    int asked = (int) in.number("maximumPageSize");
    int end = Math.min(all.size(), start + (asked == 0 ? MOST : asked));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put(member, List.copyOf(all.subList(start, end)));
    if (end < all.size()) {
      answer.put("nextPageToken", new SwfToken(list, of, end, 0).text());
    }
    return answer;
  }

  /** A list as it is, or the other way round. */
  static <T> List<T> ordered(List<T> list, boolean reverse) {
    List<T> ordered = new ArrayList<>(list);
    if (reverse) {
      Collections.reverse(ordered);
    }
    return ordered;
  }

  private long start() {
    if (!in.has("nextPageToken")) {
      return 0;
    }
    SwfToken token = SwfToken.of(list, in.text("nextPageToken"));
    if (!token.run().equals(of)) {
      throw SwfFault.invalidToken();
    }
    return token.number();
  }
}
