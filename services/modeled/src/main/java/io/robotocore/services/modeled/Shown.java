package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an answer shows of a thing that follows from other members of it, or from other things.
 *
 * @param scene the call that is answered
 * @param resource what the thing is one of
 * @param entity the thing
 */
record Shown(Scene scene, Resource resource, Entity entity) {

  private static final String THE = "the ";
  private static final String COUNT = "count ";
  private static final String EACH = "each ";

  /** What a member shows, if the blueprint tells. */
  Optional<Object> of(Facet facet) {
    Object written = conduct(resource).shows().get(facet.name());
    if (written == null) {
      return Optional.empty();
    }
    if (written instanceof String text && text.startsWith(THE)) {
      return referred(facet.member(), text.substring(THE.length()).split(" ", 2));
    }
    if (written instanceof String text && text.startsWith(COUNT)) {
      return Optional.of((int) belonging(text.substring(COUNT.length())).count());
    }
    if (template().isUnknown(written)) {
      return Optional.empty();
    }
    return written instanceof Map<?, ?> map && map.size() == 1
        ? Optional.of(each(map))
        : Optional.of(filled(written));
  }

  private Object each(Map<?, ?> map) {
    String key = (String) map.keySet().iterator().next();
    return key.startsWith(EACH) && !key.contains("{")
        ? belonging(key.substring(EACH.length()))
            .map(child -> new Template(scene.call(), child.attributes(), child.key().id()))
            .map(template -> template.fill(java.util.Objects.requireNonNull(map.get(key))))
            .toList()
        : filled(map);
  }

  private Object filled(Object written) {
    return template().fill(written);
  }

  private Template template() {
    return new Template(scene.call(), entity.attributes(), entity.key().id());
  }

  /** {@code the DBSubnetGroup DBSubnetGroupName}: the thing that one of the members names. */
  private Optional<Object> referred(Member member, String[] nounAndMember) {
    Resource other = scene.design().resource(Names.canonical(nounAndMember[0])).orElseThrow();
    return entity
        .attribute(Names.canonical(nounAndMember[1]))
        .filter(String.class::isInstance)
        .flatMap(name -> named(other, (String) name))
        .filter(found -> member.target() instanceof StructureShape)
        .map(found -> new Projection(scene, other, found).onto((StructureShape) member.target()));
  }

  private Optional<Entity> named(Resource other, String name) {
    return scene
        .state()
        .named(name)
        .filter(found -> found.key().noun().equals(other.canonicalNoun()))
        .findFirst();
  }

  /** The things of a noun that belong to this. */
  Stream<Entity> belonging(String noun) {
    return scene
        .state()
        .all(Names.canonical(noun))
        .filter(child -> !child.isGone())
        .filter(this::belongs);
  }

  private boolean belongs(Entity child) {
    return child.attributes().entrySet().stream()
        .anyMatch(
            attribute ->
                Identity.score(attribute.getKey(), resource.canonicalNoun(), resource.lastWord())
                        >= 95
                    && attribute.getValue() instanceof String name
                    && entity.isNamed(name));
  }

  private Conduct conduct(Resource of) {
    return scene.design().blueprint().trait(of).conduct();
  }
}
