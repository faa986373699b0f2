package io.robotocore.protocol;

import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import io.robotocore.model.TimestampFormat;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Simple values as plain text, in forms, XML, headers, paths and query strings, and how a protocol
 * refuses what is none.
 */
enum Texts {
  /** The query protocols, and the XML of most services. */
  LENIENT("MalformedInput"),
  /** restJson1: what is not exactly of the model's type is refused. */
  STRICT("SerializationException"),
  /** The parameters of S3. */
  S3("InvalidArgument"),
  /**
   * The XML of S3, whose times always have milliseconds.
   *
   * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">ListBuckets
   *     </a>
   */
  S3_XML("MalformedXML");

  private final String code;

  Texts(String code) {
    this.code = code;
  }

  /** A request that is refused. */
  WireException refused(String message) {
    return this == S3_XML
        ? new WireException(
            code,
            "The XML you provided was not well-formed or did not validate against our published schema")
        : new WireException(code, message);
  }

  /**
   * A text as the value of a member of a simple shape.
   *
   * @throws WireException if the text is none of the shape's values
   */
  Object parse(Member member, String text, TimestampFormat timestamps) {
    ShapeType type = member.target().type();
    try {
      return type == ShapeType.STRING
          ? text
          : value(member, this == STRICT ? text : text.trim(), timestamps);
    } catch (IllegalArgumentException | DateTimeException e) {
      String name = type.name().charAt(0) + type.name().substring(1).toLowerCase(Locale.ROOT);
      throw refused("'" + text + "' cannot be converted to " + name + " at " + member.name());
    }
  }

  private Object value(Member member, String text, TimestampFormat timestamps) {
    return switch (member.target().type()) {
      case BOOLEAN -> bool(text);
      case BYTE -> Byte.valueOf(text);
      case SHORT -> Short.valueOf(text);
      case INTEGER -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case FLOAT -> Float.valueOf(decimal(text));
      case DOUBLE -> Double.valueOf(decimal(text));
      case TIMESTAMP -> timestamp(Timestamps.of(member, timestamps), text);
      case BLOB -> SdkBytes.fromByteArrayUnsafe(Base64.getDecoder().decode(text));
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** The value of a member of a simple shape as text. */
  String format(Member member, Object value, TimestampFormat timestamps) {
    return switch (member.target().type()) {
      case TIMESTAMP -> timestamp(member, timestamps).format((Instant) value);
      case BLOB -> Base64.getEncoder().encodeToString(((SdkBytes) value).asByteArrayUnsafe());
      case FLOAT, DOUBLE -> number((Number) value);
      default -> value.toString();
    };
  }

  private Timestamps timestamp(Member member, TimestampFormat ofProtocol) {
    Timestamps format = Timestamps.of(member, ofProtocol);
    return this == S3_XML && format == Timestamps.ISO_8601 ? Timestamps.ISO_8601_MILLIS : format;
  }

  /**
   * The bytes of a text in Base64.
   *
   * @throws IllegalArgumentException if it is none, or lacks what fills it up
   */
  static byte[] padded(String base64) {
    if (base64.length() % 4 != 0) {
      throw new IllegalArgumentException(base64);
    }
    return Base64.getDecoder().decode(base64);
  }

  private Boolean bool(String text) {
    if (this == STRICT && !text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return switch (text) {
      case "true", "True", "TRUE", "1" -> true;
      case "false", "False", "FALSE", "0" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** Java reads more as numbers than AWS does: {@code 0x1p3}, {@code 1d}. */
  private static String decimal(String text) {
    boolean word = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    for (int i = 0; i < text.length() && !word; i++) {
      if ("+-.eE".indexOf(text.charAt(i)) < 0 && !Character.isDigit(text.charAt(i))) {
        throw new IllegalArgumentException(text);
      }
    }
    return text;
  }

  private Instant timestamp(Timestamps format, String text) {
    if (this == STRICT) {
      return format.parseExactly(text);
    }
    boolean seconds =
        !text.isEmpty()
            && text.indexOf('T') < 0
            && Character.isDigit(text.charAt(text.length() - 1));
    return (seconds ? Timestamps.UNIX : format).parse(text);
  }

  private static String number(Number value) {
    double number = value.doubleValue();
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? BigDecimal.valueOf(number).setScale(1).toPlainString() : value.toString();
  }
}
