package io.robotocore.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A structure, a union, a document, an error or an event stream. */
public final class StructureShape extends Shape {

  private static final JsonObject TEXT = new JsonObject(Map.of("shape", Member.TEXT));

  private final List<Member> members;
  private final Map<String, Member> byName;
  private final Map<String, Member> byWireName;
  private final Optional<Member> payload;
  private final boolean union;
  private final boolean eventStream;
  private final boolean event;
  private final boolean xmlAttributes;
  private final Optional<ErrorTrait> error;

  StructureShape(ServiceModel service, String name, JsonObject facts) {
    super(name, facts.flag("document") ? ShapeType.DOCUMENT : ShapeType.STRUCTURE, facts);
    members = members(service, facts);
    byName = new HashMap<>(members.size() * 2);
    byWireName = new HashMap<>(members.size() * 2);
    for (Member member : members) {
      byName.put(member.name(), member);
      byWireName.put(member.wireName(), member);
    }
    payload = Optional.ofNullable(byName.get(facts.text("payload")));
    union = facts.flag("union");
    eventStream = facts.flag("eventstream");
    event = facts.flag("event");
    xmlAttributes = members.stream().anyMatch(Member::xmlAttribute);
    error = ErrorTrait.in(name, facts);
  }

  /**
   * A structure of texts that no model describes, such as what S3 tells of some errors.
   *
   * @param members the names of its members
   */
  public static StructureShape ofTexts(ServiceModel service, String name, List<String> members) {
    Map<String, Object> described = new LinkedHashMap<>();
    members.forEach(member -> described.put(member, TEXT));
    return new StructureShape(
        service, name, new JsonObject(Map.of("members", new JsonObject(described))));
  }

  private static List<Member> members(ServiceModel service, JsonObject facts) {
    JsonObject described = facts.object("members");
    Set<String> required = Set.copyOf(facts.texts("required"));
    List<Member> members = new ArrayList<>(described.names().size());
    for (String name : described.names()) {
      Member.Slot slot = new Member.Slot(name, members.size(), required.contains(name));
      members.add(new Member(service, slot, described.object(name)));
    }
    return List.copyOf(members);
  }

  /** The members in the model's order, which is that of {@link Member#index}. */
  public List<Member> members() {
    return members;
  }

  /** The member of this name. */
  public Optional<Member> member(String memberName) {
    return Optional.ofNullable(byName.get(memberName));
  }

  /** The member that goes by this name on the wire. */
  public Optional<Member> memberOnWire(String wireName) {
    return Optional.ofNullable(byWireName.get(wireName));
  }

  /** The number of members. */
  public int size() {
    return members.size();
  }

  /** Whether exactly one member has a value. */
  public boolean union() {
    return union;
  }

  /** Whether this stands for any JSON value. */
  public boolean isDocument() {
    return type() == ShapeType.DOCUMENT;
  }

  /** The member that makes up the whole HTTP body. */
  public Optional<Member> payload() {
    return payload;
  }

  /** Whether this is a stream of events, of which each member is a kind. */
  public boolean eventStream() {
    return eventStream;
  }

  /** Whether this is an event of a stream. */
  public boolean event() {
    return event;
  }

  /** Whether some members are attributes of the XML element. */
  public boolean hasXmlAttributes() {
    return xmlAttributes;
  }

  /** Whether operations fail with this. */
  public boolean isError() {
    return error.isPresent();
  }

  /** What makes this an error. */
  public Optional<ErrorTrait> error() {
    return error;
  }
}
