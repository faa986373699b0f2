package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the shapes of answers show of a thing.
 *
 * @param scene the call that is answered
 * @param resource what the thing is one of
 * @param entity the thing
 */
record Projection(Scene scene, Resource resource, Entity entity) {

  private static final int DEEPEST = 5;
  private static final Set<String> CREATED =
      Set.of(
          "createdat",
          "creationdate",
          "creationtime",
          "createtime",
          "createdtime",
          "createddate",
          "createdate",
          "createdtimestamp",
          "creationtimestamp",
          "createdon",
          "starttime",
          "startdate",
          "startedat",
          "creationdatetime",
          "createddatetime",
          "startdatetime",
          "launchtime",
          "requestdate",
          "requestedat",
          "submittedat",
          "submittime",
          "createtimestamp");
  private static final Set<String> CHANGED =
      Set.of(
          "updatedat",
          "lastmodified",
          "lastmodifieddate",
          "lastmodifiedtime",
          "lastupdated",
          "lastupdatedat",
          "lastupdatedtime",
          "lastupdateddate",
          "updatetime",
          "updatedtime",
          "updateddate",
          "modifiedat",
          "modifiedtime",
          "modifieddate",
          "lastmodifiedat",
          "lastupdatetime",
          "lastupdatedtimestamp",
          "lastmodifiedtimestamp",
          "updatedtimestamp",
          "lastmodificationtime",
          "lastmodifieddatetime",
          "lastupdateddatetime",
          "updatedon");
  private static final Set<String> ACCOUNT =
      Set.of(
          "accountid",
          "ownerid",
          "owneraccount",
          "owneraccountid",
          "awsaccountid",
          "account",
          "resourceowner",
          "accountowner",
          "catalogid");

  /** What follows a noun in the name of a structure that describes it. */
  private static final Set<String> DESCRIPTIONS =
      Set.of(
          "detail",
          "details",
          "description",
          "summary",
          "info",
          "output",
          "metadata",
          "configuration",
          "properties",
          "type");

  /** An answer, or a part of one. */
  Map<String, Object> onto(StructureShape shape) {
    return onto(shape, 0);
  }

  private Map<String, Object> onto(StructureShape shape, int depth) {
    return shape.union() ? ontoOne(shape, depth) : ontoAll(shape, depth);
  }

  /** Of a union, the first member of which something is known. */
  private Map<String, Object> ontoOne(StructureShape union, int depth) {
    for (Member member : union.members()) {
      Optional<Object> known = known(member);
      if (known.isPresent()) {
        return Map.of(member.name(), known.get());
      }
    }
    Member first = union.members().get(0);
    return first.target() instanceof StructureShape inner && depth < DEEPEST
        ? Map.of(first.name(), onto(inner, depth + 1))
        : values().structure(union, 0);
  }

