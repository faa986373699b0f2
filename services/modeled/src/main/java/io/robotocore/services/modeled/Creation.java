package io.robotocore.services.modeled;

import io.robotocore.model.StructureShape;
import io.robotocore.service.DocumentError;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes things.
 *
 * @param scene the call that makes one
 * @param resource what it makes one of
 */
record Creation(Scene scene, Resource resource) {

  /**
   * Makes a thing that was not there.
   *
   * @throws DocumentError if it was there, and the operation has an error for that
   */
  Entity create() {
    Finder finder = new Finder(scene);
    finder.checkReferences(resource);
    Optional<Entity> repeated = repeated();
    if (repeated.isPresent()) {
      return repeated.get();
    }
    checkUnique();
    Optional<String> name = givenName();
    Optional<Entity> present =
        name.flatMap(given -> finder.named(resource, given)).filter(entity -> !entity.isGone());
    if (present.isPresent()) {
      new Errors(scene)
          .taken(resource, name.orElse(""))
          .ifPresent(
              error -> {
                throw error;
              });
      return changed(present.get());
    }
    return added(name);
  }

  private void checkUnique() {
    List<String> unique = trait().conduct().unique();
    Map<String, Object> given = Attributes.of(scene, resource);
    boolean taken =
        given.keySet().containsAll(unique)
            && !unique.isEmpty()
            && scene
                .state()
                .all(resource.canonicalNoun())
                .filter(other -> !other.isGone())
                .anyMatch(
                    other ->
                        unique.stream()
                            .allMatch(
                                name ->
                                    other
                                        .attribute(name)
                                        .equals(Optional.ofNullable(given.get(name)))));
    if (taken) {
      throw new Errors(scene)
          .taken(resource, String.valueOf(given.get(unique.get(0))))
          .orElseThrow();
    }
  }

  private Optional<String> called(Map<String, Object> attributes) {
    return text(attributes, resource.canonicalNoun() + "name").or(() -> text(attributes, "name"));
  }

  /**
   * The thing that is asked for. Settings that nobody has made are as they are from the beginning.
   *
   * @throws DocumentError if it is not there
   */
  Entity told() {
    Finder finder = new Finder(scene);
    boolean settings =
        resource.key().isEmpty()
            && !scene.design().isCreated(resource)
            && !new Errors(scene).hasMissing(resource);
    Optional<Entity> one = finder.one(resource);
    return one.isEmpty() && settings ? made(Optional.of(""), Map.of()) : finder.theOne(resource);
  }

  /** Makes a thing, or changes it if it is there. */
  Entity put() {
    Finder finder = new Finder(scene);
    finder.checkReferences(resource);
    Optional<String> name = scene.named(resource);
    boolean nameless = resource.ownMember(scene.shape()).filter(own -> !own.required()).isPresent();
    return finder
        .one(resource)
        .map(this::changed)
        .orElseGet(
            () ->
                added(
                    name.or(this::givenName)
                        .or(() -> nameless ? Optional.of(Finder.NAMELESS) : Optional.empty())));
  }

  /** What is given, with the defaults of what a given structure leaves out. */
  private static Object completed(Object given, Object defaults) {
    if (!(given instanceof Map<?, ?> some && defaults instanceof Map<?, ?> all)) {
      return given;
    }
    Map<String, Object> completed = new LinkedHashMap<>();
    some.forEach((name, value) -> completed.put((String) name, value));
    all.forEach((name, value) -> completed.merge((String) name, value, Creation::completed));
    return completed;
  }

  Entity changed(Entity entity) {
    Map<String, Object> changes = attributes();
    Template template = new Template(scene.call(), entity.attributes(), entity.key().id());
    trait()
        .defaults()
        .forEach(
            (member, value) ->
                changes.computeIfPresent(
                    Names.canonical(member),
                    (name, given) ->
                        Lists.areKeyed(given, entity.attribute(name))
                            ? Lists.merged(entity.attribute(name).orElseThrow(), given)
                            : completed(given, template.fill(value))));
    if (scene.design().plan(scene.operation()).kind() != Kind.TRANSITION) {
      for (String count : trait().conduct().counts()) {
        entity.attribute(count).ifPresent(number -> changes.put(count, next(number)));
      }
    }
    Entity changed = entity.with(changes, scene.verb(), scene.call().now());
    Map<String, String> tags = new Tagging(scene).given();
    return kept(tags.isEmpty() ? changed : changed.withTags(tags));
  }

