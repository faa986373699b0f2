package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts tags on things, takes them off, and tells of them.
 *
 * @param scene the call
 */
record Tagging(Scene scene) {

  private static final Pattern TAGGING =
      Pattern.compile(
          "(Batch)?(Tag|Untag)[A-Z].*"
              + "|(Add|Create|Put|Set|Remove|Delete|List|Describe|Get|Update|Change)Tags?([A-Z].*)?"
              + "|(Add|Remove|Change|List|Put|Get|Delete|Update)[A-Za-z]+Tags(ForResource)?");

  /** How many tags a thing may have. */
  private static final int MOST = 50;

  private static final String RESERVED = "aws:";

  private static final int SUREST = 1000;
  private static final Resource ANY = new Resource(Noun.of("Resource"), "", List.of());

  Map<String, Object> tag() {
    for (Entity entity : tagged()) {
      Map<String, String> tags = new LinkedHashMap<>(entity.tags());
      tags.putAll(given());
      scene.state().put(entity.withTags(checked(tags)));
    }
    return empty();
  }

  /**
   * The tags that a request gives to a thing.
   *
   * @throws io.robotocore.service.DocumentError if they are too many, or only AWS may give them
   */
  Map<String, String> given() {
    Map<String, String> tags = TagForms.in(scene.shape(), scene.input());
    for (String key : tags.keySet()) {
      if (key.regionMatches(true, 0, RESERVED, 0, RESERVED.length())) {
        throw new Errors(scene).reservedTag();
      }
    }
    return checked(tags);
  }

  private Map<String, String> checked(Map<String, String> tags) {
    if (tags.size() > MOST) {
      throw new Errors(scene).tooManyTags(MOST);
    }
    return tags;
  }

  Map<String, Object> untag() {
    for (Entity entity : tagged()) {
      Map<String, String> tags = new LinkedHashMap<>(entity.tags());
      tags.keySet().removeAll(TagForms.keys(scene.shape(), scene.input()));
      scene.state().put(entity.withTags(tags));
    }
    return empty();
  }

  private Map<String, Object> empty() {
    return scene.values().structure(scene.operation().output(), 0);
  }

  /** The answer to the question for the tags of a thing. */
  Map<String, Object> tags() {
    List<Entity> tagged = tagged();
    Map<String, Object> answer = new LinkedHashMap<>();
    for (Member member : scene.operation().output().members()) {
      Optional<Object> told =
          tagged.size() == 1 ? TagForms.told(member, tagged.get(0).tags()) : Optional.empty();
      if (told.isPresent()) {
        answer.put(member.name(), told.get());
      } else if (member.required()) {
        answer.put(member.name(), scene.values().of(member));
      }
    }
    Optional<Member> descriptions = described();
    if (descriptions.isPresent()) {
      answer.put(
          descriptions.get().name(),
          tagged.stream().map(entity -> description(descriptions.get(), entity)).toList());
      return answer;
    }
    if (tagged.size() == 1 && answer.isEmpty()) {
      Entity entity = tagged.get(0);
      Resource resource = scene.design().resource(entity.key().noun()).orElse(ANY);
      return new Projection(scene, resource, entity).onto(scene.operation().output());
    }
    return answer;
  }

  /** The list in an answer that tells of the tags of each of several things. */
  private Optional<Member> described() {
    return scene.operation().output().members().stream()
        .filter(
            member ->
                member.target() instanceof ListShape list
                    && list.member().target() instanceof StructureShape shape
                    && shape.members().stream().anyMatch(TagForms::isOne))
        .findFirst();
  }

  private Map<String, Object> description(Member list, Entity entity) {
    Map<String, Object> description = new LinkedHashMap<>();
    StructureShape shape = (StructureShape) ((ListShape) list.target()).member().target();
    for (Member member : shape.members()) {
      boolean arn = Names.canonical(member.name()).endsWith(Entity.ARN);
      if (TagForms.isOne(member)) {
        description.put(member.name(), TagForms.write(member, entity.tags()));
      } else if (member.target().type() == ShapeType.STRING) {
        description.put(
            member.name(),
            arn || isAsked(entity)
                ? entity.attribute(Entity.ARN).orElse(entity.key().id())
                : entity.key().id());
      }
    }
    return description;
  }

  /** Whether a request names a thing by its ARN. */
  private boolean isAsked(Entity entity) {
    return entity
        .attribute(Entity.ARN)
        .filter(
            arn -> scene.input().values().stream().anyMatch(value -> texts(value).contains(arn)))
        .isPresent();
  }

  /**
   * The things that a request names.
   *
   * @throws io.robotocore.service.DocumentError if one is not there
   */
  private List<Entity> tagged() {
    return scene.shape().members().stream()
        .filter(member -> !TagForms.isOne(member))
        .filter(member -> namesThings(member))
        .flatMap(member -> texts(scene.input().get(member.name())).stream())
        .map(this::named)
        .toList();
  }

  private static boolean namesThings(Member member) {
    boolean many = member.target() instanceof ListShape;
    ShapeType type =
        many ? ((ListShape) member.target()).member().target().type() : member.target().type();
    String name = Names.canonical(many ? Names.singular(member.name()) : member.name());
    boolean key = name.contains("tag") || name.contains("key") || Page.isAbout(name);
    return type == ShapeType.STRING
        && !key
        && member.enumValues().isEmpty()
        && (member.required()
            || Identity.looksLikeOne(name)
            || name.equals("resource")
            || name.endsWith("resourcearnlist"));
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().filter(String.class::isInstance).map(text -> (String) text).toList();
    }
    return value instanceof String text ? List.of(text) : List.of();
  }

  private Entity named(String name) {
    Optional<Resource> resource = scene.design().resourceIn(scene.operation());
    return resource
        .flatMap(known -> new Finder(scene).named(known, name))
        .or(
            () ->
                scene
                    .state()
                    .named(name)
                    .max(Comparator.comparingInt(entity -> sureness(entity, name))))
        .orElseThrow(() -> new Errors(scene).missing(resource.orElse(ANY), name));
  }

  /** How surely a thing is what its name names, rather than something that belongs to it. */
  private int sureness(Entity entity, String name) {
    if (entity.attribute(Entity.ARN).filter(name::equals).isPresent()) {
      return SUREST;
    }
    return scene
        .design()
        .resource(entity.key().noun())
        .map(found -> Identity.score(found.key(), found.canonicalNoun(), found.lastWord()))
        .orElse(0);
  }

  /** Whether an operation is about tags, by its name. */
  static boolean isTagging(String operation) {
    return TAGGING.matcher(operation).matches();
  }
}
