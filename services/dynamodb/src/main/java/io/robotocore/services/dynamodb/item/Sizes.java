package io.robotocore.services.dynamodb.item;

import java.math.BigDecimal;

/**
 * How large items are, as AWS counts it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">item
 *     sizes</a>
 */
public final class Sizes {

  /** How large an item may be, in bytes. */
  public static final int MAX_ITEM = 409_600;

  /** How deep lists and maps may be nested within an item, the item itself counted. */
  public static final int MAX_DEPTH = 32;

  private static final int NESTING_OVERHEAD = 3;

  private Sizes() {}

  /** The size of an item, in bytes. */
  public static int of(Document item) {
    int size = 0;
    for (int i = 0; i < item.size(); i++) {
      size += utf8(item.names()[i]) + of(item.values()[i]);
    }
    return size;
  }

  /** The size of a value, in bytes. */
  public static int of(Value value) {
    if (value instanceof Value.Text text) {
      return utf8(text.text());
    } else if (value instanceof Value.Num number) {
      return of(number.number());
    } else if (value instanceof Value.Binary binary) {
      return binary.array().length;
    } else if (value instanceof Value.Elements set) {
      return set.elements().stream().mapToInt(Sizes::of).sum();
    } else if (value instanceof Value.Sequence list) {
      return NESTING_OVERHEAD + list.values().stream().mapToInt(element -> 1 + of(element)).sum();
    } else if (value instanceof Document map) {
      return NESTING_OVERHEAD + map.size() + of(map);
    }
    return 1;
  }

  private static int of(BigDecimal number) {
    if (number.signum() == 0) {
      return 1;
    }
    int exponent = number.precision() - number.scale() - 1;
    int digits = number.precision() + (exponent % 2 == 0 ? 1 : 0);
    return 1 + (digits + 1) / 2 + (number.signum() < 0 ? 1 : 0);
  }

  /** The number of bytes of a text in UTF-8. */
  public static int utf8(String text) {
    int bytes = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        bytes += c >= 0x800 && !Character.isSurrogate(c) ? 2 : 1;
      }
    }
    return bytes;
  }

  /** How deep a value is nested: one for a scalar or an empty list. */
  public static int depth(Value value) {
    int deepest = 0;
    if (value instanceof Value.Sequence list) {
      for (Value element : list.values()) {
        deepest = Math.max(deepest, depth(element));
      }
    } else if (value instanceof Document map) {
      for (Value element : map.values()) {
        deepest = Math.max(deepest, depth(element));
      }
    }
    return 1 + deepest;
  }
}
