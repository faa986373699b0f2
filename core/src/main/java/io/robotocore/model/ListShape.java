package io.robotocore.model;

/** A list. */
public final class ListShape extends Shape {

  private final Member member;
  private final boolean sparse;

  ListShape(ServiceModel service, String name, JsonObject facts) {
    super(name, ShapeType.LIST, facts);
    member = new Member(service, new Member.Slot("member", 0, false), facts.object("member"));
    sparse = facts.flag("sparse");
  }

  /** What the list holds; its wire name is that of the XML element around each entry. */
  public Member member() {
    return member;
  }

  /** Whether entries may be null. */
  public boolean sparse() {
    return sparse;
  }
}
