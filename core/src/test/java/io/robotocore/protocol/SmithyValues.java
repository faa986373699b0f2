package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import io.robotocore.wire.Body;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkNumber;
import software.amazon.awssdk.core.document.Document;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** The parameters of Smithy's test cases as the values that codecs read and write. */
final class SmithyValues {

  private SmithyValues() {}

  static Map<String, Object> structure(StructureShape shape, ObjectNode params) {
    Map<String, Object> structure = new LinkedHashMap<>();
    params
        .getStringMap()
        .forEach(
            (name, node) -> {
              Member member = shape.member(name).orElseThrow();
              if (!node.isNullNode() || member.target().type().name().equals("DOCUMENT")) {
                structure.put(name, value(member, node));
              }
            });
    return structure;
  }

  private static Object value(Member member, Node node) {
    return switch (member.target().type()) {
      case STRUCTURE -> structure((StructureShape) member.target(), node.expectObjectNode());
      case LIST -> list(((ListShape) member.target()).member(), node);
      case MAP -> map(((MapShape) member.target()).value(), node);
      case DOCUMENT -> document(node);
      case STRING -> node.expectStringNode().getValue();
      case BOOLEAN -> node.expectBooleanNode().getValue();
      case BYTE -> node.expectNumberNode().getValue().byteValue();
      case SHORT -> node.expectNumberNode().getValue().shortValue();
      case INTEGER -> node.expectNumberNode().getValue().intValue();
      case LONG -> node.expectNumberNode().getValue().longValue();
      case FLOAT -> (float) number(node);
      case DOUBLE -> number(node);
      case TIMESTAMP ->
          Timestamps.ofSeconds(new BigDecimal(node.expectNumberNode().getValue().toString()));
      case BLOB -> SdkBytes.fromUtf8String(node.expectStringNode().getValue());
    };
  }

  private static double number(Node node) {
    return node.isStringNode()
        ? Double.parseDouble(node.expectStringNode().getValue())
        : node.expectNumberNode().getValue().doubleValue();
  }

  private static List<Object> list(Member element, Node node) {
    List<Object> list = new ArrayList<>();
    for (Node entry : node.expectArrayNode()) {
      list.add(entry.isNullNode() ? null : value(element, entry));
    }
    return list;
  }

  private static Map<String, Object> map(Member element, Node node) {
    Map<String, Object> map = new LinkedHashMap<>();
    node.expectObjectNode()
        .getStringMap()
        .forEach((key, entry) -> map.put(key, entry.isNullNode() ? null : value(element, entry)));
    return map;
  }

  private static Document document(Node node) {
    if (node.isObjectNode()) {
      Map<String, Document> map = new LinkedHashMap<>();
      node.expectObjectNode().getStringMap().forEach((key, entry) -> map.put(key, document(entry)));
      return Document.fromMap(map);
    }
    if (node.isArrayNode()) {
      return Document.fromList(
          node.expectArrayNode().getElements().stream().map(SmithyValues::document).toList());
    }
    if (node.isNumberNode()) {
      return Document.fromNumber(
          SdkNumber.fromString(node.expectNumberNode().getValue().toString()));
    }
    if (node.isBooleanNode()) {
      return Document.fromBoolean(node.expectBooleanNode().getValue());
    }
    return node.isStringNode()
        ? Document.fromString(node.expectStringNode().getValue())
        : Document.fromNull();
  }

  /** A value that was read, with streams as bytes. */
  static Map<String, Object> withoutStreams(Object structure) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) structure)
        .forEach(
            (name, value) -> {
              if (value instanceof Body body) {
                if (body.bytes().length > 0) {
                  copy.put((String) name, SdkBytes.fromByteArray(body.bytes()));
                }
              } else {
                copy.put((String) name, value);
              }
            });
    return copy;
  }
}
