package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Value;
import java.util.Arrays;

/** What values contain. */
final class Contents {

  private Contents() {}

  static boolean begins(Value value, Value prefix) {
    if (value instanceof Value.Text text && prefix instanceof Value.Text start) {
      return text.text().startsWith(start.text());
    }
    return value instanceof Value.Binary binary
        && prefix instanceof Value.Binary start
        && isAt(binary, start, 0);
  }

  static boolean contains(Value value, Value part) {
    if (value instanceof Value.Text text && part instanceof Value.Text piece) {
      return text.text().contains(piece.text());
    } else if (value instanceof Value.Binary binary && part instanceof Value.Binary piece) {
      int last = size(binary) - size(piece);
      for (int at = 0; at <= last; at++) {
        if (isAt(binary, piece, at)) {
          return true;
        }
      }
      return false;
    } else if (value instanceof Value.Elements set) {
      return part instanceof Value.Scalar scalar && set.elements().contains(scalar);
    }
    return value instanceof Value.Sequence list && list.values().contains(part);
  }

  private static int size(Value.Binary binary) {
    return binary.bytes().asByteArrayUnsafe().length;
  }

  private static boolean isAt(Value.Binary binary, Value.Binary part, int at) {
    return at + size(part) <= size(binary)
        && Arrays.equals(
            binary.bytes().asByteArrayUnsafe(),
            at,
            at + size(part),
            part.bytes().asByteArrayUnsafe(),
            0,
            size(part));
  }
}