  /** The next number, in a text or as it is. */
  private static Object next(Object number) {
    return number instanceof Number known
        ? (Object) (known.longValue() + 1)
        : Long.toString(Long.parseLong((String) number) + 1);
  }

  /** A thing with more, or with less, in the lists that a request gives. */
  Entity counted(Entity entity, Kind kind) {
    Map<String, Object> changes = new LinkedHashMap<>();
    Attributes.of(scene, resource)
        .forEach(
            (name, value) -> {
              if (value instanceof List<?> given) {
                Lists.Share share = Lists.share(name, kind);
                String member = entity.attribute(name).isPresent() ? name : share.member();
                Object present = entity.attribute(member).orElse(List.of());
                Object before = changes.getOrDefault(member, present);
                changes.put(member, Lists.changed(before, given, share.kind()));
              }
            });
    return kept(entity.with(changes, scene.verb(), scene.call().now()));
  }

  /** The thing that the same client token has made before. */
  Optional<Entity> repeated() {
    String token = token();
    return token.isEmpty() ? Optional.empty() : scene.state().made(resource.canonicalNoun(), token);
  }

  private String token() {
    return scene.shape().members().stream()
        .filter(Attributes::isToken)
        .map(member -> scene.input().get(member.name()))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .findFirst()
        .orElse("");
  }

  /** The name that a request gives to what it makes, in its input or in a structure of it. */
  private Optional<String> givenName() {
    Map<String, Object> attributes = attributes();
    List<String> numbered = trait().conduct().numbered();
    if (trait().conduct().isNumbered()) {
      String name = text(attributes, numbered.get(0)).orElse("");
      return Optional.of(name + ":" + new Finder(scene).next(resource, name));
    }
    Optional<String> exact = text(attributes, resource.key());
    if (exact.isPresent() || resource.key().isEmpty()) {
      return exact.or(() -> resource.key().isEmpty() ? Optional.of("") : Optional.empty());
    }
    boolean named =
        resource.key().endsWith("name") || resource.key().equals(resource.canonicalNoun());
    return named || resource.key().endsWith("identifier")
        ? text(attributes, resource.canonicalNoun() + "name")
            .or(() -> text(attributes, "name"))
            .or(() -> scene.named(resource))
        : Optional.empty();
  }

  private static Optional<String> text(Map<String, Object> attributes, String name) {
    return attributes.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  private Entity added(Optional<String> name) {
    Map<String, String> tags = new Tagging(scene).given();
    Map<String, Object> attributes = attributes();
    if (trait().conduct().isNumbered()) {
      String own = name.orElse("");
      attributes.put(
          trait().conduct().numbered().get(1),
          Integer.valueOf(own.substring(own.lastIndexOf(':') + 1)));
    }
    return kept(made(name, attributes).withTags(tags));
  }

  /** What a request says of a thing; what it names is there. */
  private Map<String, Object> attributes() {
    Map<String, Object> attributes = new LinkedHashMap<>(Attributes.of(scene, resource));
    trait()
        .conduct()
        .refers()
        .forEach(
            (member, noun) ->
                attributes.computeIfPresent(
                    member,
                    (name, value) ->
                        value instanceof String text
                            ? new Finder(scene).referred(noun, text)
                            : value));
    attributes.keySet().removeAll(trait().conduct().flat());
    scene
        .design()
        .blueprint()
        .meaning(scene.operation().name())
        .ifPresent(
            meaning ->
                meaning
                    .sets()
                    .forEach(
                        (name, value) ->
                            attributes.put(
                                Names.canonical(name),
                                new Template(scene.call(), attributes, "").fill(value))));
    return attributes;
  }

  /** A thing that is there without anybody having created it. */
  void bringForth(Map<String, Object> written) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    Template template = new Template(scene.call(), Map.of(), "");
    written.forEach((name, value) -> attributes.put(Names.canonical(name), template.fill(value)));
    make(attributes);
  }

