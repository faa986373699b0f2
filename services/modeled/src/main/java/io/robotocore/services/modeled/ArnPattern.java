package io.robotocore.services.modeled;

import io.robotocore.service.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The patterns that models give for ARNs, made to mean those of one caller. */
final class ArnPattern {

  private static final int PARTS = 6;
  private static final Pattern ANY = Pattern.compile("[\\[(.\\\\].*");

  private ArnPattern() {}

  /** The pattern where partition, region and account are the caller's; else as it is. */
  static String at(Call call, String pattern) {
    List<String> parts = parts(pattern);
    if (parts.size() < PARTS || !parts.get(0).matches("\\^?\\(?arn")) {
      return pattern;
    }
    parts.set(0, "arn");
    parts.set(1, Pattern.quote(call.partition()).replace("\\Q", "").replace("\\E", ""));
    replace(parts, 3, call.region());
    replace(parts, 4, call.account());
    return String.join(":", parts);
  }

  private static void replace(List<String> parts, int part, String text) {
    if (ANY.matcher(parts.get(part)).matches()) {
      parts.set(part, text);
    }
  }

  /** What stands between the colons that are in no brackets. */
  private static List<String> parts(String pattern) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      } else if (c == ':' && depth == 0 && parts.size() < PARTS - 1) {
        parts.add(pattern.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(pattern.substring(start));
    return parts;
  }
}
