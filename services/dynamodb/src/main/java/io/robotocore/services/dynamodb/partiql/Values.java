package io.robotocore.services.dynamodb.partiql;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Numbers;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Reads the values in statements; a question mark is the next parameter. */
final class Values {

  private static final String ROOT = "root";

  private final Lexemes lexemes;
  private final List<AttributeValue> parameters;
  private int used;

  Values(Lexemes lexemes, List<AttributeValue> parameters) {
    this.lexemes = lexemes;
    this.parameters = parameters;
  }

  /** Refuses parameters that no question mark stands for. */
  void checkUsed() {
    if (used != parameters.size()) {
      throw wrongCount();
    }
  }

  private static RuntimeException wrongCount() {
    return Invalid.because("Number of parameters in request and statement don't match.");
  }

  /** Whether a value is next, rather than a name. */
  boolean isNext() {
    Lexeme piece = lexemes.peek();
    return switch (piece.kind()) {
      case STRING, NUMBER -> true;
      case SYMBOL -> List.of("?", "{", "[", "<<", "-", "+").contains(piece.text());
      case WORD -> piece.isWord("true") || piece.isWord("false") || piece.isWord("null");
      default -> false;
    };
  }

  Value value() {
    return value(ROOT);
  }

  /** A value that is an item: in each of its attributes, what is nested is counted anew. */
  Value item() {
    return lexemes.skip("{") ? document(name -> ROOT) : value();
  }

  private Value value(String path) {
    Lexeme piece = lexemes.next();
    return switch (piece.kind()) {
      case STRING -> new Value.Text(piece.text());
      case NUMBER -> number(piece, path);
      case WORD -> word(piece);
      case SYMBOL -> symbol(piece.text(), path);
      default -> throw lexemes.malformed();
    };
  }

  private Value word(Lexeme piece) {
    if (piece.isWord("true") || piece.isWord("false")) {
      return new Value.Bool(piece.isWord("true"));
    } else if (piece.isWord("null")) {
      return new Value.Null();
    }
    if (lexemes.peek().is("(")) {
      throw lexemes.wrong(
          "Unsupported data type: %s under key root".formatted(piece.text()), piece);
    }
    throw lexemes.malformed();
  }

  private Value symbol(String symbol, String path) {
    return switch (symbol) {
      case "?" -> parameter();
      case "-" -> Numbers.negated(number(lexemes.next(), path));
      case "+" -> number(lexemes.next(), path);
      case "[" -> new Value.Sequence(List.copyOf(elements("]", path)));
      case "<<" -> set(elements(">>", path));
      case "{" -> document(name -> path + "." + name);
      default -> throw lexemes.malformed();
    };
  }

  private Value.Num number(Lexeme piece, String path) {
    if (piece.kind() != Lexeme.Kind.NUMBER) {
      throw lexemes.malformed();
    }
    checkScale(piece.text());
    try {
      return Numbers.parse(piece.text());
    } catch (DynamoDbException e) {
      throw Invalid.because(e.awsErrorDetails().errorMessage() + " under " + path);
    }
  }

  /** The digits behind the point less the exponent, and the exponent itself, have 32 bits. */
  private void checkScale(String number) {
    String[] parts = number.split("[eE]");
    if (parts.length == 1) {
      return;
    }
    int digits = parts[0].contains(".") ? parts[0].length() - parts[0].indexOf('.') - 1 : 0;
    BigInteger exponent = new BigInteger(parts[1]);
    if (exponent.bitLength() > 31
        || BigInteger.valueOf(digits).subtract(exponent).bitLength() > 31) {
      throw lexemes.malformed("");
    }
  }

  private Value parameter() {
    if (used >= parameters.size()) {
      throw wrongCount();
    }
    return Attributes.read(parameters.get(used++));
  }

  private List<Value> elements(String end, String path) {
    List<Value> elements = new ArrayList<>();
    while (!lexemes.skip(end)) {
      if (!elements.isEmpty()) {
        lexemes.expect(",");
      }
      String element = path + "[" + elements.size() + "]";
      elements.add(lexemes.deeper(() -> value(element)));
    }
    return elements;
  }

  private static Value set(List<Value> elements) {
    if (elements.isEmpty()) {
      throw Invalid.because("Empty bags are not supported");
    }
    Type element = elements.get(0).type();
    List<Value.Scalar> scalars = new ArrayList<>();
    for (Value one : elements) {
      if (one.type() != element || !(one instanceof Value.Scalar scalar)) {
        throw Invalid.because("Unsupported data type: a set has scalars of one type");
      }
      scalars.add(scalar);
    }
    if (new HashSet<>(scalars).size() < scalars.size()) {
      throw Invalid.parameter(
          "Input collection %s contains duplicates."
              .formatted(scalars.stream().map(Values::shown).toList()));
    }
    return Attributes.elements(Type.valueOf(element + "S"), scalars);
  }

  private static String shown(Value.Scalar scalar) {
    return scalar instanceof Value.Num number
        ? Numbers.text(number)
        : scalar instanceof Value.Text text ? text.text() : scalar.toString();
  }

  private Document document(UnaryOperator<String> paths) {
    Map<String, Value> map = new HashMap<>();
    while (!lexemes.skip("}")) {
      if (!map.isEmpty()) {
        lexemes.expect(",");
      }
      Lexeme name = lexemes.next();
      if (name.kind() != Lexeme.Kind.STRING && name.kind() != Lexeme.Kind.QUOTED) {
        throw lexemes.malformed();
      }
      lexemes.expect(":");
      map.put(name.text(), lexemes.deeper(() -> value(paths.apply(name.text()))));
    }
    return Document.of(map);
  }
}
