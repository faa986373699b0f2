package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Things on their way to what they are meant to be, which takes the emulator's transition time.
 *
 * @param scene the call that looks at them
 */
record Transit(Scene scene) {

  private static final String DELETE = "delete";

  /** Whether nothing is ever on its way. */
  boolean isInstant() {
    return scene.call().transitionTime().isZero();
  }

  /** When a thing arrives that leaves now. */
  Instant arrival() {
    return scene.call().now().plus(scene.call().transitionTime());
  }

  /** Does what has fallen due. */
  void settle() {
    scene
        .state()
        .due(scene.call().now())
        .forEach(
            (entity, later) -> {
              if (later.gone()) {
                gone(entity);
              } else {
                scene.state().settle(entity.knowing(later.changes()));
              }
            });
  }

  /** The status, or the structure with it, that a member shows of a thing on its way. */
  Optional<Object> status(Resource resource, Entity entity, Member member) {
    if (isInstant() || !isOnItsWay(entity)) {
      return Optional.empty();
    }
    String course = Statuses.course(entity.life());
    if (member.target() instanceof StructureShape structure) {
      return structure.members().stream()
          .filter(inner -> !inner.enumValues().isEmpty())
          .flatMap(
              inner ->
                  Statuses.passing(course, inner.enumValues())
                      .map(status -> with(entity, member, Map.of(inner.name(), status)))
                      .stream())
          .findFirst();
    }
    Conduct conduct = scene.design().blueprint().trait(resource).conduct();
    return Optional.ofNullable(conduct.passing().get(course))
        .or(() -> Statuses.passing(course, member.enumValues()))
        .or(() -> Statuses.passing(course, conduct.statuses()))
        .map(status -> status);
  }

  private boolean isOnItsWay(Entity entity) {
    Duration time = scene.call().transitionTime();
    return !entity.life().verb().isEmpty()
        && entity.life().changed().plus(time).isAfter(scene.call().now());
  }

  private static Object with(Entity entity, Member member, Map<String, Object> status) {
    Map<String, Object> structure = new LinkedHashMap<>();
    if (entity.attributes().get(Names.canonical(member.name())) instanceof Map<?, ?> known) {
      known.forEach((name, value) -> structure.put((String) name, value));
    }
    structure.putAll(status);
    return structure;
  }

  /**
   * Takes a thing away, at once or, if its statuses say that this takes time, later.
   *
   * @return the thing as it is told of by the answer
   */
  Entity removed(Resource resource, Entity entity) {
    Entity leaving = entity.with(Map.of(), scene.verb(), scene.call().now());
    if (isInstant() || !lingers(resource)) {
      return gone(leaving);
    }
    if (scene.state().isLeaving(entity)) {
      return entity;
    }
    scene.state().put(leaving);
    scene.state().later(leaving, Later.gone(arrival()));
    return leaving;
  }

  /** Takes a thing away, or leaves of it what can still be looked at. */
  private Entity gone(Entity entity) {
    Modeled.remove(scene, entity);
    String remains =
        scene
            .design()
            .resource(entity.key().noun())
            .map(resource -> scene.design().blueprint().trait(resource).conduct().remains())
            .orElse("");
    if (remains.isEmpty()) {
      return entity;
    }
    Entity rest = entity.knowing(Map.of(Entity.GONE, remains));
    scene.state().put(rest);
    return rest;
  }

  private boolean lingers(Resource resource) {
    Conduct conduct = scene.design().blueprint().trait(resource).conduct();
    return conduct.passing().containsKey(DELETE)
        || Stream.of(conduct.statuses(), scene.design().statuses(resource))
            .anyMatch(
                statuses -> !statuses.isEmpty() && Statuses.passing(DELETE, statuses).isPresent());
  }
}
