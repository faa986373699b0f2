package io.robotocore.services.modeled;

import io.robotocore.service.DocumentError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a worker or a decider shows to say which of its tasks, or which page, it means.
 *
 * @param kind what it is for
 * @param run the id of the run
 * @param number the event that has scheduled the task, or where the page begins
 * @param of the event that has started the task, or zero
 */
record SwfToken(String kind, String run, long number, long of) {

  private static final Pattern FORM = Pattern.compile("([a-zA-Z]+) (\\S*) (\\d{1,18}) (\\d{1,18})");

  /**
   * Reads a token.
   *
   * @throws DocumentError if it is of another kind, or none at all
   */
  static SwfToken of(String kind, String text) {
    Matcher found = FORM.matcher(decoded(text));
    if (!found.matches() || !found.group(1).equals(kind)) {
      throw SwfFault.invalidToken();
    }
    return new SwfToken(
        kind, found.group(2), Long.parseLong(found.group(3)), Long.parseLong(found.group(4)));
  }

  private static String decoded(String text) {
    try {
      return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The token as it is given out. */
  String text() {
    String text = kind + " " + run + " " + number + " " + of;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
