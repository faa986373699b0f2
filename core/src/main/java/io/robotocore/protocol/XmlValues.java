package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import io.robotocore.model.XmlNamespace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as XML elements.
 *
 * @param xml where to
 * @param texts how simple values are written
 */
record XmlValues(XmlWriter xml, Texts texts) {

  /** Writes the members of a structure into the element that is open. */
  void members(Binding binding, Object structure) {
    binding.forEach(structure, (member, value) -> child(binding, member, value));
  }

  /**
   * Completes an element that is being opened with those members of an output that travel in the
   * body.
   */
  void body(Binding binding, Object output) {
    attributes(binding, output);
    xml.ready();
    binding.forEach(
        output,
        (member, value) -> {
          if (HttpOutput.isInBody(member)) {
            child(binding, member, value);
          }
        });
  }

  /** Writes code and message of an error, and those of its members that travel in the body. */
  void error(Fault fault) {
    xml.text("Code", fault.code());
    if (!fault.message().isEmpty()) {
      xml.text("Message", fault.message());
    }
    if (fault.detail().isPresent()) {
      Binding binding = fault.detail().get().binding();
      binding.forEach(
          fault.detail().get().value(),
          (member, value) -> {
            if (HttpOutput.isInBody(member) && !member.name().equalsIgnoreCase("message")) {
              child(binding, member, value);
            }
          });
    }
  }

  private void child(Binding binding, Member member, Object value) {
    if (!member.xmlAttribute()) {
      value(member.xmlName(), member, binding.of(member), value);
    }
  }

  private void value(String name, Member member, Binding inside, @Nullable Object value) {
    if (value == null) {
      return;
    }
    switch (member.target().type()) {
      case STRUCTURE -> {
        begin(name, member);
        structure(inside, value);
        xml.close(name);
      }
      case LIST -> list(name, member, inside, (List<?>) value);
      case MAP -> map(name, member, inside, (Map<?, ?>) value);
      default -> {
        begin(name, member);
        xml.ready().text(texts.format(member, value, TimestampFormat.ISO8601)).close(name);
      }
    }
  }

  private void begin(String name, Member member) {
    xml.begin(name);
    Optional<XmlNamespace> own = namespaceOf(member);
    if (own.isPresent()) {
      namespace(own.get());
    }
  }

  /** The namespace of a member's element, where the model gives one. */
  static Optional<XmlNamespace> namespaceOf(Member member) {
    Optional<XmlNamespace> own = member.xmlNamespace();
    return own.isPresent() ? own : member.target().xmlNamespace();
  }

  /** Puts the element that is being opened into a namespace. */
  void namespace(XmlNamespace namespace) {
    String prefix = namespace.prefix();
    xml.attribute(prefix.isEmpty() ? "xmlns" : "xmlns:".concat(prefix), namespace.uri());
  }

  /** Completes an element that is being opened with the attributes and members of a structure. */
  void structure(Binding binding, Object structure) {
    attributes(binding, structure);
    xml.ready();
    members(binding, structure);
  }

  private void attributes(Binding binding, Object structure) {
    if (binding.shape().hasXmlAttributes()) {
      binding.forEach(
          structure,
          (member, value) -> {
            if (member.xmlAttribute()) {
              String text = texts.format(member, value, TimestampFormat.ISO8601);
              xml.attribute(member.xmlName(), text);
            }
          });
    }
  }

  private void list(String name, Member member, Binding inside, List<?> values) {
    Member element = ((ListShape) member.target()).member();
    if (member.flattened()) {
      values.forEach(value -> value(name, element, inside, value));
      return;
    }
    begin(name, member);
    xml.ready();
    values.forEach(value -> value(element.xmlName(), element, inside, value));
    xml.close(name);
  }

  private void map(String name, Member member, Binding inside, Map<?, ?> values) {
    MapShape shape = (MapShape) member.target();
    if (member.flattened()) {
      for (Map.Entry<?, ?> entry : values.entrySet()) {
        begin(name, member);
        entry(shape, inside, entry);
        xml.close(name);
      }
      return;
    }
    begin(name, member);
    xml.ready();
    for (Map.Entry<?, ?> entry : values.entrySet()) {
      xml.begin("entry");
      entry(shape, inside, entry);
      xml.close("entry");
    }
    xml.close(name);
  }

  private void entry(MapShape shape, Binding inside, Map.Entry<?, ?> entry) {
    xml.ready();
    begin(shape.key().xmlName(), shape.key());
    xml.ready().text((String) entry.getKey()).close(shape.key().xmlName());
    value(shape.value().xmlName(), shape.value(), inside, entry.getValue());
  }
}
