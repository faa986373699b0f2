package io.robotocore.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A member of a structure, the entries of a list, or the keys or values of a map. */
public final class Member {

  /** The target of members that no model describes; shapes of models are not called so. */
  static final String TEXT = "(text)";

  private final ServiceModel service;
  private final Slot slot;
  private final String targetName;
  private final String wireName;
  private final JsonObject facts;
  private final Location location;
  private final TimestampFormat timestampFormat;
  private final Optional<XmlNamespace> xmlNamespace;
  private final boolean flattened;
  private final boolean xmlAttribute;
  private final boolean jsonValue;
  private final boolean idempotencyToken;
  private @Nullable Shape target;
  private @Nullable String xmlName;
  private @Nullable String ec2Name;

  Member(ServiceModel service, Slot slot, JsonObject facts) {
    this.service = service;
    this.slot = slot;
    this.facts = facts;
    targetName = facts.text("shape");
    wireName = facts.textOr("locationName", slot.name);
    location = Location.of(facts.text("location"));
    timestampFormat = TimestampFormat.of(facts.text("timestampFormat"));
    xmlNamespace = XmlNamespace.in(facts);
    flattened = facts.flag("flattened");
    xmlAttribute = facts.flag("xmlAttribute");
    jsonValue = facts.flag("jsonvalue");
    idempotencyToken = facts.flag("idempotencyToken");
  }

  /** A place in a shape that a member fills. */
  record Slot(String name, int index, boolean required) {}

  /** The name in the model; {@code member}, {@code key} or {@code value} in lists and maps. */
  public String name() {
    return slot.name;
  }

  /** The position in the structure, counted from zero. */
  public int index() {
    return slot.index;
  }

  /**
   * The shape of the values. Shapes may contain themselves, so it is looked up when first asked
   * for.
   */
  public Shape target() {
    @Nullable Shape known = target;
    if (known == null) {
      known =
          targetName.equals(TEXT)
              ? new SimpleShape(TEXT, ShapeType.STRING, JsonObject.EMPTY)
              : service.shape(targetName);
      target = known;
    }
    return known;
  }

  /** Whether a value must be given. */
  public boolean required() {
    return slot.required;
  }

  /**
   * The name in JSON, headers, labels and query strings: the location name if there is one,
   * otherwise the name.
   */
  public String wireName() {
    return wireName;
  }

  /**
   * The name in XML and in the query protocol. A flattened list goes by the name of its entries
   * where that is given; otherwise this is the wire name, except where a JSON service also speaks
   * XML and has other names there.
   */
  public String xmlName() {
    @Nullable String known = xmlName;
    if (known == null) {
      known = findXmlName();
      xmlName = known;
    }
    return known;
  }

  private String findXmlName() {
    if (target() instanceof ListShape list && flattened()) {
      Optional<String> ofEntries = list.member().locationName();
      if (ofEntries.isPresent()) {
        return ofEntries.get();
      }
    }
    return facts.textOr("xmlName", wireName);
  }

  /** The name on the wire, where the model gives one. */
  public Optional<String> locationName() {
    return facts.optional("locationName");
  }

  /**
   * The name in requests of the EC2 query protocol: one of its own, or the wire name with a
   * capital.
   */
  public String ec2Name() {
    @Nullable String known = ec2Name;
    if (known == null) {
      known = facts.textOr("queryName", capitalized(wireName));
      ec2Name = known;
    }
    return known;
  }

  private static String capitalized(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  /** Where in HTTP the member travels. */
  public Location location() {
    return location;
  }

  /** How a timestamp is written. */
  public TimestampFormat timestampFormat() {
    return timestampFormat == TimestampFormat.OF_PROTOCOL
        ? target().timestampFormat()
        : timestampFormat;
  }

  /** The namespace of the XML element. */
  public Optional<XmlNamespace> xmlNamespace() {
    return xmlNamespace;
  }

  /** Whether a list or map is written without an element around its entries. */
  public boolean flattened() {
    return flattened || target().flattened();
  }

  /** Whether this is an attribute of the XML element of its structure. */
  public boolean xmlAttribute() {
    return xmlAttribute;
  }

  /** Whether a string holds JSON: in a header it is Base64. */
  public boolean jsonValue() {
    return jsonValue;
  }

  /** Whether clients fill in a random token when the caller gives none. */
  public boolean idempotencyToken() {
    return idempotencyToken;
  }

  /** Whether the value may be too long for memory. */
  public boolean streaming() {
    return facts.flag("streaming") || target().streaming();
  }

  /** Whether a number or boolean may be absent, rather than zero or false. */
  public boolean box() {
    return facts.flag("box") || target().box();
  }

  /** Whether the value is part of the host name that clients ask. */
  public boolean hostLabel() {
    return facts.flag("hostLabel");
  }

  /** Whether this is the body of an event. */
  public boolean eventPayload() {
    return facts.flag("eventpayload");
  }

  /** Whether this is a header of an event. */
  public boolean eventHeader() {
    return facts.flag("eventheader");
  }

  /** The only values that a string may have, where the member narrows its shape. */
  public List<String> enumValues() {
    return facts.has("enum") ? facts.texts("enum") : target().constraints().enumValues();
  }

  @Override
  public String toString() {
    return slot.name + ": " + targetName;
  }
}
