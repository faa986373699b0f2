package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.ServiceModel;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses the things that a request for many asks for.
 *
 * @param scene the call
 * @param resource what they are
 */
record Filters(Scene scene, Resource resource) {

  private static final Set<String> NAMES = Set.of("name", "key", "filtername", "field", "type");
  private static final Set<String> VALUES =
      Set.of("values", "value", "filtervalues", "filtervalue");

  /**
   * The things, in a stable order.
   *
   * @throws io.robotocore.service.DocumentError if one is asked for by a name that none has
   */
  List<Entity> chosen() {
    Finder finder = new Finder(scene);
    Set<String> asked = asked();
    if (!Failures.are(scene) && !scene.design().blueprint().trait(resource).conduct().ignored()) {
      asked.forEach(name -> checkPresent(finder, name));
    }
    finder.checkReferences(resource);
    Stream<Entity> candidates =
        asked.isEmpty()
            ? scene
                .state()
                .all(resource.canonicalNoun())
                .filter(finder.inScope(resource))
                .filter(this::isAsGoneAs)
            : asked.stream()
                .flatMap(name -> finder.allNamed(resource, name))
                .filter(entity -> !scene.input().containsKey("status") || isAsGoneAs(entity))
                .sorted(Comparator.comparing(Entity::key))
                .distinct();
    return candidates.filter(this::isWanted).toList();
  }

  /** Whether a thing is one of those that were deleted if these are asked for, and else is not. */
  private boolean isAsGoneAs(Entity entity) {
    String remains = scene.design().blueprint().trait(resource).conduct().remains();
    boolean wanted = !remains.isEmpty() && scene.input().containsValue(remains);
    return entity.isGone() == wanted;
  }

  private void checkPresent(Finder finder, String name) {
    if (finder.named(resource, name).isEmpty()) {
      throw new Errors(scene).missing(resource, name);
    }
  }

  /** The names by which things are asked for. */
  Set<String> asked() {
    Set<String> asked = new LinkedHashSet<>();
    for (Member member : scene.shape().members()) {
      if (!names(member)) {
        continue;
      }
      Object value = scene.input().get(member.name());
      if (value instanceof String text) {
        asked.add(text);
      } else if (value instanceof List<?> list) {
        list.stream().filter(String.class::isInstance).forEach(name -> asked.add((String) name));
      }
    }
    return asked;
  }

  private boolean names(Member member) {
    boolean many = member.target() instanceof ListShape;
    String name = Names.canonical(many ? Names.singular(member.name()) : member.name());
    String bare = many && name.endsWith("list") ? name.substring(0, name.length() - 4) : name;
    int score = Identity.score(bare, resource.canonicalNoun(), resource.lastWord());
    return score >= (many ? 55 : 95) && member.enumValues().isEmpty();
  }

  private boolean isWanted(Entity entity) {
    return scene.shape().members().stream().allMatch(member -> isWanted(entity, member));
  }

  private boolean isWanted(Entity entity, Member member) {
    Object value = scene.input().get(member.name());
    String name = Names.canonical(member.name());
    if (value instanceof List<?> list && name.startsWith("filter")) {
      return list.stream()
          .filter(Map.class::isInstance)
          .allMatch(filter -> satisfies(entity, (Map<?, ?>) filter));
    }
    boolean plain = member.target().type() == ShapeType.STRING;
    if (!(value instanceof String wanted) || !plain || names(member) || Page.isAbout(name)) {
      return true;
    }
    String known = scene.design().blueprint().filters().getOrDefault(member.name(), name);
    return attribute(entity, Names.canonical(known))
        .map(found -> Identity.same((String) found, wanted))
        .orElse(true);
  }

  private Optional<Object> attribute(Entity entity, String name) {
    return entity
        .attribute(name)
        .or(() -> entity.attribute(resource.canonicalNoun() + name))
        .filter(String.class::isInstance);
  }

  private boolean satisfies(Entity entity, Map<?, ?> filter) {
    Optional<String> name =
        part(filter, NAMES).filter(String.class::isInstance).map(x -> (String) x);
    List<?> values =
        part(filter, VALUES)
            .map(v -> v instanceof List<?> list ? list : List.of(v))
            .orElse(List.of());
    if (name.isEmpty() || values.isEmpty()) {
      return true;
    }
    if (name.get().startsWith("tag:")) {
      String tag = entity.tags().get(name.get().substring("tag:".length()));
      return tag != null && FilterPath.matches(tag, values);
    }
    if (name.get().equals("tag-key")) {
      return values.stream().anyMatch(entity.tags()::containsKey);
    }
    Object shown = shown(entity);
    String path = scene.design().blueprint().filters().getOrDefault(name.get(), name.get());
    List<String> known = FilterPath.values(shown, List.of(path.split("\\.", 0)));
    return known.isEmpty()
        ? FilterPath.isUnknown(shape(), path)
            && attribute(entity, Names.canonical(path)).map(values::contains).orElse(true)
        : known.stream().anyMatch(value -> FilterPath.matches(value, values));
  }

  /** What is told of a thing, which filters speak of. */
  private Object shown(Entity entity) {
    return shape()
        .map(shape -> (Object) new Projection(scene, resource, entity).onto(shape))
        .orElse(Map.of());
  }

  private Optional<StructureShape> shape() {
    ServiceModel model = scene.design().model();
    return Stream.of(resource.noun(), resource.noun() + "s")
        .filter(model.shapeNames()::contains)
        .map(model::shape)
        .filter(StructureShape.class::isInstance)
        .map(StructureShape.class::cast)
        .findFirst();
  }

  private static Optional<Object> part(Map<?, ?> filter, Set<String> names) {
    return filter.entrySet().stream()
        .filter(entry -> names.contains(Names.canonical((String) entry.getKey())))
        .map(entry -> (Object) entry.getValue())
        .findFirst();
  }
}
