package io.robotocore.model;

/** A map; keys are strings. */
public final class MapShape extends Shape {

  private final Member key;
  private final Member value;
  private final boolean sparse;

  MapShape(ServiceModel service, String name, JsonObject facts) {
    super(name, ShapeType.MAP, facts);
    key = new Member(service, new Member.Slot("key", 0, false), facts.object("key"));
    value = new Member(service, new Member.Slot("value", 1, false), facts.object("value"));
    sparse = facts.flag("sparse");
  }

  /** The keys; the wire name is that of the XML element around each. */
  public Member key() {
    return key;
  }

  /** The values; the wire name is that of the XML element around each. */
  public Member value() {
    return value;
  }

  /** Whether values may be null. */
  public boolean sparse() {
    return sparse;
  }
}
