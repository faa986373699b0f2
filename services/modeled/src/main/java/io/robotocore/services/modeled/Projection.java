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

  /** An answer, or a part of one. */
  Map<String, Object> onto(StructureShape shape) {
    return onto(shape, 0);
  }

  private Map<String, Object> onto(StructureShape shape, int depth) {
    return shape.union() ? ontoOne(shape, depth) : ontoAll(shape, depth);
  }

  /** Of a union, the first member of which something is known. */
  private Map<String, Object> ontoOne(StructureShape union, int depth) {
    for (Facet facet : facets(union)) {
      Optional<Object> known = known(facet);
      if (known.isPresent()) {
        return Map.of(facet.member().name(), known.get());
      }
    }
    Member first = union.members().get(0);
    return first.target() instanceof StructureShape inner && depth < DEEPEST
        ? Map.of(first.name(), onto(inner, depth + 1))
        : values().structure(union, 0);
  }

  private Map<String, Object> ontoAll(StructureShape shape, int depth) {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (Facet facet : facets(shape)) {
      Member member = facet.member();
      Optional<Object> value = value(facet, shape, depth);
      if (value.isPresent()) {
        shown.put(member.name(), value.get());
      } else if (member.required()) {
        shown.put(member.name(), values().of(member));
      }
    }
    return shown;
  }

  private List<Facet> facets(StructureShape shape) {
    return scene.design().facets(resource, shape);
  }

  private Optional<Object> value(Facet facet, StructureShape shape, int depth) {
    return known(facet).or(() -> nested(facet, shape, depth)).or(() -> names(facet));
  }

  /** The names of things, of which this is the only one. */
  private Optional<Object> names(Facet facet) {
    return facet.isNames() && !entity.key().id().isEmpty()
        ? Optional.of(
            List.of(
                Names.singular(facet.name()).endsWith(Entity.ARN)
                    ? entity.attribute(Entity.ARN).orElse(entity.key().id())
                    : entity.key().id()))
        : Optional.empty();
  }

  /** What is known under a member's name, or follows from what the name says. */
  private Optional<Object> known(Facet facet) {
    Member member = facet.member();
    if (facet.isTags()) {
      return entity.tags().isEmpty() && !member.required()
          ? Optional.empty()
          : Optional.of(TagForms.write(member, entity.tags()));
    }
    Optional<Object> shown = shown(facet);
    if (shown.isPresent() || conduct().shows().containsKey(facet.name())) {
      return shown;
    }
    boolean status = facet.isStatus();
    Optional<Object> passing =
        status ? new Transit(scene).status(resource, entity, member) : Optional.empty();
    if (passing.isPresent()) {
      return passing;
    }
    boolean changedStatus = status && entity.life().isTransition();
    Optional<Object> attribute =
        changedStatus
            ? Optional.empty()
            : facet.attributes().stream()
                .flatMap(candidate -> entity.attribute(candidate).stream())
                .flatMap(found -> conversion().to(member, found).stream())
                .findFirst();
    return attribute.or(() -> derived(facet));
  }

  /** What the blueprint tells of a member, or of what is gone. */
  private Optional<Object> shown(Facet facet) {
    Optional<Object> gone = facet.isStatus() ? entity.attribute(Entity.GONE) : Optional.empty();
    return new Shown(scene, resource, entity)
        .of(facet)
        .or(() -> gone)
        .flatMap(value -> conversion().to(facet.member(), value));
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

  private Optional<Object> derived(Facet facet) {
    Member member = facet.member();
    ShapeType type = member.target().type();
    String own = facet.own();
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
    if (facet.isStatus()) {
      return Optional.of(status(entity.life().verb(), member));
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
  private Optional<Object> nested(Facet facet, StructureShape outer, int depth) {
    Member member = facet.member();
    if (depth >= DEEPEST) {
      return Optional.empty();
    }
    if (member.target() instanceof StructureShape inner) {
      boolean shows =
          member.required() || facet.isAbout() || (depth == 0 && isAlone(member, outer));
      return shows && !inner.union() && !inner.isDocument()
          ? Optional.<Object>of(onto(inner, depth + 1)).filter(shown -> !shown.equals(Map.of()))
          : Optional.empty();
    }
    return depth == 0
            && member.target() instanceof ListShape list
            && list.member().target() instanceof StructureShape inner
            && facet.isAbout()
        ? Optional.of(List.of(onto(inner, 1)))
        : Optional.empty();
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
