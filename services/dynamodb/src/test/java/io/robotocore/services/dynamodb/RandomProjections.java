package io.robotocore.services.dynamodb;

import static io.robotocore.services.dynamodb.Given.l;
import static io.robotocore.services.dynamodb.Given.m;
import static io.robotocore.services.dynamodb.Given.n;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes random projections, each together with what it means. */
final class RandomProjections {

  private static final List<Object> STEPS = List.of("kk", "jj", 0, 1, 3);

  private final Random random;

  RandomProjections(Random random) {
    this.random = random;
  }

  /**
   * A value that has something within.
   *
   * @param depth how deep
   */
  AttributeValue value(int depth) {
    if (depth == 0) {
      return n(random.nextInt(100));
    }
    return switch (random.nextInt(3)) {
      case 0 -> m("kk", value(depth - 1), "jj", value(depth - 1), "ll", n(1));
      case 1 -> l(value(depth - 1), value(depth - 1), n(2));
      default -> value(0);
    };
  }

  /** Paths of which none leads into another. */
  List<List<Object>> paths() {
    List<List<Object>> paths = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<Object> path = new ArrayList<>();
      path.add(List.of("id", "aa", "bb", "cc").get(random.nextInt(4)));
      for (int depth = random.nextInt(4); depth > 0 && !path.get(0).equals("id"); depth--) {
        path.add(STEPS.get(random.nextInt(STEPS.size())));
      }
      if (paths.stream().noneMatch(other -> meet(path, other))) {
        paths.add(path);
      }
    }
    return paths;
  }

  private static boolean meet(List<Object> one, List<Object> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return one.get(i).getClass() != other.get(i).getClass();
      }
    }
    return true;
  }

  static String text(List<List<Object>> paths) {
    return paths.stream()
        .map(
            path ->
                path.get(0)
                    + path.stream()
                        .skip(1)
                        .map(step -> step instanceof Integer ? "[" + step + "]" : "." + step)
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(", "));
  }

  /** What paths show of an item. */
  static Map<String, AttributeValue> shown(
      Map<String, AttributeValue> item, List<List<Object>> paths) {
    return shown(AttributeValue.fromM(item), paths).map(AttributeValue::m).orElse(Map.of());
  }

  private static Optional<AttributeValue> shown(AttributeValue value, List<List<Object>> paths) {
    if (paths.stream().anyMatch(List::isEmpty)) {
      return Optional.of(value);
    }
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    value
        .m()
        .forEach(
            (name, member) -> behind(member, name, paths).ifPresent(one -> members.put(name, one)));
    List<AttributeValue> elements = new ArrayList<>();
    for (int i = 0; i < value.l().size(); i++) {
      behind(value.l().get(i), i, paths).ifPresent(elements::add);
    }
    if (members.isEmpty() && elements.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        value.hasM() ? AttributeValue.fromM(members) : AttributeValue.fromL(elements));
  }

  private static Optional<AttributeValue> behind(
      AttributeValue part, Object step, List<List<Object>> paths) {
    List<List<Object>> rest =
        paths.stream()
            .filter(path -> path.get(0).equals(step))
            .map(path -> path.subList(1, path.size()))
            .toList();
    return rest.isEmpty() ? Optional.empty() : shown(part, rest);
  }
}
