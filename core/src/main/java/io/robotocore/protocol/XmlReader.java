package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.Location;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML into values. What the model does not know is passed over; what does not fit is refused,
 * and so is whatever declares a document type, since only attacks have one.
 */
final class XmlReader {

  /** No shape is as deep as this. */
  private static final int DEEPEST = 64;

  private final XMLStreamReader xml;
  private final Texts texts;
  private int depth;

  private XmlReader(XMLStreamReader xml, Texts texts) {
    this.xml = xml;
    this.texts = texts;
  }

  /** Reads a document into a structure. */
  static Object read(byte[] body, Texts texts, Binding binding) {
    Object builder = binding.builder();
    read(body, texts, reader -> reader.members(binding, builder, true));
    return binding.build(builder);
  }

  /** Reads a document into those members of an input that travel in the body. */
  static void readBodyMembers(byte[] body, Texts texts, Binding binding, Object builder) {
    read(body, texts, reader -> reader.members(binding, builder, false));
  }

  private static void read(byte[] body, Texts texts, Content content) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(text(body)));
      XmlReader reader = new XmlReader(xml, texts);
      reader.nextChild();
      content.read(reader);
      while (xml.hasNext()) {
        xml.next();
      }
    } catch (XMLStreamException | CharacterCodingException e) {
      throw texts.refused("The XML document is not well-formed");
    }
  }

  /** Decoded here, since the parser prints what it finds malformed in bytes. */
  private static String text(byte[] body) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** What the root element is read as. */
  private interface Content {
    void read(XmlReader reader) throws XMLStreamException;
  }

  /** Moves on to the next element inside of the one that is open; false where that ends. */
  private boolean nextChild() throws XMLStreamException {
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          return true;
        }
        case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
          return false;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw texts.refused("A document type is not allowed");
        default -> {
          // Text between elements, a comment, an instruction: nothing that means anything.
        }
      }
    }
  }

  private Object structure(Binding binding) throws XMLStreamException {
    Object builder = binding.builder();
    members(binding, builder, true);
    return binding.build(builder);
  }

  /**
   * Reads the members of the structure whose element is open, up to its end.
   *
   * @param everywhere whether this is about all members, rather than those alone that travel in the
   *     body
   */
  private void members(Binding binding, Object builder, boolean everywhere)
      throws XMLStreamException {
    deeper();
    attributes(binding, builder);
    Map<Member, Object> flat = new LinkedHashMap<>();
    while (nextChild()) {
      Optional<Member> member = member(binding, everywhere);
      if (member.isEmpty()) {
        skip();
      } else if (member.get().flattened()) {
        addFlat(flat, member.get(), binding.of(member.get()));
      } else {
        binding.set(builder, member.get(), value(member.get(), binding.of(member.get())));
      }
    }
    flat.forEach((member, values) -> binding.set(builder, member, values));
    depth--;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw texts.refused("The XML document is nested too deeply");
    }
  }

  private Optional<Member> member(Binding binding, boolean everywhere) {
    String name = xml.getLocalName();
    for (Member member : binding.shape().members()) {
      if ((everywhere || member.location() == Location.BODY)
          && !member.xmlAttribute()
          && localName(member).equals(name)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  private void attributes(Binding binding, Object builder) {
    if (xml.getAttributeCount() == 0) {
      return;
    }
    for (Member member : binding.shape().members()) {
      for (int i = 0; member.xmlAttribute() && i < xml.getAttributeCount(); i++) {
        if (localName(member).equals(xml.getAttributeLocalName(i))) {
          String text = xml.getAttributeValue(i);
          binding.set(builder, member, texts.parse(member, text, TimestampFormat.ISO8601));
        }
      }
    }
  }

  /** The name without a prefix: {@code type} of {@code xsi:type}. */
  private static String localName(Member member) {
    String name = member.xmlName();
    return name.substring(name.indexOf(':') + 1);
  }

  private Object value(Member member, Binding inside) throws XMLStreamException {
    return switch (member.target().type()) {
      case STRUCTURE -> structure(inside);
      case LIST -> list((ListShape) member.target(), inside);
      case MAP -> map((MapShape) member.target(), inside);
      default -> texts.parse(member, text(), TimestampFormat.ISO8601);
    };
  }

  private List<Object> list(ListShape shape, Binding inside) throws XMLStreamException {
    deeper();
    List<Object> list = new ArrayList<>();
    while (nextChild()) {
      if (xml.getLocalName().equals(shape.member().xmlName())) {
        list.add(value(shape.member(), inside));
      } else {
        skip();
      }
    }
    depth--;
    return list;
  }

  private Map<String, Object> map(MapShape shape, Binding inside) throws XMLStreamException {
    deeper();
    Map<String, Object> map = new LinkedHashMap<>();
    while (nextChild()) {
      if (xml.getLocalName().equals("entry")) {
        entry(shape, inside, map);
      } else {
        skip();
      }
    }
    depth--;
    return map;
  }

  private void entry(MapShape shape, Binding inside, Map<String, Object> map)
      throws XMLStreamException {
    Optional<String> key = Optional.empty();
    Optional<Object> value = Optional.empty();
    while (nextChild()) {
      if (xml.getLocalName().equals(shape.key().xmlName())) {
        key = Optional.of(text());
      } else if (xml.getLocalName().equals(shape.value().xmlName())) {
        value = Optional.of(value(shape.value(), inside));
      } else {
        skip();
      }
    }
    if (key.isPresent() && value.isPresent()) {
      map.put(key.get(), value.get());
    }
  }

  /** Adds an entry of a list or map whose entries are elements of the structure itself. */
  @SuppressWarnings("unchecked")
  private void addFlat(Map<Member, Object> flat, Member member, Binding inside)
      throws XMLStreamException {
    if (member.target() instanceof ListShape list) {
      Object entries = flat.computeIfAbsent(member, first -> new ArrayList<>());
      ((List<Object>) entries).add(value(list.member(), inside));
    } else {
      Object entries = flat.computeIfAbsent(member, first -> new LinkedHashMap<>());
      entry((MapShape) member.target(), inside, (Map<String, Object>) entries);
    }
  }

  /** The text of the element that is open, up to its end. */
  private String text() throws XMLStreamException {
    String text = "";
    StringBuilder more = new StringBuilder(0);
    while (true) {
      switch (xml.next()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (text.isEmpty()) {
            text = xml.getText();
          } else {
            more.append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          return more.isEmpty() ? text : text + more;
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {
          // Means nothing.
        }
        default -> throw texts.refused("An element was found where text is expected");
      }
    }
  }

  /** Passes over the element that is open. */
  private void skip() throws XMLStreamException {
    int open = 1;
    while (open > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> open++;
        case XMLStreamConstants.END_ELEMENT -> open--;
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw texts.refused("A document type is not allowed");
        default -> {
          // What is passed over is not looked at.
        }
      }
    }
  }
}
