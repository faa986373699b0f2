package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.ShapeType;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what a request is about.
 *
 * @param scene the call
 */
record Finder(Scene scene) {

  /** The id of the thing that is meant where a name is not required and not given. */
  static final String NAMELESS = "";

  /**
   * The thing that a request names.
   *
   * @throws io.robotocore.service.DocumentError if it is not there
   */
  Entity theOne(Resource resource) {
    return one(resource)
        .orElseThrow(() -> new Errors(scene).missing(resource, scene.named(resource).orElse("")));
  }

  /** The thing that a request names, if it is there. */
  Optional<Entity> one(Resource resource) {
    Optional<String> name = numbered(resource).or(() -> scene.named(resource));
    if (name.isPresent()) {
      return named(resource, name.get());
    }
    Optional<Member> own = resource.ownMember(scene.shape());
    return resource.key().isEmpty() || own.isEmpty()
        ? theOnlyOne(resource)
        : scene.state().get(new EntityKey(resource.canonicalNoun(), scope(resource), NAMELESS));
  }

  /** Where there is no name, there is one thing for each scope at the most. */
  private Optional<Entity> theOnlyOne(Resource resource) {
    return scene.state().all(resource.canonicalNoun()).filter(inScope(resource)).findFirst();
  }

  /** The thing with a name, which may be its id or its ARN as well. */
  Optional<Entity> named(Resource resource, String name) {
    EntityKey key = new EntityKey(resource.canonicalNoun(), scope(resource), name);
    Optional<Entity> exact = scene.state().get(key);
    return exact
        .or(() -> latest(resource, name))
        .or(() -> allNamed(resource, name).filter(inScope(givenOrUsual(resource))).findFirst());
  }

  /** The name and the number of a thing, if a request has both. */
  private Optional<String> numbered(Resource resource) {
    List<String> numbered = conduct(resource).numbered();
    if (numbered.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> given = new LinkedHashMap<>();
    scene.input().forEach((name, value) -> given.put(Names.canonical(name), value));
    return given.get(numbered.get(0)) instanceof String name
            && given.get(numbered.get(1)) instanceof Number number
        ? Optional.of(name + ":" + number)
        : Optional.empty();
  }

  /** Of things that are numbered, the name alone means the last one. */
  private Optional<Entity> latest(Resource resource, String name) {
    List<String> numbered = conduct(resource).numbered();
    return numbered.isEmpty()
        ? Optional.empty()
        : scene
            .state()
            .all(resource.canonicalNoun())
            .filter(entity -> !entity.isGone())
            .filter(
                entity ->
                    entity
                        .attribute(numbered.get(0))
                        .filter(of -> Identity.same((String) of, name))
                        .isPresent())
            .max(Comparator.comparingInt(entity -> number(entity, numbered.get(1))));
  }

  /** The number of the next thing with a name, of those that are numbered. */
  int next(Resource resource, String name) {
    List<String> numbered = conduct(resource).numbered();
    return 1
        + scene
            .state()
            .all(resource.canonicalNoun())
            .filter(entity -> entity.attribute(numbered.get(0)).filter(name::equals).isPresent())
            .mapToInt(entity -> number(entity, numbered.get(1)))
            .max()
            .orElse(0);
  }

  private static int number(Entity entity, String member) {
    return entity.attribute(member).orElse(0) instanceof Number number ? number.intValue() : 0;
  }

  private Conduct conduct(Resource resource) {
    return scene.design().blueprint().trait(resource).conduct();
  }

  /**
   * The thing that a member names, by what the blueprint says of the member.
   *
   * @param noun the noun of the thing, with a dot and {@code arn} if that is to be kept
   * @throws io.robotocore.service.DocumentError if it is not there
   */
  String referred(String noun, String name) {
    String[] parts = noun.split("\\.", 2);
    Resource other = scene.design().resource(Names.canonical(parts[0])).orElseThrow();
    Entity found =
        named(other, name)
            .filter(entity -> !entity.isGone())
            .orElseThrow(() -> new Errors(scene).missing(other, name));
    return parts.length > 1 ? (String) found.attribute(Entity.ARN).orElse(name) : name;
  }

  /** The things with a name, of which there can be several in different scopes. */
  Stream<Entity> allNamed(Resource resource, String name) {
    return scene
        .state()
        .named(name)
        .filter(entity -> entity.key().noun().equals(resource.canonicalNoun()))
        .filter(inScope(resource));
  }

  /** Whether things of a resource belong to what a request names besides. */
  Predicate<Entity> inScope(Resource resource) {
    return inScope(given(resource));
  }

  private static Predicate<Entity> inScope(Map<String, String> given) {
    return entity ->
        given.entrySet().stream()
            .allMatch(
                scope ->
                    entity
                        .attribute(scope.getKey())
                        .filter(String.class::isInstance)
                        .map(value -> Identity.same((String) value, scope.getValue()))
                        .orElse(true));
  }

  /** What things of this resource belong to, as far as a request names it. */
  private Map<String, String> given(Resource resource) {
    Map<String, String> given = new LinkedHashMap<>();
    for (Member member : scene.shape().members()) {
      String name = Names.canonical(member.name());
      if (resource.scope().contains(name)
          && scene.input().get(member.name()) instanceof String value) {
        given.put(name, value);
      }
    }
    return given;
  }

  /** What things of this resource belong to, which is the usual where a request names nothing. */
  private Map<String, String> givenOrUsual(Resource resource) {
    Map<String, String> given = given(resource);
    scene
        .design()
        .blueprint()
        .trait(resource)
        .defaults()
        .forEach(
            (member, value) -> {
              String name = Names.canonical(member);
              if (resource.scope().contains(name) && value instanceof String usual) {
                given.putIfAbsent(name, usual);
              }
            });
    return given;
  }

  /** What a thing of this resource would belong to, in one text. */
  String scope(Resource resource) {
    Map<String, String> given = givenOrUsual(resource);
    return String.join(
        "/", resource.scope().stream().map(name -> given.getOrDefault(name, "")).toList());
  }

  /**
   * Makes sure that everything of the same service which a request must name is there.
   *
   * @param except what need not be there
   * @throws io.robotocore.service.DocumentError if something is not there
   */
  void checkReferences(Resource except) {
    Map<String, String> refers = conduct(except).refers();
    for (Member member : scene.shape().members()) {
      String written = refers.getOrDefault(Names.canonical(member.name()), "");
      if (!written.isEmpty() && scene.input().get(member.name()) instanceof String value) {
        referred(written, value);
        continue;
      }
      if (member.required()
          && member.target().type() == ShapeType.STRING
          && scene.input().get(member.name()) instanceof String value) {
        referred(member, except)
            .filter(resource -> named(resource, value).isEmpty())
            .ifPresent(
                resource -> {
                  throw new Errors(scene).missing(resource, value);
                });
      }
    }
  }

  /** The resource that a member of a request can only be the name of. */
  private Optional<Resource> referred(Member member, Resource except) {
    return Identity.nouns(Names.canonical(member.name()))
        .flatMap(noun -> scene.design().resource(noun).stream())
        .filter(found -> !found.equals(except) && scene.design().isCreated(found))
        .findFirst();
  }
}
