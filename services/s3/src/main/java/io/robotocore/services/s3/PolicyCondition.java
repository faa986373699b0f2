package io.robotocore.services.s3;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition in a policy.
 *
 * @param operator how the values are compared, as {@code StringLike}
 * @param key what they are compared with, in lower case
 * @param values one of them has to fit
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">condition
 *     operators</a>
 */
record PolicyCondition(String operator, String key, List<String> values) {

  /**
   * Four numbers, or something with a colon: whatever else {@code InetAddress} would look up as a
   * host's name.
   */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}"
              + "|(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^},]+)(?:, *'([^']*)')?}");

  /** Whether it holds for what is known, by keys in lower case. */
  boolean holds(Function<String, List<String>> context) {
    List<String> there = context.apply(key);
    String name =
        operator.replaceFirst("^For(All|Any)[A-Za-z]*:", "").replaceFirst("IfExists$", "");
    if (name.equals("Null")) {
      return values.contains(Boolean.toString(there.isEmpty()));
    }
    if (there.isEmpty()) {
      return name.contains("Not")
          || operator.endsWith("IfExists")
          || operator.startsWith("ForAllValues");
    }
    List<String> wanted = values.stream().map(value -> filled(value, context)).toList();
    boolean negated = name.contains("Not");
    String positive = name.replace("Not", "");
    return operator.startsWith("ForAllValues")
        ? there.stream().allMatch(value -> fits(positive, value, wanted) != negated)
        : there.stream().anyMatch(value -> fits(positive, value, wanted) != negated);
  }

  private static boolean fits(String name, String value, List<String> wanted) {
    return wanted.stream().anyMatch(one -> compare(name, value, one));
  }

  private static boolean compare(String name, String value, String wanted) {
    return switch (name) {
      case "StringEquals", "BinaryEquals" -> value.equals(wanted);
      case "StringEqualsIgnoreCase", "Bool" -> value.equalsIgnoreCase(wanted);
      case "StringLike", "ArnEquals", "ArnLike" -> Policy.matches(wanted, value, false);
      case "IpAddress" -> isInRange(value, wanted);
      default ->
          name.startsWith("Numeric")
              ? order(name, number(value), number(wanted))
              : name.startsWith("Date") && order(name, time(value), time(wanted));
    };
  }

  private static <T extends Comparable<T>> boolean order(String name, T value, T wanted) {
    int order = value.compareTo(wanted);
    return switch (name.replaceFirst("Numeric|Date", "")) {
      case "Equals" -> order == 0;
      case "LessThan" -> order < 0;
      case "LessThanEquals" -> order <= 0;
      case "GreaterThan" -> order > 0;
      case "GreaterThanEquals" -> order >= 0;
      default -> false;
    };
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private static Instant time(String text) {
    try {
      return text.matches("[0-9]+")
          ? Instant.ofEpochSecond(Long.parseLong(text))
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException | NumberFormatException e) {
      return Instant.EPOCH;
    }
  }

  private static boolean isInRange(String address, String range) {
    String[] parts = range.split("/", 2);
    if (!ADDRESS.matcher(address).matches() || !ADDRESS.matcher(parts[0]).matches()) {
      return false;
    }
    try {
      byte[] one = InetAddress.getByName(address).getAddress();
      byte[] other = InetAddress.getByName(parts[0]).getAddress();
      int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : other.length * 8;
      return one.length == other.length && samePrefix(one, other, bits);
    } catch (UnknownHostException | NumberFormatException e) {
      return false;
    }
  }

  private static boolean samePrefix(byte[] one, byte[] other, int bits) {
    for (int i = 0; i < Math.min(bits, one.length * 8); i++) {
      int mask = 0x80 >> i % 8;
      if ((one[i / 8] & mask) != (other[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** A text with what its variables stand for. */
  static String filled(String text, Function<String, List<String>> context) {
    return VARIABLE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(of(found, context)));
  }

  private static String of(MatchResult variable, Function<String, List<String>> context) {
    String name = variable.group(1).strip();
    if (name.equals("*") || name.equals("?") || name.equals("$")) {
      return name;
    }
    String otherwise = variable.group(2) == null ? variable.group() : variable.group(2);
    return context.apply(name.toLowerCase(Locale.ROOT)).stream().findFirst().orElse(otherwise);
  }
}
