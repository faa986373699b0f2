package io.robotocore.protocol;

import io.robotocore.model.ListShape;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.TimestampFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes values as XML elements.
 *
 * @param xml where to
 * @param timestamps how times are written where the model says nothing
 */
record XmlValues(XmlWriter xml, TimestampFormat timestamps) {

  /** Writes the members of a structure into the element that is open. */
  void members(Binding binding, Object structure) {
    binding.forEach(
        structure, (member, value) -> value(member.xmlName(), member, binding.of(member), value));
  }

  private void value(String name, Member member, Binding inside, Object value) {
    switch (member.target().type()) {
      case STRUCTURE -> {
        xml.open(name);
        members(inside, value);
        xml.close(name);
      }
      case LIST -> list(name, member, inside, (List<?>) value);
      case MAP -> map(name, member, inside, (Map<?, ?>) value);
      default -> xml.text(name, Texts.format(member, value, timestamps));
    }
  }

  private void list(String name, Member member, Binding inside, List<?> values) {
    Member element = ((ListShape) member.target()).member();
    if (member.flattened()) {
      values.forEach(value -> value(name, element, inside, value));
      return;
    }
    xml.open(name);
    values.forEach(value -> value(element.xmlName(), element, inside, value));
    xml.close(name);
  }

  private void map(String name, Member member, Binding inside, Map<?, ?> values) {
    MapShape shape = (MapShape) member.target();
    String entryName = member.flattened() ? name : "entry";
    if (!member.flattened()) {
      xml.open(name);
    }
    values.forEach(
        (key, value) -> {
          xml.open(entryName).text(shape.key().xmlName(), (String) key);
          value(shape.value().xmlName(), shape.value(), inside, value);
          xml.close(entryName);
        });
    if (!member.flattened()) {
      xml.close(name);
    }
  }
}
