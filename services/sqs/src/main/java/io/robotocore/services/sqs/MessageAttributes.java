package io.robotocore.services.sqs;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The rules of message attributes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html">message
 *     metadata</a>
 */
final class MessageAttributes {

  private static final int MAX_ATTRIBUTES = 10;
  private static final int MAX_NAME = 256;
  private static final int MAX_DIGITS = 38;
  private static final int MAX_EXPONENT = 128;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

  private MessageAttributes() {}

  /** Refuses attributes that SQS refuses. */
  static void check(Map<String, MessageAttributeValue> attributes) {
    if (attributes.size() > MAX_ATTRIBUTES) {
      throw SqsError.invalidParameter(
          "Number of message attributes [%d] exceeds the allowed maximum [%d]."
              .formatted(attributes.size(), MAX_ATTRIBUTES));
    }
    new TreeMap<>(attributes)
        .forEach(
            (name, value) -> {
              checkName(name);
              checkValue("message (user) attribute '" + name + "'", value);
            });
  }

  private static void checkName(String name) {
    if (name.isEmpty()) {
      throw SqsError.invalidParameter(
          "The request must contain non-empty message (user) attribute names.");
    }
    if (name.length() > MAX_NAME) {
      throw SqsError.invalidParameter(
          "Message (user) attribute name must be shorter than 256 bytes.");
    }
    if (!NAME.matcher(name).matches()) {
      throw SqsError.invalidParameter(
          "Message (user) attributes name can only contain upper and lower score characters, digits, periods, "
              + "hyphens and underscores. ");
    }
    if (name.startsWith(".") || name.endsWith(".") || name.contains("..")) {
      throw SqsError.invalidParameter(
          "You can't use message attribute names beginning or ending with a period or with successive periods.");
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("aws.") || lower.startsWith("amazon.")) {
      throw SqsError.invalidParameter(
          "You can't use message attribute names beginning with 'AWS.' or 'Amazon'. "
              + "These strings are reserved for internal use.");
    }
  }

  private static void checkValue(String attribute, MessageAttributeValue value) {
    if (value.hasStringListValues() || value.hasBinaryListValues()) {
      throw SqsError.invalidParameter(
          "Message attribute list values in SendMessage operation are not supported.");
    }
    String type = checkedType(attribute, value);
    if (type.equals("Binary")) {
      if (Optional.ofNullable(value.binaryValue())
              .map(SdkBytes::asByteArrayUnsafe)
              .map(b -> b.length)
              .orElse(0)
          == 0) {
        throw nothing(attribute, type);
      }
      return;
    }
    String text = Optional.ofNullable(value.stringValue()).orElse("");
    if (text.isEmpty()) {
      throw nothing(attribute, type);
    }
    checkCharacters(text, "the value of " + attribute);
    if (type.equals("Number") && !isNumber(text)) {
      throw SqsError.invalidParameter("Can't cast the value of " + attribute + " to a number.");
    }
  }

  /**
   * The logical type, which stands before a label that the producer may have added: {@code
   * Number.float}.
   */
  private static String checkedType(String attribute, MessageAttributeValue value) {
    String type = Optional.ofNullable(value.dataType()).orElse("");
    if (type.isEmpty() && value.stringValue() == null && value.binaryValue() == null) {
      throw SqsError.invalidParameter(
          "The " + attribute + " must contain a non-empty message attribute value.");
    }
    if (type.isEmpty()) {
      throw SqsError.invalidParameter(
          "The " + attribute + " must contain a non-empty message attribute type.");
    }
    if (type.length() > MAX_NAME) {
      throw SqsError.invalidParameter(
          "Message (user) attribute type must be shorter than 256 bytes.");
    }
    String logical = type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    return switch (logical) {
      case "String", "Number", "Binary" -> logical;
      default ->
          throw SqsError.invalidParameter(
              "The type of "
                  + attribute
                  + " is invalid. You must use only the following supported type prefixes: Binary, Number, String.");
    };
  }

  private static RuntimeException nothing(String attribute, String type) {
    String upper = Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
    return SqsError.invalidParameter(
        upper + " must contain a non-empty value of type '" + type + "'.");
  }

  private static boolean isNumber(String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      return number.precision() <= MAX_DIGITS
          && number.precision() - number.scale() <= MAX_EXPONENT;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** Refuses a text with characters that XML 1.0 does not allow. */
  static void checkCharacters(String text, String where) {
    text.codePoints()
        .filter(character -> !isAllowed(character))
        .findFirst()
        .ifPresent(
            character -> {
              throw SqsError.invalidCharacter(character, where);
            });
  }

  private static boolean isAllowed(int character) {
    return isBetween(0x20, character, 0xD7FF)
        || isBetween(0xE000, character, 0xFFFD)
        || character >= 0x10000
        || "\t\n\r".indexOf(character) >= 0;
  }

  private static boolean isBetween(int first, int character, int last) {
    return character >= first && character <= last;
  }

  /** How much attributes add to the size of a message, in bytes. */
  static int size(Map<String, MessageAttributeValue> attributes) {
    int size = 0;
    for (Map.Entry<String, MessageAttributeValue> attribute : attributes.entrySet()) {
      String type = Optional.ofNullable(attribute.getValue().dataType()).orElse("");
      size +=
          utf8(attribute.getKey()).length + utf8(type).length + value(attribute.getValue()).length;
    }
    return size;
  }

  /** The digest of attributes, unless there are none. */
  static Optional<String> md5(Map<String, MessageAttributeValue> attributes) {
    if (attributes.isEmpty()) {
      return Optional.empty();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TreeMap<>(attributes)
        .forEach(
            (name, value) -> {
              append(utf8(name), bytes);
              append(utf8(value.dataType()), bytes);
              bytes.write(value.binaryValue() == null ? 1 : 2);
              append(value(value), bytes);
            });
    return Optional.of(Digest.md5(bytes.toByteArray()));
  }

  private static void append(byte[] part, ByteArrayOutputStream bytes) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    bytes.writeBytes(part);
  }

  private static byte[] value(MessageAttributeValue value) {
    return value.binaryValue() != null
        ? value.binaryValue().asByteArrayUnsafe()
        : utf8(Optional.ofNullable(value.stringValue()).orElse(""));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Those of a message's attributes that a receive asks for: by name, by prefix ({@code order.*}),
   * or all.
   */
  static Map<String, MessageAttributeValue> selected(
      Map<String, MessageAttributeValue> attributes, Collection<String> wanted) {
    if (wanted.isEmpty() || attributes.isEmpty()) {
      return Map.of();
    }
    Predicate<String> isWanted =
        name -> wanted.stream().anyMatch(pattern -> matches(pattern, name));
    Map<String, MessageAttributeValue> selected = new TreeMap<>(attributes);
    selected.keySet().removeIf(isWanted.negate());
    return selected;
  }

  private static boolean matches(String pattern, String name) {
    return switch (pattern) {
      case "All", ".*", "*" -> true;
      default ->
          pattern.endsWith(".*")
              ? name.startsWith(pattern.substring(0, pattern.length() - 2))
              : pattern.equals(name);
    };
  }
}
