package io.robotocore.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Bodies as trees that are equal if they mean the same. */
final class Trees {

  private static final Set<String> REQUEST_IDS = Set.of("requestid", "responsemetadata", "hostid");

  private Trees() {}

  /** The tree of a body of a media type; of text, the text itself. */
  static Object of(String mediaType, byte[] body) throws Exception {
    if (body.length == 0) {
      return "";
    }
    return switch (mediaType) {
      case "application/json" -> json(Dialect.JSON, body);
      case "application/cbor" -> json(Dialect.CBOR, body);
      case "application/xml" -> xml(body);
      default -> new String(body, java.nio.charset.StandardCharsets.UTF_8);
    };
  }

  private static Object json(Dialect dialect, byte[] body) throws IOException {
    try (JsonParser parser = dialect.factory().createParser(body)) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> {
        Map<String, Object> map = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
          String name = json.currentName();
          json.nextToken();
          map.put(name, name.equals("__type") ? shapeName(json.getText()) : value(json));
        }
        yield map;
      }
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(json));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> (float) json.getDoubleValue();
      case VALUE_EMBEDDED_OBJECT -> Base64.getEncoder().encodeToString(json.getBinaryValue());
      case VALUE_NULL -> "null";
      default -> json.getText();
    };
  }

  private static String shapeName(String type) {
    return type.substring(type.indexOf('#') + 1);
  }

  private static Object xml(byte[] body) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return element(
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement());
  }

  /**
   * Elements of different names are in no order; those of one name are. AWS's error responses have
   * a namespace, which the published ones lack.
   */
  private static String element(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element found && !isRequestId(found)) {
        children.add(found);
      }
    }
    children.sort(Comparator.comparing(Element::getTagName));
    StringBuilder text = new StringBuilder("<").append(element.getTagName());
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Attr attribute = (Attr) element.getAttributes().item(i);
      if (!element.getTagName().equals("ErrorResponse")) {
        attributes.put(attribute.getName(), attribute.getValue());
      }
    }
    text.append(attributes).append('>');
    children.forEach(child -> text.append(element(child)));
    if (element.getElementsByTagName("*").getLength() == 0) {
      text.append(number(element.getTextContent()));
    }
    return text.append("</>").toString();
  }

  /** Numbers are equal however they are written. */
  private static String number(String text) {
    return text.matches("-?\\d+\\.\\d+") ? Float.toString(Float.parseFloat(text)) : text.strip();
  }

  private static boolean isRequestId(Element element) {
    return REQUEST_IDS.contains(element.getTagName().toLowerCase(java.util.Locale.ROOT));
  }
}
