package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;

/** Simple values as plain text: in forms, XML, headers, paths and query strings. */
final class Texts {

  private Texts() {}

  /**
   * A text as the value of a member of a simple shape.
   *
   * @throws WireException if the text is none of the shape's values
   */
  static Object parse(Member member, String text, TimestampFormat timestamps) {
    try {
      return switch (member.target().type()) {
        case STRING -> text;
        case BOOLEAN -> bool(text);
        case INTEGER -> Integer.valueOf(text.trim());
        case LONG -> Long.valueOf(text.trim());
        case FLOAT -> Float.valueOf(text.trim());
        case DOUBLE -> Double.valueOf(text.trim());
        case TIMESTAMP -> timestamp(member, text.trim(), timestamps);
        case BLOB -> SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text));
        default -> throw notOf(member, text);
      };
    } catch (IllegalArgumentException | DateTimeException e) {
      throw notOf(member, text);
    }
  }

  /** The value of a member of a simple shape as text. */
  static String format(Member member, Object value, TimestampFormat timestamps) {
    return switch (member.target().type()) {
      case TIMESTAMP -> Timestamps.of(member, timestamps).format((Instant) value);
      case BLOB -> Base64.getEncoder().encodeToString(((SdkBytes) value).asByteArrayUnsafe());
      case FLOAT, DOUBLE -> number((Number) value);
      default -> value.toString();
    };
  }

  private static Boolean bool(String text) {
    return switch (text.trim()) {
      case "true", "True", "TRUE", "1" -> true;
      case "false", "False", "FALSE", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Instant timestamp(Member member, String text, TimestampFormat ofProtocol) {
    boolean seconds =
        !text.isEmpty()
            && text.indexOf('T') < 0
            && Character.isDigit(text.charAt(text.length() - 1));
    return (seconds ? Timestamps.UNIX : Timestamps.of(member, ofProtocol)).parse(text);
  }

  private static String number(Number value) {
    double number = value.doubleValue();
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? BigDecimal.valueOf(number).setScale(1).toPlainString() : value.toString();
  }

  private static WireException notOf(Member member, String text) {
    String type = member.target().type().name();
    String shown = type.charAt(0) + type.substring(1).toLowerCase(java.util.Locale.ROOT);
    return new WireException(
        "MalformedInput",
        "'" + text + "' cannot be converted to " + shown + " at " + member.name());
  }
}
