package io.robotocore.services.dynamodb.item;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Numbers of up to 38 digits, between 1E-130 and 9.99E+125.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">limits</a>
 */
public final class Numbers {

  private static final int MAX_DIGITS = 38;
  private static final int MAX_EXPONENT = 125;
  private static final int MIN_EXPONENT = -130;
  private static final int LONGEST = 1_000;

  /** An exponent of so many digits is too far from zero, whatever it is the exponent of. */
  private static final int FAR = 5;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE](?<sign>[+-]?)0*(?<exponent>\\d+))?");

  private Numbers() {}

  /**
   * Reads a number.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if it is none, or too
   *     large, small or precise
   */
  public static Value.Num parse(String text) {
    if (text.isEmpty()) {
      throw Invalid.because("The parameter cannot be converted to a numeric value");
    }
    Matcher parts = NUMBER.matcher(text);
    if (text.length() > LONGEST || !parts.matches()) {
      throw Invalid.because("The parameter cannot be converted to a numeric value: " + text);
    }
    if (parts.group("exponent") == null || parts.group("exponent").length() < FAR) {
      return checked(new BigDecimal(text));
    }
    if (new BigDecimal(parts.group(1)).signum() == 0) {
      return new Value.Num(BigDecimal.ZERO);
    }
    throw parts.group("sign").equals("-") ? underflow() : overflow();
  }

  private static DynamoDbException overflow() {
    return Invalid.because(
        "Number overflow. Attempting to store a number with magnitude larger than supported range");
  }

  private static DynamoDbException underflow() {
    return Invalid.because(
        "Number underflow. Attempting to store a number with magnitude smaller than supported range");
  }

  /**
   * A number as a value.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if it is too large,
   *     small or precise
   */
  public static Value.Num checked(BigDecimal number) {
    if (number.signum() == 0) {
      return new Value.Num(BigDecimal.ZERO);
    }
    BigDecimal normal = number.stripTrailingZeros();
    long exponent = (long) normal.precision() - normal.scale() - 1;
    if (exponent > MAX_EXPONENT) {
      throw overflow();
    }
    if (exponent < MIN_EXPONENT) {
      throw underflow();
    }
    if (normal.precision() > MAX_DIGITS) {
      throw Invalid.because("Attempting to store more than 38 significant digits in a Number");
    }
    return new Value.Num(normal);
  }

  /**
   * The sum of two numbers.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if it has more than 38
   *     digits, or is too large or small
   */
  public static Value.Num sum(Value.Num one, Value.Num other) {
    return checked(one.number().add(other.number()));
  }

  /** A number with the other sign. */
  public static Value.Num negated(Value.Num number) {
    return new Value.Num(number.number().negate());
  }

  /** A number as clients see it: without an exponent. */
  public static String text(Value.Num number) {
    return number.number().toPlainString();
  }
}
