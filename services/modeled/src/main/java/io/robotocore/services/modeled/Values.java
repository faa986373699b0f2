package io.robotocore.services.modeled;

import com.github.curiousoddman.rgxgen.RgxGen;
import io.robotocore.model.Constraints;
import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import io.robotocore.service.Randomness;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/**
 * Values that a model allows, for members that must be there and of which nothing is known.
 *
 * @param random the source of what has to differ
 * @param now the time
 * @param fewest how many entries lists and maps have that may be empty
 */
record Values(Randomness random, Instant now, int fewest) {

  private static final int DEEPEST = 8;
  private static final int LONGEST = 64;
  private static final int LONGEST_TRIED = 400;
  private static final int USUALLY = 9;
  private static final Pattern REPEATED = Pattern.compile("\\{([0-9]{1,8}),([0-9]{0,8})\\}");

  /** Texts of the kinds that patterns usually want. */
  private static final List<String> USUAL =
      List.of(
          "123456789012",
          "us-east-1",
          "00000000-0000-4000-8000-000000000000",
          "https://example.com",
          "user@example.com",
          "example.com",
          "1.0.0",
          "1",
          "Passw0rd!",
          "{}",
          "arn:aws:iam::123456789012:role/example",
          "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-000000000000",
          "arn:aws:s3:::example",
          "s3://example/key",
          "10.0.0.0/16",
          "10.0.0.1",
          "/example",
          "/");

  /** A value that satisfies a member's constraints. */
  Object of(Member member) {
    return of(member, 0);
  }

  private Object of(Member member, int depth) {
    Constraints constraints = member.target().constraints();
    return switch (member.target().type()) {
      case STRUCTURE -> structure((StructureShape) member.target(), depth + 1);
      case DOCUMENT -> Document.mapBuilder().build();
      case LIST -> list((ListShape) member.target(), depth + 1);
      case MAP -> map((MapShape) member.target(), depth + 1);
      case STRING -> text(member);
      case BOOLEAN -> false;
      case BYTE -> number(constraints).byteValue();
      case SHORT -> number(constraints).shortValue();
      case INTEGER -> number(constraints).intValue();
      case LONG -> number(constraints).longValue();
      case FLOAT -> number(constraints).floatValue();
      case DOUBLE -> number(constraints).doubleValue();
      case TIMESTAMP -> now;
      case BLOB -> SdkBytes.fromByteArrayUnsafe(new byte[least(constraints)]);
    };
  }

  /** A structure with what must be in it, or with the first member if it is a union. */
  Map<String, Object> structure(StructureShape shape, int depth) {
    Map<String, Object> value = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      boolean needed = shape.union() ? value.isEmpty() : member.required();
      if (needed && depth < DEEPEST) {
        value.put(member.name(), of(member, depth));
      }
    }
    return value.isEmpty() && fewest > 0 ? firstOf(shape, depth) : value;
  }

  private Map<String, Object> firstOf(StructureShape shape, int depth) {
    return shape.members().isEmpty() || depth >= DEEPEST
        ? Map.of()
        : Map.of(shape.members().get(0).name(), of(shape.members().get(0), depth));
  }

  private List<Object> list(ListShape shape, int depth) {
    List<Object> values = new ArrayList<>();
    int least = Math.max(fewest, least(shape.constraints()));
    while (values.size() < least && depth < DEEPEST) {
      values.add(of(shape.member(), depth));
    }
    return values;
  }

  private Map<String, Object> map(MapShape shape, int depth) {
    Map<String, Object> values = new LinkedHashMap<>();
    if (Math.max(fewest, least(shape.constraints())) > 0 && depth < DEEPEST) {
      values.put((String) of(shape.key(), depth), of(shape.value(), depth));
    }
    return values;
  }

  private static BigDecimal number(Constraints constraints) {
    return constraints.min().orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
  }

  private static int least(Constraints constraints) {
    return constraints.min().map(BigDecimal::intValue).orElse(0);
  }

  private String text(Member member) {
    List<String> enumerated = member.enumValues();
    if (!enumerated.isEmpty()) {
      return enumerated.get(0);
    }
    Constraints constraints = member.target().constraints();
    int least = least(constraints);
    return Stream.concat(Stream.of("", "x".repeat(Math.max(least, 1))), USUAL.stream())
        .filter(text -> fits(text, constraints))
        .findFirst()
        .or(() -> matching(constraints))
        .orElse("x".repeat(least));
  }

  /** Whether a text satisfies the constraints of a shape. */
  static boolean fits(String text, Constraints constraints) {
    return constraints.min().filter(min -> text.length() < min.intValue()).isEmpty()
        && constraints.max().filter(max -> text.length() > max.intValue()).isEmpty()
        && constraints
            .pattern()
            .filter(pattern -> !Pattern.compile(pattern).matcher(text).matches())
            .isEmpty()
        && (constraints.enumValues().isEmpty() || constraints.enumValues().contains(text));
  }

  /** A text that matches a shape's pattern and is as long as it may be; empty if none was found. */
  Optional<String> matching(Constraints constraints) {
    return matching(constraints, UnaryOperator.identity());
  }

  /**
   * A text that matches a shape's pattern, and another one if it can.
   *
   * @param narrowed gives the other pattern
   */
  Optional<String> matching(Constraints constraints, UnaryOperator<String> narrowed) {
    return constraints
        .pattern()
        .flatMap(
            pattern ->
                Stream.of(shortened(narrowed.apply(pattern)), narrowed.apply(pattern), pattern)
                    .distinct()
                    .flatMap(one -> generated(one, constraints).stream())
                    .findFirst());
  }

  private Optional<String> generated(String pattern, Constraints constraints) {
    try {
      RgxGen generator = RgxGen.parse(simplified(pattern));
      for (int attempt = 0; attempt < 20; attempt++) {
        String text = generator.generate(random.asSecureRandom());
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (fits(cut, constraints)) {
          return Optional.of(cut);
        }
        if (text.length() < LONGEST_TRIED && fits(text, constraints)) {
          return Optional.of(text);
        }
      }
    } catch (com.github.curiousoddman.rgxgen.parsing.dflt.RgxGenParseException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** The pattern with repetitions as short as ids usually are: {@code ws-[a-z0-9]{8,63}}. */
  private static String shortened(String pattern) {
    String counted =
        pattern
            .replaceAll("(?<!\\\\)\\.[*+]", "[a-z0-9]{9}")
            .replaceAll("(?<=[\\])])\\+", "{9}")
            .replaceAll("(?<=[\\])-])\\*", "{0}");
    return REPEATED
        .matcher(counted)
        .replaceAll(
            found -> {
              int least = Integer.parseInt(found.group(1));
              int most =
                  found.group(2).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(found.group(2));
              return "{" + Math.max(least, Math.min(most, USUALLY)) + "}";
            });
  }

  /** The pattern without what says only where it must match. */
  private static String simplified(String pattern) {
    return pattern
        .replaceAll("\\\\p\\{(L|IsAlphabetic|Alpha|Alnum)\\}", "a-z")
        .replaceAll("\\\\p\\{(N|Nd|Digit)\\}", "0-9")
        .replaceAll("\\\\p\\{[^}]*\\}", "_")
        .replaceFirst("^\\^", "")
        .replaceFirst("(?<!\\\\)\\$$", "");
  }
}
