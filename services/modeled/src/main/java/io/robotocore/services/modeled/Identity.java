package io.robotocore.services.modeled;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which members name a thing. */
final class Identity {

  private static final List<String> ENDINGS = List.of("identifier", "name", "arn", "id");
  private static final Set<String> GENERAL =
      Set.of("name", "id", "arn", "identifier", "resourcearn", "resourceid", "resourceidentifier");

  private Identity() {}

  /**
   * How surely a member names a thing: 0 if it does not, up to 100.
   *
   * @param member the member's canonical name
   * @param noun the thing's canonical noun
   * @param lastWord the last word of the noun, canonical
   */
  static int score(String member, String noun, String lastWord) {
    if (member.equals(noun)) {
      return 95;
    }
    for (String ending : ENDINGS) {
      if (member.equals(noun + ending)) {
        return 100;
      }
    }
    if (GENERAL.contains(member)) {
      return member.startsWith("resource") ? 70 : 80;
    }
    for (String ending : ENDINGS) {
      if (member.endsWith(lastWord + ending)) {
        return 60;
      }
    }
    return member.equals(lastWord) ? 55 : 0;
  }

  /** The nouns that a member may be the name of, by its own name: {@code clusterarn}. */
  static Stream<String> nouns(String member) {
    return ENDINGS.stream()
        .filter(ending -> member.endsWith(ending) && member.length() > ending.length())
        .map(ending -> member.substring(0, member.length() - ending.length()));
  }

  /** What kind of name a member is: {@code arn}; empty if none. */
  static String ending(String member) {
    return ENDINGS.stream().filter(member::endsWith).findFirst().orElse("");
  }

  /** Whether a member names whatever the operation is about: {@code id}. */
  static boolean isGeneral(String member) {
    return GENERAL.contains(member);
  }

  /** Whether a member looks as if it named something. */
  static boolean looksLikeOne(String member) {
    return ENDINGS.stream().anyMatch(member::endsWith);
  }

  /** Whether two values name the same thing: one may be the end of the other, as of an ARN. */
  static boolean same(String one, String other) {
    return one.equals(other) || isEndOf(one, other) || isEndOf(other, one);
  }

  private static boolean isEndOf(String end, String arn) {
    int start = arn.length() - end.length();
    return start > 0
        && !end.isEmpty()
        && arn.startsWith("arn:")
        && arn.endsWith(end)
        && "/:".indexOf(arn.charAt(start - 1)) >= 0;
  }
}
