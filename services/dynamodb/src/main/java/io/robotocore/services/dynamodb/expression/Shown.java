package io.robotocore.services.dynamodb.expression;

import io.robotocore.services.dynamodb.item.Numbers;
import io.robotocore.services.dynamodb.item.Value;

/** Values as errors of expressions show them. */
final class Shown {

  private Shown() {}

  static String value(Value value) {
    String content = value.toString();
    if (value instanceof Value.Text text) {
      content = text.text();
    } else if (value instanceof Value.Num number) {
      content = Numbers.text(number);
    }
    return "{" + value.type() + ":" + content + "}";
  }
}
