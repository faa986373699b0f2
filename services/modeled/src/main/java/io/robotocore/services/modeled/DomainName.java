package io.robotocore.services.modeled;

import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A domain name as Route 53 keeps it: in small letters, with a dot at the end, and all signs but
 * letters, digits, hyphens and underscores as octal codes.
 *
 * @param text the name
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">DNS
 *     domain name format</a>
 */
record DomainName(String text) {

  /** Sorts before everything that can be in a label. */
  static final String BORDER = "\u0001";

  static DomainName of(String given) {
    StringBuilder text = new StringBuilder();
    for (char c : given.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean plain = Character.isLetterOrDigit(c) || "-_.\\".indexOf(c) >= 0;
      text.append(plain ? String.valueOf(c) : "\\%03o".formatted((int) c));
    }
    return new DomainName(text.toString().endsWith(".") ? text.toString() : text + ".");
  }

  /** Whether this is a name of the zone, or its own. */
  boolean isIn(DomainName zone) {
    return text.equals(zone.text) || text.endsWith("." + zone.text);
  }

  /** What sorts names by their labels from the last one on. */
  String sortKey() {
    List<String> labels = new java.util.ArrayList<>(List.of(text.split("\\.", 0)));
    Collections.reverse(labels);
    return String.join(BORDER, labels);
  }
}
