package io.robotocore.services.modeled;

import io.robotocore.model.ListShape;
import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of filters, which lead through what is told of a thing: {@code association.subnet-id}.
 */
final class FilterPath {

  private static final Pattern PARTS = Pattern.compile("[*?]|[^*?]+");

  private FilterPath() {}

  /** The values at the end of a path, as texts. */
  static List<String> values(Object told, List<String> path) {
    if (told instanceof List<?> list) {
      return list.stream().flatMap(one -> values(one, path).stream()).toList();
    }
    if (path.isEmpty()) {
      return told instanceof Map ? List.of() : List.of(String.valueOf(told));
    }
    return told instanceof Map<?, ?> map
        ? map.entrySet().stream()
            .filter(entry -> isCalled((String) entry.getKey(), path.get(0)))
            .flatMap(entry -> values(entry.getValue(), path.subList(1, path.size())).stream())
            .toList()
        : List.of();
  }

  /** {@code association} is what {@code Associations} and {@code AssociationSet} are called. */
  private static boolean isCalled(String member, String step) {
    String wanted = Names.canonical(step);
    String name = Names.canonical(member);
    return name.equals(wanted)
        || Names.canonical(Names.singular(member)).equals(wanted)
        || name.equals(wanted + "set");
  }

  /** Whether a path begins with nothing that things of a shape could have. */
  static boolean isUnknown(Optional<StructureShape> shape, String path) {
    List<String> steps = List.of(path.split("\\.", 0));
    return shape.isEmpty()
        || shape.get().members().stream().noneMatch(member -> leads(member, steps));
  }

  private static boolean leads(Member member, List<String> steps) {
    if (!isCalled(member.name(), steps.get(0))) {
      return false;
    }
    List<String> rest = steps.subList(1, steps.size());
    if (rest.isEmpty()) {
      return true;
    }
    return (member.target() instanceof ListShape list ? list.member().target() : member.target())
            instanceof StructureShape inner
        && inner.members().stream().anyMatch(next -> leads(next, rest));
  }

  /** Whether one of several values is meant, where {@code *} and {@code ?} stand for others. */
  static boolean matches(String value, List<?> wanted) {
    return wanted.stream().anyMatch(one -> matches(value, String.valueOf(one)));
  }

  private static boolean matches(String value, String wanted) {
    String regex =
        PARTS
            .matcher(wanted)
            .results()
            .map(part -> part.group())
            .map(part -> part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part))
            .collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL).matcher(value).matches();
  }
}
