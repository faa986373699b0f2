package io.robotocore.services.dynamodb.partiql;

import io.robotocore.services.dynamodb.item.Attributes;
import io.robotocore.services.dynamodb.item.Document;
import io.robotocore.services.dynamodb.item.Invalid;
import io.robotocore.services.dynamodb.item.Numbers;
import io.robotocore.services.dynamodb.item.Type;
import io.robotocore.services.dynamodb.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the values in statements; a question mark is the next parameter. */
final class Values {

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
    Lexeme piece = lexemes.next();
    return switch (piece.kind()) {
      case STRING -> new Value.Text(piece.text());
      case NUMBER -> Numbers.parse(piece.text());
      case WORD -> word(piece);
      case SYMBOL -> symbol(piece.text());
      default -> throw lexemes.malformed();
    };
  }

  private Value word(Lexeme piece) {
    if (piece.isWord("true") || piece.isWord("false")) {
      return new Value.Bool(piece.isWord("true"));
    } else if (piece.isWord("null")) {
      return new Value.Null();
    }
    throw lexemes.malformed();
  }

  private Value symbol(String symbol) {
    return switch (symbol) {
      case "?" -> parameter();
      case "-" -> Numbers.negated(number());
      case "+" -> number();
      case "[" -> new Value.Sequence(List.copyOf(elements("]")));
      case "<<" -> set(elements(">>"));
      case "{" -> document();
      default -> throw lexemes.malformed();
    };
  }

  private Value.Num number() {
    Lexeme piece = lexemes.next();
    if (piece.kind() != Lexeme.Kind.NUMBER) {
      throw lexemes.malformed();
    }
    return Numbers.parse(piece.text());
  }

  private Value parameter() {
    if (used >= parameters.size()) {
      throw wrongCount();
    }
    return Attributes.read(parameters.get(used++));
  }

  private List<Value> elements(String end) {
    List<Value> elements = new ArrayList<>();
    while (!lexemes.skip(end)) {
      if (!elements.isEmpty()) {
        lexemes.expect(",");
      }
      elements.add(lexemes.deeper(this::value));
    }
    return elements;
  }

  private static Value set(List<Value> elements) {
    if (elements.isEmpty()) {
      throw Invalid.parameter("An string set  may not be empty");
    }
    Type element = elements.get(0).type();
    List<Value.Scalar> scalars = new ArrayList<>();
    for (Value one : elements) {
      if (one.type() != element || !(one instanceof Value.Scalar scalar)) {
        throw Invalid.because("Unsupported data type: a set has scalars of one type");
      }
      scalars.add(scalar);
    }
    return Attributes.elements(Type.valueOf(element + "S"), scalars);
  }

  private Document document() {
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
      map.put(name.text(), lexemes.deeper(this::value));
    }
    return Document.of(map);
  }
}
