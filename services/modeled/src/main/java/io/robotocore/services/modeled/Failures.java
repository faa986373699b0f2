package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.StructureShape;
import java.util.List;
import java.util.Map;

/**
 * What an answer tells of things that were asked for and are not there, where that is no error.
 *
 * @param scene the call
 * @param resource what the things would be
 */
record Failures(Scene scene, Resource resource) {

  private static final String NAME = "failures";

  /** Whether the operation's answer has a list of them. */
  static boolean are(Scene scene) {
    return scene.operation().output().members().stream()
        .anyMatch(
            member ->
                member.name().equals(NAME)
                    && member.target() instanceof ListShape list
                    && list.member().target() instanceof StructureShape shape
                    && shape.members().stream().anyMatch(part -> part.name().equals("reason")));
  }

  /** Says in an answer what is missing. */
  void tellIn(Map<String, Object> answer) {
    Finder finder = new Finder(scene);
    List<Map<String, Object>> failures =
        new Filters(scene, resource)
            .asked().stream()
                .filter(name -> finder.named(resource, name).isEmpty())
                .map(name -> Map.<String, Object>of("arn", arn(name), "reason", "MISSING"))
                .toList();
    answer.put(NAME, failures);
  }

  private String arn(String name) {
    String written = scene.design().blueprint().trait(resource).arn();
    return written.isEmpty() || name.startsWith("arn:")
        ? name
        : new Template(scene.call(), Attributes.of(scene, resource), name).text(written);
  }
}
