package io.robotocore.services.dynamodb.item;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The order of scalars.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">data
 *     types</a>
 */
final class ScalarOrder {

  private ScalarOrder() {}

  static int compare(Value.Scalar one, Value.Scalar other) {
    if (one instanceof Value.Num a && other instanceof Value.Num b) {
      return a.number().compareTo(b.number());
    }
    if (one instanceof Value.Text a && other instanceof Value.Text b) {
      return compare(a.text(), b.text());
    }
    if (one instanceof Value.Binary a && other instanceof Value.Binary b) {
      return Arrays.compareUnsigned(a.array(), b.array());
    }
    return one.type().compareTo(other.type());
  }

  /** Compares as UTF-8 would, which differs from Java's order beyond the basic plane only. */
  private static int compare(String one, String other) {
    int end = Math.min(one.length(), other.length());
    for (int i = 0; i < end; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        return Character.isSurrogate(a) || Character.isSurrogate(b)
            ? Arrays.compareUnsigned(bytes(one), bytes(other))
            : Character.compare(a, b);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
