package io.robotocore.model;

import java.util.Optional;

/** A type of a service's model. */
public abstract sealed class Shape permits StructureShape, ListShape, MapShape, SimpleShape {

  private final String name;
  private final ShapeType type;
  private final Constraints constraints;
  private final boolean sensitive;
  private final boolean box;
  private final boolean flattened;
  private final boolean streaming;
  private final TimestampFormat timestampFormat;
  private final Optional<XmlNamespace> xmlNamespace;

  Shape(String name, ShapeType type, JsonObject facts) {
    this.name = name;
    this.type = type;
    constraints = Constraints.in(facts);
    sensitive = facts.flag("sensitive");
    box = facts.flag("box");
    flattened = facts.flag("flattened");
    streaming = facts.flag("streaming");
    timestampFormat = TimestampFormat.of(facts.text("timestampFormat"));
    xmlNamespace = XmlNamespace.in(facts);
  }

  /** Reads a shape of a service. */
  static Shape of(ServiceModel service, String name, JsonObject facts) {
    String type = facts.text("type");
    return switch (type) {
      case "structure" -> new StructureShape(service, name, facts);
      case "list" -> new ListShape(service, name, facts);
      case "map" -> new MapShape(service, name, facts);
      default -> new SimpleShape(name, ShapeType.ofSimple(type), facts);
    };
  }

  /** The name, unique in the service. */
  public final String name() {
    return name;
  }

  /** The kind of value. */
  public final ShapeType type() {
    return type;
  }

  /** What values must satisfy; {@link Constraints#NONE} where anything goes. */
  public final Constraints constraints() {
    return constraints;
  }

  /** Whether values must not appear in logs. */
  public final boolean sensitive() {
    return sensitive;
  }

  /** Whether a number or boolean may be absent, rather than zero or false. */
  public final boolean box() {
    return box;
  }

  /** Whether a list or map is written in XML and query without an element around its entries. */
  public final boolean flattened() {
    return flattened;
  }

  /** Whether a blob may be too long for memory. */
  public final boolean streaming() {
    return streaming;
  }

  /** How a timestamp is written, when the member does not say otherwise. */
  public final TimestampFormat timestampFormat() {
    return timestampFormat;
  }

  /** The namespace of the XML element. */
  public final Optional<XmlNamespace> xmlNamespace() {
    return xmlNamespace;
  }

  @Override
  public final String toString() {
    return name;
  }
}
