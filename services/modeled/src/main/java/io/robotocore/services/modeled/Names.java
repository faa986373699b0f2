package io.robotocore.services.modeled;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How AWS builds names: words with capitals, plurals for many. */
final class Names {

  /** Between a small and a capital letter, and before the last capital of several. */
  private static final Pattern BOUNDARY =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

  private static final Map<String, String> IRREGULAR =
      Map.of(
          "indices", "index",
          "statuses", "status",
          "aliases", "alias",
          "analyses", "analysis",
          "matches", "match",
          "caches", "cache",
          "vpcs", "vpc");

  private Names() {}

  /** The words of a name: {@code DBInstances} is {@code DB}, {@code Instances}. */
  static List<String> words(String name) {
    return List.of(BOUNDARY.split(name));
  }

  /** A name without regard to case and signs, as members of different shapes compare. */
  static String canonical(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }

  /** The noun for one of many: {@code Policies} is {@code Policy}. */
  static String singular(String noun) {
    String lower = noun.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> irregular : IRREGULAR.entrySet()) {
      if (lower.endsWith(irregular.getKey())) {
        int stem = noun.length() - irregular.getKey().length();
        String one = irregular.getValue();
        return noun.substring(0, stem) + noun.charAt(stem) + one.substring(1);
      }
    }
    if (lower.endsWith("ies") && lower.length() > 4) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    if (lower.endsWith("sses")
        || lower.endsWith("xes")
        || lower.endsWith("ches")
        || lower.endsWith("shes")) {
      return noun.substring(0, noun.length() - 2);
    }
    boolean plural =
        noun.endsWith("s")
            && !lower.endsWith("ss")
            && !lower.endsWith("as")
            && !lower.endsWith("us")
            && !lower.endsWith("sis")
            && !lower.endsWith("axis")
            && !lower.equals("this");
    return plural ? noun.substring(0, noun.length() - 1) : noun;
  }

  /** Whether a noun is for many. */
  static boolean isPlural(String noun) {
    return !singular(noun).equals(noun);
  }

  /** A name as it stands in ARNs: {@code DBInstance} is {@code db-instance}. */
  static String dashed(String name) {
    return String.join("-", words(name)).toLowerCase(Locale.ROOT);
  }
}
