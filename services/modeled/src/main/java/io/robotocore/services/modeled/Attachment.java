package io.robotocore.services.modeled;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How things of two kinds are attached to each other, each to several.
 *
 * @param noun what one such relation is called
 * @param from the member of requests that names the one end
 * @param to the member of requests that names the other end
 */
record Attachment(String noun, String from, String to) {

  private static final String ONE = "one";
  private static final String OTHER = "other";

  /** Attaches what a request names; again, if that was done before. */
  Map<String, Object> attach(Scene scene) {
    Instant now = scene.call().now();
    scene
        .state()
        .put(
            new Entity(
                key(scene),
                Map.of(ONE, scene.text(from), OTHER, scene.text(to)),
                Map.of(),
                new Entity.Life(now, now, scene.verb(), "")));
    return Map.of();
  }

  /** Parts what a request names. */
  Map<String, Object> detach(Scene scene) {
    scene.state().get(key(scene)).ifPresent(scene.state()::remove);
    return Map.of();
  }

  /** What the one end is attached to. */
  List<String> of(Scene scene, String one) {
    return ends(scene, ONE, one, OTHER).toList();
  }

  /** What is attached to the other end. */
  List<String> to(Scene scene, String other) {
    return ends(scene, OTHER, other, ONE).toList();
  }

  private Stream<String> ends(Scene scene, String end, String name, String wanted) {
    return scene
        .state()
        .all(noun)
        .filter(relation -> relation.attribute(end).filter(name::equals).isPresent())
        .map(relation -> (String) relation.attribute(wanted).orElse(""));
  }

  private EntityKey key(Scene scene) {
    return new EntityKey(noun, "", scene.text(from) + " " + scene.text(to));
  }
}