  private Map<String, Object> ontoAll(StructureShape shape, int depth) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (Member member : shape.members()) {
      Optional<Object> value = value(member, shape, depth);
      if (value.isPresent()) {
        shown.put(member.name(), value.get());
      } else if (member.required()) {
        shown.put(member.name(), values().of(member));
      }
    }
    return shown;
  }

  private Optional<Object> value(Member member, StructureShape shape, int depth) {
    return known(member).or(() -> nested(member, shape, depth)).or(() -> names(member));
  }

  /** A list of the names of things, of which this is the only one: {@code FlowLogIds}. */
  private Optional<Object> names(Member member) {
    String name = Names.canonical(Names.singular(member.name()));
    boolean named =
        member.target() instanceof ListShape list
            && list.member().target().type() == ShapeType.STRING
            && Identity.score(name, resource.canonicalNoun(), resource.lastWord()) >= 95;
    return named && !entity.key().id().isEmpty()
        ? Optional.of(
            List.of(
                name.endsWith(Entity.ARN)
                    ? entity.attribute(Entity.ARN).orElse(entity.key().id())
                    : entity.key().id()))
        : Optional.empty();
  }

  /** What is known under a member's name, or follows from what the name says. */
  private Optional<Object> known(Member member) {
    String name = Names.canonical(member.name());
    if (TagForms.isOne(member)) {
      return entity.tags().isEmpty() && !member.required()
          ? Optional.empty()
          : Optional.of(TagForms.write(member, entity.tags()));
    }
    Optional<Object> shown = shown(member, name);
    if (shown.isPresent() || conduct().shows().containsKey(name)) {
      return shown;
    }
    boolean status = Statuses.isOne(name, resource);
    Optional<Object> passing =
        status ? new Transit(scene).status(resource, entity, member) : Optional.empty();
    if (passing.isPresent()) {
      return passing;
    }
    boolean changedStatus = status && entity.life().isTransition();
    Optional<Object> attribute =
        changedStatus
            ? Optional.empty()
            : attributeNames(name)
                .flatMap(candidate -> entity.attribute(candidate).stream())
                .flatMap(found -> conversion().to(member, found).stream())
                .findFirst();
    return attribute.or(() -> derived(member, name));
  }

  /** What the blueprint tells of a member, or of what is gone. */
  private Optional<Object> shown(Member member, String name) {
    Optional<Object> gone =
        Statuses.isOne(name, resource) ? entity.attribute(Entity.GONE) : Optional.empty();
    return new Shown(scene, resource, entity)
        .of(member)
        .or(() -> gone)
        .flatMap(value -> conversion().to(member, value));
  }

  private Conduct conduct() {
    return scene.design().blueprint().trait(resource).conduct();
  }

  private String status(String verb, Member member) {
    List<String> written = conduct().statuses();
    if (written.isEmpty()) {
      return isChanging()
          ? Statuses.during(verb, member.enumValues())
          : Statuses.after(verb, member.enumValues());
    }
    return isChanging() ? Statuses.duringAll(verb, written) : Statuses.afterAll(verb, written);
  }

  /** Whether the answer is that of the operation which has just made the thing what it is. */
  private boolean isChanging() {
    Kind kind = scene.design().plan(scene.operation()).kind();
    return Set.of(Kind.CREATE, Kind.UPDATE, Kind.TRANSITION, Kind.DELETE).contains(kind)
        && scene.verb().equals(entity.life().verb());
  }

  /** The names under which the value of a member may be known, the likeliest first. */
  private Stream<String> attributeNames(String name) {
    String noun = resource.canonicalNoun();
    String word = resource.lastWord();
    return Stream.of(
            Optional.of(name),
            Optional.of(noun + name),
            without(noun, name),
            Optional.of(word + name),
            without(word, name),
            without(word, name).map(rest -> noun + rest),
            name.equals(noun) || name.equals(noun + "identifier")
                ? Optional.of(resource.key())
                : Optional.<String>empty(),
            Identity.score(name, noun, word) >= 95 && name.endsWith("identifier")
                ? Optional.of("id")
                : Optional.<String>empty(),
            isKey(name) ? Optional.of(resource.key()) : Optional.<String>empty())
        .flatMap(Optional::stream)
        .distinct();
  }

  /** Whether the key has another name in a structure about the thing: {@code Id} for RunId. */
  private boolean isKey(String name) {
    String key = resource.key();
    int score = Identity.score(name, resource.canonicalNoun(), resource.lastWord());
    boolean same = score >= 80 && Identity.ending(name).equals(Identity.ending(key));
    boolean part = key.endsWith(name) || (name.endsWith(key) && !Identity.isGeneral(key));
    boolean called = key.equals(resource.canonicalNoun()) && Identity.ending(name).equals("name");
    return !key.isEmpty() && score > 0 && (same || part || called);
  }

  private static Optional<String> without(String prefix, String name) {
    return name.startsWith(prefix) && name.length() > prefix.length()
        ? Optional.of(name.substring(prefix.length()))
        : Optional.empty();
  }

  private Optional<Object> derived(Member member, String name) {
    ShapeType type = member.target().type();
    String own = without(resource.canonicalNoun(), name).orElse(name);
    if (type == ShapeType.TIMESTAMP) {
      return CREATED.contains(own)
          ? Optional.of(entity.life().created())
          : CHANGED.contains(own) ? Optional.of(entity.life().changed()) : Optional.empty();
    }
    if (type == ShapeType.BOOLEAN) {
      return switched(own);
    }
    if (type != ShapeType.STRING) {
      return Optional.empty();
    }
    if (Statuses.isOne(name, resource)) {
      String verb = entity.life().verb();
      String status = status(verb, member);
      return Optional.of(status);
    }
    if (ACCOUNT.contains(own) && member.enumValues().isEmpty()) {
      return fitting(member, scene.call().account());
    }
    if (own.equals("region") || own.equals("awsregion")) {
      return fitting(member, scene.call().region());
    }
    boolean time = CREATED.contains(own) || CHANGED.contains(own);
    return time ? fitting(member, entity.life().created().toString()) : Optional.empty();
  }

  /** Whether something is on that was switched on or off last. */
  private Optional<Object> switched(String member) {
    boolean about = member.equals("enabled") || member.equals(resource.canonicalNoun());
    return switch (entity.life().verb()) {
      case "Enable" -> about ? Optional.of(true) : Optional.empty();
      case "Disable" -> about ? Optional.of(false) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Object> fitting(Member member, String text) {
    return Values.fits(text, member.target().constraints()) ? Optional.of(text) : Optional.empty();
  }

  /** A structure, or a list of one, that shows the thing itself. */
  private Optional<Object> nested(Member member, StructureShape outer, int depth) {
    if (depth >= DEEPEST) {
      return Optional.empty();
    }
    if (member.target() instanceof StructureShape inner) {
      boolean shows =
          member.required() || isAbout(member, inner) || (depth == 0 && isAlone(member, outer));
      return shows && !inner.union() && !inner.isDocument()
          ? Optional.<Object>of(onto(inner, depth + 1)).filter(shown -> !shown.equals(Map.of()))
          : Optional.empty();
    }
    return depth == 0
            && member.target() instanceof ListShape list
            && list.member().target() instanceof StructureShape inner
            && isAbout(member, inner)
        ? Optional.of(List.of(onto(inner, 1)))
        : Optional.empty();
  }

  /** Whether a member, or its shape, is called as the resource is. */
  private boolean isAbout(Member member, StructureShape inner) {
    String name = Names.canonical(Names.singular(member.name()));
    return name.equals(resource.lastWord())
        || isDescription(name)
        || isDescription(Names.canonical(inner.name()));
  }

  private boolean isDescription(String name) {
    String noun = resource.canonicalNoun();
    return name.equals(noun)
        || (name.startsWith(noun) && DESCRIPTIONS.contains(name.substring(noun.length())));
  }

  private static boolean isAlone(Member member, StructureShape outer) {
    return outer.members().stream()
        .filter(other -> other.target() instanceof StructureShape)
        .allMatch(member::equals);
  }

  private Values values() {
    return new Values(scene.call().random(), entity.life().created(), 0);
  }

  private Conversion conversion() {
    return new Conversion(values());
  }
}