  /** A thing of which this is known, by canonical name. */
  Entity make(Map<String, Object> attributes) {
    return kept(made(text(attributes, resource.key()), attributes));
  }

  /** A new thing with what it is given besides what is known of it. */
  private Entity made(Optional<String> name, Map<String, Object> given) {
    Identifiers identifiers = new Identifiers(scene.call(), scene.operation().service());
    Map<String, Object> attributes = new LinkedHashMap<>(given);
    boolean byArn = resource.key().endsWith("arn");
    boolean isArn = byArn && given.containsKey(resource.key());
    String id =
        name.filter(text -> !byArn || isArn || text.startsWith("arn:"))
            .orElseGet(() -> newId(identifiers));
    if (resource.key().isEmpty()) {
      attributes.putIfAbsent("id", newId(identifiers));
    }
    String arn = isArn || (byArn && id.startsWith("arn:")) ? id : arn(identifiers, attributes, id);
    attributes.putIfAbsent(Entity.ARN, arn);
    String key = byArn ? (String) attributes.get(Entity.ARN) : id;
    if (!resource.key().isEmpty()) {
      attributes.put(resource.key(), key);
    }
    if (!resource.key().endsWith("id") && !trait().conduct().isNumbered()) {
      attributes.putIfAbsent("id", identifiers.id(scene.design().wantedIds(resource)));
    }
    Template template = new Template(scene.call(), attributes, told(attributes, key));
    trait()
        .defaults()
        .forEach(
            (member, value) ->
                attributes.merge(
                    Names.canonical(member), template.fill(value), Creation::completed));
    Instant now = scene.call().now();
    return new Entity(
        new EntityKey(resource.canonicalNoun(), new Finder(scene).scope(resource), key),
        Collections.unmodifiableMap(attributes),
        Map.of(),
        new Entity.Life(now, now, scene.verb(), token()));
  }

  private Blueprint.Trait trait() {
    return scene.design().blueprint().trait(resource);
  }

  private String arn(Identifiers identifiers, Map<String, Object> attributes, String id) {
    return trait().arn().isEmpty()
        ? identifiers.arn(
            resource,
            new Finder(scene).scope(resource),
            nameInArn(attributes, id),
            scene.design().wantedArns(resource))
        : new Template(
                scene.call(), withDefaults(attributes), told(attributes, nameInArn(attributes, id)))
            .text(trait().arn());
  }

  /** What nobody names, because there is only one of it, has an id all the same. */
  private String told(Map<String, Object> attributes, String id) {
    return id.isEmpty() ? text(attributes, "id").orElse("") : id;
  }

  /** An ARN speaks of what a thing belongs to even if that was not asked for: {@code default}. */
  private Map<String, Object> withDefaults(Map<String, Object> attributes) {
    Map<String, Object> all = new LinkedHashMap<>();
    trait().defaults().forEach((member, value) -> all.put(Names.canonical(member), value));
    all.putAll(attributes);
    return all;
  }

  private String nameInArn(Map<String, Object> attributes, String id) {
    return resource.key().endsWith("arn") ? called(attributes).orElse(id) : id;
  }

  private String newId(Identifiers identifiers) {
    return trait().id().isEmpty()
        ? identifiers.id(scene.design().wantedIds(resource))
        : new Template(scene.call(), Map.of(), "").text(trait().id());
  }

  private Entity kept(Entity entity) {
    scene.state().put(entity);
    return entity;
  }

  /** What an operation answers of the thing. */
  Map<String, Object> shown(Entity entity) {
    StructureShape output = scene.operation().output();
    return new Projection(scene, resource, entity).onto(output);
  }
}
